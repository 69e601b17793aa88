import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { connectForAnswers } from '../db/connection.ts';
import { forgetErased } from '../db/erased.ts';
import { KeyRing } from '../db/keys.ts';
import { newsLine } from '../db/news.ts';
import type { Advanced } from '../engine/advanced.ts';
import { Aftermath } from '../engine/aftermath.ts';
import { Gateway } from '../engine/gateway.ts';
import { importsApart } from '../engine/imports-apart.ts';
import { reasonOf, untilOpen } from '../engine/patience.ts';
import { Pokes } from '../engine/pokes.ts';
import { temporalClient } from '../engine/temporal-client.ts';
import { TurnThread } from '../engine/turn-thread.ts';
import { admitKinds } from '../settings/kinds.ts';
import { openLog } from '../settings/log.ts';
import { keepingOf } from '../settings/retention.ts';
import { stopRequested } from '../settings/stopping.ts';
import { storingOf } from '../settings/storage.ts';
import { LANES, type Lane } from './apart/lanes.ts';
import { ReadingThread } from './apart/reading-thread.ts';
import { buildApi } from './app.ts';
import { BUILT_PAGES } from './pages.ts';
import { companyOf } from './session/company-settings.ts';
import { limitsOf } from './session/limits.ts';
import { readSettings } from './settings.ts';
import { warmUp } from './warm-up.ts';

/** The process that answers HTTP. It says `{ ready: true, port }` to its parent, and ends with it or on SIGTERM. */
const log = openLog('api');
const stopping = stopRequested();
/** Until it listens it has nothing in its hands. */
let close = async (): Promise<void> => undefined;
stopping.addEventListener('abort', () => void close().then(() => process.exit(0), fail), { once: true });

/** Whoever does not answer for longer is not well. */
const HEALTH_WAITS_MS = 4_000;

/** After so many milliseconds without an import their thread ends; how much it gives way to those who answer, as `nice` has it. */
const IMPORTS_IDLE_MS = 60_000;
const IMPORTS_GIVE_WAY = 5;

async function main(): Promise<void> {
  const settings = readSettings();
  const kinds = settings.ROSTRUM_KINDS;
  await admitKinds(kinds);
  const pool = connectForAnswers(settings.DATABASE_URL);
  const { DATABASE_URL: databaseUrl, ROSTRUM_MASTER_KEY: masterKey = '' } = settings;
  const keys = new KeyRing(pool, masterKey);
  const clock = await untilOpen(pool, keys, { log: (sentence) => log.info(sentence), signal: stopping });
  const complain = (what: string, about: object) => log.error(about, what);
  const forgetting = forgetErased(databaseUrl, keys);
  // Nobody who answers waits for Temporal: only signals go there, and those that are lost are sent again.
  const client = temporalClient(settings.TEMPORAL_ADDRESS, settings.TEMPORAL_NAMESPACE);
  const pokes = new Pokes(client);
  const aftermath = new Aftermath(pool, pokes);
  const data = { databaseUrl, masterKey, clock, kinds };
  const turns = await TurnThread.start(data, complain);
  const imports = TurnThread.whenNeeded({ ...data, niceness: IMPORTS_GIVE_WAY }, complain, IMPORTS_IDLE_MS);
  const after = (done: Advanced) => aftermath.of(done);
  const gateway = new Gateway({ turns: importsApart(turns, imports), after });
  const same = {
    clock,
    devTokens: settings.ROSTRUM_DEV_TOKENS,
    publicUrl: settings.ROSTRUM_PUBLIC_URL,
    mailLinks: settings.ROSTRUM_MAIL_LINKS,
    company: companyOf(settings),
    sessionLimits: limitsOf({
      idleMinutes: settings.ROSTRUM_SESSION_IDLE_MINUTES,
      hours: settings.ROSTRUM_SESSION_HOURS,
      stayDays: settings.ROSTRUM_SESSION_STAY_DAYS,
    }),
    keeping: keepingOf(settings),
    storing: storingOf(settings),
  };
  const readingData = { ...same, ...data };
  const reading = (lane: Lane) => new ReadingThread({ data: readingData, limits: LANES[lane], gateway, complain });
  const apart = {
    ...{ pieces: reading('pieces'), looks: reading('looks') },
    ...{ tables: reading('tables'), files: reading('files') },
  };
  const news = newsLine(databaseUrl);
  const app = await buildApi({
    ...same,
    pages: existsSync(BUILT_PAGES) ? BUILT_PAGES : undefined,
    news,
    pool,
    keys,
    gateway,
    apart,
    deciding: () => turns.present(HEALTH_WAITS_MS),
    complain,
    note: (what, about) => log.info(about, what),
    proxies: settings.ROSTRUM_PROXIES,
    limits: { reads: settings.ROSTRUM_READS_PER_MINUTE, writes: settings.ROSTRUM_WRITES_PER_MINUTE },
  });
  const began = Date.now();
  // What keeps it from practice is met again by the first request, and told then.
  await warmUp(turns, { pool, keys }, clock.now()).then(
    () => log.info({ ms: Date.now() - began }, 'warmed up'),
    (error: unknown) => log.warn({ error: sentenceOf(error) }, 'not warmed up'),
  );
  await app.listen({ port: settings.ROSTRUM_API_PORT, host: settings.ROSTRUM_API_HOST });
  const { port } = app.server.address() as AddressInfo;
  log.info({ port }, 'ready');

  close = async () => {
    await Promise.all([app.close(), ...Object.values(apart).map((thread) => thread.stop())]);
    await Promise.all([turns.stop(), imports.stop()]);
    aftermath.stop();
    await Promise.all([pokes.stop(), forgetting.close(), news.close()]);
    await client.connection.close();
    await pool.end();
  };
  process.send?.({ ready: true, port });
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? reasonOf(error) : String(error);
}

function fail(error: unknown): void {
  log.fatal(sentenceOf(error));
  process.exit(1);
}

main().catch(fail);
