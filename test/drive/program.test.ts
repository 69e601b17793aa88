import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import { transform } from '@swc/core';
import { ORGANISATION } from '../../contracts/ids.ts';
import { ask, type TestApi } from '../api/harness.ts';
import { built } from '../harness/built.ts';
import { smallCompany } from '../harness/company.ts';
import { testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { ServiceProcess } from '../harness/service-process.ts';
import { driveTerms, KIND } from './company.ts';

/** The kind as what is built would have it: the module that admits it. */
async function moduleIn(folder: string, dist: string): Promise<string> {
  const here = path.resolve('test/drive');
  const sources = (await readdir(here)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  for (const name of sources) {
    const { code } = await transform(await readFile(path.join(here, name), 'utf8'), {
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      module: { type: 'es6' },
    });
    const linked = code.replace(/(from ["'])\.\.\/\.\.\/(.*?)\.ts/g, `$1${pathToFileURL(dist)}/$2.js`);
    await writeFile(
      path.join(folder, name.replace('.ts', '.mjs')),
      linked.replace(/(from ["']\.\/.*?)\.ts/g, '$1.mjs'),
    );
  }
  return path.join(folder, 'admit.mjs');
}

test('an API that is told of a module has its kind, and so have its threads', async () => {
  const [database, dist] = await Promise.all([testDatabase(), built()]);
  // Beside what is built, so that it finds what that finds.
  const folder = await mkdtemp(path.join(dist, 'drive-'));
  const door = new Door(database);
  await door.send(ORGANISATION, 'system', 'importOrganisation', smallCompany(4));
  await door.send(ORGANISATION, 'system', 'grantRole', { person: 'P1', role: 'operations' });
  const settings = { ROSTRUM_API_PORT: '0', ROSTRUM_DEV_TOKENS: 'yes' };
  const kinds = await moduleIn(folder, dist);
  const service = await ServiceProcess.start('api', database, '127.0.0.1:1', { ...settings, ROSTRUM_KINDS: kinds });
  try {
    const origin = await service.origin();
    const post = async (where: string, body: object) =>
      (await ask({ origin } as TestApi, 'P1', 'POST', where, body)).json;
    const terms = driveTerms({ drivers: ['P2', 'P3'], decider: 'P1' });
    // A thread that takes turns decides this, and one that reads plays that.
    expect(await post('/api/testDrives', { id: 'van', terms })).toMatchObject({ accepted: true });
    expect(await post('/api/testDrives/preview', { terms })).toMatchObject({ refusal: null });
    const { rows } = await database.pool.query('select kind, stage from procedure');
    expect(rows).toEqual([{ kind: KIND, stage: 'trying' }]);
  } finally {
    await service.stop();
    await rm(folder, { recursive: true });
    await database.stop();
  }
});
