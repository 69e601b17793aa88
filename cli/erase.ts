import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { PersonId } from '../contracts/ids.ts';
import { readClock } from '../db/clock.ts';
import { clearLeftovers } from '../db/leftovers.ts';
import { erasedList } from '../db/pruning.ts';
import { eraseAgain } from '../engine/erasing.ts';
import { type DirectOptions, directOf, keysOf, withDatabase, withDirectOptions } from './direct.ts';
import { checked, textOf } from './input.ts';
import { EXIT, Failure, type Io, print, printJson, say } from './io.ts';
import { counted } from './table.ts';

interface EraseOptions extends DirectOptions {
  readonly json?: boolean;
}

/** `rostrum erase list | repeat | clear` */
export function registerErase(program: Command, io: Io): void {
  const erase = program
    .command('erase')
    .description('people whose data were erased, and what is left of them in files and backups')
    .addHelpText('after', '\nTo erase somebody who has left: rostrum send organisation:main erasePerson --body …');
  const list = erase
    .command('list')
    .description('who was erased and when, a line each; keep it beside the backups')
    .option('--to <file>', 'write to this file (default: stdout)');
  withDirectOptions(list).action((options: EraseOptions & { to?: string }) => listing(io, options));
  const repeat = erase
    .command('repeat')
    .description('after a backup was put back: erase everybody of a list again')
    .argument('<file>', 'what rostrum erase list has written')
    .option('--json', 'print JSON');
  withDirectOptions(repeat).action((file: string, options: EraseOptions) => repeating(io, file, options));
  const clear = erase
    .command('clear')
    .description('take what was erased out of the files of the database now; the engine does it within the hour')
    .option('--json', 'print JSON');
  withDirectOptions(clear).action((options: EraseOptions) => clearing(io, options));
}

async function listing(io: Io, options: EraseOptions & { to?: string }): Promise<void> {
  const text = await withDatabase(directOf(io, options), erasedList);
  if (options.to === undefined) return void io.stdout.write(text);
  try {
    writeFileSync(options.to, text, { mode: 0o600, flush: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Failure(EXIT.input, `${options.to} cannot be written (${code}); name another file.`);
  }
  say(io, `${counted(text.split('\n').length - 1, 'line')} written to ${options.to}; keep it beside the backups.`);
}

/** The employee ids at the beginning of the lines of a file. */
async function peopleIn(io: Io, file: string): Promise<PersonId[]> {
  const text = await textOf(io, file);
  const ids = text.split('\n').map((line) => line.trim().split(/\s+/)[0]!);
  return [...new Set(ids.filter(Boolean))].map((id) => checked(PersonId, id, `${file}: ${id}`) as PersonId);
}

async function repeating(io: Io, file: string, options: EraseOptions): Promise<void> {
  const people = await peopleIn(io, file);
  const direct = directOf(io, options);
  const done = await withDatabase(direct, async (pool) => {
    const complain = (what: string) => say(io, what);
    const access = { pool, keys: await keysOf(direct, pool), clock: await readClock(pool), complain };
    const { erased, refused } = await eraseAgain(access, people);
    return { erased, refused, left: (await clearLeftovers(pool, { all: true })).left };
  });
  if (options.json) printJson(io, done);
  else {
    const already = people.length - done.erased.length - done.refused.length;
    print(io, `Erased again: ${done.erased.length}. Erased already, or not in this database: ${already}.`);
  }
  complainOf(io, [...done.refused, ...done.left], options.json ?? false);
}

async function clearing(io: Io, options: EraseOptions): Promise<void> {
  const { people, left } = await withDatabase(directOf(io, options), (pool) => clearLeftovers(pool, { all: true }));
  if (options.json) printJson(io, { people, left });
  else if (!left.length)
    print(
      io,
      'Nothing of what was erased is left in the tables. The log of writes lets go of it at its next checkpoint, within five minutes unless PostgreSQL is set otherwise.',
    );
  complainOf(io, left, options.json ?? false);
}

function complainOf(io: Io, sentences: readonly string[], json: boolean): void {
  if (!sentences.length) return;
  if (!json) for (const sentence of sentences) say(io, sentence);
  throw new Failure(EXIT.failure, json ? '' : 'Not all is erased; the lines above say what is to be done.');
}
