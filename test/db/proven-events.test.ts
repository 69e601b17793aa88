import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import type { Pool } from '../../db/connection.ts';
import { ProvenEvents } from '../../db/read/proven-events.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { signAnew } from '../harness/signed-anew.ts';
import { clock } from '../harness/start.ts';
import { reviews, tasksFor } from '../harness/story.ts';

const LONG: StreamId = 'round:long';
const SHORT: StreamId = 'round:short';
/** How many events the long round has. */
const LENGTH = 4000;

describe('whoever quotes what has happened in a stream', () => {
  let database: TestDatabase;
  let door: Door;
  beforeAll(async () => {
    database = await testDatabase();
    door = new Door(database);
    await door.send(ORGANISATION, 'system', 'importOrganisation', smallCompany(6));
    const spec = reviews(clock.now() + 7 * 86_400_000);
    for (const round of [LONG, SHORT])
      await door.send(round, 'P1', 'open', { spec, tasks: tasksFor(['P2', 'P3', 'P4']) });
    await database.pool.query(
      `insert into ledger (stream, version, schema, type, at, actor, body, hash)
       select $1, n, 1, 'TasksExtended', now(), 'P1', json_build_object('tasks', 'all', 'due', n, 'round', true, 'reason', null, 'waits', '[]'::json), '\\x00'
       from generate_series(3, $2::int) n`,
      [LONG, LENGTH],
    );
    await database.pool.query('update stream set version = $2 where id = $1', [LONG, LENGTH]);
    await signAnew(database, LONG);
  });
  afterAll(() => database.stop());

  /** Readings of one place, and how many rows each of them has got. */
  function counted() {
    let rows = 0;
    const query = async (...args: unknown[]) => {
      const result = await (database.pool.query as (...args: unknown[]) => Promise<{ rows: unknown[] }>).apply(
        database.pool,
        args,
      );
      rows += result.rows.length;
      return result;
    };
    const events = new ProvenEvents({ query } as unknown as Pool, database.keys);
    return async (work: (events: ProvenEvents) => Promise<unknown>) => {
      rows = 0;
      await work(events);
      return rows;
    };
  }
  const submit = (person: string) =>
    door.send(SHORT, person, 'submit', { task: `A.${person}`, answer: { score: 7, comment: 'Fine.' } });

  test('reads of a stream that grows only what has come, and gives each a reading of one moment', async () => {
    const events = new ProvenEvents(database.pool, database.keys);
    const given = () => events.all(SHORT, ['TaskSubmitted']);
    await submit('P2');
    const before = await given();
    expect(before).toHaveLength(1);
    await submit('P3');
    // Nobody can read any more what was proven before: it is not read.
    await database.pool.query(`update ledger set body = '{}' where stream = $1 and version = 1`, [SHORT]);
    const [after, same] = await Promise.all([given(), given()]);
    expect([before, after].map((list) => list.map((e) => e.actor))).toEqual([['P2'], ['P2', 'P3']]);
    expect(same).toBe(after);
    await expect(new ProvenEvents(database.pool, database.keys).all(SHORT, ['TaskSubmitted'])).rejects.toThrow(SHORT);
  });

  test('keeps no more than the budget, what was used last', async () => {
    const events = new ProvenEvents(database.pool, database.keys, 10_000);
    const large = await events.all(LONG, ['TasksExtended']);
    expect(large).toHaveLength(LENGTH - 2);
    expect(await events.all(LONG, ['TasksExtended'])).toBe(large);
    const small = await events.all(LONG, ['RoundOpened']);
    expect(await events.all(LONG, ['RoundOpened'])).toBe(small);
    expect(await events.all(LONG, ['TasksExtended'])).not.toBe(large);
  });

  test('reads for the first event that fits no more than a few hundred others, once a reading has shown the links', async () => {
    const rows = counted();
    const first =
      (from: number, due = from) =>
      (events: ProvenEvents) =>
        events.first(LONG, 'TasksExtended', from, (body) => (body as { due: number }).due === due);
    expect(await rows(first(3))).toBeGreaterThanOrEqual(LENGTH - 1);
    for (const from of [3, 499, 500, 501, 2750, LENGTH]) expect(await rows(first(from))).toBeLessThanOrEqual(503);
    const events = new ProvenEvents(database.pool, database.keys);
    expect((await first(10, 3990)(events))?.version).toBe(3990);
    expect(await first(10, 9)(events)).toBeUndefined();
    expect((await first(LENGTH)(events))?.version).toBe(LENGTH);
  });

  test('quotes nothing that the installation has not signed', async () => {
    const events = new ProvenEvents(database.pool, database.keys);
    const first = (from: number) => events.first(LONG, 'TasksExtended', from, () => true);
    expect((await first(600))?.version).toBe(600);
    await database.pool.query(`update ledger set actor = 'P6' where stream = $1 and version = 700`, [LONG]);
    await expect(first(700)).rejects.toThrow(LONG);
    await expect(first(690)).rejects.toThrow(LONG);
    expect((await first(1001))?.version).toBe(1001);
  });
});
