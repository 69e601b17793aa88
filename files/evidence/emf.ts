import { damaged } from './refused.ts';

/** Of an enhanced metafile ([MS-EMF]): the length and the place of its description, in UTF-16. */
const LENGTH = 60;
const PLACE = 64;
const HEADER = 88;

/** An enhanced metafile without its description, which names a program and a title. */
export function cleanEmf(bytes: Uint8Array): Uint8Array {
  if (bytes.length < HEADER) throw damaged('picture in the document');
  const cleaned = bytes.slice();
  const view = new DataView(cleaned.buffer);
  const [from, size] = [view.getUint32(PLACE, true), 2 * view.getUint32(LENGTH, true)];
  if (from + size > cleaned.length) throw damaged('picture in the document');
  if (from >= HEADER) cleaned.fill(0, from, from + size);
  return cleaned;
}
