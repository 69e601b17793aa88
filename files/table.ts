import { BrokenCsv, readCsv } from './csv.ts';
import { FileFaults, MOST_FAULTS, shown } from './faults.ts';
import type { Bounds } from './sheet-reader.ts';
import { decodeText } from './text.ts';
import { lettersOf, type SeenSheet, seenSheet } from './workbook.ts';
import { TooLarge } from './zip.ts';

export type Cells = Readonly<Record<string, string>>;

export interface Row {
  /** The line of the file, or the row of the sheet, that it begins in; the header is 1. */
  readonly line: number;
  readonly cells: Cells;
}

export interface Table {
  /** The file's name, for messages; with the sheet's when the workbook has others. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

interface Line {
  readonly line: number;
  readonly values: readonly string[];
}

/**
 * Reads a CSV file (commas, UTF-8 or GB18030) or the first sheet of an XLSX file that is not hidden. The first line names
 * the columns, in whatever case; rows that hold nothing are looked past. `meant`: what the text of a cell, other than a column's name, stands for.
 * Throws FileFaults with every line that does not fit the header.
 */
export async function readTable(
  bytes: Uint8Array,
  file: string,
  meant: (cell: string) => string = (cell) => cell,
): Promise<Table> {
  const { name, lines } = /\.xlsx$/i.test(file) ? await sheetLines(bytes, file) : csvLines(bytes, file);
  // From here on the last one is the first that is taken.
  lines.reverse();
  const header = lines.pop();
  if (!header) throw new FileFaults([`${name} is empty; its first line must name the columns.`]);
  const columns = header.values.map((column) => column.trim().toLowerCase());
  if (columns.length > MOST_COLUMNS) throw tooWide(name, columns.length);
  if (columns.length === 1) refuseSeparated(name, header.line, columns[0]!);
  const first = new Map<string, number>();
  for (const [at, column] of columns.entries()) if (!first.has(column)) first.set(column, at);
  const twice = columns.find((column, at) => column !== '' && first.get(column) !== at);
  if (twice) throw new FileFaults([`${name} has the column ${shown(twice, SHOWN)} twice; leave one out.`]);
  const uneven = lines.filter(({ values }) => values.length !== columns.length);
  if (uneven.length > 0) {
    const faults = uneven
      .reverse()
      .slice(0, MOST_FAULTS)
      .map(({ line, values }) => `${name} line ${line}: has ${values.length} cells, the header has ${columns.length}.`);
    throw new FileFaults(faults, uneven.length - faults.length);
  }
  const rows: Row[] = [];
  // Each line goes as its row comes: both of all of them would be twice the table.
  for (let next = lines.pop(); next; next = lines.pop()) {
    rows.push({ line: next.line, cells: cellsOf(columns, next.values, meant) });
  }
  return { name, columns, rows };
}

function cellsOf(columns: readonly string[], values: readonly string[], meant: (cell: string) => string): Cells {
  const cells: Record<string, string> = {};
  // One by one, since there may be a million. What stands under __proto__ is kept nowhere, and no table has such a column.
  for (let at = 0; at < columns.length; at++) cells[columns[at]!] = meant(values[at] ?? '');
  return cells;
}

interface Lines {
  readonly name: string;
  readonly lines: Line[];
}

/** At most so many columns, rows and cells may a table have. */
const MOST_COLUMNS = 2_000;
const MOST_ROWS = 150_000;
const MOST_CELLS = 1_000_000;
/** So many characters may stand in all of it. */
const MOST_CHARACTERS = 16_000_000;
/** One line of a CSV file has at most so many characters. */
const LONGEST_LINE = 4_000_000;
/** A sheet has at most so many merged areas. */
const MOST_MERGED = 10_000;
const BOUNDS: Bounds = {
  rows: MOST_ROWS + 1,
  columns: MOST_COLUMNS,
  cells: MOST_CELLS,
  characters: MOST_CHARACTERS,
  merged: MOST_MERGED,
};
/** A sentence shows so much of what stands in a file. */
const SHOWN = 80;

function tooWide(name: string, columns: number): FileFaults {
  return new FileFaults([
    `${name} has ${columns} columns, and may have ${MOST_COLUMNS}; leave out those that are not needed.`,
  ]);
}

function tooMuch(name: string): FileFaults {
  return new FileFaults([
    `${name} holds more than ${MOST_CHARACTERS} characters; divide it into several files, or leave out what is not needed.`,
  ]);
}

/** Counts what is read of a table. Throws FileFaults once it is more than a table may hold. */
function counting(name: string): (cells: number) => void {
  let rows = 0;
  let cells = 0;
  return (more) => {
    rows += 1;
    cells += more;
    // The first names the columns.
    if (rows > MOST_ROWS + 1)
      throw new FileFaults([`${name} has more than ${MOST_ROWS} rows; divide it into several files.`]);
    if (cells > MOST_CELLS)
      throw new FileFaults([`${name} has more than ${MOST_CELLS} cells; divide it into several files.`]);
  };
}

const holdsAnything = ({ values }: Line): boolean => values.some((value) => value.trim() !== '');

/** Spreadsheets of many countries separate by semicolons. */
function refuseSeparated(name: string, line: number, header: string): void {
  const bare = header.replace(/"[^"]*"/g, '');
  if (!/[;\t]/.test(bare) || bare.includes(',')) return;
  throw new FileFaults([
    `${name} line ${line}: there is no column but "${shown(header, SHOWN)}". Separate the columns by commas.`,
  ]);
}

function csvLines(bytes: Uint8Array, name: string): Lines {
  // A character has three bytes, in nearly all that people write.
  if (bytes.length > 3 * MOST_CHARACTERS) throw tooMuch(name);
  const text = decodeText(bytes, name);
  if (text.length > MOST_CHARACTERS) throw tooMuch(name);
  refuseSeparated(name, 1, /^\uFEFF?([^\r\n]*)/.exec(text)![1]!);
  const count = counting(name);
  const lines: Line[] = [];
  try {
    readCsv(text, LONGEST_LINE, (values, line) => {
      if (lines.length === 0 && values.length > MOST_COLUMNS) throw tooWide(name, values.length);
      count(values.length);
      const read = { line, values };
      if (holdsAnything(read)) lines.push(read);
    });
  } catch (error) {
    if (!(error instanceof BrokenCsv)) throw error;
    const what =
      error.fault === 'too-long'
        ? 'is longer than any line of a table; look for a quotation mark that is not closed.'
        : 'a quotation mark is out of place; put cells that hold one in quotes.';
    throw new FileFaults([`${name} line ${error.line}: ${what}`]);
  }
  return { name, lines };
}

async function sheetLines(bytes: Uint8Array, file: string): Promise<Lines> {
  const seen = await seenOf(bytes, file);
  if (!seen) {
    throw new FileFaults([
      `${file} is not a workbook that can be read; if its sheet is hidden, show it, and save it again as .xlsx or as CSV.`,
    ]);
  }
  const name = seen.alone ? file : `${file} (sheet "${shown(seen.name, 40)}")`;
  if (seen.rows > MOST_ROWS + 1 || seen.columns > MOST_COLUMNS || seen.rows * seen.columns > MOST_CELLS) {
    throw new FileFaults([
      `${name} reaches to ${lettersOf(seen.columns)}${seen.rows}; delete what stands far outside of the table.`,
    ]);
  }
  if (seen.merges > MOST_MERGED) {
    throw new FileFaults([
      `${name} has more than ${MOST_MERGED} merged areas; undo the merges and fill in every cell.`,
    ]);
  }
  if (seen.characters > MOST_CHARACTERS) throw tooMuch(name);
  const width = seen.lines.reduce((most, { values }) => Math.max(most, values.length), 0);
  const lines = seen.lines.map(({ line, values }) => ({ line, values: padded(values, width) })).filter(holdsAnything);
  refuseUnsaid(name, seen, lines[0]);
  return { name, lines };
}

function padded(values: readonly string[], width: number): readonly string[] {
  return values.length === width ? values : [...values, ...Array<string>(width - values.length).fill('')];
}

async function seenOf(bytes: Uint8Array, file: string): Promise<SeenSheet | undefined> {
  try {
    return await seenSheet(bytes, BOUNDS);
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    throw new FileFaults([`${file} is too large when it is unpacked; divide it into several files.`]);
  }
}

/** Refuses what an empty cell would be taken for, though nobody has left it empty. */
function refuseUnsaid(name: string, { broken, merged }: SeenSheet, header: Line | undefined): void {
  const titles = (header?.values ?? []).map((title) => shown(title.trim(), SHOWN));
  const named = (column: number): boolean => Boolean(titles[column - 1]);
  const from = header?.line ?? 0;
  const cells = broken
    .filter(({ row, column }) => named(column) && row >= from)
    .map(({ row, column, error }) => {
      const where = `${name} line ${row}, column ${titles[column - 1]}`;
      return error === null
        ? `${where}: its formula has no value; open the file with the spreadsheet program, save it and send it again.`
        : `${where}: "${shown(error, SHOWN)}" is an error of the spreadsheet; correct its formula, or empty the cell.`;
    });
  const firstNamed = ([first, last]: readonly [number, number]): number | undefined => {
    for (let column = Math.max(1, first); column <= Math.min(last, titles.length); column++) {
      if (named(column)) return column;
    }
    return undefined;
  };
  const areas = merged.flatMap(({ rows, columns }) => {
    const column = rows[1] >= from ? firstNamed(columns) : undefined;
    if (column === undefined) return [];
    const lines = rows[0] === rows[1] ? `line ${rows[0]}` : `lines ${rows[0]} to ${rows[1]}`;
    return [
      `${name} ${lines}, column ${titles[column - 1]}: cells are merged there; undo the merge and fill in every cell.`,
    ];
  });
  if (cells.length + areas.length > 0) throw new FileFaults([...cells, ...areas]);
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** CSV in UTF-8 without byte order mark: commas, quotes where needed, a line feed at each line's end. */
export function writeCsv(columns: readonly string[], rows: readonly Cells[]): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  return lines.map((cells) => `${cells.map(quoted).join(',')}\n`).join('');
}
