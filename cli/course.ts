import type { Command } from 'commander';
import type { OfferingLine } from '../contracts/views/offering.ts';
import { Api, type ApiOptions, pathId, withApiOptions } from './api.ts';
import { type Io, print, printJson } from './io.ts';
import { table } from './table.ts';
import { formatOf, type ImportOptions, keep, takeIn } from './table-files.ts';

const OFFERING = ['<id>', 'the offering, such as plan-2027.O-001'] as const;

/** `rostrum course list`, `rostrum course attendance plan-2027.O-001 list.xlsx` */
export function registerCourse(program: Command, io: Io): void {
  const course = program.command('course').description('the dated runs of courses that a plan has started');
  listing(course, io);
  attendance(course, io);
  importing(course, io);
  calendar(course, io);
}

function listing(course: Command, io: Io): void {
  const command = course
    .command('list')
    .description('the courses that you teach or take part in; for operations all')
    .option('--cycle <id>', 'only those of this cycle');
  withApiOptions(command).action(async (options: ApiOptions & { cycle?: string }) => {
    const query = options.cycle === undefined ? '' : `?${new URLSearchParams({ cycle: options.cycle })}`;
    const { offerings } = await new Api(io, options).get<{ offerings: OfferingLine[] }>(`/api/offerings${query}`);
    if (options.json) return printJson(io, offerings);
    if (!offerings.length) return print(io, 'There are no courses of yours.');
    const rows = offerings.map((o) => [
      o.id,
      o.title.en,
      o.from,
      o.to,
      o.place,
      o.trainerName ?? o.trainer ?? o.provider,
      o.cancelled ? 'cancelled' : o.stage,
    ]);
    print(io, table(['OFFERING', 'COURSE', 'FROM', 'TO', 'PLACE', 'TAUGHT BY', 'STAGE'], rows));
  });
}

function attendance(course: Command, io: Io): void {
  const command = course
    .command('attendance')
    .description('write the list of participants to fill in, CSV or XLSX by the name of the file')
    .argument(...OFFERING)
    .argument('[file]', 'where to, - for stdout', 'attendance.csv');
  withApiOptions(command).action(async (id: string, file: string, options: ApiOptions) => {
    const path = `/api/offerings/${pathId(id)}/attendance.${formatOf(file, ['csv', 'xlsx'])}`;
    await keep(io, file, await new Api(io, options).download(path), `the participants of ${id}`, options);
  });
}

function importing(course: Command, io: Io): void {
  const command = course
    .command('import')
    .description('bring in who was there, as the trainer or whoever runs the cycle')
    .argument(...OFFERING)
    .argument('<file>', 'the list filled in: CSV in UTF-8 or GB18030, or XLSX')
    .option('--check', 'only say what is wrong with it');
  withApiOptions(command).action(async (id: string, file: string, options: ImportOptions) => {
    const to = `/api/offerings/${pathId(id)}/import/attendance`;
    await takeIn(io, new Api(io, options), { to, file, what: 'attendance' }, options);
  });
}

function calendar(course: Command, io: Io): void {
  const command = course
    .command('calendar')
    .description('write its days to a file for a calendar')
    .argument(...OFFERING)
    .argument('[file]', 'where to', 'course.ics');
  withApiOptions(command).action(async (id: string, file: string, options: ApiOptions) => {
    formatOf(file, ['ics']);
    const bytes = await new Api(io, options).download(`/api/offerings/${pathId(id)}/calendar.ics`);
    await keep(io, file, bytes, `the days of ${id}`, options);
  });
}
