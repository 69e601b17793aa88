import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import { transform } from '@swc/core';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { Clock } from '../../db/clock.ts';
import { TurnThread } from '../../engine/turn-thread.ts';
import { built } from '../harness/built.ts';
import { smallCompany } from '../harness/company.ts';
import { testDatabase } from '../harness/database.ts';
import { received } from '../harness/door.ts';
import { PATIENCE_MS } from '../harness/patience.ts';
import { driveTerms, KIND } from './company.ts';

/** The kind as what is built would have it, and a program that admits it before it takes turns. */
async function entryIn(folder: string, dist: string): Promise<URL> {
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
  const begin = `import { admitTestDrive } from './process.mjs';
    admitTestDrive();
    await import('${pathToFileURL(path.join(dist, 'engine/turn-thread-main.js'))}');`;
  const entry = path.join(folder, 'entry.mjs');
  await writeFile(entry, begin);
  return pathToFileURL(entry);
}

test('a thread whose program admits a kind takes turns for it', async () => {
  const [database, dist] = await Promise.all([testDatabase(), built()]);
  // Beside what is built, so that it finds what that finds.
  const folder = await mkdtemp(path.join(dist, 'drive-'));
  const { url: databaseUrl, masterKey } = database;
  const thread = await TurnThread.start(
    { databaseUrl, masterKey, clock: new Clock() },
    () => undefined,
    await entryIn(folder, dist),
  );
  try {
    const decide = async (stream: StreamId, type: string, body: unknown) =>
      (await thread.decide(stream, [received({ id: `thread-${type}`, type, actor: 'system', body })], PATIENCE_MS))
        .outcomes;
    const taken = [expect.objectContaining({ accepted: true })];
    expect(await decide(ORGANISATION, 'importOrganisation', smallCompany(4))).toEqual(taken);
    const terms = driveTerms({ drivers: ['P2', 'P3'], decider: 'P1' });
    expect(await decide(`${KIND}:van`, 'open', terms)).toEqual(taken);
    const { rows } = await database.pool.query('select kind, stage from procedure');
    expect(rows).toEqual([{ kind: KIND, stage: 'trying' }]);
  } finally {
    await thread.stop();
    await rm(folder, { recursive: true });
    await database.stop();
  }
});
