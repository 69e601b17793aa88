import type { Server } from 'node:http';
import process from 'node:process';
import type { Logger } from 'pino';
import type { Clock } from '../db/clock.ts';
import { connectForTurns, type Pool } from '../db/connection.ts';
import { forgetErased } from '../db/erased.ts';
import { KeyRing } from '../db/keys.ts';
import { openingKeyOf } from '../db/master-key.ts';
import { reasonOf, untilOpen, type Waiting } from '../engine/patience.ts';
import { type Environment, type Needs, readEnvironment } from '../settings/environment.ts';
import { admitKinds } from '../settings/kinds.ts';
import { openLog } from '../settings/log.ts';
import { stopRequested } from '../settings/stopping.ts';
import { healthOf, serveHealth } from './health.ts';

/** What every process of Rostrum has at hand once the database is there. */
export interface Tools {
  readonly environment: Environment;
  readonly pool: Pool;
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly log: Logger;
  /** How to wait for something that is not there yet. */
  readonly waiting: Waiting;
}

/** What a process does until it is stopped. */
export interface Service {
  /** For the health check: a word, and whether it means that all is well. */
  health(): { readonly state: string; readonly well: boolean };
  /** Begins nothing more and resolves when what is under way has ended. */
  stop(): Promise<void>;
  /** Resolves after `stop`; fails when the service cannot go on. */
  readonly ended: Promise<void>;
}

/**
 * The life of a process: settings, database, keys, `start`, `{ ready: true }` to the parent if there is one, then work
 * until SIGTERM, SIGINT or the parent's end. The exit code is 0 after a stop in order, else 1 with one sentence.
 */
export async function runService(
  name: string,
  start: (tools: Tools) => Promise<Service>,
  needs: Needs = 'deciding',
): Promise<void> {
  const stopping = stopRequested();
  const log = openLog(name);
  try {
    const environment = readEnvironment(process.env, needs);
    await admitKinds(environment.ROSTRUM_KINDS);
    await live({ name, environment, key: keyOf(environment, needs), log, signal: stopping }, start);
    log.info('stopped');
    process.exit(0);
  } catch (error) {
    if (stopping.aborted) process.exit(0);
    log.fatal(error instanceof Error ? reasonOf(error) : String(error));
    process.exit(1);
  }
}

/** The secret that a process works with: never more than it needs. */
function keyOf({ ROSTRUM_MASTER_KEY: master, ROSTRUM_OPENING_KEY: opening }: Environment, needs: Needs): string {
  return needs === 'deciding' ? master! : (opening ?? openingKeyOf(master!));
}

interface Life extends Pick<Tools, 'environment' | 'log'> {
  readonly name: string;
  readonly key: string;
  readonly signal: AbortSignal;
}

async function live(
  { name, environment, key, log, signal }: Life,
  start: (tools: Tools) => Promise<Service>,
): Promise<void> {
  const pool = connectForTurns(environment.DATABASE_URL);
  const waiting = { log: (sentence: string) => log.info(sentence), signal };
  const keys = new KeyRing(pool, key);
  const clock = await untilOpen(pool, keys, waiting);
  const forgetting = forgetErased(environment.DATABASE_URL, keys);
  const service = await start({ environment, pool, keys, clock, log, waiting });
  let port: Server | undefined;
  if (environment.ROSTRUM_HEALTH_PORT !== undefined) {
    port = await serveHealth(environment.ROSTRUM_HEALTH_PORT, () => healthOf(name, pool, service.health()));
  }
  log.info({ pid: process.pid }, 'ready');
  process.send?.({ ready: true });
  const stop = () => void service.stop();
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  await service.ended;
  await forgetting.close();
  port?.close();
  await pool.end();
}
