/** Chinese and other wide characters take two columns of a terminal. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += WIDE.test(character) ? 2 : 1;
  return columns;
}

export type Cell = string | number | null | undefined;

/** Rows under a heading, in columns; figures to the right. */
export function table(heading: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const texts = rows.map((row) => row.map((cell) => (cell === null || cell === undefined ? '-' : String(cell))));
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

/** An instant as people read it in a terminal, in UTC. */
export function when(instant: number | null): string {
  return instant === null ? '-' : new Date(instant).toISOString().slice(0, 16).replace('T', ' ');
}

/** A count with its noun: `1 task`, `3 tasks`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
