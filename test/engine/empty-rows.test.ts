import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { connectForTurns, type Pool } from '../../db/connection.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { START } from '../harness/start.ts';
import { beforeStatements } from '../harness/statements.ts';
import { reviews, tasksFor } from '../harness/story.ts';

const OPENING = { spec: reviews(START + 9 * 86_400_000), tasks: tasksFor(['P2']) };

describe('the row of a stream to which nothing was written', () => {
  let database: TestDatabase;
  const pools: Pool[] = [];
  beforeAll(async () => {
    database = await testDatabase();
    await new Door(database).send(ORGANISATION, 'system', 'importOrganisation', smallCompany(8), START);
  });
  afterAll(async () => {
    await Promise.all(pools.map((pool) => pool.end()));
    await database.stop();
  });

  function process(): { pool: Pool; door: Door } {
    const pool = connectForTurns(database.url);
    pools.push(pool);
    return { pool, door: new Door({ pool, keys: database.keys }) };
  }

  const emptyRows = async () =>
    (await database.pool.query('select id from stream where version = 0')).rows.map((r: { id: string }) => r.id);

  test('may be taken back while somebody waits for its lock, who then makes it anew', async () => {
    const round: StreamId = 'round:made-anew';
    await database.pool.query("insert into stream (id, type) values ($1, 'round')", [round]);
    const first = process();
    const second = process();
    let opened: Promise<unknown> | undefined;
    const waits = new Promise<void>((resolve) => {
      beforeStatements(second.pool, async ({ name }, send) => {
        const sent = send();
        if (name === 'make-streams') void sent.then(() => resolve());
        return sent;
      });
    });
    // All that follows waits as well, so that the statements keep their order.
    let turn = Promise.resolve();
    beforeStatements(first.pool, async ({ name }, send) => {
      if (name === 'drop-empty-streams') {
        opened = second.door.send(round, 'P1', 'open', OPENING, START);
        turn = waits;
      }
      await turn;
      return send();
    });
    const closed = await first.door.send(round, 'P1', 'close', { reason: 'Nothing is there.' }, START);
    expect(closed).toMatchObject({ accepted: false });
    expect(await opened).toMatchObject({ accepted: true });
    expect([...first.door.complaints, ...second.door.complaints]).toEqual([]);
    expect(await emptyRows()).toEqual([]);
  });

  test('is taken back when a command fails', async () => {
    const { door } = process();
    const round: StreamId = 'round:never';
    await database.pool.query(`alter table ledger add constraint poison check (stream <> '${round}') not valid`);
    expect(await door.send(round, 'P1', 'open', OPENING, START)).toMatchObject({ code: 'internal' });
    await database.pool.query('alter table ledger drop constraint poison');
    expect(await emptyRows()).toEqual([]);
  });
});
