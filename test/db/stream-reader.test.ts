import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { readSpans } from '../../db/ledger.ts';
import { StreamReader } from '../../db/read/stream-reader.ts';
import { countingQueries } from '../api/harness.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { signAnew } from '../harness/signed-anew.ts';
import { clock } from '../harness/start.ts';
import { reviews, tasksFor } from '../harness/story.ts';

const DAY = 86_400_000;
const ROUNDS = Array.from({ length: 120 }, (_, i): StreamId => `round:r${i}`);

describe('whoever reads streams for views', () => {
  let database: TestDatabase;
  let door: Door;
  beforeAll(async () => {
    database = await testDatabase();
    door = new Door(database);
    await door.send(ORGANISATION, 'system', 'importOrganisation', smallCompany(6));
    for (const round of ROUNDS) await open(round);
  });
  afterAll(() => database.stop());

  const open = (round: StreamId) =>
    door.send(round, 'P1', 'open', { spec: reviews(clock.now() + 7 * DAY), tasks: tasksFor(['P2', 'P3']) });
  const submit = (round: StreamId, person: string, score = 7) =>
    door.send(round, person, 'submit', { task: `A.${person}`, answer: { score } });
  const counting = <T>(work: () => Promise<T>) => countingQueries({ database }, work, database.pool);

  test('keeps the company although everything else is too much to keep', async () => {
    const reader = new StreamReader(database.pool, database.keys, 1);
    await reader.organisation();
    await reader.rounds(ROUNDS);
    await reader.rounds(ROUNDS.slice(0, 1));
    expect((await counting(() => reader.organisation())).queries).toBe(1);
  });

  test('keeps what the last look has read, together, and forgets what was used longest ago', async () => {
    const one = (await weighed(ROUNDS[0]!)) * 1.05;
    const reader = new StreamReader(database.pool, database.keys, 3 * one);
    const queriesFor = async (...rounds: number[]) =>
      (await counting(() => reader.rounds(rounds.map((n) => ROUNDS[n]!)))).queries;
    expect(await queriesFor(1, 2, 3)).toBe(3);
    expect(await queriesFor(1)).toBe(1);
    expect(await queriesFor(4)).toBe(3);
    // 2 was used longest ago.
    expect(await queriesFor(1, 3, 4)).toBe(1);
    expect(await queriesFor(2)).toBe(3);
    // More than the budget in one look stays for the next one like it.
    expect(await queriesFor(5, 6, 7, 8, 9)).toBe(3);
    expect(await queriesFor(5, 6, 7, 8, 9)).toBe(1);
    expect(await queriesFor(1)).toBe(3);
  });

  /** How much text the events of a stream are. */
  async function weighed(stream: StreamId): Promise<number> {
    const { rows } = await database.pool.query(
      'select sum(length(body::text))::int as weight from ledger where stream = $1',
      [stream],
    );
    return rows[0].weight;
  }

  test('folds a stream once for all who ask at the same time', async () => {
    const reader = new StreamReader(database.pool, database.keys);
    const looks = ROUNDS.slice(0, 20).map((round) => [round, ...ROUNDS.slice(20, 60)]);
    const { result, queries } = await counting(() => Promise.all(looks.map((look) => reader.rounds(look))));
    // Each asks where its streams stand; the first folds what all share, each the one that is its own.
    expect(queries).toBe(3 * 20);
    const [first, ...others] = result.map((states) => states.get(ROUNDS[30]!));
    expect(others.every((state) => state === first)).toBe(true);
    expect(result.map((states, i) => states.get(looks[i]![0]!)?.stream)).toEqual(looks.map(([own]) => own));
  });

  test('shows each who looks one moment, and goes on from there', async () => {
    const reader = new StreamReader(database.pool, database.keys);
    const look = async () => (await reader.rounds([ROUNDS[0]!])).get(ROUNDS[0]!)!;
    const before = await look();
    expect(before.answers).toBe(0);
    await submit(ROUNDS[0]!, 'P2');
    const { result: after, queries } = await counting(look);
    // Where it stands, and the one event that has come since.
    expect(queries).toBe(2);
    expect([before.answers, before.open, after.answers, after.open]).toEqual([0, 2, 1, 1]);
    expect(before.desks.get('P2')!.open.size).toBe(1);
    expect(await look()).toBe(after);
  });

  test('does not fail over a stream that somebody else has asked for', async () => {
    await open('round:future');
    await database.pool.query("update ledger set schema = 9 where stream = 'round:future' and type = 'TasksAdded'");
    await signAnew(database, 'round:future');
    const reader = new StreamReader(database.pool, database.keys);
    const [broken, whole] = await Promise.allSettled([
      reader.rounds(['round:future', ROUNDS[1]!]),
      reader.rounds([ROUNDS[1]!, ROUNDS[2]!]),
    ]);
    expect(broken).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('newer Rostrum') } });
    expect(whole).toMatchObject({ status: 'fulfilled' });
    await expect(reader.rounds(['round:future'])).rejects.toThrow('newer Rostrum');
    expect((await reader.rounds([ROUNDS[1]!])).get(ROUNDS[1]!)!.open).toBe(2);
  });

  test('reads more events than a page holds, in order, each once', async () => {
    const long = ROUNDS.slice(100, 104);
    await database.pool.query(
      `insert into ledger (stream, version, schema, type, at, actor, body, hash)
       select id, n, 1, 'TasksExtended', now(), 'P1', json_build_object('tasks', 'all', 'due', n, 'round', true, 'reason', null, 'waits', '[]'::json), '\\x00'
       from unnest($1::text[]) as s (id), generate_series(3, 1500) n`,
      [long],
    );
    await database.pool.query('update stream set version = 1500 where id = any($1)', [long]);
    for (const stream of long) await signAnew(database, stream);
    const spans = [...long, ROUNDS[110]!].map((stream, i) => ({ stream, after: i, upTo: 1500 - i }));
    const read: string[] = [];
    for await (const page of readSpans(database.pool, spans)) {
      expect(page.length).toBeLessThanOrEqual(2000);
      read.push(...page.map(({ event }) => `${event.stream} ${event.version}`));
    }
    const versions = (after: number, upTo: number) => Array.from({ length: upTo - after }, (_, i) => after + 1 + i);
    expect(read).toEqual(long.flatMap((stream, i) => versions(i, 1500 - i).map((v) => `${stream} ${v}`)));
    const rounds = await new StreamReader(database.pool, database.keys).rounds(ROUNDS);
    expect(long.map((round) => rounds.get(round)!.spec!.due)).toEqual(long.map(() => 1500));
    expect(rounds.size).toBe(ROUNDS.length);
  });
});
