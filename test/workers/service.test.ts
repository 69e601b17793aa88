import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { connect, type Pool } from '../../db/connection.ts';
import { KeyRing } from '../../db/keys.ts';
import { migrate } from '../../db/migrate.ts';
import { freePort } from '../../stack/ports.ts';
import { built } from '../harness/built.ts';
import { emptyDatabase } from '../harness/database.ts';
import { whileLocked } from '../harness/locked.ts';
import { Starting } from '../harness/starting.ts';

// The notices worker stands for all: what is tried here is the life that every worker shares.
describe('a worker process', () => {
  const masterKey = randomBytes(32).toString('base64');
  let dist: string;
  let database: Awaited<ReturnType<typeof emptyDatabase>>;
  let pool: Pool;
  const start = (env: Record<string, string>) => new Starting(path.join(dist, 'workers/notices.js'), env);
  const settings = () => ({ DATABASE_URL: database.as.urlOf('notices'), ROSTRUM_MASTER_KEY: masterKey });

  beforeAll(async () => {
    [dist, database] = await Promise.all([built(), emptyDatabase()]);
    pool = connect(database.url);
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  test('says in one sentence why it cannot start', async () => {
    const worker = start({ DATABASE_URL: 'mysql://somewhere', ROSTRUM_MASTER_KEY: masterKey });
    expect(await worker.exit()).toBe(1);
    expect(worker.lines).toMatchObject([{ level: 60, msg: expect.stringContaining('DATABASE_URL must be') }]);
  });

  test('waits for the schema, is well once it is there, and stops when its parent is gone', async () => {
    const port = await freePort();
    const worker = start({ ...settings(), ROSTRUM_HEALTH_PORT: String(port) });
    await worker.said('run rostrum migrate');
    await migrate(pool);
    expect(await worker.ready).toEqual({ ready: true });
    const health = await fetch(`http://127.0.0.1:${port}/health`);
    expect([health.status, await health.json()]).toMatchObject([200, { service: 'notices', database: 'reachable' }]);
    worker.process.disconnect();
    expect(await worker.exit()).toBe(0);
  });

  test('waits for a database that is there and does not answer', async () => {
    const worker = await whileLocked(pool, 'person_key', async () => {
      const waiting = start({ ...settings(), DATABASE_URL: `${database.as.urlOf('notices')}?statement_timeout=200` });
      await waiting.said('The database does not answer');
      return waiting;
    });
    expect(await worker.ready).toEqual({ ready: true });
    await worker.kill();
  });

  test('stops in order at SIGTERM', async () => {
    const worker = start(settings());
    await worker.ready;
    worker.process.kill('SIGTERM');
    expect(await worker.exit()).toBe(0);
    expect(worker.lines.at(-1)).toMatchObject({ level: 30, msg: 'stopped' });
  });

  test('does not work with a key that is not the database’s', async () => {
    await new KeyRing(pool, masterKey).hold(['P1']);
    const worker = start({ ...settings(), ROSTRUM_MASTER_KEY: randomBytes(32).toString('base64') });
    expect(await worker.exit()).toBe(1);
    expect(worker.lines.at(-1)).toMatchObject({ level: 60, msg: expect.stringContaining('is not the key') });
  });

  test('leaves a database alone that a newer Rostrum has migrated', async () => {
    await pool.query("insert into kysely_migration (name, timestamp) values ('9999-future', '2099-01-01')");
    const worker = start(settings());
    expect(await worker.exit()).toBe(1);
    expect(worker.lines.at(-1)?.msg).toBe(
      'The database was migrated by a newer Rostrum (9999-future): update this process.',
    );
  });
});
