import { concat } from './bytes.ts';
import { damaged } from './refused.ts';

const BESIDE = new Set(['xml ', 'uuid', 'uinf', 'jp2i', 'free', 'skip']);

/** A JPEG 2000 file (ISO/IEC 15444-1), as PDFs hold them, without its texts; a bare stream of its code is as it is. */
export function cleanJpeg2000(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0xff && bytes[1] === 0x4f) return bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [];
  for (let at = 0; at + 8 <= bytes.length; ) {
    const said = view.getUint32(at);
    const long = said === 1 && at + 16 <= bytes.length;
    const length = long ? view.getUint32(at + 8) * 2 ** 32 + view.getUint32(at + 12) : said || bytes.length - at;
    if (length < 8 || at + length > bytes.length) throw damaged('picture in the PDF');
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (!BESIDE.has(type)) kept.push(bytes.subarray(at, at + length));
    at += length;
  }
  return concat(kept);
}
