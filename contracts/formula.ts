/** What spreadsheets take for the beginning of a formula, in their East Asian editions in full width as well. */
const SIGN = '[=+\\-@＝＋－＠]';
/** Spaces before it do not help, nor do the apostrophes that were put before it. */
const START = new RegExp(`^['\\s]*${SIGN}|^'*[\\t\\r\\n]`, 'u');
/**
 * Where semicolons or tabs separate the cells of a CSV file, one begins behind each; quotation marks within such a cell hold
 * nothing together, so that one begins on every line as well.
 */
const WITHIN = new RegExp(`([;\\t\\r\\n][^\\S\\t\\r\\n]*)('*${SIGN})`, 'gu');
const GUARDED_WITHIN = new RegExp(`([;\\t\\r\\n][^\\S\\t\\r\\n]*)'('*${SIGN})`, 'gu');
const NUMBER = /^-?\d+(\.\d+)?$/;

/** The kinds of files that have cells. */
export type Cells = 'csv' | 'xlsx';

/**
 * The text of a cell with an apostrophe before what a spreadsheet would take for a formula: it shows it as text, and runs
 * nothing. A plain number is no formula, whatever its sign.
 */
export function guarded(cell: string, cells: Cells): string {
  const start = START.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
  return cells === 'csv' ? start.replace(WITHIN, "$1'$2") : start;
}

/** The text that was guarded. */
export function unguarded(cell: string, cells: Cells): string {
  const within = cells === 'csv' ? cell.replace(GUARDED_WITHIN, '$1$2') : cell;
  return within.startsWith("'") && START.test(within) ? within.slice(1) : within;
}

/**
 * The text of a workbook's cell: what would be lost is written as _xHHHH_, and so is what only looks like that. So is the
 * first character of names that every object has: the library that writes workbooks keeps its texts by themselves.
 */
export function bookText(cell: string): string {
  if (cell in Object.prototype) {
    return `_x${cell.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_${cell.slice(1)}`;
  }
  return cell
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replaceAll('\r', '_x000D_')
    .replaceAll('\ufffd', '_xFFFD_');
}
