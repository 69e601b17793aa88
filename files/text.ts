import iconv from 'iconv-lite';
import { FileFaults } from './faults.ts';

export type Encoding = 'UTF-8' | 'GB18030';

/**
 * The text of a file in UTF-8, with or without byte order mark, or in GB18030, which Chinese spreadsheets still write.
 * Bytes that are no UTF-8 are read as GB18030 if they look like Chinese; so are bytes that are UTF-8 by chance. Throws
 * FileFaults for anything else: which of the many Western encodings it is, nobody can tell.
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  const read = decoded(bytes);
  if (read) return read.text;
  throw new FileFaults([`${name} is neither in UTF-8 nor in GB18030; save it again as "CSV UTF-8".`]);
}

/** The encoding by which the bytes are read; null when they are not. */
export function encodingOf(bytes: Uint8Array): Encoding | null {
  return decoded(bytes)?.encoding ?? null;
}

function decoded(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } | null {
  const utf8 = decodeStrictly(bytes);
  if (utf8 !== null && !isJumble(utf8)) return { text: utf8, encoding: 'UTF-8' };
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 'gb18030');
  if (!text.includes('\uFFFD') && !isWestern(bytes)) return { text, encoding: 'GB18030' };
  return utf8 === null ? null : { text: utf8, encoding: 'UTF-8' };
}

/**
 * Text in an encoding of one byte a letter can be read as Chinese, ü and the r behind it as one rare character. In what
 * is Chinese, most characters are of the common ones, level 1 of GB 2312, or its punctuation.
 */
function isWestern(bytes: Uint8Array): boolean {
  let [common, rare] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const [lead, trail] = [bytes[at]!, bytes[at + 1] ?? 0];
    if (lead < 0x80) continue;
    const isLevel1 = (lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3);
    if (trail >= 0xa1 && isLevel1) common++;
    else rare++;
    // Four bytes where the second is a digit, else two.
    at += trail >= 0x30 && trail <= 0x39 ? 3 : 1;
  }
  return rare > common;
}

function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const SCRIPTS = ['Latin', 'Greek', 'Cyrillic', 'Armenian', 'Hebrew', 'Arabic', 'Syriac', 'Thaana', 'Nko'].map(
  (script) => new RegExp(`\\p{Script=${script}}`, 'u'),
);

/**
 * A few Chinese characters in GB18030 may happen to be valid UTF-8: the bytes of 职员 are a Hebrew point and an Armenian
 * letter. Such a text holds nothing beyond two-byte characters, and mixes scripts inside a word, which nobody writes.
 */
function isJumble(text: string): boolean {
  if (/[\u0800-\uFFFF]/.test(text.replace(/^\uFEFF/, ''))) return false;
  const words = text.match(/[\u0080-\u07FF]{2,}/g) ?? [];
  return words.some((word) => SCRIPTS.filter((script) => script.test(word)).length > 1);
}
