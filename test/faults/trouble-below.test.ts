import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { transaction } from '../../db/connection.ts';
import { askLooks } from '../../db/looks.ts';
import { streamsInTrouble } from '../../db/streams.ts';
import { company, MEASURES, TERMS } from '../api/selection-course.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { signAnew } from '../harness/signed-anew.ts';
import { START } from '../harness/start.ts';

const SELECTION: StreamId = 'selection:trainers';
const ROUND: StreamId = 'round:selection.trainers.acknowledgement';
const OPS = 'D1-3';
const reason = 'For a reason.';

describe('a round in which time fails, and its selection', () => {
  let database: TestDatabase;
  let door: Door;

  beforeEach(async () => {
    database = await testDatabase();
    const before = new Door(database);
    await before.send(ORGANISATION, 'OPS', 'importOrganisation', company(), START);
    await before.send(SELECTION, OPS, 'open', TERMS, START);
    await before.send(SELECTION, OPS, 'publishMeasures', { texts: MEASURES }, START);
    await before.settle();
    await before.send(SELECTION, OPS, 'pause', { reason }, START + 1000);
    await spoil('"grace":"2bd"', '"grace":"never"');
    await database.pool.query('delete from look');
    door = new Door(database);
    door.now = START + 2000;
  });
  afterEach(() => database.stop());

  /** No rule lets such a policy in; a faulty one might. */
  async function spoil(from: string, to: string): Promise<void> {
    const { rowCount } = await database.pool.query(
      `update ledger set body = replace(body::text, $2, $3)::json
       where stream = $1 and type = 'RoundOpened' and strpos(body::text, $2) > 0`,
      [ROUND, from, to],
    );
    expect(rowCount).toBe(1);
    await signAnew(database, ROUND);
  }

  const inTrouble = async () => (await streamsInTrouble(database.pool)).map((s) => s.stream);

  test('commands of the selection are taken, and the round is marked, alone and once', async () => {
    expect(await door.send(SELECTION, OPS, 'resume', { reason })).toMatchObject({ accepted: true });
    expect(await inTrouble()).toEqual([ROUND]);
    expect(door.complaints.filter((c) => c.startsWith('Time fails in a stream'))).toHaveLength(1);
    expect(door.poked).toContain(ROUND);
    for (const type of ['pause', 'resume']) {
      expect(await door.send(SELECTION, OPS, type, { reason })).toMatchObject({ accepted: true });
    }
    expect(door.complaints.filter((c) => c.startsWith('Time fails in a stream'))).toHaveLength(1);
    expect((await database.pool.query('select state from round where stream = $1', [ROUND])).rows).toEqual([
      { state: 'open' },
    ]);
  });

  test('people answer, and a look that succeeds takes the mark away', async () => {
    await door.send(SELECTION, OPS, 'resume', { reason });
    const answer = (head: string) => ({ task: head, answer: { acknowledged: true } });
    expect(await door.send(ROUND, 'D2-1', 'submit', answer('D2-1'))).toMatchObject({ accepted: true });
    await door.look(ROUND);
    expect(await inTrouble()).toEqual([ROUND]);
    await spoil('"grace":"never"', '"grace":"2bd"');
    const mended = new Door(database);
    await mended.look(ROUND, START + 3000);
    expect(await inTrouble()).toEqual([]);
    expect(await mended.send(ROUND, 'D3-1', 'submit', answer('D3-1'))).toMatchObject({ accepted: true });
  });

  test('time that acts in the selection marks the round, not the selection', async () => {
    await spoil('"grace":"never"', '"grace":"2bd"');
    await door.send(SELECTION, OPS, 'resume', { reason });
    await spoil('"grace":"2bd"', '"grace":"never"');
    await transaction(database.pool, (c) => askLooks(c, [{ stream: SELECTION, held: false, rest: false }]));
    await new Door(database).look(SELECTION, START + 60 * 86_400_000);
    expect(await inTrouble()).toEqual([ROUND]);
  });
});
