import { cleanBmp } from './bmp.ts';
import { startsWith } from './bytes.ts';
import { cleanEmf } from './emf.ts';
import { cleanGif } from './gif.ts';
import { cleanJpeg } from './jpeg.ts';
import { cleanPng } from './png.ts';
import { cleanWebp } from './webp.ts';
import { cleanWmf } from './wmf.ts';

const CLEANED = {
  ...{ jpeg: cleanJpeg, png: cleanPng, webp: cleanWebp, gif: cleanGif },
  // In documents of office programs.
  ...{ emf: cleanEmf, wmf: cleanWmf, bmp: cleanBmp },
} as const;
export type PictureKind = keyof typeof CLEANED;

/** What kind of picture bytes begin like; undefined: none that is known here. */
export function pictureKindOf(bytes: Uint8Array): PictureKind | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (bytes[0] === 0x89 && startsWith(bytes.subarray(1), 'PNG\r\n\u001a\n')) return 'png';
  if (startsWith(bytes, 'GIF8')) return 'gif';
  if (startsWith(bytes, '\u0001\0\0\0') && startsWith(bytes.subarray(40), ' EMF')) return 'emf';
  if (startsWith(bytes, '\u00d7\u00cd\u00c6\u009a') || startsWith(bytes, '\u0001\0\u0009\0')) return 'wmf';
  if (startsWith(bytes, 'BM') && bytes.length > 54 && bytes[6] === 0 && bytes[7] === 0) return 'bmp';
  return startsWith(bytes, 'RIFF') && startsWith(bytes.subarray(8), 'WEBP') ? 'webp' : undefined;
}

/** A picture, and nothing that is said beside it. @throws EvidenceRefused for one that ends too early */
export function cleanPicture(bytes: Uint8Array, kind: PictureKind): Uint8Array {
  return CLEANED[kind](bytes);
}
