import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import type { ImportBody } from '../contracts/organisation.ts';
import { readDataFolder } from '../files/data-folder.ts';
import { FileFaults } from '../files/faults.ts';
import { Api, type ApiOptions, withApiOptions } from './api.ts';
import { EXIT, Failure, type Io, print, printJson } from './io.ts';

/** `rostrum import organisation samples` */
export function registerImport(program: Command, io: Io): void {
  const organisation = program
    .command('import')
    .description('bring in data from files: all of it, or nothing')
    .command('organisation')
    .description('people, departments, posts, calendars and absences from a data folder')
    .argument('<folder>', 'a folder like samples, with organisation/, posts/ and calendars/')
    .option('--check', 'only read the files and tell what is wrong');
  withApiOptions(organisation).action(async (folder: string, options: ApiOptions & { check?: boolean }) => {
    const body = await read(folder);
    const counts = countsOf(body);
    if (!options.check) {
      const api = new Api(io, options);
      await api.post('/api/organisation/importOrganisation', { ...body, commandId: randomUUID() });
    }
    if (options.json) return printJson(io, { imported: !options.check, ...counts });
    const what = Object.entries(counts).map(([name, count]) => `${count} ${name}`);
    print(io, `${options.check ? 'Read without a fault' : 'Imported'}: ${what.join(', ')}.`);
  });
}

async function read(folder: string): Promise<ImportBody> {
  try {
    return (await readDataFolder(folder)).organisation;
  } catch (error) {
    if (error instanceof FileFaults) throw new Failure(EXIT.input, error.message);
    throw error;
  }
}

function countsOf(body: ImportBody): Record<string, number> {
  const { people, departments, posts, calendars, absences } = body;
  const parts = { people, departments, posts, calendars, absences };
  return Object.fromEntries(Object.entries(parts).map(([name, rows]) => [name, rows?.length ?? 0]));
}
