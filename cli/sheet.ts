import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { FileFaults } from '../files/faults.ts';
import { readTable, type Table } from '../files/table.ts';
import { EXIT, Failure, type Io } from './io.ts';

/** A table from a file (CSV in UTF-8 or GB18030, or XLSX), or CSV from stdin for `-`. */
export async function sheetIn(io: Io, file: string): Promise<Table> {
  const bytes = file === '-' ? await stdinOf(io) : await bytesOf(file);
  return mended(() => readTable(bytes, file === '-' ? 'stdin' : path.basename(file)));
}

/** Runs a reading; what is wrong with the files ends the command, one sentence a line. */
export async function mended<T>(reading: () => Promise<T> | T): Promise<T> {
  try {
    return await reading();
  } catch (error) {
    if (error instanceof FileFaults) throw new Failure(EXIT.input, error.message);
    throw error;
  }
}

/** Refuses a table that lacks a column, naming those it has. */
export function withColumns(table: Table, columns: readonly string[]): Table {
  const missing = columns.filter((column) => !table.columns.includes(column));
  if (missing.length === 0) return table;
  const sentence = `${table.name} line 1: there is no column ${missing.join(', ')}; the file has ${table.columns.join(', ')}.`;
  throw new Failure(EXIT.input, sentence);
}

/** The line of the first row that has a value in a column. */
export function lineOf(table: Table, column: string, value: string): number {
  return table.rows.find((row) => row.cells[column]?.trim() === value)?.line ?? 1;
}

async function bytesOf(file: string): Promise<Uint8Array> {
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${error.code})`;
    throw new Failure(EXIT.input, `${file}: ${reason}; check the path.`);
  });
}

async function stdinOf(io: Io): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of io.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
