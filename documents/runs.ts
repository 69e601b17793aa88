import { covers, FONTS, type Font } from './fonts.ts';
import { inSight } from './sight.ts';

/** A piece of a text in the font that it is set in. */
export interface Run {
  readonly text: string;
  readonly font: Font;
}

/** Stands for a character that no font has. */
export const BOX = '□';

const HAN = /\p{Script=Han}/u;
const PIECES = pieces('');
/** In Chinese text quotation marks, dashes and dots are as wide as a character, and set in its font. */
const CHINESE_PIECES = pieces('“”‘’—…·');

function pieces(also: string): RegExp {
  const chinese = `\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef${also}`;
  return new RegExp(`[${chinese}]+|[^${chinese}]+`, 'gu');
}

const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' });
const ALL = Object.keys(FONTS) as Font[];

/**
 * Cuts a text into runs, each in a font that has all its characters; what none has is a box. A Latin name is never set
 * half in one font and half in the other. What cannot be seen and would only order or hide what can is left out, words
 * that are written from right to left stand in their order, and a word that is longer than `together` may be broken.
 */
export function runsOf(text: string, together = MOST_TOGETHER): Run[] {
  return breakable(ordered(fontsOf(inSight(text))), together);
}

/** The same with nothing but letters that stand side by side as they come, all others as boxes. */
export function plainRunsOf(text: string, together = MOST_TOGETHER): Run[] {
  const runs: Run[] = [];
  for (const c of inSight(text)) {
    const font = SIMPLE.test(c) ? (['Roboto', 'Noto'] as const).find((name) => covers(name, c)) : undefined;
    push(runs, font ? c : BOX, font ?? 'Noto');
  }
  return breakable(runs, together);
}

const SIMPLE = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{N}\p{P}\p{S}\s]/u;

function fontsOf(text: string): Run[] {
  const chinese = HAN.test(text);
  const runs: Run[] = [];
  for (const piece of text.match(chinese ? CHINESE_PIECES : PIECES) ?? []) {
    const order: readonly Font[] = HAN.test(piece) ? ['Noto', 'Roboto'] : ['Roboto', 'Noto'];
    const font = order.find((name) => covers(name, piece));
    if (font) push(runs, piece, font);
    else for (const { segment } of clusters.segment(piece)) pushCluster(runs, segment, order);
  }
  return runs;
}

/** What a reader takes for one character is in one font, if there is one that has all of it. */
function pushCluster(runs: Run[], cluster: string, order: readonly Font[]): void {
  const font = [...order, ...ALL].find((name) => covers(name, cluster));
  if (font) {
    push(runs, cluster, font);
    return;
  }
  for (const c of cluster) {
    const single = [...order, ...ALL].find((name) => covers(name, c));
    push(runs, single ? c : BOX, single ?? 'Noto');
  }
}

function push(runs: Run[], text: string, font: Font): void {
  const last = runs.at(-1);
  if (last?.font === font) runs[runs.length - 1] = { text: last.text + text, font };
  else runs.push({ text, font });
}

const FROM_THE_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const LETTER = /\p{L}/u;

/**
 * Fonts turn round the letters of each word that is written from right to left; the words of a phrase are turned round
 * here, for a line as a whole (the bidirectional algorithm of UAX 9 as far as names need it).
 */
function ordered(runs: Run[]): Run[] {
  if (!runs.some(({ text }) => FROM_THE_RIGHT.test(text))) return runs;
  const words = runs.flatMap(({ text, font }) => (text.match(/\s+|\S+/gu) ?? []).map((word) => ({ text: word, font })));
  const isRight = words.map(({ text }) => FROM_THE_RIGHT.test(text));
  const ends = words.map(({ text }, at) => (LETTER.test(text) && !isRight[at]) || text.includes('\n'));
  const lined: Run[] = [];
  for (let at = 0; at < words.length; ) {
    if (!isRight[at]) {
      lined.push(words[at++]!);
      continue;
    }
    let last = at;
    for (let next = at; next < words.length && !ends[next]; next++) if (isRight[next]) last = next;
    lined.push(...words.slice(at, last + 1).reverse());
    at = last + 1;
  }
  return lined;
}

/** As long as a SHA-256, which whoever copies it must get in one piece. */
const MOST_TOGETHER = 64;
const MAY_BREAK = /[\s\-\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** A line may end here; it is as wide as nothing in every font. */
const BREAK = '\u200b';

function breakable(runs: readonly Run[], most: number): Run[] {
  let together = 0;
  return runs.map(({ text, font }) => {
    if (together + text.length <= most && !MAY_BREAK.test(text)) {
      together += text.length;
      return { text, font };
    }
    let broken = '';
    for (const { segment } of clusters.segment(text)) {
      const ends = MAY_BREAK.test(segment);
      if (!ends && together >= most) {
        broken += BREAK;
        together = 0;
      }
      broken += segment;
      together = ends ? 0 : together + segment.length;
    }
    return { text: broken, font };
  });
}
