import { concat } from './bytes.ts';
import { damaged } from './refused.ts';

/** Of a segment: that it says something and shows nothing; and that it does not say how long it is. */
const EXTENSION = 62;
const UNKNOWN = 0xffffffff;

/** A JBIG2 picture (ISO/IEC 14492), or what several share, as PDFs hold them: without the segments that hold comments. */
export function cleanJbig2(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [];
  let at = 0;
  // A line end behind the last one is no segment.
  while (bytes.length - at >= 11) {
    const begins = at;
    const number = view.getUint32(at);
    const flags = bytes[at + 4]!;
    at += 5;
    let referred = bytes[at]! >> 5;
    if (referred === 7) {
      referred = view.getUint32(at) & 0x1fffffff;
      at += 4 + Math.ceil((referred + 1) / 8);
    } else at += 1;
    at += referred * (number <= 256 ? 1 : number <= 65_536 ? 2 : 4) + (flags & 0x40 ? 4 : 1);
    if (at + 4 > bytes.length) throw damaged('picture in the PDF');
    const length = view.getUint32(at);
    // Only the last one may not say it; nothing comes behind it.
    at = length === UNKNOWN ? bytes.length : at + 4 + length;
    if (at > bytes.length) throw damaged('picture in the PDF');
    if ((flags & 0x3f) !== EXTENSION) kept.push(bytes.subarray(begins, at));
  }
  return concat(kept);
}
