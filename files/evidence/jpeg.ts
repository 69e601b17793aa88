import { concat, startsWith, text } from './bytes.ts';
import { exifOf, type Orientation, orientationIn } from './orientation.ts';
import { damaged } from './refused.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const DRI = 0xdd;
const TEM = 0x01;
const JFIF = 0xe0;
const EXIF = 0xe1;
const ADOBE = 0xee;

/**
 * A JPEG file (ITU-T T.81) without all that is not the picture: Exif but for which side is up, XMP, IPTC, comments, profiles,
 * thumbnails, and whatever follows the picture. @throws EvidenceRefused for one that ends too early
 */
export function cleanJpeg(bytes: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [];
  let orientation: Orientation = 1;
  let at = 2;
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++;
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === undefined) throw damaged('JPEG picture');
    if (marker === EOI) break;
    if (marker === TEM || (marker >= 0xd0 && marker <= 0xd7)) {
      at += 2;
      continue;
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) throw damaged('JPEG picture');
    const content = bytes.subarray(at + 4, end);
    if (marker === EXIF && startsWith(content, 'Exif\0\0')) orientation = orientationIn(content.subarray(6));
    const segment = keptOf(marker, content);
    if (segment) kept.push(segment);
    at = end;
    if (marker !== SOS) continue;
    const scan = endOfScan(bytes, at);
    kept.push(bytes.subarray(at, scan));
    at = scan;
  }
  const turned = orientation === 1 ? [] : [segmentOf(EXIF, concat([text('Exif\0\0'), exifOf(orientation)]))];
  // JFIF, where it is there, comes first.
  const [first, ...others] = kept;
  const begins = first?.[1] === JFIF ? [first, ...turned] : [...turned, ...(first ? [first] : [])];
  return concat([Uint8Array.of(0xff, SOI), ...begins, ...others, Uint8Array.of(0xff, EOI)]);
}

/** A segment as it is kept; undefined: it says nothing of how the picture looks. */
function keptOf(marker: number, content: Uint8Array): Uint8Array | undefined {
  // The density of the picture, without its thumbnail.
  if (marker === JFIF) {
    if (!startsWith(content, 'JFIF\0') || content.length < 14) return undefined;
    return segmentOf(JFIF, concat([content.subarray(0, 12), Uint8Array.of(0, 0)]));
  }
  // How its colours are stored.
  if (marker === ADOBE)
    return startsWith(content, 'Adobe') && content.length >= 12 ? segmentOf(ADOBE, content.subarray(0, 12)) : undefined;
  const isPicture = (marker >= 0xc0 && marker <= 0xcf) || (marker >= SOS && marker <= 0xdf) || marker === DRI;
  return isPicture ? segmentOf(marker, content) : undefined;
}

/** Where the data of a scan end: at the next marker that is none of its own. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  throw damaged('JPEG picture');
}

function segmentOf(marker: number, content: Uint8Array): Uint8Array {
  const length = content.length + 2;
  return concat([Uint8Array.of(0xff, marker, length >> 8, length & 0xff), content]);
}
