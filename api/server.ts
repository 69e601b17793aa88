import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { Client, Connection } from '@temporalio/client';
import { pino } from 'pino';
import { readClock } from '../db/clock.ts';
import { connect } from '../db/connection.ts';
import { KeyRing } from '../db/keys.ts';
import { Gateway } from '../gateway/gateway.ts';
import { buildApi } from './app.ts';
import { readSettings } from './settings.ts';

/** The process that answers HTTP. It says `{ ready: true, port }` to its parent, and ends with it or on SIGTERM. */
const log = pino({ name: 'api' }, pino.destination({ dest: 2, sync: true }));

async function main(): Promise<void> {
  const settings = readSettings();
  const pool = connect(settings.DATABASE_URL);
  const keys = new KeyRing(pool, settings.ROSTRUM_MASTER_KEY);
  await keys.prove();
  const connection = await Connection.connect({ address: settings.TEMPORAL_ADDRESS });
  const client = new Client({ connection, namespace: settings.TEMPORAL_NAMESPACE });
  const app = await buildApi({
    pool,
    keys,
    clock: await readClock(pool),
    gateway: new Gateway({ client, pool }),
    operations: new Set(settings.ROSTRUM_OPERATIONS),
    devTokens: settings.ROSTRUM_DEV_TOKENS,
    publicUrl: settings.ROSTRUM_PUBLIC_URL,
    complain: (what, about) => log.error(about, what),
  });
  await app.listen({ port: settings.ROSTRUM_API_PORT, host: settings.ROSTRUM_API_HOST });
  const { port } = app.server.address() as AddressInfo;
  log.info({ port }, 'ready');

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    const closing = async () => {
      await app.close();
      await connection.close();
      await pool.end();
    };
    closing().then(() => process.exit(0), fail);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  if (process.send) process.on('disconnect', stop);
  process.send?.({ ready: true, port });
}

function fail(error: unknown): void {
  log.fatal(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

main().catch(fail);
