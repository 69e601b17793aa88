import { digestOf } from '../db/hash.ts';

/** A command as it was received: its body is the exact text, which nobody has looked into yet. */
export interface Received {
  readonly id: string;
  readonly type: string;
  readonly actor: string;
  /** JSON. */
  readonly text: string | Uint8Array;
}

/** What the engine itself sends, such as the results of slow work, has ids that no client can make. */
export const ENGINE_ID = '~';

/** A command is the same as another if it has the same id, author, type and digest. */
export function digestOfReceived({ text }: Received): string {
  return digestOf(text);
}
