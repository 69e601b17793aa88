import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { coverageOf } from './coverage.ts';

const require = createRequire(import.meta.url);
const han = (weight: string) => require.resolve(`@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`);
const latin = (style: string) => require.resolve(`pdfmake/fonts/Roboto/Roboto-${style}.ttf`);

/** Roboto sets Latin, Greek and Cyrillic, Noto Sans SC Chinese. Noto alone would not do: it lacks letters such as Ł. */
export const FONTS = {
  Noto: { normal: han('400Regular'), bold: han('700Bold') },
  Roboto: { normal: latin('Regular'), bold: latin('Medium') },
};
export type Font = keyof typeof FONTS;

export interface Run {
  readonly text: string;
  readonly font: Font;
}

const known = new Map<Font, (codePoint: number) => boolean>();

function covers(font: Font, text: string): boolean {
  let has = known.get(font);
  if (!has) {
    has = coverageOf(readFileSync(FONTS[font].normal));
    known.set(font, has);
  }
  return [...text].every((c) => /\s/u.test(c) || has(c.codePointAt(0)!));
}

const HAN = /\p{Script=Han}/u;
const PIECES = pieces('');
/** In Chinese text quotation marks, dashes and dots are as wide as a character, and set in its font. */
const CHINESE_PIECES = pieces('“”‘’—…·');

function pieces(also: string): RegExp {
  const chinese = `\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef${also}`;
  return new RegExp(`[${chinese}]+|[^${chinese}]+`, 'gu');
}

/**
 * Cuts a text into runs, each in a font that has all its characters. A Latin name is never set half in one font and half
 * in the other.
 * @throws Error that names the first character which no font has.
 */
export function runsOf(text: string): Run[] {
  const chinese = HAN.test(text);
  const runs: Run[] = [];
  for (const piece of text.normalize('NFC').match(chinese ? CHINESE_PIECES : PIECES) ?? []) {
    const order: readonly Font[] = HAN.test(piece) ? ['Noto', 'Roboto'] : ['Roboto', 'Noto'];
    const font = order.find((name) => covers(name, piece));
    if (!font) throw missing(piece, text);
    const last = runs.at(-1);
    if (last?.font === font) runs[runs.length - 1] = { text: last.text + piece, font };
    else runs.push({ text: piece, font });
  }
  return runs;
}

function missing(piece: string, text: string): Error {
  const sign = [...piece].find((c) => !covers('Noto', c) && !covers('Roboto', c)) ?? piece;
  const code = sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return new Error(`No font of the documents has "${sign}" (U+${code}) in "${text}": write it with other characters.`);
}
