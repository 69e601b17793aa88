import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { connect, type Pool } from '../../db/connection.ts';
import { KeyRing } from '../../db/keys.ts';
import { migrate } from '../../db/migrate.ts';
import { freePort } from '../../stack/ports.ts';
import { built } from '../harness/built.ts';
import { emptyDatabase } from '../harness/database.ts';

interface Worker {
  readonly process: ChildProcess;
  /** The lines of its log. */
  readonly lines: { level: number; msg: string }[];
  said(sentence: string): Promise<void>;
}

// The notices worker stands for all: what is tried here is the life that every worker shares.
describe('a worker process', () => {
  const masterKey = randomBytes(32).toString('base64');
  let dist: string;
  let database: Awaited<ReturnType<typeof emptyDatabase>>;
  let pool: Pool;
  const start = (env: Record<string, string>): Worker => {
    const child = fork(path.join(dist, 'workers/notices.js'), [], {
      env: { PATH: process.env.PATH, ...env },
      execArgv: [],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const lines: { level: number; msg: string }[] = [];
    child.stderr!.on('data', (chunk: Buffer) => {
      for (const line of chunk.toString().trim().split('\n')) lines.push(JSON.parse(line));
    });
    const said = async (sentence: string) => {
      while (!lines.some((l) => l.msg.includes(sentence))) await once(child.stderr!, 'data');
    };
    return { process: child, lines, said };
  };
  const settings = () => ({ DATABASE_URL: database.url, ROSTRUM_MASTER_KEY: masterKey });
  /** 'close' would be all that is needed, but it does not come once the channel was closed from here. */
  const exitOf = async ({ process: child }: Worker): Promise<number | null> => {
    const [[code]] = await Promise.all([once(child, 'exit'), once(child.stderr!, 'end')]);
    return code;
  };

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
    expect(await exitOf(worker)).toBe(1);
    expect(worker.lines).toMatchObject([{ level: 60, msg: expect.stringContaining('DATABASE_URL must be') }]);
  });

  test('waits for the schema, is well once it is there, and stops when its parent is gone', async () => {
    const port = await freePort();
    const worker = start({ ...settings(), ROSTRUM_HEALTH_PORT: String(port) });
    await worker.said('run rostrum migrate');
    const ready = once(worker.process, 'message');
    await migrate(pool);
    expect((await ready)[0]).toEqual({ ready: true });
    const health = await fetch(`http://127.0.0.1:${port}/health`);
    expect([health.status, await health.json()]).toMatchObject([200, { service: 'notices', database: 'reachable' }]);
    worker.process.disconnect();
    expect(await exitOf(worker)).toBe(0);
  });

  test('stops in order at SIGTERM', async () => {
    const worker = start(settings());
    await once(worker.process, 'message');
    worker.process.kill('SIGTERM');
    expect(await exitOf(worker)).toBe(0);
    expect(worker.lines.at(-1)).toMatchObject({ level: 30, msg: 'stopped' });
  });

  test('does not work with a key that is not the database’s', async () => {
    await new KeyRing(pool, masterKey).hold(['P1']);
    const worker = start({ ...settings(), ROSTRUM_MASTER_KEY: randomBytes(32).toString('base64') });
    expect(await exitOf(worker)).toBe(1);
    expect(worker.lines.at(-1)).toMatchObject({ level: 60, msg: expect.stringContaining('is not the key') });
  });

  test('leaves a database alone that a newer Rostrum has migrated', async () => {
    await pool.query("insert into kysely_migration (name, timestamp) values ('9999-future', '2099-01-01')");
    const worker = start(settings());
    expect(await exitOf(worker)).toBe(1);
    expect(worker.lines.at(-1)?.msg).toBe(
      'The database was migrated by a newer Rostrum (9999-future): update this process.',
    );
  });
});
