import { readdir, readFile } from 'node:fs/promises';
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
  return name === undefined ? undefined : readTable(await readFile(path.join(folder, name)), name);
}

/** Like optionalTable, for a table that must be there. */
export async function requiredTable(folder: string, stem: string): Promise<Table> {
  const table = await optionalTable(folder, stem);
  if (table) return table;
  throw new FileFaults([`There is no ${stem}.csv (or .xlsx) in ${folder}; put it there or name another folder.`]);
}
