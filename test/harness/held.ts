import { writeFile } from 'node:fs/promises';
import process from 'node:process';
import { expect, test } from '@jest/globals';
import { stampOf } from '../../stack/process-stamp.ts';
import { startTimeSkippingServer } from '../../stack/temporal.ts';
import { testDatabase } from './database.ts';

/** Run by stock.test.ts alone: a file that holds servers, and its own process, until jest is killed. */
test('holds what it has', async () => {
  const [{ pool }, server] = await Promise.all([testDatabase(), startTimeSkippingServer()]);
  const { rows } = await pool.query<{ postmaster: string }>(
    `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as postmaster`,
  );
  const stamps = [Number(rows[0]!.postmaster), server.pid, process.pid].map(stampOf);
  expect(stamps).not.toContain(null);
  await writeFile(process.env.ROSTRUM_HELD!, JSON.stringify(stamps));
  await new Promise(() => undefined);
});
