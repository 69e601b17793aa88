import type { Decided } from '../db/commands.ts';
import type { KeyRing } from '../db/keys.ts';
import { refuse } from '../domain/refuse.ts';
import { type Outcome, refusedBy } from '../domain/turn/outcome.ts';
import { digestOfReceived, type Received } from './received.ts';

/** Commands as they came: those that are to be decided, and how all are answered once these are. */
export interface Sorted {
  /** Each id once, in their order. */
  readonly fresh: readonly Received[];
  /** The outcome of each command that came, in their order. */
  readonly answer: (decided: readonly Decided[]) => Outcome[];
}

/** Tells those that were decided before, or are repeated within the batch, from those that are to be decided. */
export function sorted(
  commands: readonly Received[],
  known: ReadonlyMap<string, Decided>,
  keys: Pick<KeyRing, 'secretOf'>,
): Sorted {
  const fresh = new Map<string, Received>();
  for (const command of commands) if (!known.has(command.id) && !fresh.has(command.id)) fresh.set(command.id, command);
  const answer = (decided: readonly Decided[]): Outcome[] => {
    const all = new Map([...known, ...decided.map((d) => [d.id, d] as const)]);
    const outcomeOf = (command: Received) => {
      const one = all.get(command.id)!;
      return fresh.get(command.id) === command ? one.outcome : answerTo(command, one, keys);
    };
    return commands.map(outcomeOf);
  };
  return { fresh: [...fresh.values()], answer };
}

function answerTo(
  command: Received,
  { type, actor, digest, outcome }: Decided,
  keys: Pick<KeyRing, 'secretOf'>,
): Outcome {
  if (type === command.type && actor === command.actor && digest === digestOfReceived(command, keys)) return outcome;
  return refusedBy(refuse('command-reused/other-command', { command: command.id }));
}

/** What is kept of a command and its outcome, so that it is known again. */
export function decidedAs(command: Received, outcome: Outcome, keys: Pick<KeyRing, 'secretOf'>): Decided {
  const { id, type, actor } = command;
  return { id, type, actor, digest: digestOfReceived(command, keys), outcome };
}
