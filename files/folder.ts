import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { FileFaults } from './faults.ts';
import { readTable, type Table } from './table.ts';

/** The names in a folder, sorted; none when the folder does not exist. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** The table `stem`.csv or `stem`.xlsx of a folder; undefined when there is neither. */
export async function optionalTable(folder: string, stem: string): Promise<Table | undefined> {
  const names = await namesIn(folder);
  const name = [`${stem}.csv`, `${stem}.xlsx`].find((candidate) => names.includes(candidate));
  return name === undefined ? undefined : readTable(await bytesIn(path.join(folder, name)), name);
}

/** No table has more bytes. */
const MOST_BYTES = 64 * 1_048_576;

/** What a file holds. Throws FileFaults, before anything of it is read, for one that is too large for any table, and for what is none. */
export async function bytesIn(file: string): Promise<Uint8Array> {
  const found = await stat(file);
  const name = path.basename(file);
  if (!found.isFile()) throw new FileFaults([`${name} is no file; give the table this name, and nothing else.`]);
  if (found.size > MOST_BYTES) {
    throw new FileFaults([
      `${name} has ${found.size} bytes, and a table may have ${MOST_BYTES}; divide it into several files.`,
    ]);
  }
  return readFile(file);
}

/** Like optionalTable, for a table that must be there. */
export async function requiredTable(folder: string, stem: string): Promise<Table> {
  const table = await optionalTable(folder, stem);
  if (table) return table;
  throw new FileFaults([`There is no ${stem}.csv (or .xlsx) in ${folder}; put it there or name another folder.`]);
}
