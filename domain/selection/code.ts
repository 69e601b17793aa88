import type { PersonId, StreamId } from '../../contracts/ids.ts';

/** Crockford's base 32: no letter that can be read as a digit. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const PRIME = 0x01000193;
const OFFSET = 0x811c9dc5;

/**
 * The neutral number of a person's application, such as `A-7K3Q`: 20 bits of FNV-1a (Fowler, Noll, Vo) over selection
 * and person, tried again with a salt while the number is taken. It keeps a name out of sight; it is no secret, since
 * whoever knows everybody's id can compute it.
 */
export function applicationCode(selection: StreamId, person: PersonId, taken: (code: string) => boolean): string {
  for (let salt = 0; ; salt++) {
    const bits = hash(`${selection}/${person}/${salt}`);
    const code = `A-${[15, 10, 5, 0].map((shift) => LETTERS[(bits >>> shift) & 31]).join('')}`;
    if (!taken(code)) return code;
  }
}

function hash(text: string): number {
  let h = OFFSET;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), PRIME) >>> 0;
  return (h ^ (h >>> 15)) >>> 0;
}
