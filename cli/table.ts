import { onTerminal } from './io.ts';

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Chinese and other characters that take two columns of a terminal (UAX 11), by what they begin with. */
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{17000}-\u{18cff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}\p{Emoji_Presentation}]|^\p{Emoji}\ufe0f|^\p{RI}{2}/u;
/** What only goes on top of what stands before it. */
const NARROW = /^[\p{M}\p{Default_Ignorable_Code_Point}]*$/u;

const PLAIN = /^[\x20-\x7e]*$/;

/** How many columns a text takes. */
export function width(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let columns = 0;
  for (const { segment } of characters.segment(text)) columns += WIDE.test(segment) ? 2 : NARROW.test(segment) ? 0 : 1;
  return columns;
}

export type Cell = string | number | null | undefined;

/** Rows under a heading, in columns; figures to the right. */
export function table(heading: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const texts = rows.map((row) => row.map(cellText));
  const widths = heading.map((title, i) => Math.max(width(title), ...texts.map((row) => width(row[i] ?? ''))));
  const isFigure = heading.map((_, i) => rows.length > 0 && rows.every((row) => typeof row[i] === 'number'));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => {
        const space = ' '.repeat(widths[i]! - width(cell));
        return isFigure[i] ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd();
  return [line(heading), ...texts.map(line)].join('\n');
}

function cellText(cell: Cell): string {
  return cell === null || cell === undefined ? '-' : onTerminal(String(cell)).replace(/\s+/gu, ' ');
}

/** An instant as people read it in a terminal, in UTC. */
export function when(instant: number | null): string {
  return instant === null ? '-' : new Date(instant).toISOString().slice(0, 16).replace('T', ' ');
}

/** A count with its noun: `1 task`, `3 tasks`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
