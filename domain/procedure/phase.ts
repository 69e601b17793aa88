import type { StreamId } from '../../contracts/ids.ts';
import { type Rejection, reject } from '../process.ts';
import { refuse } from '../refuse.ts';
import { isAboutOrders } from './refused-orders.ts';
import type { Phase } from './standing.ts';

/** What is said to whoever asks something of a procedure in a phase in which it cannot be. */
export interface PhaseWords {
  /** What it is called: "cycle". */
  readonly name: string;
  /** The code of the refusal when it is over, however it ended. */
  readonly code: Rejection['code'];
  readonly closed: string;
  readonly cancelled: string;
  /** What it still takes while it is paused, and as what it is told to all else that it is; absent: it takes all. */
  readonly paused?: { readonly takes: ReadonlySet<string>; readonly noun: string };
}

/** Why no command of that type is taken in the phase; null: it is decided on its own merits. */
export function refusalOfPhase(
  { stream, phase }: { readonly stream: StreamId; readonly phase: Phase },
  type: string,
  { name, code, closed, cancelled, paused }: PhaseWords,
): Rejection | null {
  if (type === 'open') return null;
  if (phase === 'unopened') return refuse('not-found/no-stream', { kind: name, id: stream });
  if (isAboutOrders(type)) return null;
  if (phase === 'closed') return reject(code, closed);
  if (phase === 'cancelled') return reject(code, cancelled);
  return phase === 'paused' && paused && !paused.takes.has(type)
    ? refuse('paused/paused', { kind: paused.noun })
    : null;
}
