import type { Instant, StreamId } from '../../contracts/ids.ts';
import type { Open, Sealed } from '../../contracts/private.ts';

/** A stream as it stands, in the hands of one turn: folding on changes the state and the version that it holds. */
export interface Stood {
  readonly stream: StreamId;
  state: unknown;
  /** 0: nothing was ever written to it. */
  version: number;
  readonly owner: StreamId | null;
  /** When its latest event happened; 0 before there is one. */
  readonly at: Instant;
  /** Time does not act in it, because it has failed there; known of a stream that is locked. */
  readonly trouble: boolean;
}

/** A stream whose hour has come, and the one it belongs to. */
export interface Late {
  readonly stream: StreamId;
  readonly owner: StreamId;
  readonly wake: Instant;
}

/** What a turn asks of whoever drives it; it yields for nothing else. */
export type Need =
  /** The streams as they stand, nobody else writing to them until the turn ends. One that does not exist is at version 0. */
  | { readonly need: 'lock'; readonly streams: readonly StreamId[] }
  /** The streams as they stand at this moment; those that do not exist are left out. */
  | { readonly need: 'read'; readonly streams: readonly StreamId[] }
  /** Streams that are locked, once more as they stood when they were: what was folded on since is void. */
  | { readonly need: 'anew'; readonly streams: readonly StreamId[] }
  /** Below the main stream, the open ones whose time to wake has come by the instant; the earliest first. */
  | { readonly need: 'late'; readonly now: Instant }
  /** The keys of these people and procedures are at hand afterwards, to seal with. */
  | { readonly need: 'keys'; readonly owners: ReadonlySet<string> };

/** The answer to a need: streams for `lock`, `read` and `anew`, late ones for `late`, nothing for `keys`. */
export type Supply = ReadonlyMap<StreamId, Stood> | readonly Late[] | undefined;

/** Seals what belongs to a person whose key is at hand, and knows the secrets of the installation. */
export interface Sealer {
  /** As written in a procedure, or in none. */
  seal(open: Open<unknown>, procedure: StreamId | null): Sealed;
  /** See `Context`. */
  secretOf(purpose: string): string;
}

/** Asks for streams, to be written to (`lock`), to be looked at (`read`), or to begin with them once more (`anew`). */
export function* streamsBy(
  need: 'lock' | 'read' | 'anew',
  streams: readonly StreamId[],
): Generator<Need, ReadonlyMap<StreamId, Stood>, Supply> {
  return (yield { need, streams }) as ReadonlyMap<StreamId, Stood>;
}

/** Asks for the streams below the main one whose time to wake has come. */
export function* lateBy(now: Instant): Generator<Need, readonly Late[], Supply> {
  return (yield { need: 'late', now }) as readonly Late[];
}
