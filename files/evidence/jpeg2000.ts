import { concat } from './bytes.ts';
import { damaged } from './refused.ts';

const BESIDE = new Set(['xml ', 'uuid', 'uinf', 'jp2i', 'free', 'skip']);
const SOC = 0xff4f;
const SOT = 0xff90;
const SOD = 0xff93;
const EOC = 0xffd9;
const COM = 0xff64;

/** A JPEG 2000 file (ISO/IEC 15444-1), as PDFs hold them, without its texts and comments. */
export function cleanJpeg2000(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 1 && view.getUint16(0) === SOC) return withoutComments(bytes);
  const kept: Uint8Array[] = [];
  for (let at = 0; at + 8 <= bytes.length; ) {
    const said = view.getUint32(at);
    const long = said === 1 && at + 16 <= bytes.length;
    const length = long ? view.getUint32(at + 8) * 2 ** 32 + view.getUint32(at + 12) : said || bytes.length - at;
    if (length < 8 || at + length > bytes.length) throw damaged('picture in the PDF');
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const head = long ? 16 : 8;
    const box = bytes.subarray(at, at + length);
    if (type === 'jp2c') kept.push(box.subarray(0, head), withoutComments(box.subarray(head)));
    else if (!BESIDE.has(type)) kept.push(box);
    at += length;
  }
  return concat(kept);
}

/** A stream of code whose comments are empty: in its head, and in that of each of its tiles. */
function withoutComments(code: Uint8Array): Uint8Array {
  const cleaned = code.slice();
  const view = new DataView(cleaned.buffer);
  let [at, tile] = [2, 0];
  while (at + 4 <= cleaned.length) {
    const [marker, length] = [view.getUint16(at), view.getUint16(at + 2)];
    if (marker === EOC) break;
    if (marker === SOD) {
      // The last of the tiles may not say how long it is.
      if (tile === 0) break;
      at = tile;
      continue;
    }
    if (marker === SOT) {
      const part = at + 10 <= cleaned.length ? view.getUint32(at + 6) : 0;
      tile = part && at + part > at + 12 ? at + part : 0;
    }
    const end = at + 2 + length;
    if (length < 2 || end > cleaned.length) throw damaged('picture in the PDF');
    if (marker === COM) cleaned.fill(0x20, Math.min(at + 6, end), end);
    at = end;
  }
  return cleaned;
}
