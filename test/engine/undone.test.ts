import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { connectForTurns, type Pool } from '../../db/connection.ts';
import { verifyLedger } from '../../db/verify.ts';
import { company, MEASURES, TERMS } from '../api/selection-course.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { START } from '../harness/start.ts';
import { beforeStatements } from '../harness/statements.ts';

const SELECTION: StreamId = 'selection:trainers';
const NOMINATIONS: StreamId = 'round:selection.trainers.nominations';
const HEADS = [1, 2, 3, 4, 5].map((d) => `D${d}-1`);
const reason = 'Teaches well.';

describe('commands whose orders are refused', () => {
  let database: TestDatabase;
  let pool: Pool;
  let door: Door;
  let begun = 0;

  beforeAll(async () => {
    database = await testDatabase();
    pool = connectForTurns(database.url);
    beforeStatements(pool, (statement, send) => {
      if (statement.name === 'begin') begun++;
      return send();
    });
    door = new Door({ pool, keys: database.keys });
    await door.send(ORGANISATION, 'OPS', 'importOrganisation', company(), START);
    await door.send(SELECTION, 'D1-3', 'open', TERMS, START);
    await door.send(SELECTION, 'D1-3', 'publishMeasures', { texts: MEASURES }, START);
    await door.settle();
    const { rows } = await database.pool.query<{ round: StreamId; id: string; assignee: string }>(
      "select round, id, assignee from task where state = 'open'",
    );
    for (const { round, id, assignee } of rows) {
      await door.send(round, assignee, 'submit', { task: id, answer: { acknowledged: true } });
    }
    await door.settle();
    expect(await nominate('D2-2', 'D2-3')).toMatchObject([{ accepted: true }]);
    expect(await door.send(NOMINATIONS, 'D1-3', 'close', { reason: 'By hand.' })).toMatchObject({ accepted: true });
  });
  afterAll(async () => {
    await pool.end();
    await database.stop();
  });

  const nominating = (actor: string, person: string) => ({
    id: `nominate-${actor}-${person}`,
    actor,
    type: 'nominate',
    body: { person, reason },
  });
  const nominate = (actor: string, person: string) => door.decide(SELECTION, [nominating(actor, person)]);

  test('are undone one by one in the same transaction, and those between them are taken', async () => {
    const actors = HEADS.map((head) => head.replace(/1$/, '4'));
    const undone = actors.flatMap((actor) => ['D2-5', 'D3-5', 'D4-5'].map((person) => nominating(actor, person)));
    const pause = { id: 'pause-between', actor: 'D1-3', type: 'pause', body: { reason } };
    const resume = { ...pause, id: 'resume-between', type: 'resume' };
    const commands = [...undone.slice(0, 7), pause, resume, ...undone.slice(7)];
    begun = 0;
    const outcomes = await door.decide(SELECTION, commands);
    expect(begun).toBe(1);
    const refused = undone.map(() => ({ accepted: false, code: 'round-closed' }));
    const taken = { accepted: true };
    expect(outcomes).toMatchObject([...refused.slice(0, 7), taken, taken, ...refused.slice(7)]);
    const { rows } = await database.pool.query<{ type: string }>(
      'select type from ledger where stream = $1 and command = any($2) order by version',
      [SELECTION, commands.map((c) => c.id)],
    );
    expect(rows.map((r) => r.type)).toEqual(['Paused', 'Resumed']);
    expect(door.complaints.filter((c) => c.includes('failed'))).toEqual([]);
  });

  test('leave the fold at hand as the ledger has it', async () => {
    const command = { reason: 'Once more.' };
    expect(await door.send(SELECTION, 'D1-3', 'pause', command)).toMatchObject({ accepted: true });
    expect(await new Door(database).send(SELECTION, 'D1-3', 'resume', command, START)).toMatchObject({
      accepted: true,
    });
    expect(await door.send(SELECTION, 'D1-3', 'pause', command)).toMatchObject({ accepted: true });
    expect((await verifyLedger(database.pool)).faults).toEqual([]);
  });
});

test("an order that had nothing left to do is nobody's fault, and is not complained of", async () => {
  const database = await testDatabase();
  const door = new Door(database);
  await door.send(ORGANISATION, 'OPS', 'importOrganisation', company(), START);
  await door.send(SELECTION, 'D1-3', 'open', TERMS, START);
  await door.send(SELECTION, 'D1-3', 'publishMeasures', { texts: MEASURES }, START);
  await door.settle();
  const round: StreamId = 'round:selection.trainers.acknowledgement';
  const later = (days: number) => START + days * 86_400_000;
  const extended = await door.send(round, 'D1-3', 'extend', { tasks: 'all', due: later(30), reason });
  expect(extended).toMatchObject({ accepted: true });
  // The round is to end with the stage, and all of it is due later than that already.
  const moved = await door.send(SELECTION, 'D1-3', 'moveDate', { stage: 'measures', at: later(20), reason });
  expect(moved).toMatchObject({ accepted: true });
  expect(door.complaints).toEqual([]);
  await database.stop();
});
