import { NoConnection } from '../../../api/problem.ts';

/** What became of an answer: null, it is in; otherwise why it is not. */
export interface Outcome {
  readonly task: string;
  readonly error: Error | null;
}

/** The API takes so many answers in one request. */
const MOST_AT_ONCE = 100;

/**
 * Sends answers in as many requests as they need. A request that fails says nothing about the others: what was taken before it is
 * in, and what comes after it is tried all the same.
 * @param send one request, with what became of each of its answers; what it throws is so of all of them
 */
export async function handInAll<T extends { readonly task: string }>(
  answers: readonly T[],
  send: (some: readonly T[]) => Promise<readonly Outcome[]>,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let at = 0; at < answers.length; at += MOST_AT_ONCE) {
    const some = answers.slice(at, at + MOST_AT_ONCE);
    const those = await send(some).catch((error: Error) => some.map(({ task }) => ({ task, error })));
    outcomes.push(...those);
  }
  return outcomes;
}

/** Whose answers are in, whose wait for a connection, and whose were not taken: those of one reason together. */
export function sortedBy<P extends { readonly task: string }>(people: readonly P[], outcomes: readonly Outcome[]) {
  const errors = new Map(outcomes.map(({ task, error }) => [task, error]));
  const refused = new Map<string, P[]>();
  for (const person of people) {
    const error = errors.get(person.task);
    if (!error || error instanceof NoConnection) continue;
    refused.set(error.message, [...(refused.get(error.message) ?? []), person]);
  }
  return {
    taken: people.filter(({ task }) => errors.get(task) === null),
    lost: people.filter(({ task }) => errors.get(task) instanceof NoConnection),
    refused: [...refused].map(([why, those]) => ({ why, people: those as readonly P[] })),
  };
}
