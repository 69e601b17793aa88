import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { namesIn } from './folder.ts';
import { encodingOf } from './text.ts';

const FOLDERS = ['organisation', 'posts', 'calendars'];

/** The CSV files of a data folder that are read as GB18030, by their path in it. */
export async function chineseFiles(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const part of FOLDERS) {
    for (const name of await namesIn(path.join(folder, part))) {
      if (!name.endsWith('.csv')) continue;
      if (encodingOf(await readFile(path.join(folder, part, name))) === 'GB18030') found.push(`${part}/${name}`);
    }
  }
  return found;
}
