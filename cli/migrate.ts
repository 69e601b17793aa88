import type { Command } from 'commander';
import { migrate, schemaGap } from '../db/migrate.ts';
import { type DirectOptions, directOf, withDatabase, withDirectOptions } from './direct.ts';
import { EXIT, Failure, type Io, print, printJson } from './io.ts';

/** `rostrum migrate` */
export function registerMigrate(program: Command, io: Io): void {
  const command = program
    .command('migrate')
    .description('bring the schema of the database up to date, and the rights of the processes in it; safe to repeat')
    .option('--json', 'print JSON');
  withDirectOptions(command).action(async (options: DirectOptions & { json?: boolean }) => {
    const done = await withDatabase(directOf(io, options), async (pool) => {
      const { missing, unknown } = await schemaGap(pool);
      if (unknown.length) {
        throw new Failure(EXIT.input, `A newer Rostrum has migrated this database (${unknown.join(', ')}): update.`);
      }
      await migrate(pool);
      return missing;
    });
    if (options.json) printJson(io, { migrated: done });
    else print(io, done.length ? `Migrated: ${done.join(', ')}.` : 'The schema is up to date.');
  });
}
