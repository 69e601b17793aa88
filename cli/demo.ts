import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { type Clock, setClock } from '../db/clock.ts';
import { connect } from '../db/connection.ts';
import { migrate } from '../db/migrate.ts';
import { verifyLedger } from '../db/verify.ts';
import { type Fresh, type Installation, runDemo } from '../demo/demo.ts';
import { DemoFailure } from '../demo/failure.ts';
import { untilDone, type Waiting } from '../engine/patience.ts';
import { FileFaults } from '../files/faults.ts';
import { environmentNames } from '../settings/environment.ts';
import { StackFailure } from '../stack/failure.ts';
import { untilInterrupted } from '../stack/interrupt.ts';
import { forgetRunning, noteRunning } from './installation.ts';
import { EXIT, Failure, type Io, print, say } from './io.ts';
import { withOperator } from './operator.ts';
import { LOGINS, processesFor } from './processes.ts';
import { table } from './table.ts';

interface DemoOptions {
  readonly data?: string;
  readonly exit?: boolean;
  readonly daysPerSecond: string;
}

/** `rostrum demo` */
export function registerDemo(program: Command, io: Io): void {
  program
    .command('demo')
    .description('run a selection of trainers and a year of a training-plan cycle with simulated people')
    .option('--data <folder>', 'organisation, posts, calendars and scores, files as in samples (default: samples)')
    .option('--exit', 'stop everything when it is over')
    .option('--days-per-second <n>', 'how many days of the procedure pass in a second', '3')
    .action((options: DemoOptions) => demo(io, options));
}

async function demo(io: Io, options: DemoOptions): Promise<void> {
  const interrupted = untilInterrupted().then((signal) => {
    throw new Failure(EXIT.failure, `Stopped by ${signal}.`);
  });
  const givenUp = new AbortController();
  interrupted.catch(() => givenUp.abort());
  const running = runDemo({
    data: options.data ? path.resolve(options.data) : samples(),
    daysPerSecond: speedIn(options.daysPerSecond),
    logins: LOGINS,
    // Simulated people have no accounts.
    processes: (apiPort, env) => processesFor(bare(io), { apiPort, devTokens: true }, { ...silenced(), ...env }),
    prepare: ({ url, masterKey, operator }, clock) =>
      prepare({ url, masterKey, operator }, clock, { log: (sentence) => print(io, sentence), signal: givenUp.signal }),
    verify,
    screen: {
      write: (text) => void io.stdout.write(text),
      colours: 'isTTY' in io.stdout && io.stdout.isTTY === true,
      table,
    },
    interrupted,
    lookAround: (installation) => (options.exit ? Promise.resolve() : lookAround(io, installation, interrupted)),
  });
  await running.catch((error) => {
    const known = [DemoFailure, FileFaults, StackFailure].some((kind) => error instanceof kind);
    throw known ? new Failure(EXIT.failure, error.message) : error;
  });
}

/** The samples lie at the root of the package, above the build. */
function samples(): string {
  return path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..', 'samples');
}

/** What the shell says of another installation is not meant for this one. */
function bare(io: Io): Io {
  return { ...io, env: {} };
}

/** The same for its processes, to which an empty variable counts as absent; these five come from the stack. */
function silenced(): Record<string, string> {
  const kept = [
    'DATABASE_URL',
    'TEMPORAL_ADDRESS',
    'ROSTRUM_MASTER_KEY',
    'ROSTRUM_MASTER_KEY_FILE',
    'ROSTRUM_OPENING_KEY',
  ];
  const others = environmentNames().filter((name) => !kept.includes(name));
  return Object.fromEntries(others.map((name) => [name, '']));
}

function speedIn(text: string): number {
  const speed = Number(text);
  if (speed >= 0.001 && speed <= 10) return speed;
  throw new Failure(EXIT.input, `--days-per-second ${text} is not possible: give a figure from 0.001 to 10.`);
}

async function prepare({ url, masterKey, operator }: Fresh, clock: Clock, waiting: Waiting): Promise<void> {
  const pool = connect(url);
  try {
    await untilDone(waiting, async () => {
      await migrate(pool);
      await setClock(pool, clock);
    });
  } finally {
    await pool.end();
  }
  await withOperator({ url, masterKey, ifNone: operator }, operator);
}

async function verify(url: string) {
  const pool = connect(url);
  try {
    const { events, streams, faults } = await verifyLedger(pool);
    return { events, streams, faults: faults.map((f) => f.sentence) };
  } finally {
    await pool.end();
  }
}

/** Leaves the installation running until Ctrl-C, so that other commands and curl find it. */
async function lookAround(io: Io, { api, stack, folder, operator }: Installation, interrupted: Promise<never>) {
  const { databaseUrl, temporalAddress } = stack;
  await noteRunning(folder, { pid: process.pid, api, databaseUrl, temporalAddress, operations: [operator] });
  print(io, welcome(api, folder, operator));
  await interrupted.catch(() => say(io, 'Stopping.'));
  await forgetRunning(folder);
}

function welcome(api: string, folder: string, operator: string): string {
  return [
    '',
    'Look around; Ctrl-C stops it.',
    `  Open      ${api} in a browser, and be anybody`,
    `  API       ${api}/api, described at ${api}/api/openapi.json`,
    `  Tokens    development tokens are on: dev:${operator} (operations), dev: and any employee id of the data for everybody else`,
    `  Try       curl -H 'Authorization: Bearer dev:${operator}' ${api}/api/procedures`,
    `            ROSTRUM_DATA_DIR=${folder} npx rostrum status`,
  ].join('\n');
}
