import type { StreamId } from '../contracts/ids.ts';
import type { ClockFigures } from '../db/clock.ts';
import type { Advanced } from './advanced.ts';
import type { Large } from './large.ts';
import type { Received } from './received.ts';

/** What the thread that takes turns is started with. */
export interface ThreadData {
  readonly databaseUrl: string;
  readonly masterKey: string;
  /** The installation's clock. */
  readonly clock: ClockFigures;
  /** Modules that admit kinds from outside; absent: there are only those of the house. */
  readonly kinds?: readonly string[];
  /** How much it gives way to other threads, as `nice` has it; absent: not at all. */
  readonly niceness?: number;
}

/**
 * What is asked of the thread: a turn for commands of a stream, or for a large request; or only whether it is there.
 * `practice`: the turn is one of those that are undone when it is over.
 */
export type Wanted =
  | { readonly stream: StreamId; readonly commands: readonly Received[]; readonly practice?: true }
  | { readonly practice: 'over' }
  | { readonly large: Large }
  | { readonly present: true };

/**
 * The same on its way to the thread. `until`: the instant of the machine at which whoever asks gives up; what has not begun
 * by then is not begun, since nobody waits for it and it may have been sent again.
 */
export type Call = { readonly number: number; readonly patience: number; readonly until: number } & Wanted;

/** Said to a thread that nobody needs any more. */
export interface End {
  readonly end: true;
}

/** What the thread says, beside what all threads do: how a turn ended. */
export type Word =
  | { readonly number: number; readonly done: Advanced | (Advanced & { readonly id: string }) | null }
  | { readonly number: number; readonly present: true }
  | { readonly number: number; readonly error: string };
