import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { KeyRing } from '../../db/keys.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { START } from '../harness/start.ts';
import { reviews, tasksFor } from '../harness/story.ts';
import { type WorkerDoor, workerDoor } from './workers.ts';

/** More than a worker has connections. */
const ROUNDS: readonly StreamId[] = Array.from({ length: 20 }, (_, i) => `round:r${i}` as const);

let database: TestDatabase;
let worker: WorkerDoor;
beforeAll(async () => {
  database = await testDatabase();
  worker = workerDoor(database, []);
});
afterAll(async () => {
  await worker.stop();
  await database.stop();
});

test('a worker that knows no key yet takes answers in twenty rounds at once', async () => {
  const door = new Door(database);
  await door.send(ORGANISATION, 'system', 'importOrganisation', smallCompany(6), START);
  const open = { spec: reviews(START + 86_400_000), tasks: tasksFor(['P2', 'P3']) };
  for (const round of ROUNDS) await door.send(round, 'P1', 'open', open, START);
  const body = { task: 'A.P2', answer: { score: 7, comment: 'a clear voice' } };
  const submit = { id: 'submit-01', actor: 'P2', type: 'submit', body };
  const turns = ROUNDS.map((round) => worker.well.decide(round, [submit], START));
  for (const outcomes of await Promise.all(turns)) expect(outcomes).toMatchObject([{ accepted: true }]);
});

test('a secret belongs to its purpose and to the master key, whoever asks for it', () => {
  const [one, again, other] = [1, 1, 2].map(
    (byte) => new KeyRing(database.pool, Buffer.alloc(32, byte).toString('base64')),
  );
  expect(one!.secretOf('application:selection:a:E1:0')).toMatch(/^[0-9a-f]{64}$/);
  expect(one!.secretOf('application:selection:a:E1:0')).toBe(again!.secretOf('application:selection:a:E1:0'));
  expect(one!.secretOf('application:selection:a:E1:0')).not.toBe(one!.secretOf('application:selection:a:E1:1'));
  expect(one!.secretOf('application:selection:a:E1:0')).not.toBe(other!.secretOf('application:selection:a:E1:0'));
});
