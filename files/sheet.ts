import { bookText, guarded, unguarded } from '../contracts/formula.ts';
import { type Cells, readTable, type Table, writeCsv } from './table.ts';
import { withoutTimes } from './zip-times.ts';

/** A table on its way out: what it is written to is chosen by whoever writes it. */
export interface Sheet {
  readonly columns: readonly string[];
  readonly rows: readonly Cells[];
}

function mapped({ columns, rows }: Sheet, change: (cell: string) => string): Sheet {
  return { columns, rows: rows.map((row) => Object.fromEntries(columns.map((c) => [c, change(row[c] ?? '')]))) };
}

/** CSV in UTF-8; with a byte order mark, by which older spreadsheets know that it is UTF-8. */
export function csvOf(sheet: Sheet, { bom = false }: { readonly bom?: boolean } = {}): Uint8Array {
  const { columns, rows } = mapped(sheet, (cell) => guarded(cell, 'csv'));
  return new TextEncoder().encode(`${bom ? '\uFEFF' : ''}${writeCsv(columns, rows)}`);
}

/** A workbook with one sheet, every cell as text, so that a number such as 007 stays what it is. */
export async function xlsxOf(sheet: Sheet, name = 'Sheet1'): Promise<Uint8Array> {
  // Most processes never write one, and it takes several MiB.
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const { columns, rows } = mapped(sheet, (cell) => bookText(guarded(cell, 'xlsx')));
  const head = columns.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const body = rows.map((row) => columns.map((c) => (row[c] ? { value: row[c], type: String } : null)));
  const sheetName = name.slice(0, 31);
  return withoutTimes(await writeXlsxFile([head, ...body], { sheet: sheetName, stickyRowsCount: 1 }).toBuffer());
}

/** Reads what `csvOf` and `xlsxOf` have written, or anything else that `readTable` takes. */
export async function readSheet(bytes: Uint8Array, name: string): Promise<Table> {
  const cells = /\.xlsx$/i.test(name) ? 'xlsx' : 'csv';
  return readTable(bytes, name, (cell) => unguarded(cell, cells));
}
