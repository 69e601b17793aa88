import type { ProcessType, StreamId } from './ids.ts';

/** All that travels through Temporal of a command: its id, and the SHA-256 that binds it to the stored body. */
export type CommandRef = readonly [id: string, digest: string];

/** What a workflow hands to `advance`. `now` is the workflow's own time, in real milliseconds. */
export interface Advance {
  readonly now: number;
  readonly commands: readonly CommandRef[];
}

/** `a` accepted, `r` rejected (the sentence is in the database), `u` unknown: its body is not stored, send it again. */
export type Mark = 'a' | 'r' | 'u';

/** What a workflow gets back: how each command ended, and all it needs to know to go on. */
export interface Advanced {
  /** One mark per command, in their order. */
  readonly marks: readonly Mark[];
  readonly stage: string;
  readonly closed: boolean;
  /** Child processes that have to be running: rounds for the most part, but a child may be of any kind. */
  readonly rounds: readonly StreamId[];
  /** Slow work that is wanted. */
  readonly work: readonly { readonly kind: string; readonly key: string }[];
  /** Real milliseconds at which time alone will change something; null: never. */
  readonly wake: number | null;
  /** Streams that were given orders or whose calendars changed: they look again. */
  readonly pokes: readonly StreamId[];
  readonly owner: StreamId | null;
  readonly news: number;
}

export interface ProcessInput {
  readonly id: StreamId;
}

/** Names that client and workflows share. */
export const ADVANCE_UPDATE = 'advance';
export const POKE_SIGNAL = 'poke';
export const WORKFLOW_OF = {
  organisation: 'organisation',
  selection: 'trainerSelection',
  cycle: 'trainingPlanCycle',
  offering: 'courseDelivery',
  round: 'round',
} as const satisfies Record<ProcessType, string>;

/** The kind of process that a stream is of. It needs no schema, so that a workflow can ask. */
export function kindOfStream(stream: StreamId): ProcessType {
  return stream.slice(0, stream.indexOf(':')) as ProcessType;
}

export const ENGINE_QUEUE = 'rostrum-engine-1';
export const WORK_QUEUE = 'rostrum-work-1';
