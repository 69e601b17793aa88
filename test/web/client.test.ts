import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { buildApi } from '../../api/app.ts';
import { connect } from '../../db/connection.ts';
import { KeyRing } from '../../db/keys.ts';
import { clock } from '../harness/start.ts';

const SCHEMA = 'web/src/api/schema.d.ts';
const HEAD = '// Made from the description of the API by `npm run client`; a test compares.\n';

/** The API's description of itself. Nothing is asked of the database for it. */
async function describedApi(): Promise<object> {
  const pool = connect('postgresql://127.0.0.1:1/nothing');
  const nothing = () => Promise.reject(new Error('nothing is sent'));
  const app = await buildApi({
    pool,
    keys: new KeyRing(pool, randomBytes(32).toString('base64')),
    clock,
    gateway: { send: nothing, sendLarge: nothing },
    devTokens: false,
    publicUrl: 'http://localhost',
  });
  const document = app.swagger();
  await app.close();
  return document;
}

test('the web app speaks to the API as the API describes itself', async () => {
  const document = JSON.stringify(await describedApi());
  const run = promisify(execFile)(process.execPath, ['scripts/client.mjs'], { maxBuffer: 64 * 1024 * 1024 });
  run.child.stdin!.end(document);
  const made = HEAD + (await run).stdout;
  if (process.env.ROSTRUM_WRITE) return writeFile(SCHEMA, made);
  // A difference is mended by `npm run client`.
  expect((await readFile(SCHEMA, 'utf8')) === made).toBe(true);
});
