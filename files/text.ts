import iconv from 'iconv-lite';
import { FileFaults } from './faults.ts';

/**
 * The text of a file in UTF-8, with or without byte order mark, or in GB18030, which Chinese spreadsheets still write.
 * Bytes that are no UTF-8 are read as GB18030; so are bytes that are UTF-8 by chance.
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  const utf8 = decodeStrictly(bytes);
  if (utf8 !== null && !isJumble(utf8)) return utf8;
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 'gb18030');
  if (!text.includes('\uFFFD')) return text;
  if (utf8 !== null) return utf8;
  throw new FileFaults([`${name} is neither in UTF-8 nor in GB18030; save it again as "CSV UTF-8".`]);
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
