import { randomBytes } from 'node:crypto';
import type { PersonId } from '../contracts/ids.ts';
import type { KeyRing } from './keys.ts';

type Keys = Pick<KeyRing, 'secretOf'>;

/** What somebody holds to be known by: who they are, and 256 random bits. Only its digest is kept. */
export interface OpaqueToken {
  /** For whoever holds it: letters, digits, `-`, `_` and one dot. */
  readonly token: string;
  readonly digest: string;
}

export function newToken(keys: Keys, person: PersonId): OpaqueToken {
  const token = `${Buffer.from(person).toString('base64url')}.${randomBytes(32).toString('base64url')}`;
  return { token, digest: digestOf(keys, token) };
}

/**
 * What is kept of a token. Nothing stretches it: it is random, and nobody can try out all there are. It is keyed, so that nobody who can write
 * rows makes one for a token of their own.
 */
export function digestOf(keys: Keys, token: string): string {
  return keys.secretOf('token', token);
}

/** Whether a token is somebody's: the row of it could be given to another. */
export function isTokenOf(token: string, person: PersonId): boolean {
  return token.startsWith(`${Buffer.from(person).toString('base64url')}.`);
}
