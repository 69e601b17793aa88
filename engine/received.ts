import type { KeyRing } from '../db/keys.ts';
import type { Outcome, Sent } from '../domain/turn/outcome.ts';

/** A command as it was received: its body is the exact text, which nobody has looked into yet. */
export interface Received {
  readonly id: string;
  readonly type: string;
  readonly actor: string;
  /** JSON. */
  readonly text: string | Uint8Array;
}

/**
 * With this begin ids that Rostrum itself makes of what a command says, such as the result of slow work or a table that was
 * taken in. No client can make one.
 */
export const MADE_ID = '~';

/**
 * Whether the outcome of a command is kept for whoever sends it again. A refusal under an id that was made of the contents
 * is not: the same contents may be right once what kept them out is mended, and nobody could give them another id.
 */
export function isRemembered({ id }: Pick<Received, 'id'>, { accepted }: Outcome): boolean {
  return accepted || !id.startsWith(MADE_ID);
}

/**
 * By this a command is known again: it is the same as another if it has the same id, author, type and digest. The digest is
 * keyed, since it stays when what the command said is erased, and short texts could be guessed from a plain one.
 */
export function digestOfReceived({ text }: Received, keys: Pick<KeyRing, 'secretOf'>): string {
  return keys.secretOf('command', text);
}

/** The command as the turn takes it. Its body is undefined, which no command takes, when the text is not JSON. */
export function sentOf({ id, type, actor, text }: Received): Sent {
  return { id, type, actor, body: bodyIn(text) };
}

function bodyIn(text: Received['text']): unknown {
  try {
    return JSON.parse(typeof text === 'string' ? text : Buffer.from(text).toString('utf8'));
  } catch {
    return undefined;
  }
}
