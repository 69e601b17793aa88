import { CsvError, parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { FileFaults } from './faults.ts';
import { decodeText } from './text.ts';

export type Cells = Readonly<Record<string, string>>;

export interface Row {
  /** The line of the file, or the row of the sheet, that it begins in; the header is 1. */
  readonly line: number;
  readonly cells: Cells;
}

export interface Table {
  /** The file's name, for messages. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

interface Line {
  readonly line: number;
  readonly values: readonly string[];
}

/**
 * Reads a CSV file (commas, UTF-8 or GB18030) or the first sheet of an XLSX file. The first line names the columns.
 * Throws FileFaults with every line that does not fit the header.
 */
export async function readTable(bytes: Uint8Array, name: string): Promise<Table> {
  const lines = /\.xlsx$/i.test(name) ? await sheetLines(bytes, name) : csvLines(bytes, name);
  const [header, ...rest] = lines;
  if (!header) throw new FileFaults([`${name} is empty; its first line must name the columns.`]);
  const columns = header.values.map((column) => column.trim());
  const twice = columns.find((column, at) => column !== '' && columns.indexOf(column) !== at);
  if (twice) throw new FileFaults([`${name} has the column ${twice} twice; leave one out.`]);
  const faults = rest
    .filter(({ values }) => values.length !== columns.length)
    .map(({ line, values }) => `${name} line ${line}: has ${values.length} cells, the header has ${columns.length}.`);
  if (faults.length > 0) throw new FileFaults(faults);
  const rows = rest.map(({ line, values }) => ({
    line,
    cells: Object.fromEntries(columns.map((column, at) => [column, values[at] ?? ''])),
  }));
  return { name, columns, rows };
}

function csvLines(bytes: Uint8Array, name: string): Line[] {
  const text = decodeText(bytes, name);
  try {
    const records = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true, info: true });
    return (records as unknown as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      // The parser counts where a record ends; quoted line breaks lie before that.
      line: info.lines - record.join('').split('\n').length + 1,
      values: record,
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error ? ` line ${String(error.lines)}` : '';
    throw new FileFaults([`${name}${line}: a quotation mark is out of place; put cells that hold one in quotes.`]);
  }
}

async function sheetLines(bytes: Uint8Array, name: string): Promise<Line[]> {
  let sheet: readonly (readonly unknown[])[];
  try {
    sheet = await readSheet(Buffer.from(bytes));
  } catch {
    throw new FileFaults([`${name} is not a workbook that can be read; save it again as .xlsx or as CSV.`]);
  }
  return sheet
    .map((cells, at) => ({ line: at + 1, values: cells.map(cellText) }))
    .filter(({ values }) => values.some((value) => value !== ''));
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  // A day in a sheet has no time zone: the reader gives it as midnight UTC.
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** CSV in UTF-8 without byte order mark: commas, quotes where needed, a line feed at each line's end. */
export function writeCsv(columns: readonly string[], rows: readonly Cells[]): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  return lines.map((cells) => `${cells.map(quoted).join(',')}\n`).join('');
}
