import type { Content, Standing } from './draft.ts';

/** A sitting as it was read last, as far as answers and drafts are looked at. */
interface Read {
  readonly tasks: readonly {
    readonly task: string;
    readonly state: 'open' | 'drafted' | 'submitted';
    readonly draft: Standing | null;
    readonly answer: Content | null;
  }[];
}

/**
 * What was read, with the drafts that the server has taken since: whoever comes back goes on from them.
 * @returns the same sitting where none is newer
 */
export function withDrafts<T extends Read>(sitting: T, standings: ReadonlyMap<string, Standing>): T {
  let isNewer = false;
  const tasks = sitting.tasks.map((one) => {
    const draft = standings.get(one.task);
    if (!draft || one.state === 'submitted' || draft.revision <= (one.draft?.revision ?? 0)) return one;
    isNewer = true;
    return { ...one, state: 'drafted' as const, draft };
  });
  return isNewer ? { ...sitting, tasks } : sitting;
}

/** What was read, with the answers that were taken since, by task. */
export function withAnswers<T extends Read>(sitting: T, answers: ReadonlyMap<string, Content>): T {
  const tasks = sitting.tasks.map((one) => {
    const answer = answers.get(one.task);
    return answer ? { ...one, state: 'submitted' as const, draft: null, answer } : one;
  });
  return { ...sitting, tasks };
}

/** What stands on the server of a task that is open: an answer that was taken back says on purpose what it left out. */
export function standingOf(
  { draft, answer }: { readonly draft: Standing | null; readonly answer: Content | null },
  keys: readonly string[],
): Standing {
  if (draft || !answer) return draft ?? { revision: 0, content: {} };
  return { revision: 0, content: { ...Object.fromEntries(keys.map((key) => [key, null])), ...answer } };
}
