import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, type Worker } from '@temporalio/worker';
import type { Lookup } from '../../activities/delivery/deliver.ts';
import { deliveryId } from '../../contracts/delivery.ts';
import { ORGANISATION } from '../../contracts/ids.ts';
import { Clock } from '../../db/clock.ts';
import type { Channel } from '../../notices/channels/channel.ts';
import { mailChannel } from '../../notices/channels/mail.ts';
import { freePort } from '../../stack/ports.ts';
import { startTemporal, type Temporal } from '../../stack/temporal.ts';
import { callDelivery } from '../../workers/delivery-caller.ts';
import { createDeliveryWorker } from '../../workers/delivery-worker.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { workflowBundle } from '../harness/from-stock.ts';
import { ServiceProcess } from '../harness/service-process.ts';
import { age, look, put } from '../notices/outbox-rows.ts';
import { samples } from '../notices/samples.ts';
import { type MailServer, startMailServer } from '../notices/servers.ts';

Runtime.install({ logger: new DefaultLogger('ERROR', () => undefined) });

const NOW = Date.UTC(2027, 2, 5, 9, 0);
let folder: string;
let temporal: Temporal;
let connection: Connection;
let client: Client;
let database: TestDatabase;
let smtp: MailServer;
let mail: Channel;
let undo: (() => Promise<unknown>)[];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rostrum-test-delivery-'));
  [temporal, database] = await Promise.all([
    startTemporal({ dataDir: folder, port: await freePort(), ephemeral: true }),
    testDatabase(),
  ]);
  connection = await Connection.connect({ address: temporal.address });
  client = new Client({ connection });
});
afterAll(async () => {
  await connection?.close();
  await Promise.all([temporal?.stop(), database?.stop()]);
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  undo = [];
  await database.pool.query('truncate outbox, delivery');
  smtp = await startMailServer();
  mail = mailChannel({ smtpUrl: smtp.url, from: { name: 'Rostrum', address: 'training@rostrum.example.com' } });
});
afterEach(async () => {
  for (const end of undo.reverse()) await end();
  await client.workflow
    .getHandle(deliveryId('mail'))
    .terminate()
    .catch(() => undefined);
  mail.close?.();
  await smtp.close();
});

const lookup: Lookup = async ({ person, template }) => ({
  recipient: { name: person, email: `${person}@example.com`, locale: 'en', timeZone: 'UTC' },
  facts: (samples as Record<string, unknown>)[template] ?? {},
});

/** A worker of the channel; what it is told besides. */
async function work(more: { channel?: Channel; perSecond?: number; lookup?: Lookup } = {}): Promise<Worker> {
  // Workers of one queue are of different processes: each has a connection of its own.
  const native = await NativeConnection.connect({ address: temporal.address });
  const worker = await createDeliveryWorker(native, 'default', await workflowBundle(), {
    db: database.pool,
    keys: database.keys,
    procedureNow: () => NOW,
    lookup,
    channel: mail,
    channels: [mail],
    publicUrl: 'https://rostrum.example.com',
    log: () => undefined,
    perSecond: 40,
    ...more,
  });
  const running = worker.run();
  undo.push(async () => {
    if (worker.getState() === 'RUNNING') worker.shutdown();
    await running;
    await native.close();
  });
  return worker;
}

/** Without a look of its own in time: only the hint, or the hour, can wake it. */
function call(clock = new Clock(), longestSleepMs = 600_000): void {
  const { pool: db, url: databaseUrl } = database;
  const calling = callDelivery({ db, databaseUrl, clock, client, channels: ['mail'], log: () => {}, longestSleepMs });
  undo.push(() => calling.stop());
}
const hint = () => database.pool.query("select pg_notify('outbox', '')");

/** Resolves when so many mails have come, whatever their number before. */
function arrival(n = 1): Promise<void> {
  return new Promise((resolve) => {
    let left = n;
    smtp.onMessage = () => {
      if (--left === 0) resolve();
      return undefined;
    };
  });
}

async function settled(key: string): Promise<void> {
  for (let row = await look(database.pool, key); row.state === 'waiting'; row = await look(database.pool, key)) {
    if (row.error) throw new Error(row.error);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('a message is delivered when the hint comes, and the workflow ends when nothing is due', async () => {
  await work();
  call();
  for (const key of ['a', 'b']) {
    const here = arrival();
    await put(database.pool, { key });
    await hint();
    await here;
    await settled(key);
    await client.workflow.getHandle(deliveryId('mail')).result();
  }
  expect(smtp.received).toHaveLength(2);
});

test('it is also delivered by time alone, when its hour comes, and by the look when every hint is lost', async () => {
  await work();
  await put(database.pool, { key: 'later', notBefore: NOW + 3_600_000 });
  // biome-ignore lint/plugin: the real time of a clock that maps it to NOW, whatever it is
  const clock = new Clock(Date.now(), NOW + 3_590_000, 10_000);
  await database.pool.query("update outbox set not_before = to_timestamp($1::float8 / 1000) where key = 'later'", [
    NOW,
  ]);
  call(clock, 200);
  await settled('later');
  const here = arrival();
  await put(database.pool, { key: 'unhinted' });
  await here;
  await settled('unhinted');
});

test('the limit of the queue holds over all workers', async () => {
  await work({ perSecond: 4 });
  await work({ perSecond: 4 });
  for (let i = 0; i < 10; i++) await put(database.pool, { key: `m${i}`, person: `P${i}` });
  const here = arrival(10);
  const began = performance.now();
  call();
  await here;
  // Two a second: ten take five shifts, four of which wait for their second.
  expect(performance.now() - began).toBeGreaterThan(2_500);
  await settled('m9');
  expect(smtp.received).toHaveLength(10);
});

test('a process that is killed after its letter went out loses nothing, and another goes on with the others', async () => {
  await new Door(database).send(ORGANISATION, 'system', 'importOrganisation', smallCompany(4));
  const told = async (person: string) => {
    const id = await put(database.pool, { key: person, person, template: 'operations.alarm' });
    const label = { en: person, 'zh-CN': person };
    const about = { what: label, where: 'here', mend: label };
    await database.pool.query('update outbox set about = $2 where id = $1', [id, about]);
  };
  await told('P1');
  await told('P2');
  const killed = new Promise<void>((resolve, reject) => {
    smtp.onMessage = () => {
      smtp.onMessage = () => undefined;
      // The server has taken it; who sent it does not live to hear so.
      setImmediate(() => notices.kill().then(resolve, reject));
      return 'silence';
    };
  });
  const notices = await ServiceProcess.start('notices', database, temporal.address, {
    ROSTRUM_SMTP_URL: smtp.url,
    ROSTRUM_MAIL_FROM: 'Training <training@example.com>',
    ROSTRUM_MAIL_PER_SECOND: '2',
  });
  undo.push(() => notices.stop());
  await killed;
  await told('P3');
  await hint();
  await settled('P3');
  expect(await look(database.pool, 'P1')).toMatchObject({ state: 'waiting', started: 1, finished: 0 });
  await age(database.pool);
  await Promise.all([settled('P1'), settled('P2')]);
  expect(smtp.received).toHaveLength(4);
  expect(new Set(smtp.received.map((m) => m.messageId)).size).toBe(3);
});
