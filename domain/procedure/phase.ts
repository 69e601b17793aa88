import type { StreamId } from '../../contracts/ids.ts';
import type { Rejection } from '../process.ts';
import { refuse } from '../refuse.ts';
import { isAboutOrders } from './refused-orders.ts';
import type { Phase } from './standing.ts';

/** What is said to whoever asks something of a procedure in a phase in which it cannot be. */
export interface PhaseWords {
  /** What it is called: "cycle". */
  readonly name: string;
  /** The refusal when it is over, by how it ended. */
  readonly closed: Rejection;
  readonly cancelled: Rejection;
  /** What it still takes while it is paused, and as what it is told to all else that it is; absent: it takes all. */
  readonly paused?: { readonly takes: ReadonlySet<string>; readonly noun: string };
}

/** Why no command of that type is taken in the phase; null: it is decided on its own merits. */
export function refusalOfPhase(
  { stream, phase }: { readonly stream: StreamId; readonly phase: Phase },
  type: string,
  { name, closed, cancelled, paused }: PhaseWords,
): Rejection | null {
  if (type === 'open') return null;
  if (phase === 'unopened') return refuse('not-found/no-stream', { kind: name, id: stream });
  if (isAboutOrders(type)) return null;
  if (phase === 'closed') return closed;
  if (phase === 'cancelled') return cancelled;
  return phase === 'paused' && paused && !paused.takes.has(type)
    ? refuse('paused/paused', { kind: paused.noun })
    : null;
}
