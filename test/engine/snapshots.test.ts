import { expect, test } from '@jest/globals';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { foldNow } from '../../db/fold.ts';
import { KeyRing } from '../../db/keys.ts';
import { headsOf } from '../../db/ledger.ts';
import { readSnapshots, writeSnapshot } from '../../db/snapshots.ts';
import { processOf } from '../../domain/kinds.ts';
import { smallCompany } from '../harness/company.ts';
import { testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { START } from '../harness/start.ts';
import { reviews } from '../harness/story.ts';

const ROUND: StreamId = 'round:long';

test('an answer waits for no snapshot, and a snapshot holds nothing of what is answered after it, nor is believed when somebody has forged it', async () => {
  const database = await testDatabase();
  const door = new Door(database);
  await door.send(ORGANISATION, 'system', 'importOrganisation', smallCompany(8), START);
  const ids = Array.from({ length: 1100 }, (_, i) => `T${i}`);
  const tasks = ids.map((id) => ({ id, assignee: 'P2', about: 'A', aboutPerson: 'P5', due: null }));
  await door.send(ROUND, 'P1', 'open', { spec: reviews(START + 9e8), tasks }, START);
  const submit = (task: string) => ({
    id: `submit-${task}`,
    actor: 'P2',
    type: 'submit',
    body: { task, answer: { score: 7 } },
  });
  const locked = await database.pool.connect();
  await locked.query('begin; lock table snapshot in share row exclusive mode');
  for (let i = 0; i < ids.length; i += 100) {
    const outcomes = await door.decide(ROUND, ids.slice(i, i + 100).map(submit));
    expect(outcomes.every((o) => o.accepted)).toBe(true);
  }
  await locked.query('rollback');
  locked.release();
  await door.written();
  const { rows } = await database.pool.query<{ version: number }>('select version from snapshot where stream = $1', [
    ROUND,
  ]);
  expect(rows).toHaveLength(1);
  expect(rows[0]!.version).toBeGreaterThanOrEqual(1000);
  const frozen = async () =>
    processOf(ROUND).freeze((await foldNow(database.pool, database.keys, [ROUND])).get(ROUND)!.state);
  const withSnapshot = await frozen();
  // Whoever can write to the database, but knows no secret of the installation, is not believed.
  const { stateVersion } = processOf(ROUND);
  const believed = () => readSnapshots(database.pool, database.keys, [{ stream: ROUND, stateVersion, upTo: 2000 }]);
  expect((await believed()).size).toBe(1);
  const stored = await database.pool.query<{ state: string }>('select state from snapshot');
  const forged = stored.rows[0]!.state.replaceAll('"score":7', '"score":9');
  expect(forged).not.toBe(stored.rows[0]!.state);
  await database.pool.query('update snapshot set state = $1', [forged]);
  expect((await believed()).size).toBe(0);
  expect(await frozen()).toEqual(withSnapshot);
  // Nor is one by somebody who signs as another installation does.
  const other = new KeyRing(database.pool, Buffer.alloc(32, 9).toString('base64'));
  await database.pool.query('delete from snapshot');
  const { state } = (await foldNow(database.pool, database.keys, [ROUND])).get(ROUND)!;
  const { hash, version } = (await headsOf(database.pool, [ROUND])).get(ROUND)!;
  const made = { stream: ROUND, version, hash, frozen: processOf(ROUND).freeze(state) };
  await writeSnapshot(database.pool, other, stateVersion, made);
  expect((await believed()).size).toBe(0);
  await database.pool.query('delete from snapshot');
  expect(withSnapshot).toEqual(await frozen());
  expect(door.complaints).toEqual([]);
  await database.stop();
});
