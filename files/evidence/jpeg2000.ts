import { concat } from './bytes.ts';
import { withoutTexts } from './profiles.ts';
import { damaged } from './refused.ts';

/** Boxes that say what the picture is and how it is shown; in all others stands what is said of it. Those that hold others, by themselves. */
const SHOWN = new Set(['jP  ', 'ftyp', 'ihdr', 'bpcc', 'colr', 'pclr', 'cmap', 'cdef', 'opct', 'resc', 'resd', 'jp2c']);
const HOLDING = new Set(['jp2h', 'jpch', 'jplh', 'cgrp', 'res ']);
/** Boxes hold one another so deep at most. */
const DEEPEST = 4;
/** A colour by a profile says so by one of these; the profile stands behind. */
const BY_PROFILE = new Set([2, 3]);
const PROFILE = 3;

const SOC = 0xff4f;
const SOT = 0xff90;
const SOD = 0xff93;
const EOC = 0xffd9;
const COM = 0xff64;

/** A JPEG 2000 file (ISO/IEC 15444-1 and -2), as PDFs hold them, with what shows the picture and nothing that is said beside it. */
export function cleanJpeg2000(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return bytes.length > 1 && view.getUint16(0) === SOC ? codeOf(bytes) : boxesOf(bytes, DEEPEST);
}

function boxesOf(bytes: Uint8Array, deep: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [];
  for (let at = 0; at + 8 <= bytes.length; ) {
    const said = view.getUint32(at);
    const long = said === 1 && at + 16 <= bytes.length;
    const length = long ? view.getUint32(at + 8) * 2 ** 32 + view.getUint32(at + 12) : said || bytes.length - at;
    const head = long ? 16 : 8;
    if (length < head || at + length > bytes.length) throw damaged('picture in the PDF');
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const inside = bytes.subarray(at + head, at + length);
    if (HOLDING.has(type) && deep > 0) kept.push(boxOf(type, boxesOf(inside, deep - 1)));
    else if (SHOWN.has(type)) kept.push(boxOf(type, shownIn(type, inside)));
    at += length;
  }
  return concat(kept);
}

function shownIn(type: string, inside: Uint8Array): Uint8Array {
  if (type === 'jp2c') return codeOf(inside);
  if (type !== 'colr' || !BY_PROFILE.has(inside[0]!)) return inside;
  return concat([inside.subarray(0, PROFILE), withoutTexts(inside.subarray(PROFILE))]);
}

function boxOf(type: string, inside: Uint8Array): Uint8Array {
  const box = new Uint8Array(8 + inside.length);
  new DataView(box.buffer).setUint32(0, box.length);
  box.set(
    [...type].map((letter) => letter.charCodeAt(0)),
    4,
  );
  box.set(inside, 8);
  return box;
}

/** A stream of code to its end, whose comments are empty: in its head, and in that of each of its tiles. */
function codeOf(code: Uint8Array): Uint8Array {
  const cleaned = code.slice();
  const view = new DataView(cleaned.buffer);
  let [at, tile] = [2, 0];
  while (at + 2 <= cleaned.length) {
    const marker = view.getUint16(at);
    if (marker === EOC) return cleaned.subarray(0, at + 2);
    if (marker === SOD) {
      // The last of the tiles may not say how long it is; nothing in one looks like the end.
      if (tile === 0) return cleaned.subarray(0, endFrom(cleaned, at + 2));
      at = tile;
      continue;
    }
    const length = at + 4 <= cleaned.length ? view.getUint16(at + 2) : 0;
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

function endFrom(code: Uint8Array, from: number): number {
  for (let at = from; at + 1 < code.length; at++) if (code[at] === 0xff && code[at + 1] === 0xd9) return at + 2;
  return code.length;
}
