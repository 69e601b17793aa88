import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { RoundPolicy } from '../../contracts/round.ts';
import { declareShape } from '../../contracts/shapes.ts';
import { digestOf } from '../../db/hash.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';

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
      due: Date.now() + 7 * DAY,
      minutes: 5,
    };
    const list = Array.from({ length: tasks }, (_, i) => ({ id: `T${i}`, assignee: 'P2' }));
    return door.send(stream, 'P1', 'open', { spec, tasks: list });
  }

  test('an event is read in the newest shape, beside those that are written in it', async () => {
    await open(new Door(database), 'round:old');
    // From now on a round says in its opening whether it may be delegated; those that did not, may not.
    declareShape('RoundOpened', 2, {
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

  test('a command that was stored before an update is decided in the newest shape', async () => {
    const door = new Door(database);
    await open(door, 'round:waiting');
    declareShape('round.recuse', 2, {
      1: ({ because, ...body }: { because: string }) => ({ ...body, reason: because }),
    });
    const body = JSON.stringify({ task: 'T0', because: 'we are related' });
    await database.pool.query(
      `insert into command (stream, id, type, schema, actor, body, digest) values ('round:waiting', 'sent-before', 'recuse', 1, 'P2', $1, $2)`,
      [body, digestOf(body)],
    );
    await door.decide('round:waiting', ['sent-before', digestOf(body)]);
    const { rows } = await database.pool.query("select state from task where round = 'round:waiting'");
    expect(rows).toEqual([{ state: 'recused' }]);
  });

  test('an event of a newer version stops the reader with one sentence', async () => {
    const door = new Door(database);
    await open(door, 'round:future');
    await database.pool.query("update ledger set schema = 9 where stream = 'round:future' and type = 'TasksAdded'");
    await expect(
      new Door(database).send('round:future', 'P2', 'submit', { task: 'T0', answer: { yes: true } }),
    ).rejects.toThrow(/TasksAdded of round:future at version 2 was written by a newer Rostrum/);
  });

  test('a snapshot is used when it may be believed, and any other is as good as none', async () => {
    const stream = 'round:long';
    const door = new Door(database);
    await open(door, stream, 600);
    for (let i = 0; i < 500; i++) {
      await door.send(stream, 'P2', 'saveDraft', { task: `T${i}` });
      await door.send(stream, 'P2', 'submit', { task: `T${i}`, answer: { yes: true } });
    }
    const snapshot = async () =>
      (
        await database.pool.query<{ version: number; state: string }>(
          'select version, state from snapshot where stream = $1',
          [stream],
        )
      ).rows[0]!;
    expect((await snapshot()).version).toBeGreaterThan(900);
    const next = async (task: string) => {
      expect(await new Door(database).send(stream, 'P2', 'submit', { task, answer: { yes: true } })).toMatchObject({
        accepted: true,
      });
    };
    // Believed: what it says counts, even though the events before it would say otherwise.
    await next('T500');
    // Changed by hand: not believed, the ledger says that the task is open.
    await database.pool.query(
      'update snapshot set state = replace(state, \'"open"\', \'"submitted"\') where stream = $1',
      [stream],
    );
    await next('T501');
    // Of another shape of state, or of another history.
    await database.pool.query('update snapshot set state_version = 0 where stream = $1', [stream]);
    await next('T502');
    await database.pool.query("update snapshot set state_version = 1, hash = 'x' where stream = $1", [stream]);
    await next('T503');
    const { rows } = await database.pool.query("select count(*) from task where round = $1 and state = 'submitted'", [
      stream,
    ]);
    expect(Number(rows[0].count)).toBe(504);
  }, 120_000);
});
