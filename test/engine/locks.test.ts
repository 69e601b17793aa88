import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { connectForTurns, type Pool } from '../../db/connection.ts';
import { company, MEASURES, TERMS } from '../api/selection-course.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { START } from '../harness/start.ts';
import { beforeStatements, type Statement } from '../harness/statements.ts';

const SELECTION: StreamId = 'selection:trainers';
const ROUND: StreamId = 'round:selection.trainers.acknowledgement';
const OPS = 'D1-3';
const reason = 'For a reason.';

describe('an owner and its child that have their turns at the same time, in one process', () => {
  let database: TestDatabase;
  let pool: Pool;
  let door: Door;
  /** Happens once, before the first statement that it is meant for. */
  let meanwhile: {
    readonly before: (statement: Statement) => boolean;
    readonly happens: () => Promise<unknown>;
  } | null;
  let answeredNext: (statement: Statement) => void = () => undefined;
  let sent: (Statement & { readonly rows: number; readonly failed: unknown })[];

  beforeEach(async () => {
    database = await testDatabase();
    pool = connectForTurns(database.url);
    meanwhile = null;
    sent = [];
    beforeStatements(pool, async (statement, send) => {
      if (meanwhile?.before(statement)) {
        const { happens } = meanwhile;
        meanwhile = null;
        await happens();
      }
      try {
        const answer = await send();
        sent.push({ ...statement, rows: answer.rows.length, failed: null });
        answeredNext(statement);
        return answer;
      } catch (failed) {
        sent.push({ ...statement, rows: 0, failed });
        throw failed;
      }
    });
    door = new Door({ pool, keys: database.keys });
    await door.send(ORGANISATION, 'OPS', 'importOrganisation', company(), START);
    await door.send(SELECTION, OPS, 'open', TERMS, START);
    await door.send(SELECTION, OPS, 'publishMeasures', { texts: MEASURES }, START);
    await door.settle();
    await pause();
    await door.send(SELECTION, OPS, 'resume', { reason });
    sent = [];
  });
  afterEach(async () => {
    await pool.end();
    await database.stop();
  });

  const answer = (head: string) => door.send(ROUND, head, 'submit', { task: head, answer: { acknowledged: true } });
  const pause = () => door.send(SELECTION, OPS, 'pause', { reason });
  /** Resolves when the next such statement is answered. */
  const once = (awaited: (statement: Statement) => boolean) =>
    new Promise<void>((resolve) => {
      answeredNext = (statement) => {
        if (awaited(statement)) resolve();
      };
    });
  const isAboutRound =
    (name: string) =>
    ({ name: given, values }: Statement) =>
      given === name && (values[0] as readonly unknown[]).includes(ROUND);

  test('do not wait for each other in a circle: the child has its row, and its owner looks at its fold', async () => {
    let answered: Promise<unknown> | undefined;
    const locked = once(isAboutRound('lock-streams'));
    meanwhile = {
      before: isAboutRound('lock-streams'),
      happens: () => {
        answered = answer('D1-1');
        return locked;
      },
    };
    expect(await pause()).toMatchObject({ accepted: true });
    expect(await answered).toMatchObject({ accepted: true });
    expect(sent.filter((s) => s.failed)).toEqual([]);
  });

  const rowsRead = () => sent.filter((s) => isAboutRound('read-spans')(s)).map((s) => s.rows);

  test('fold nothing that the other has folded', async () => {
    meanwhile = { before: isAboutRound('heads'), happens: () => answer('D1-1') };
    expect(await pause()).toMatchObject({ accepted: true });
    expect(rowsRead()).toEqual([]);
  });

  test('fold no more than what is new, when another process was first', async () => {
    const other = new Door(database);
    const answered = { task: 'D1-1', answer: { acknowledged: true } };
    meanwhile = { before: isAboutRound('heads'), happens: () => other.send(ROUND, 'D1-1', 'submit', answered, START) };
    expect(await pause()).toMatchObject({ accepted: true });
    expect(rowsRead()).toEqual([1]);
  });
});
