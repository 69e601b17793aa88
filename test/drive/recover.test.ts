import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { Pokes } from '../../engine/pokes.ts';
import { recover } from '../../engine/recover.ts';
import { smallCompany } from '../harness/company.ts';
import { TestEngine } from '../harness/engine.ts';
import { clock } from '../harness/start.ts';
import { admit } from './admit.ts';
import { driveTerms, KIND } from './company.ts';

admit();

const ID: StreamId = `${KIND}:van`;
let engine: TestEngine;

beforeAll(async () => {
  engine = await TestEngine.start();
  await engine.send(ORGANISATION, 'system', 'importOrganisation', smallCompany(6));
});
afterAll(() => engine.stop());

const stage = async () => {
  const { rows } = await engine.database.pool.query('select stage, phase from procedure where stream = $1', [ID]);
  return rows[0];
};

test('a kind without a story of its own runs by the plain one, also when its workflow was lost', async () => {
  const terms = driveTerms({ drivers: ['P2', 'P3'], decider: 'P1' });
  expect(await engine.send(ID, 'P5', 'open', terms)).toMatchObject({ accepted: true });
  const { client, database } = engine;
  const described = () => client.workflow.getHandle(ID).describe();
  expect(await described()).toMatchObject({ type: 'procedure', status: { name: 'RUNNING' } });
  await client.workflow.getHandle(ID).terminate('lost');
  const pokes = new Pokes(client);
  const parts = { pool: database.pool, client, pokes, now: () => clock.now() };
  expect(await recover(parts)).toMatchObject({ started: 1, failed: [] });
  expect(await described()).toMatchObject({ type: 'procedure', status: { name: 'RUNNING' } });
  await pokes.stop();
  const finish = (stage: string) => engine.send(ID, 'P5', 'finishStage', { stage, reason: 'Enough.' });
  for (const name of ['trying', 'deciding', 'telling']) expect(await finish(name)).toMatchObject({ accepted: true });
  expect(await stage()).toEqual({ stage: 'closed', phase: 'closed' });
  // The workflow ends with the procedure.
  await client.workflow.getHandle(ID).result();
  expect(await described()).toMatchObject({ status: { name: 'COMPLETED' } });
});
