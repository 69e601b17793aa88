import { damaged } from './refused.ts';

/** A metafile ([MS-WMF]) may begin with where it is placed. */
const PLACED = 0x9ac6cdd7;
const PLACING = 22;
const HEADER = 18;
/** Each record begins with its length, in words of two bytes, and what it does. */
const RECORD = 6;
const ESCAPE = 0x0626;

/** A metafile without what programs have noted between what is drawn. */
export function cleanWmf(bytes: Uint8Array): Uint8Array {
  const cleaned = bytes.slice();
  const view = new DataView(cleaned.buffer);
  let at = (view.getUint32(0, true) === PLACED ? PLACING : 0) + HEADER;
  while (at + RECORD <= cleaned.length) {
    const length = 2 * view.getUint32(at, true);
    const does = view.getUint16(at + 4, true);
    if (length < RECORD || at + length > cleaned.length) throw damaged('picture in the document');
    if (does === ESCAPE) cleaned.fill(0, Math.min(at + 10, at + length), at + length);
    at += length;
    if (does === 0) break;
  }
  return cleaned.subarray(0, at);
}
