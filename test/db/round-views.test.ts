import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { roundViews } from '../../db/views/round.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { reviews } from '../harness/story.ts';
import { rowsRead } from './rows-read.ts';

const NOW = Date.parse('2027-03-01T09:00:00+08:00');
const DAY = 86_400_000;
const TASKS = 200;

describe('the list of rounds', () => {
  let database: TestDatabase;
  let door: Door;
  beforeAll(async () => {
    database = await testDatabase();
    door = new Door(database);
    await door.send(ORGANISATION, 'system', 'importOrganisation', smallCompany(9), NOW);
    for (let n = 1; n <= 30; n++) {
      const settled = n > 2;
      await open(`round:r${n}`, n % 10 === 0 ? { a: 'P2' } : {});
      if (settled) await send(`round:r${n}`, 'P1', 'close', { reason: 'Enough.' });
    }
    await database.pool.query('analyze');
  });
  afterAll(() => database.stop());

  async function send(round: StreamId, actor: string, type: string, body: unknown): Promise<void> {
    expect(await door.send(round, actor, type, body, NOW)).toMatchObject({ accepted: true });
  }

  /** Opens a round of many tasks of P3 to P9, and of some that are named. */
  async function open(round: StreamId, named: Record<string, string> = {}): Promise<void> {
    const others = Array.from({ length: TASKS }, (_, i) => [`T${i}`, `P${3 + (i % 7)}`]);
    const tasks = [...others, ...Object.entries(named)].map(([id, assignee]) => ({ id, assignee }));
    await send(round, 'P1', 'open', { spec: reviews(NOW + 7 * DAY), tasks });
  }

  const listed = async (person: string | undefined) =>
    (await roundViews(database.pool, { with: person }, NOW)).map((r) => r.id).sort();

  test('of somebody looks at their own tasks alone, and at those of rounds that have not settled', async () => {
    expect(await listed('P2')).toEqual(['round:r10', 'round:r20', 'round:r30']);
    expect(await rowsRead(database, 'task', (pool) => roundViews(pool, { with: 'P2' }, NOW))).toBeLessThan(10);
    expect(await listed('P1')).toEqual([]);
    // The tasks of the two that are open have to be counted.
    expect(await rowsRead(database, 'task', (pool) => roundViews(pool, {}, NOW))).toBeLessThan(2 * TASKS + 10);
    expect(await listed(undefined)).toHaveLength(30);
  });

  test('counts the tasks of rounds that are open, and of those that have settled', async () => {
    await open('round:counted', { a: 'P2', b: 'P2' });
    await send('round:counted', 'P2', 'submit', { task: 'a', answer: { score: 5 } });
    await send('round:counted', 'P2', 'recuse', { task: 'b', reason: 'A cousin of mine.' });
    const view = async (now: number) => (await roundViews(database.pool, { id: 'round:counted' }, now))[0]!;
    const counts = { submitted: 1, recused: 1, open: TASKS };
    expect(await view(NOW)).toMatchObject({ tasks: TASKS + 2, counts, late: 0 });
    expect(await view(NOW + 8 * DAY)).toMatchObject({ tasks: TASKS + 2, counts, late: TASKS });
    await send('round:counted', 'P1', 'withdraw', { tasks: ['T0'], reason: 'Asked twice.' });
    await send('round:counted', 'P1', 'close', { reason: 'Enough.' });
    expect(await view(NOW + 8 * DAY)).toMatchObject({
      state: 'settled',
      tasks: TASKS + 2,
      counts: { submitted: 1, recused: 1, withdrawn: TASKS },
      late: 0,
    });
  });

  test('holds the rounds in which somebody has a task, and those in which they had one when it was settled', async () => {
    await open('round:handed', { a: 'P2' });
    expect(await listed('P2')).toContain('round:handed');
    await send('round:handed', 'P1', 'reassign', { tasks: ['a'], to: 'P1', reason: 'On leave.' });
    expect(await listed('P2')).not.toContain('round:handed');
    await send('round:handed', 'P1', 'submit', { task: 'a', answer: { score: 5 } });
    expect(await listed('P1')).toEqual(['round:handed']);
  });

  test('tells somebody how many tasks they have themselves, and of nobody else how many', async () => {
    await open('round:own', { a: 'P2', b: 'P2' });
    await send('round:own', 'P2', 'submit', { task: 'a', answer: { score: 5 } });
    const view = async () =>
      (await roundViews(database.pool, { id: 'round:own', with: 'P2' }, NOW + 8 * DAY)).map((r) => [
        r.tasks,
        r.counts,
        r.late,
      ]);
    expect(await view()).toEqual([[2, { submitted: 1, open: 1 }, 1]]);
    await send('round:own', 'P1', 'close', { reason: 'Enough.' });
    expect(await view()).toEqual([[2, { submitted: 1, withdrawn: 1 }, 0]]);
  });
});
