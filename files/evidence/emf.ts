import { damaged } from './refused.ts';

/** Of an enhanced metafile ([MS-EMF]): the length and the place of its description, in UTF-16. */
const LENGTH = 60;
const PLACE = 64;
const HEADER = 88;
/** Each record begins with its type and its length. */
const RECORD = 8;
const END = 14;
const COMMENT = 70;
/** Of comments those that draw say so. */
const DRAWS = 0x2b464d45;

/**
 * An enhanced metafile without its description, which names a program and a title, and without what programs have noted between
 * what is drawn.
 */
export function cleanEmf(bytes: Uint8Array): Uint8Array {
  if (bytes.length < HEADER) throw damaged('picture in the document');
  const cleaned = bytes.slice();
  const view = new DataView(cleaned.buffer);
  const [from, size] = [view.getUint32(PLACE, true), 2 * view.getUint32(LENGTH, true)];
  if (from + size > cleaned.length) throw damaged('picture in the document');
  if (from >= HEADER) cleaned.fill(0, from, from + size);
  let at = 0;
  while (at + RECORD <= cleaned.length) {
    const [type, length] = [view.getUint32(at, true), view.getUint32(at + 4, true)];
    if (length < RECORD || at + length > cleaned.length) throw damaged('picture in the document');
    const isNote = type === COMMENT && (length < 16 || view.getUint32(at + 12, true) !== DRAWS);
    if (isNote) cleaned.fill(0, Math.min(at + 12, at + length), at + length);
    at += length;
    if (type === END) break;
  }
  return cleaned.subarray(0, at);
}
