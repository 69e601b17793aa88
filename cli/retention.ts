import type { Command } from 'commander';
import { type OfEachKind, RETENTION_KINDS } from '../contracts/retention.ts';
import { readClock } from '../db/clock.ts';
import { countOld } from '../db/pruning.ts';
import { beforeNow, retain } from '../engine/pruner.ts';
import { EnvironmentFailure, readKeeping } from '../settings/environment.ts';
import { type Keeping, keptFor } from '../settings/retention.ts';
import { type DirectOptions, directOf, keysOf, withDatabase, withDirectOptions } from './direct.ts';
import { EXIT, Failure, type Io, print, printJson, say } from './io.ts';
import { table } from './table.ts';

interface RetentionOptions extends DirectOptions {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `rostrum retention --dry-run` */
export function registerRetention(program: Command, io: Io): void {
  const command = program
    .command('retention')
    .description('what is kept for how long, and let go of what is too old; the engine does the same every hour')
    .option('--dry-run', 'change nothing; say how much of each kind would go')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nThe days come from the environment, as the engine reads them: rostrum help environment');
  withDirectOptions(command).action((options: RetentionOptions) => run(io, options));
}

async function run(io: Io, options: RetentionOptions): Promise<void> {
  const days = daysOf(io);
  const direct = directOf(io, options);
  const { gone, refused } = await withDatabase(direct, async (pool) => {
    const clock = await readClock(pool);
    if (options.dryRun) return { gone: await countOld(pool, beforeNow(days, { clock })), refused: [] };
    const complain = (what: string) => say(io, what);
    return retain({ pool, keys: await keysOf(direct, pool), clock, complain }, days);
  });
  if (options.json) printJson(io, kinds(days, gone));
  else print(io, tableOf(days, gone, options.dryRun ? 'WOULD GO' : 'GONE'));
  for (const sentence of refused) say(io, sentence);
  if (refused.length) throw new Failure(EXIT.failure);
}

function daysOf(io: Io): Keeping {
  try {
    return readKeeping(io.env);
  } catch (error) {
    if (error instanceof EnvironmentFailure) throw new Failure(EXIT.input, error.message);
    throw error;
  }
}

type Counts = OfEachKind<number>;

function kinds(days: Keeping, gone: Counts) {
  return RETENTION_KINDS.map((kind) => keptFor(kind, days, gone));
}

function tableOf(days: Keeping, gone: Counts, heading: string): string {
  const lines = kinds(days, gone).map(({ what, days: kept, from, ends, count }) => [
    what,
    kept === 0 ? 'for ever' : `${kept}`,
    from,
    ends,
    `${count}`,
  ]);
  return table(['WHAT', 'DAYS', 'FROM', 'THEN', heading], lines);
}
