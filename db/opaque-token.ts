import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { PersonId } from '../contracts/ids.ts';
import type { KeyRing } from './keys.ts';

type Keys = Pick<KeyRing, 'secretOf'>;
type LetterKeys = Pick<KeyRing, 'secretOfLetters'>;

/**
 * What somebody holds to be known by: who they are, 256 random bits, and the mark of the installation that has made it. Only its digest
 * is kept.
 */
export interface OpaqueToken {
  /** For whoever holds it: letters, digits, `-`, `_` and two dots. */
  readonly token: string;
  readonly digest: string;
}

/** What the tokens of programs begin with: whoever finds one somewhere knows what it is. */
export const PROGRAM_PREFIX = 'rostrum_';

/** @param prefix by which one knows what it is, wherever one finds it */
export function newToken(keys: Keys, person: PersonId, prefix = ''): OpaqueToken {
  const token = markedBy(markOf(keys), person, prefix);
  return { token, digest: digestOf(keys, token) };
}

/** The same for the link of a letter, which another process makes. */
export function newLinkToken(keys: LetterKeys, person: PersonId): OpaqueToken {
  const token = markedBy(linkMarkOf(keys), person, '');
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

/**
 * Whether this installation has made a token. Ask before the database is asked: guesses cost it nothing then, and whoever owns it, and sees
 * what it is asked, learns the digest of no token of their own making.
 */
export function isOurs(keys: Keys, token: string): boolean {
  return hasMark(markOf(keys), token);
}

export function isOurLink(keys: LetterKeys, token: string): boolean {
  return hasMark(linkMarkOf(keys), token);
}

/** Whether a token is somebody's: the row of it could be given to another. */
export function isTokenOf(token: string, person: PersonId, prefix = ''): boolean {
  return token.startsWith(`${prefix}${Buffer.from(person).toString('base64url')}.`);
}

/** The mark of what a token says, 128 bits. */
type Mark = (said: string) => string;

const markOf = (keys: Keys) => (said: string) => short(keys.secretOf('token made', said));
const linkMarkOf = (keys: LetterKeys) => (said: string) => short(keys.secretOfLetters(`made\n${said}`));
const short = (hex: string) => Buffer.from(hex, 'hex').subarray(0, 16).toString('base64url');

function markedBy(mark: Mark, person: PersonId, prefix: string): string {
  const said = `${prefix}${Buffer.from(person).toString('base64url')}.${randomBytes(32).toString('base64url')}`;
  return `${said}.${mark(said)}`;
}

function hasMark(mark: Mark, token: string): boolean {
  const end = token.lastIndexOf('.');
  if (end < 0) return false;
  const [own, given] = [Buffer.from(mark(token.slice(0, end))), Buffer.from(token.slice(end + 1))];
  return own.length === given.length && timingSafeEqual(own, given);
}
