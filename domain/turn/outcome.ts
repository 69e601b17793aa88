import type { CommandId } from '../../contracts/ids.ts';
import type { Because } from '../../contracts/refusals/refusal.ts';
import type { Rejection } from '../process.ts';

/** A command on its way: what its author sent, before it is decided. */
export interface Sent {
  readonly id: CommandId;
  readonly type: string;
  readonly actor: string;
  /** As it was sent; the turn checks its shape. */
  readonly body: unknown;
}

/** How a command ended. A refusal is one sentence for the person who sent it. */
export type Outcome =
  | {
      readonly accepted: true;
      /** The version of the stream after its last event. */
      readonly version: number;
    }
  | { readonly accepted: false; readonly code: string; readonly detail: string; readonly because?: Because };

export function refusedBy({ code, detail, because }: Pick<Rejection, 'code' | 'detail' | 'because'>): Outcome {
  return { accepted: false, code, detail, ...(because ? { because } : {}) };
}
