import type { Command } from 'commander';
import { PersonId } from '../contracts/ids.ts';
import { Clock, readClock, setClock } from '../db/clock.ts';
import { connect, isPassing, type Pool } from '../db/connection.ts';
import { migrate } from '../db/migrate.ts';
import { Missing, untilDone, type Waiting } from '../engine/patience.ts';
import { faultOfDevTokens } from '../settings/dev-tokens.ts';
import { StackFailure } from '../stack/failure.ts';
import { untilInterrupted } from '../stack/interrupt.ts';
import { requireFreePort } from '../stack/ports.ts';
import { type Stack, startStack } from '../stack/stack.ts';
import { checked } from './input.ts';
import { dataFolder, forgetRunning, noteRunning, type Running } from './installation.ts';
import { EXIT, Failure, type Io, print, printJson, say } from './io.ts';
import { withOperator } from './operator.ts';
import { LOGINS, processesFor } from './processes.ts';

interface UpOptions {
  readonly dataDir?: string;
  readonly apiPort: string;
  readonly postgresPort?: string;
  readonly temporalPort?: string;
  readonly temporalUiPort?: string;
  readonly timeScale?: string;
  readonly operator?: string;
  readonly devTokens?: boolean;
  readonly json?: boolean;
}

/** Who runs an installation for trying out in which nobody does, unless somebody is named. */
const OPERATOR = 'operations';

/** `rostrum up` */
export function registerUp(program: Command, io: Io): void {
  program
    .command('up')
    .description('start PostgreSQL, Temporal, all workers and the API on this machine; Ctrl-C stops them')
    .option('--data-dir <folder>', 'where everything is kept until the next start (default: .rostrum)')
    .option('--api-port <port>', 'port of the API', io.env.ROSTRUM_API_PORT ?? '8080')
    .option('--postgres-port <port>', 'port of PostgreSQL (default: chosen once and kept)')
    .option('--temporal-port <port>', 'port of Temporal (default: chosen once and kept)')
    .option('--temporal-ui-port <port>', "serve Temporal's own web pages on this port")
    .option('--time-scale <n>', 'let procedure time pass so many times faster; only for a new data folder')
    .option('--operator <person>', 'employee id of somebody who runs it (default: operations, where nobody does)')
    .option('--dev-tokens', 'let anybody on this machine be anybody, by a token such as dev:E001; for trying out only')
    .option('--json', 'when all is running, print where everything is as JSON')
    .addHelpText('after', '\nIt uses DATABASE_URL and TEMPORAL_ADDRESS instead of its own servers when they are set.')
    .action((options: UpOptions) => up(io, options));
}

async function up(io: Io, options: UpOptions): Promise<void> {
  const began = performance.now();
  const interrupted = untilInterrupted();
  const givenUp = new AbortController();
  void interrupted.then(() => givenUp.abort());
  const folder = dataFolder(io, options.dataDir);
  const apiPort = portIn(options.apiPort, '--api-port')!;
  if (options.operator !== undefined) checked(PersonId, options.operator, '--operator');
  let operations: string[] = [];
  const devTokens = devTokensIn(io, options);
  const log = (sentence: string) => say(io, sentence);
  let scale = 1;
  let stack: Stack;
  try {
    await requireFreePort(apiPort, 'the API', '--api-port PORT');
    stack = await startStack({
      dataDir: folder,
      ports: portsIn(options),
      migrate: async (url, masterKey) => {
        scale = await prepare(url, options.timeScale, { log, signal: givenUp.signal });
        operations = await withOperator({ url, masterKey, ifNone: OPERATOR }, options.operator);
      },
      logins: LOGINS,
      processes: processesFor(io, { apiPort, devTokens }),
      log,
    });
  } catch (error) {
    if (error instanceof StackFailure || error instanceof Missing) throw new Failure(EXIT.failure, error.message);
    throw error;
  }
  const { databaseUrl, temporalAddress } = stack;
  const api = `http://127.0.0.1:${apiPort}`;
  const running: Running = { pid: process.pid, api, databaseUrl, temporalAddress, operations };
  await noteRunning(folder, running);
  if (options.json) printJson(io, { ...running, timeScale: scale, dataDir: folder });
  else print(io, welcome(running, { stack, folder, scale, devTokens, tookMs: performance.now() - began }));
  await interrupted;
  log('Stopping; everything is kept.');
  await forgetRunning(folder);
  await stack.stop();
}

/**
 * Brings the schema up to date and sets the time scale of a new installation, as soon as the database answers. Returns the
 * scale that holds.
 */
async function prepare(url: string, wanted: string | undefined, waiting: Waiting): Promise<number> {
  const pool = connect(url);
  try {
    return await untilDone(waiting, async () => {
      await migrate(pool);
      if (wanted !== undefined) await setScale(pool, Number(wanted));
      return (await readClock(pool)).scale;
    });
  } finally {
    await pool.end();
  }
}

async function setScale(pool: Pool, scale: number): Promise<void> {
  if (!(scale >= 1 && scale <= 1e6)) {
    throw new Failure(EXIT.input, `--time-scale ${scale} is not possible: give a figure from 1 to 1000000.`);
  }
  if ((await readClock(pool)).scale === scale) return;
  await setClock(pool, new Clock(Date.now(), Date.now(), scale)).catch((error: Error) => {
    if (isPassing(error)) throw error;
    throw new Failure(EXIT.input, `${error.message} Choose another data folder, or leave out --time-scale.`);
  });
}

function portsIn(options: UpOptions): { postgres?: number; temporal?: number; temporalUi?: number } {
  const postgres = portIn(options.postgresPort, '--postgres-port');
  const temporal = portIn(options.temporalPort, '--temporal-port');
  const temporalUi = portIn(options.temporalUiPort, '--temporal-ui-port');
  return {
    ...(postgres === undefined ? {} : { postgres }),
    ...(temporal === undefined ? {} : { temporal }),
    ...(temporalUi === undefined ? {} : { temporalUi }),
  };
}

function portIn(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Failure(EXIT.input, `${option} ${text} is not a port: give a number from 1 to 65535.`);
}

/** Whether development tokens were asked for. @throws Failure, in a sentence, where they would be open to more than this machine */
function devTokensIn(io: Io, { devTokens }: UpOptions): boolean {
  const { ROSTRUM_DEV_TOKENS: told, ROSTRUM_API_HOST: host, NODE_ENV } = io.env;
  const wanted = devTokens ?? /^(yes|true|1)$/.test(told ?? '');
  const fault = wanted ? faultOfDevTokens({ host: host || undefined, production: NODE_ENV === 'production' }) : null;
  if (fault) throw new Failure(EXIT.input, fault);
  return wanted;
}

interface Started {
  readonly stack: Stack;
  readonly folder: string;
  readonly scale: number;
  readonly devTokens: boolean;
  readonly tookMs: number;
}

function welcome(running: Running, { stack, folder, scale, devTokens, tookMs }: Started): string {
  const curl = `curl -H 'Authorization: Bearer dev:${running.operations[0]}' ${running.api}/api/me`;
  const lines = [
    `Rostrum is running (${(tookMs / 1000).toFixed(1)} s).`,
    `  Open        ${running.api} in a browser`,
    `  API         ${running.api}/api, described at ${running.api}/api/openapi.json`,
    `  Temporal    ${running.temporalAddress}${stack.temporalUiUrl ? `, web pages at ${stack.temporalUiUrl}` : ''}`,
    `  Data, logs  ${folder}`,
    `  Time        ${scale === 1 ? 'real' : `${scale} times faster than real`}`,
    ...(devTokens
      ? [
          '  Tokens      development tokens are on: anybody on this machine may be anybody',
          '  Try         rostrum import organisation samples; rostrum status; or with curl:',
          `              ${curl}`,
        ]
      : ['  Tokens      development tokens are off; to try it out, stop it and add --dev-tokens']),
    'Ctrl-C stops it.',
  ];
  return lines.join('\n');
}
