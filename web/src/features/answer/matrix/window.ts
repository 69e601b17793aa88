import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';

/** Beyond so many columns or rows only those in sight are there. */
const ALL_COLUMNS = 10;
const ALL_ROWS = 40;
/** So many more on each side are ready before they come into sight. */
const AROUND = 3;

export interface Sizes {
  readonly rows: number;
  readonly columns: number;
  /** In pixels: a row, a column, and what is fixed above and beside them. */
  readonly row: number;
  readonly column: number;
  readonly above: number;
  readonly beside: number;
}

type Span = readonly [first: number, last: number];

/** Which rows and columns are in sight; the cell in focus is always there. */
export interface Sight {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** Follows how far the grid is scrolled, and brings the cell in focus into sight. */
export function useSight(
  grid: RefObject<HTMLElement | null>,
  sizes: Sizes,
  at: readonly [row: number, column: number],
) {
  const [[top, bottom], lookDown] = useState<Span>([0, 24]);
  const [[left, right], lookAlong] = useState<Span>([0, ALL_COLUMNS]);
  const { rows, columns, row, column, above, beside } = sizes;
  useEffect(() => {
    const element = grid.current;
    if (!element) return;
    const look = () => {
      const { scrollTop, scrollLeft, clientHeight, clientWidth } = element;
      lookDown((before) => same(before, spanOf(scrollTop, clientHeight - above, row)));
      lookAlong((before) => same(before, spanOf(scrollLeft, clientWidth - beside, column)));
    };
    const resized = new ResizeObserver(look);
    resized.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [grid, above, beside, row, column]);
  const [atRow, atColumn] = at;
  useLayoutEffect(() => {
    const element = grid.current;
    if (!element) return;
    const down = into(element.scrollTop, element.clientHeight - above, atRow * row, row);
    if (down !== element.scrollTop) element.scrollTop = down;
    if (columns <= ALL_COLUMNS) return;
    const along = into(element.scrollLeft, element.clientWidth - beside, atColumn * column, column);
    if (along !== element.scrollLeft) element.scrollLeft = along;
  }, [grid, atRow, atColumn, row, column, above, beside, columns]);
  return {
    rows: rows <= ALL_ROWS ? range(0, rows - 1) : around([top, bottom], rows, atRow),
    columns: columns <= ALL_COLUMNS ? range(0, columns - 1) : around([left, right], columns, atColumn),
  } satisfies Sight;
}

const same = (before: Span, now: Span): Span => (before[0] === now[0] && before[1] === now[1] ? before : now);

const spanOf = (scrolled: number, seen: number, size: number): Span => [
  Math.floor(scrolled / size),
  Math.ceil((scrolled + seen) / size),
];

/** How far to scroll so that something is in sight. */
function into(scrolled: number, seen: number, from: number, size: number): number {
  if (from < scrolled) return from;
  return from + size > scrolled + seen ? from + size - seen : scrolled;
}

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

function around([first, last]: Span, count: number, at: number): readonly number[] {
  const seen = range(Math.max(0, first - AROUND), Math.min(count - 1, last + AROUND));
  return seen.includes(at) ? seen : [...seen, at].sort((a, b) => a - b);
}

/** How much room is left out before each that is there, and behind the last, in steps. */
export function gapsOf(shown: readonly number[], count: number): readonly number[] {
  const before = shown.map((index, i) => index - (i === 0 ? 0 : shown[i - 1]! + 1));
  return [...before, count - 1 - (shown.at(-1) ?? -1)];
}
