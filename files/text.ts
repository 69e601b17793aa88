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
  const text = isWestern(bytes) ? null : decodeChinese(bytes);
  if (text !== null) return { text, encoding: 'GB18030' };
  return utf8 === null ? null : { text: utf8, encoding: 'UTF-8' };
}

const PIECE = 256 * 1024;

/** Piece by piece: what decodes all at once takes four bytes beside each. Null: it is no GB18030. */
function decodeChinese(bytes: Uint8Array): string | null {
  const decoder = iconv.getDecoder('gb18030');
  let text = '';
  for (let at = 0; at <= bytes.length; at += PIECE) {
    const piece = Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.min(PIECE, bytes.length - at));
    const read = decoder.write(piece) + (at + PIECE > bytes.length ? (decoder.end() ?? '') : '');
    if (read.includes('\uFFFD')) return null;
    text += read;
  }
  return text;
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

/** Characters that UTF-8 writes in two bytes. */
const FIRST_OF_TWO = 0x80;
const LAST_OF_TWO = 0x7ff;
const SCRIPTS = ['Latin', 'Greek', 'Cyrillic', 'Armenian', 'Hebrew', 'Arabic', 'Syriac', 'Thaana', 'Nko'].map(
  (script) => new RegExp(`\\p{Script=${script}}`, 'u'),
);
/** Of each of them, from the first on, a bit for its script. */
let scripts: Uint16Array | undefined;

function scriptsOfTwo(): Uint16Array {
  return Uint16Array.from({ length: LAST_OF_TWO + 1 - FIRST_OF_TWO }, (_, at) => {
    const character = String.fromCharCode(FIRST_OF_TWO + at);
    return SCRIPTS.reduce((bits, script, n) => (script.test(character) ? bits | (1 << n) : bits), 0);
  });
}

/**
 * A few Chinese characters in GB18030 may happen to be valid UTF-8: the bytes of 职员 are a Hebrew point and an Armenian
 * letter. Such a text holds nothing beyond two-byte characters, and mixes scripts inside a word, which nobody writes.
 */
function isJumble(text: string): boolean {
  scripts ??= scriptsOfTwo();
  let word = 0;
  let isMixed = false;
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > LAST_OF_TWO) return false;
    word = code < FIRST_OF_TWO ? 0 : word | scripts[code - FIRST_OF_TWO]!;
    // More than one bit.
    if ((word & (word - 1)) !== 0) isMixed = true;
  }
  return isMixed;
}
