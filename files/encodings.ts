import path from 'node:path';
import { FileFaults } from './faults.ts';
import { bytesIn, namesIn } from './folder.ts';
import { encodingOf } from './text.ts';

const FOLDERS = ['organisation', 'posts', 'calendars'];

/** The CSV files of a data folder that are read as GB18030, by their path in it. */
export async function chineseFiles(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const part of FOLDERS) {
    for (const name of await namesIn(path.join(folder, part))) {
      if (!name.endsWith('.csv')) continue;
      const bytes = await bytesIn(path.join(folder, part, name)).catch(unlessNoTable);
      if (bytes && encodingOf(bytes) === 'GB18030') found.push(`${part}/${name}`);
    }
  }
  return found;
}

/** Whoever reads a table refuses what is none; other files of these names nobody reads. */
function unlessNoTable(error: unknown): undefined {
  if (!(error instanceof FileFaults)) throw error;
}
