import type { Content } from 'pdfmake/interfaces.js';
import { z } from 'zod';
import { Bilingual, Day, inLocale, type Locale, showDay } from './bilingual.ts';
import { emsOf, print, type Words } from './pdf.ts';

/** What every certificate bears, whatever it certifies. */
export const CertificateSheet = z.object({
  name: z.string().trim().min(1).max(200),
  company: Bilingual,
  number: z.string().min(1).max(200),
  issuedOn: Day,
  /** The language that comes first; both are on the page. */
  locale: z.enum(['en', 'zh-CN']),
  signatories: z
    .array(z.object({ name: z.string().min(1).max(200), title: Bilingual }))
    .min(1)
    .max(4),
  /** A short hash of the place in the ledger where what is certified stands. */
  verifyCode: z.string().min(4).max(64),
});
export type CertificateSheet = z.infer<typeof CertificateSheet>;

/** What one kind of certificate says: its heading, and its sentence after the name. */
export interface CertificateWords {
  /** Of the file, as readers of PDF show it. */
  readonly title: string;
  readonly heading: Readonly<Record<Locale, string>>;
  readonly sentence: Readonly<Record<Locale, string>>;
}

const INK = '#1f2933';
const BLUE = '#1c4f82';
const GOLD = '#9a7b2f';
const PAGE = { width: 841.89, height: 595.28 };
/** Where the signatures begin, from the top, in points; everything above has to end before. */
const SIGNATURES = 432;
const WIDTH = 660;

/** One landscape A4 page in Chinese and English. The same input gives the same bytes (within one release of zlib). */
export async function printSheet(c: CertificateSheet, { title, heading, sentence }: CertificateWords): Promise<Buffer> {
  const second: Locale = c.locale === 'en' ? 'zh-CN' : 'en';
  const setting = {
    title,
    author: inLocale(c.company, c.locale),
    language: c.locale,
    createdOn: c.issuedOn,
  };
  return print(setting, (words) => ({
    pageOrientation: 'landscape',
    pageMargins: [(PAGE.width - WIDTH) / 2, 58, (PAGE.width - WIDTH) / 2, 40],
    background: frame(),
    content: [
      fitted(words, both(c.company, c.locale, second), 13, 1, { color: GOLD, characterSpacing: 1 }),
      headed(words, heading, c.locale, [0, 14, 0, 0]),
      words(heading[second], { fontSize: 13, color: BLUE, alignment: 'center' }),
      fitted(words, c.name, 34, 2, { bold: true, margin: [0, 16, 0, 4] }),
      { canvas: [{ type: 'line', x1: 170, y1: 0, x2: WIDTH - 170, y2: 0, lineWidth: 0.8, lineColor: GOLD }] },
      fitted(words, sentence[c.locale], 14, 3, { margin: [0, 16, 0, 0], lineHeight: 1.25 }),
      fitted(words, sentence[second], 11, 3, { margin: [0, 10, 0, 0], lineHeight: 1.25, color: '#52606d' }),
      signatures(words, c),
      imprint(words, c),
    ],
  }));
}

function headed(
  words: Words,
  heading: CertificateWords['heading'],
  locale: Locale,
  margin: [number, number, number, number],
): Content {
  const style = locale === 'en' ? { fontSize: 30 } : { fontSize: 34, characterSpacing: 8 };
  return words(heading[locale], { ...style, bold: true, color: BLUE, alignment: 'center', margin });
}

/** Both languages on a line, or the one text that stands for both. */
function both(text: Bilingual, first: Locale, second: Locale): string {
  const [a, b] = [inLocale(text, first), inLocale(text, second)];
  return a === b ? a : `${a}  ·  ${b}`;
}

/**
 * A centred text at the given size, or as much smaller as it takes to need no more than so many lines; before it becomes
 * smaller than what can be read well it takes twice as many.
 */
function fitted(
  words: Words,
  text: string,
  size: number,
  lines: number,
  style: { readonly bold?: boolean; readonly [key: string]: unknown },
  { width = WIDTH, least = 7 } = {},
): Content {
  const room = (width * lines * 0.92) / emsOf(text, style.bold ? 'bold' : 'normal');
  return words(text, {
    alignment: 'center',
    ...style,
    fontSize: Math.max(0.5, Math.floor(Math.min(size, Math.max(room, Math.min(least, room * 2))) * 2) / 2),
  });
}

function signatures(words: Words, c: CertificateSheet): Content {
  const width = WIDTH / c.signatories.length;
  const line = Math.min(180, width - 24);
  const second: Locale = c.locale === 'en' ? 'zh-CN' : 'en';
  return {
    absolutePosition: { x: (PAGE.width - WIDTH) / 2, y: SIGNATURES },
    columnGap: 0,
    columns: c.signatories.map(({ name, title }) => ({
      width,
      stack: [
        {
          canvas: [
            {
              type: 'line',
              x1: (width - line) / 2,
              y1: 0,
              x2: (width + line) / 2,
              y2: 0,
              lineWidth: 0.6,
              lineColor: INK,
            },
          ],
        },
        fitted(words, name, 11, 2, { margin: [8, 6, 8, 0] }, { width: width - 16, least: 5 }),
        fitted(
          words,
          both(title, c.locale, second),
          8.5,
          2,
          { color: '#52606d', margin: [8, 2, 8, 0] },
          { width: width - 16, least: 5 },
        ),
      ],
    })),
  };
}

/** Number, day of issue and the code by which the certificate can be checked against the ledger. */
function imprint(words: Words, c: CertificateSheet): Content {
  const parts = [
    `编号 No. ${c.number}`,
    `签发日期 Issued ${c.locale === 'en' ? showDay(c.issuedOn, 'en') : showDay(c.issuedOn, 'zh-CN')}`,
    `验证码 Verify ${c.verifyCode}`,
  ];
  return {
    absolutePosition: { x: (PAGE.width - WIDTH) / 2, y: 514 },
    columns: parts.map((part, i) =>
      fitted(
        words,
        part,
        8.5,
        2,
        { color: '#52606d', alignment: (['left', 'center', 'right'] as const)[i] },
        { width: WIDTH / 3, least: 5 },
      ),
    ),
  };
}

/** A broad blue line with a fine golden one inside it. */
function frame(): Content {
  const rectangle = (inset: number, lineWidth: number, lineColor: string) => ({
    type: 'rect' as const,
    x: inset,
    y: inset,
    w: PAGE.width - 2 * inset,
    h: PAGE.height - 2 * inset,
    lineWidth,
    lineColor,
  });
  return { canvas: [rectangle(24, 3, BLUE), rectangle(32, 0.8, GOLD)] };
}
