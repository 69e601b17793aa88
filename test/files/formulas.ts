/** Spaces of every kind, what a spreadsheet takes for the beginning of a formula, and what is behind it. */
export const FORMULAS = ['', ' ', '\u00a0', '\u3000', "'", "''", 'a;', 'a; ', ';;', 'a\n', 'a\t '].flatMap((before) =>
  ["=cmd|'/c calc'!A1", '+1+1', '-1-1', '@SUM(1)', '＝1', '＋1', '－1', '＠x', '\t=1', '\r=1', '\n=1'].map(
    (formula) => `${before}${formula}`,
  ),
);

/** Whether a spreadsheet would calculate the cell, or a part of it where commas do not separate the cells. */
export const isFormula = (cell: string, cells: 'csv' | 'xlsx') =>
  /^[\t\r\n]/.test(cell) || (cells === 'csv' ? cell.split(/[;\t\r\n]/) : [cell]).some(begins);

const begins = (text: string) => /^\s*[=+@＝＋－＠-]/u.test(text) && !/^-?\d+(\.\d+)?$/.test(text);
