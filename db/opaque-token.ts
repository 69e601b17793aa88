import { randomBytes } from 'node:crypto';
import type { PersonId } from '../contracts/ids.ts';
import type { KeyRing } from './keys.ts';

type Keys = Pick<KeyRing, 'secretOf'>;
type LetterKeys = Pick<KeyRing, 'secretOfLetters'>;

/** What somebody holds to be known by: who they are, and 256 random bits. Only its digest is kept. */
export interface OpaqueToken {
  /** For whoever holds it: letters, digits, `-`, `_` and one dot. */
  readonly token: string;
  readonly digest: string;
}

/** What the tokens of programs begin with: whoever finds one somewhere knows what it is. */
export const PROGRAM_PREFIX = 'rostrum_';

/** @param prefix by which one knows what it is, wherever one finds it */
export function newToken(keys: Keys, person: PersonId, prefix = ''): OpaqueToken {
  const token = tokenFor(person, prefix);
  return { token, digest: digestOf(keys, token) };
}

/** The same for the link of a letter, which another process makes. */
export function newLinkToken(keys: LetterKeys, person: PersonId): OpaqueToken {
  const token = tokenFor(person);
  return { token, digest: linkDigestOf(keys, token) };
}

/**
 * What is kept of a token. Nothing stretches it: it is random, and nobody can try out all there are. It is keyed, so that nobody who can write
 * rows makes one for a token of their own.
 */
export function digestOf(keys: Keys, token: string): string {
  return keys.secretOf('token', token);
}

export function linkDigestOf(keys: LetterKeys, token: string): string {
  return keys.secretOfLetters(token);
}

/** Whether a token is somebody's: the row of it could be given to another. */
export function isTokenOf(token: string, person: PersonId, prefix = ''): boolean {
  return token.startsWith(`${prefix}${Buffer.from(person).toString('base64url')}.`);
}

function tokenFor(person: PersonId, prefix = ''): string {
  return `${prefix}${Buffer.from(person).toString('base64url')}.${randomBytes(32).toString('base64url')}`;
}
