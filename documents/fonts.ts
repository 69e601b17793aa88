import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { trueTypeOf } from './woff.ts';

const require = createRequire(import.meta.url);
const google = (family: string, file: string) => (weight: string) =>
  require.resolve(`@expo-google-fonts/${family}/${weight}/${file}_${weight}.ttf`);
const both = (face: (weight: string) => string) => ({ normal: face('400Regular'), bold: face('700Bold') });
const latin = (style: string) => require.resolve(`pdfmake/fonts/Roboto/Roboto-${style}.ttf`);
const unifont = require.resolve('@fontsource/unifontex/files/unifontex-latin-400-normal.woff');

/** Fonts that come packed, by the name that stands for them once they are unpacked. */
const PACKED: Readonly<Record<string, string>> = { 'unifont.ttf': unifont };

/**
 * Roboto sets Latin, Greek and Cyrillic, Noto Sans SC Chinese and Japanese. Noto alone would not do: it lacks letters such
 * as Ł. What neither has is set in a font of its script, and in the pixels of Unifont, which has nearly every character of
 * the first 65,536, where none is.
 */
export const FONTS = {
  Noto: both(google('noto-sans-sc', 'NotoSansSC')),
  Roboto: { normal: latin('Regular'), bold: latin('Medium') },
  Arabic: both(google('noto-sans-arabic', 'NotoSansArabic')),
  Hebrew: both(google('noto-sans-hebrew', 'NotoSansHebrew')),
  Devanagari: both(google('noto-sans-devanagari', 'NotoSansDevanagari')),
  Thai: both(google('noto-sans-thai', 'NotoSansThai')),
  Hangul: both(google('nanum-gothic', 'NanumGothic')),
  Emoji: both(google('noto-emoji', 'NotoEmoji')),
  Unifont: { normal: 'unifont.ttf', bold: 'unifont.ttf' },
};
export type Font = keyof typeof FONTS;

/** What is needed of a font of fontkit, which has no types of its own. */
interface OpenFont {
  readonly unitsPerEm: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  layout(text: string): { readonly advanceWidth: number };
}
const fontkit = require('fontkit') as { create(bytes: Buffer): OpenFont };

const open = new Map<string, OpenFont>();
/** The bytes of packed fonts that were needed. */
export const unpacked = new Map<string, Buffer>();

function opened(font: Font, weight: 'normal' | 'bold'): OpenFont {
  const file = FONTS[font][weight];
  let known = open.get(file);
  if (!known) {
    const packed = PACKED[file];
    const bytes = packed ? trueTypeOf(readFileSync(packed)) : readFileSync(file);
    if (packed) unpacked.set(file, bytes);
    known = fontkit.create(bytes);
    open.set(file, known);
  }
  return known;
}

/** Spaces, and what only says how the characters beside it are joined or shown. */
const UNSEEN = /[\s\p{Default_Ignorable_Code_Point}]/u;

/** Whether a font has everything of a text that can be seen. */
export function covers(font: Font, text: string): boolean {
  return [...text].every((c) => UNSEEN.test(c) || opened(font, 'normal').hasGlyphForCodePoint(c.codePointAt(0)!));
}

/** How wide a text is in a font, in ems. */
export function widthIn(font: Font, text: string, weight: 'normal' | 'bold' = 'normal'): number {
  const file = opened(font, weight);
  return file.layout(text).advanceWidth / file.unitsPerEm;
}
