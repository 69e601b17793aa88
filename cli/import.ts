import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import type { ImportBody } from '../contracts/organisation.ts';
import type { ImportCheck } from '../contracts/views/organisation.ts';
import { readDataFolder } from '../files/data-folder.ts';
import { chineseFiles } from '../files/encodings.ts';
import { FileFaults } from '../files/faults.ts';
import { Api, type ApiOptions, withApiOptions } from './api.ts';
import { changesText } from './import-text.ts';
import { EXIT, Failure, type Io, print, printJson, say } from './io.ts';

interface ImportOptions extends ApiOptions {
  readonly check?: boolean;
}

/** `rostrum import organisation samples` */
export function registerImport(program: Command, io: Io): void {
  const organisation = program
    .command('import')
    .description('bring in data from files: all of it, or nothing')
    .command('organisation')
    .description('people, departments, posts, calendars and absences from a data folder')
    .argument('<folder>', 'a folder like samples, with organisation/, posts/ and calendars/')
    .option('--check', 'change nothing: tell what is wrong, and what would change');
  withApiOptions(organisation).action(async (folder: string, options: ImportOptions) => {
    const body = await read(folder);
    for (const remark of remarks(await chineseFiles(folder))) say(io, remark);
    const check = await checked(io, body, options);
    if (check instanceof Failure)
      return tell(io, body, options, null, `What would change is not known: ${check.message}`);
    if (check.faults.length > 0) throw new Failure(EXIT.rejected, check.faults.join('\n'));
    if (!options.check) {
      const api = new Api(io, options);
      await api.post('/api/organisation/importOrganisation', { ...body, commandId: randomUUID() });
    }
    tell(io, body, options, check, changesText(body, check));
  });
}

/** What would change; for `--check` alone a failure when nobody can be asked, since the files have been read. */
async function checked(io: Io, body: ImportBody, options: ImportOptions): Promise<ImportCheck | Failure> {
  try {
    return await new Api(io, options).post<ImportCheck>('/api/organisation/import/check', body);
  } catch (error) {
    const unasked = error instanceof Failure && (error.exitCode === EXIT.unreachable || isNobody(io, options));
    if (options.check && unasked) return error;
    throw error;
  }
}

function isNobody(io: Io, { as }: ImportOptions): boolean {
  return !as && !io.env.ROSTRUM_TOKEN;
}

function tell(io: Io, body: ImportBody, options: ImportOptions, changes: ImportCheck | null, text: string): void {
  const counts = countsOf(body);
  if (options.json) {
    printJson(io, { imported: !options.check, ...counts, changes });
    return;
  }
  const what = Object.entries(counts).map(([name, count]) => `${count} ${CALLED[name] ?? name}`);
  print(io, `${options.check ? 'Read without a fault' : 'Imported'}: ${what.join(', ')}.\n${text}`);
}

/** What a person should know who wonders about the letters in their names. */
function remarks(files: readonly string[]): string[] {
  if (files.length === 0) return [];
  return [`Read as GB18030, since not in UTF-8: ${files.join(', ')}.`];
}

async function read(folder: string): Promise<ImportBody> {
  try {
    return (await readDataFolder(folder)).organisation;
  } catch (error) {
    if (error instanceof FileFaults) throw new Failure(EXIT.input, error.message);
    throw error;
  }
}

/** What rows are called that are not called like their kind. */
const CALLED: Readonly<Record<string, string>> = { anchors: 'elements with anchors' };

/** How many rows there are of each kind that the folder has. */
function countsOf({ people, departments, posts, anchors, calendars, absences }: ImportBody): Record<string, number> {
  const parts = { people, departments, posts, anchors, calendars, absences };
  return Object.fromEntries(Object.entries(parts).flatMap(([name, rows]) => (rows ? [[name, rows.length]] : [])));
}
