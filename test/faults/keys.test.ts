import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { personal } from '../../contracts/private.ts';
import { KeyRing } from '../../db/keys.ts';
import { unsealed } from '../../db/read/unsealed.ts';
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

test('a key that is forgotten while others are read stays with whoever asked for it', async () => {
  const keys = new KeyRing(database.pool, database.masterKey);
  await keys.hold(['A']);
  const reading = keys.hold(['A', 'B']);
  keys.forget();
  const held = await reading;
  const sealed = ['A', 'B'].map((of) => held.seal(personal(of, `words of ${of}`)));
  keys.forget();
  expect(sealed.map((s) => held.unseal(s))).toEqual(['words of A', 'words of B']);
});

test('a key that was read before its person was erased is not at hand afterwards', async () => {
  const keys = new KeyRing(database.pool, database.masterKey);
  const sealed = (await database.keys.hold(['C'])).seal(personal('C', 'words of C'));
  const reading = keys.hold(['C']);
  keys.forgetKeyOf('C');
  expect((await reading).unseal(sealed)).toBe('words of C');
  await keys.shred(database.pool, 'C');
  expect((await keys.hold(['C'])).unseal(sealed)).toBeNull();
});

test('whoever looks at somebody erased takes no key from those who look at others', async () => {
  const keys = new KeyRing(database.pool, database.masterKey);
  const people = Array.from({ length: 10 }, (_, i) => `E${i}`);
  const held = await keys.hold([...people, 'gone']);
  const sealed = people.map((of) => held.seal(personal(of, of)));
  const gone = held.seal(personal('gone', 'gone'));
  await keys.shred(database.pool, 'gone');
  for (let i = 0; i < 20; i++) {
    const seen = [[...sealed, gone], sealed, [gone, ...sealed], sealed].map((s) => unsealed(database.pool, keys, s));
    expect(await Promise.all(seen)).toEqual([[...people, null], people, [null, ...people], people]);
  }
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

test('what is sealed names its form, and another form is not taken for it', async () => {
  const held = await new KeyRing(database.pool, database.masterKey).hold(['A']);
  const sealed = held.seal(personal('A', 'a word'));
  const box = Buffer.from(sealed.$sealed, 'base64');
  expect(box[0]).toBe(1);
  expect(held.unseal(sealed)).toBe('a word');
  box[0] = 2;
  expect(() => held.unseal({ ...sealed, $sealed: box.toString('base64') })).toThrow('does not open');
});
