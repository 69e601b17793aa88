import { createHash, randomBytes } from 'node:crypto';

/** What somebody holds to be known by, which says nothing: 256 random bits. Only its digest is kept. */
export interface OpaqueToken {
  /** For whoever holds it: letters, digits, `-` and `_`. */
  readonly token: string;
  readonly digest: string;
}

export function newToken(prefix = ''): OpaqueToken {
  const token = `${prefix}${randomBytes(32).toString('base64url')}`;
  return { token, digest: digestOf(token) };
}

/** What is kept of a token. Nothing stretches it: it is random, and nobody can try out all there are. */
export function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
