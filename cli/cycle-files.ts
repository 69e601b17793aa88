import type { Command } from 'commander';
import { Api, type ApiOptions, pathId, withApiOptions } from './api.ts';
import type { Io } from './io.ts';
import { formatOf, type ImportOptions, keep, takeIn } from './table-files.ts';

const CYCLE = ['<id>', 'the cycle, such as plan-2027'] as const;

/** `rostrum cycle export plan-2027 needs needs.xlsx`, `rostrum cycle import plan-2027 quotes quotes.csv` */
export function registerCycleFiles(cycle: Command, io: Io): void {
  exporting(cycle, io);
  printing(cycle, io);
  importing(cycle, io);
}

function exporting(cycle: Command, io: Io): void {
  const command = cycle
    .command('export')
    .description('write a table of the cycle to a file, CSV or XLSX by its name')
    .argument(...CYCLE)
    .argument('<table>', 'people, ratings, needs, courses, quotes, rooms, trainers, plan or attendance')
    .argument('[file]', 'where to, - for stdout (default: the name of the table, .csv)')
    .addHelpText('after', '\nExample:\n  rostrum cycle export plan-2027 needs needs.xlsx');
  withApiOptions(command).action(async (id: string, what: string, given: string | undefined, options: ApiOptions) => {
    const file = given ?? `${what}.csv`;
    const path = `/api/cycles/${pathId(id)}/export/${what}.${formatOf(file, ['csv', 'xlsx'])}`;
    await keep(io, file, await new Api(io, options).download(path), `the ${what} of ${id}`, options);
  });
}

function printing(cycle: Command, io: Io): void {
  const command = cycle
    .command('print')
    .description('the plan for people, as PDF or XLSX by the name of the file')
    .argument(...CYCLE)
    .argument('[file]', 'where to', 'plan.pdf')
    .option('--locale <locale>', 'en or zh-CN', 'en');
  withApiOptions(command).action(async (id: string, file: string, options: ApiOptions & { locale: string }) => {
    const query = new URLSearchParams({ locale: options.locale });
    const path = `/api/cycles/${pathId(id)}/plan.${formatOf(file, ['pdf', 'xlsx'])}?${query}`;
    await keep(io, file, await new Api(io, options).download(path), `the plan of ${id}`, options);
  });
}

function importing(cycle: Command, io: Io): void {
  const command = cycle
    .command('import')
    .description('bring a table into the cycle: all of it, or nothing')
    .argument(...CYCLE)
    .argument('<table>', 'needs, courses, quotes, rooms, trainers or ratings')
    .argument('<file>', 'CSV in UTF-8 or GB18030, or XLSX')
    .option('--check', 'only say what is wrong with it')
    .addHelpText('after', '\nExample:\n  rostrum cycle import plan-2027 quotes quotes.csv --check');
  withApiOptions(command).action(async (id: string, what: string, file: string, options: ImportOptions) => {
    const to = `/api/cycles/${pathId(id)}/import/${encodeURIComponent(what)}`;
    await takeIn(io, new Api(io, options), { to, file, what }, options);
  });
}
