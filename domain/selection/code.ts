import type { PersonId, StreamId } from '../../contracts/ids.ts';
import type { Context } from '../process.ts';

/** Crockford's base 32: no letter that can be read as a digit. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** So often a code of one length is tried; beyond it, most of them are taken and one more letter is needed. */
const TRIES = 50;
const SHORTEST = 4;
const LONGEST = 8;

/**
 * The neutral number of a person's application, such as `A-7K3Q`: 20 bits of a secret of the installation, so that nobody
 * who knows everybody's id can work out whose it is; another one while the number is taken.
 */
export function applicationCode(
  selection: StreamId,
  person: PersonId,
  secretOf: Context['secretOf'],
  taken: (code: string) => boolean,
): string {
  for (let n = 0; n < TRIES * (LONGEST - SHORTEST + 1); n++) {
    const code = `A-${lettersOf(secretOf(`application:${selection}:${person}:${n}`), SHORTEST + Math.floor(n / TRIES))}`;
    if (!taken(code)) return code;
  }
  throw new Error(`There is no number left for another application in ${selection}.`);
}

/** So many letters, each of five bits of a secret in hexadecimal digits. */
function lettersOf(secret: string, length: number): string {
  const bits = BigInt(`0x${secret.slice(0, 10)}`);
  return Array.from({ length }, (_, i) => LETTERS[Number((bits >> BigInt(35 - 5 * i)) & 31n)]).join('');
}
