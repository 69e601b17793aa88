import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { RoundPolicy } from '../../contracts/round.ts';
import { declareShape } from '../../contracts/shapes.ts';
import { type Folded, foldNow } from '../../db/fold.ts';
import { processOf } from '../../domain/kinds.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { signAnew } from '../harness/signed-anew.ts';
import { clock } from '../harness/start.ts';

const label = (en: string) => ({ en, 'zh-CN': en });
const DAY = 86_400_000;

describe('what was written by an older version', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
    await new Door(database).send(ORGANISATION, 'system', 'importOrganisation', smallCompany(4));
  });
  afterAll(() => database.stop());

  function open(door: Door, stream: StreamId, tasks = 1) {
    const spec = {
      owner: null,
      purpose: 'confirmation',
      title: label('Confirm'),
      form: { fields: [{ key: 'yes', label: label('Yes?'), kind: 'flag', required: true }] },
      policy: RoundPolicy.parse({}),
      due: clock.now() + 7 * DAY,
      minutes: 5,
    };
    const list = Array.from({ length: tasks }, (_, i) => ({ id: `T${i}`, assignee: 'P2' }));
    return door.send(stream, 'P1', 'open', { spec, tasks: list });
  }

  test('an event is read in the newest shape, beside those that are written in it', async () => {
    await open(new Door(database), 'round:old');
    // From now on a round says in its opening whether it may be delegated; those that did not, may not.
    declareShape('round', 'RoundOpened', 2, {
      1: (body: { policy: object }) => ({ ...body, policy: { ...body.policy, delegation: false } }),
    });
    const door = new Door(database);
    await open(door, 'round:new');
    const delegate = { task: 'T0', to: 'P3', reason: 'away' };
    expect(await door.send('round:old', 'P2', 'delegate', delegate)).toMatchObject({
      accepted: false,
      code: 'not-allowed',
    });
    expect(await door.send('round:new', 'P2', 'delegate', delegate)).toMatchObject({ accepted: true });
    const { rows } = await database.pool.query(
      "select stream, schema from ledger where type = 'RoundOpened' order by stream desc",
    );
    expect(rows).toEqual([
      { stream: 'round:old', schema: 1 },
      { stream: 'round:new', schema: 2 },
    ]);
  });

  test('an event of a newer version stops the reader with one sentence', async () => {
    const door = new Door(database);
    await open(door, 'round:future');
    await database.pool.query("update ledger set schema = 9 where stream = 'round:future' and type = 'TasksAdded'");
    await signAnew(database, 'round:future');
    await expect(
      new Door(database).send('round:future', 'P2', 'submit', { task: 'T0', answer: { yes: true } }),
    ).rejects.toThrow(/TasksAdded of round:future at version 2 was written by a newer Rostrum/);
  });

  test('a snapshot is used when it may be believed, and any other is as good as none', async () => {
    const stream = 'round:long';
    const door = new Door(database);
    await open(door, stream, 600);
    const tasks = Array.from({ length: 500 }, (_, i) => `T${i}`);
    for (let from = 0; from < tasks.length; from += 25) {
      const some = tasks.slice(from, from + 25);
      await Promise.all(some.map((task) => door.send(stream, 'P2', 'saveDraft', { task })));
      await Promise.all(some.map((task) => door.send(stream, 'P2', 'submit', { task, answer: { yes: true } })));
    }
    await door.written();
    const folded = async () => (await foldNow(database.pool, database.keys, [stream])).get(stream)!;
    const believed = await folded();
    expect(believed.snapshot).toBeGreaterThan(900);
    const sql = (text: string) => database.pool.query(text, [stream]);
    for (const [what, change] of [
      ['changed by hand', 'state = replace(state, \'"open"\', \'"submitted"\')'],
      ['of another shape of state', 'state_version = state_version - 1'],
      ['of another history', "hash = 'x'"],
    ]) {
      await database.pool.query(`create table kept as select * from snapshot where stream = '${stream}'`);
      await sql(`update snapshot set ${change} where stream = $1`);
      const anew = await folded();
      expect([what, anew.snapshot]).toEqual([what, 0]);
      expect([what, frozen(anew)]).toEqual([what, frozen(believed)]);
      await sql('delete from snapshot where stream = $1');
      await database.pool.query('insert into snapshot table kept; drop table kept');
      expect((await folded()).snapshot).toBe(believed.snapshot);
    }
  });

  const frozen = ({ stream, state }: Folded) => processOf(stream).freeze(state);
});
