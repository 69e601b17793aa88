import { digestOf } from '../db/hash.ts';
import type { KeyRing } from '../db/keys.ts';

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

/**
 * By this a command is known again: it is the same as another if it has the same id, author, type and digest. The digest is
 * keyed, since it stays when what the command said is erased, and short texts could be guessed from a plain one.
 */
export function digestOfReceived({ text }: Received, keys: Pick<KeyRing, 'secretOf'>): string {
  return keys.secretOf(`command ${digestOf(text)}`);
}
