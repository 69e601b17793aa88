import { concat } from './bytes.ts';
import { damaged } from './refused.ts';

/** What a picture is made of, and how it looks; all other chunks say something beside it. */
const KEPT = new Set(
  ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'cICP', 'sBIT', 'bKGD', 'pHYs']
    // Of a picture that moves.
    .concat(['acTL', 'fcTL', 'fdAT']),
);
const SIGNATURE = 8;
/** Of a chunk: its length, its type, its checksum. */
const FRAME = 12;

/**
 * A PNG file (ISO/IEC 15948) without texts, Exif, times, profiles, chunks that programs have made up, and whatever follows its
 * end. @throws EvidenceRefused for one that ends too early
 */
export function cleanPng(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept = [bytes.subarray(0, SIGNATURE)];
  for (let at = SIGNATURE; at + FRAME <= bytes.length; ) {
    const end = at + FRAME + view.getUint32(at);
    if (end > bytes.length) break;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (KEPT.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IEND') return concat(kept);
    at = end;
  }
  throw damaged('PNG picture');
}
