import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { Api, type ApiOptions, pathId, withApiOptions } from './api.ts';
import { EXIT, Failure, type Io, print, printJson } from './io.ts';
import { counted } from './table.ts';

/** `rostrum cycle export plan-2027 needs.xlsx`, `rostrum cycle import plan-2027 quotes quotes.csv` */
export function registerCycleFiles(cycle: Command, io: Io): void {
  const exporting = cycle
    .command('export')
    .description('write a table of the cycle to a file, CSV or XLSX by its name')
    .argument('<id>', 'the cycle, such as plan-2027')
    .argument('<table>', 'people, ratings, needs, courses, quotes, rooms, trainers, plan or attendance')
    .argument(
      '[file]',
      'where to, ending in .csv or .xlsx; - writes CSV to stdout (default: the name of the table, .csv)',
    )
    .addHelpText('after', '\nExample:\n  rostrum cycle export plan-2027 needs needs.xlsx');
  withApiOptions(exporting).action((id: string, what: string, file: string | undefined, options: ApiOptions) =>
    exportTable(io, id, what, file ?? `${what}.csv`, options),
  );
  const importing = cycle
    .command('import')
    .description('bring a table into the cycle: all of it, or nothing')
    .argument('<id>', 'the cycle, such as plan-2027')
    .argument('<table>', 'needs, courses, quotes, rooms, trainers or ratings')
    .argument('<file>', 'CSV in UTF-8 or GB18030, or XLSX')
    .option('--check', 'only say what is wrong with it')
    .addHelpText('after', '\nExample:\n  rostrum cycle import plan-2027 quotes quotes.csv --check');
  withApiOptions(importing).action((id: string, what: string, file: string, options: ImportOptions) =>
    importTable(io, id, what, file, options),
  );
}

interface ImportOptions extends ApiOptions {
  readonly check?: boolean;
}

async function exportTable(io: Io, id: string, what: string, file: string, options: ApiOptions): Promise<void> {
  const format = file === '-' ? 'csv' : path.extname(file).slice(1).toLowerCase();
  if (format !== 'csv' && format !== 'xlsx') {
    throw new Failure(EXIT.input, `${file} must end in .csv or .xlsx: the name says what is written.`);
  }
  const bytes = await new Api(io, options).download(`/api/cycles/${pathId(id)}/export/${what}.${format}`);
  if (file === '-') return void io.stdout.write(bytes);
  await writeFile(file, bytes).catch((error: NodeJS.ErrnoException) => {
    throw new Failure(EXIT.input, `${file} cannot be written (${error.code}); choose another place.`);
  });
  if (options.json) printJson(io, { file, bytes: bytes.length });
  else print(io, `${file} has the ${what} of ${id}.`);
}

async function importTable(io: Io, id: string, what: string, file: string, options: ImportOptions): Promise<void> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${error.code})`;
    throw new Failure(EXIT.input, `${file}: ${reason}; check the path.`);
  });
  const query = new URLSearchParams({ name: path.basename(file), ...(options.check ? { check: 'true' } : {}) });
  const found = await new Api(io, options).upload<{ rows: number; imported: boolean }>(
    `/api/cycles/${pathId(id)}/import/${what}?${query}`,
    bytes,
  );
  if (options.json) printJson(io, found);
  else print(io, `${found.imported ? 'Taken in' : 'Read without a fault'}: ${counted(found.rows, 'row')} of ${what}.`);
}
