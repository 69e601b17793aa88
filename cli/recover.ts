import type { Command } from 'commander';
import { readClock } from '../db/clock.ts';
import { Pokes } from '../engine/pokes.ts';
import { type Recovery, recover } from '../engine/recover.ts';
import { type DirectOptions, directOf, withDatabase, withDirectOptions, withTemporal } from './direct.ts';
import { EXIT, Failure, type Io, print, printJson, say } from './io.ts';
import { Progress } from './progress.ts';
import { counted } from './table.ts';

/** `rostrum recover` */
export function registerRecover(program: Command, io: Io): void {
  const command = program
    .command('recover')
    .description('see that every open procedure of the ledger runs, on an empty Temporal server as well')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nIt may be done at any time: a procedure that runs already only looks again.');
  withDirectOptions(command).action(async (options: DirectOptions & { json?: boolean }) => {
    const direct = directOf(io, options);
    const progress = new Progress(io);
    const recovery = await withDatabase(direct, (pool) =>
      withTemporal(direct, async (client) => {
        const clock = await readClock(pool);
        return recover({
          pool,
          client,
          now: () => clock.now(),
          pokes: new Pokes(client),
          progress: (done, of) => progress.show(`${done} of ${of} procedures`),
        });
      }),
    );
    progress.done();
    report(io, recovery, options.json ?? false);
  });
}

function report(io: Io, recovery: Recovery, json: boolean): void {
  const { open, started, failed } = recovery;
  if (json) printJson(io, recovery);
  else
    print(
      io,
      `${counted(open, 'open procedure')}: ${started} started again, ${open - started - failed.length} running already.`,
    );
  if (!failed.length) return;
  if (!json) for (const { stream, reason } of failed.slice(0, 10)) say(io, `${stream}: ${reason}`);
  throw new Failure(
    EXIT.failure,
    `${counted(failed.length, 'procedure')} could not be started: run rostrum recover again.`,
  );
}
