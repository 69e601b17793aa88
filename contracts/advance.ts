import type { ProcessType, StreamId } from './ids.ts';

/** What a workflow gets when it looks: all it needs to know to go on. */
export interface Looked {
  /** Time fails in it, and nothing is known but when to look again. */
  readonly troubled: boolean;
  readonly stage: string;
  readonly closed: boolean;
  /** Child processes that are open: rounds for the most part, but a child may be of any kind. */
  readonly rounds: readonly StreamId[];
  /** Slow work that is wanted. */
  readonly work: readonly { readonly kind: string; readonly key: string }[];
  /** Real milliseconds at which to look again if nobody asks before; null: never. */
  readonly wake: number | null;
}

export interface ProcessInput {
  readonly id: StreamId;
}

/** Names that clients and workflows share. */
export const POKE_SIGNAL = 'poke';

/** The kind of process that a stream is of. It needs no schema, so that a workflow can ask. */
export function kindOfStream(stream: StreamId): ProcessType {
  return stream.slice(0, stream.indexOf(':')) as ProcessType;
}

export const ENGINE_QUEUE = 'rostrum-engine-1';
export const WORK_QUEUE = 'rostrum-work-1';
