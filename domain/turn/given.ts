import type { CommandId, Instant, StreamId } from '../../contracts/ids.ts';
import type { Rejection } from '../process.ts';
import type { Ordered, Posted } from './made.ts';
import type { Outcome, Sent } from './outcome.ts';
import type { Rights } from './rights.ts';
import type { Session } from './session.ts';
import type { Seeing } from './sight.ts';
import type { Stood } from './world.ts';

/** What one turn is given. All of it is of one moment, after the stream was locked. */
export interface TurnInput extends Seeing {
  readonly stream: Stood;
  /** Not decided before, each id once. */
  readonly commands: readonly Sent[];
  /** When the stream was to wake next, as it stood before. */
  readonly wake: Instant | null;
  /** Another stream has news for this one, or somebody asks it to look: what has come about comes first. */
  readonly look: boolean;
  /** Commands that are refused for what whoever drives the turn has found: nothing of them happens. */
  readonly verdicts: ReadonlyMap<CommandId, Rejection>;
  /** Streams to be locked before anything is decided. */
  readonly lockFirst: readonly StreamId[];
  /** Who may send what. */
  readonly rights: Rights;
  /** False: time does not act, since it fails in this stream. */
  readonly time: boolean;
  /** The streams that it belongs to, its owner's owner and so on, which wait for an hour; the topmost first. */
  readonly above: readonly Above[];
}

/** A stream above another, and when it is to wake. */
export interface Above {
  readonly stream: StreamId;
  readonly wake: Instant;
}

/** What one turn has brought about. */
export interface Turned {
  /** For each command, in their order. */
  readonly outcomes: readonly Outcome[];
  /** The main stream first; then every other that was locked, with or without anything new in it. */
  readonly sessions: readonly Session[];
  readonly posted: readonly Posted[];
  readonly orders: readonly Ordered[];
  /** Rules that failed on a command, which was refused for it. */
  readonly faults: readonly { readonly command: CommandId; readonly type: string; readonly message: string }[];
  /** Streams below the main one in which time has failed: it does not act there until their own look succeeds. */
  readonly troubles: ReadonlyMap<StreamId, unknown>;
  /** Whether time has acted in the main stream to the end: nothing has to follow in it until its next hour, or news. */
  readonly settled: boolean;
}
