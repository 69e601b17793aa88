import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, watch } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import { connect } from '../../db/connection.ts';
import { schemaGap } from '../../db/migrate.ts';
import { isRunning, type ProcessStamp, untilGone } from '../../stack/process-stamp.ts';
import { emptyDatabase, testDatabase } from './database.ts';
import { PATIENCE_MS } from './patience.ts';

describe('what a run of the tests has once', () => {
  test('each database is a copy of the template, and is its own', async () => {
    const [first, second] = await Promise.all([testDatabase(), testDatabase()]);
    await first.pool.query(`insert into stream (id, type, version, hash) values ('round:x', 'round', 1, 'x')`);
    expect((await second.pool.query('select 1 from stream')).rowCount).toBe(0);
    expect(await schemaGap(first.pool)).toEqual({ missing: [], unknown: [] });
    await first.stop();
    expect(
      (await second.pool.query('select 1 from pg_database where datname = $1', [nameIn(first.url)])).rowCount,
    ).toBe(0);
    await second.stop();
  });

  test('an empty one has no schema', async () => {
    const { url, drop } = await emptyDatabase();
    const pool = connect(url);
    expect((await schemaGap(pool)).missing).not.toEqual([]);
    await pool.end();
    await drop();
  });

  test.each(['SIGINT', 'SIGKILL'] as const)('nothing of it goes on running when jest ends by %s', async (signal) => {
    const { run, file, ended } = await jestOn('harness/held.ts', 'harness/endless.ts');
    await Promise.race([written(file), ended]);
    const held = JSON.parse(readFileSync(file, 'utf8')) as ProcessStamp[];
    expect(held.map(isRunning)).toEqual([true, true, true]);
    expect(held.at(-1)!.pid).not.toBe(run.pid);
    run.kill(signal);
    await ended;
    expect(await untilGone(held, PATIENCE_MS)).toBe(true);
    await rm(path.dirname(file), { recursive: true, force: true });
  });

  test('what a failing file has left running is ended after it', async () => {
    const { file, ended } = await jestOn('harness/abandoned.ts');
    expect(await ended).toEqual([1, null]);
    expect(readFileSync(file, 'utf8')).toBe('ended');
    await rm(path.dirname(file), { recursive: true, force: true });
  });

  test('a worker of jest that has nothing left to do ends by itself', async () => {
    const { run, file, ended } = await jestOn('contracts/ids.test.ts', 'settings/log.test.ts');
    const said = text(run.stderr!);
    expect(await ended).toEqual([0, null]);
    expect(await said).not.toContain('force exited');
    await rm(path.dirname(file), { recursive: true, force: true });
  });
});

/**
 * A run of jest of its own on some files, which are told where to leave word; more than one of them have workers, since it
 * knows nothing of how fast they were before.
 */
async function jestOn(...names: string[]): Promise<{ run: ChildProcess; file: string; ended: Promise<unknown[]> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'rostrum-test-held-'));
  const file = path.join(folder, 'word.json');
  const files = names.map((name) => `<rootDir>/test/${name}`);
  const jest = [
    path.resolve('node_modules/jest/bin/jest.js'),
    '--cacheDirectory',
    path.join(folder, 'cache'),
    '--testMatch',
    ...files,
  ];
  const { ROSTRUM_TEST_STOCK: _, ...env } = process.env;
  const run = spawn(process.execPath, jest, {
    env: { ...env, ROSTRUM_HELD: file },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return { run, file, ended: once(run, 'exit') };
}

const nameIn = (url: string): string => new URL(url).pathname.slice(1);

/** Resolves when the file was written. */
async function written(file: string): Promise<void> {
  for await (const { eventType, filename } of watch(path.dirname(file))) {
    if (eventType === 'change' && filename === path.basename(file)) return;
  }
}
