import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeLook } from '../../activities/look.ts';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { Clock } from '../../db/clock.ts';
import { anybody } from '../../domain/turn/rights.ts';
import { Advance } from '../../engine/advance.ts';
import { engineOf } from '../../engine/parts.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { START } from '../harness/start.ts';
import { reviews, tasksFor } from '../harness/story.ts';

const MINUTE = 60_000;
const ROUND: StreamId = 'round:clocks';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  const door = new Door(database);
  await door.send(ORGANISATION, 'system', 'importOrganisation', smallCompany(3), START);
  const spec = reviews(START + 9 * 1440 * MINUTE);
  await door.send(ROUND, 'P1', 'open', { spec, tasks: tasksFor(['P2', 'P3']) }, START);
});
afterAll(() => database.stop());

/** The round's hour as its workflow hears it, when the workflow's clock shows so much more than the database's. */
async function heard(ahead: number): Promise<{ hour: number; complaints: string[] }> {
  const complaints: string[] = [];
  const time = { clock: new Clock(), real: () => START };
  const complain = (what: string) => void complaints.push(what);
  const advance = new Advance(engineOf({ rights: anybody, pool: database.pool, keys: database.keys, time, complain }));
  const pokes = { settled: async () => undefined };
  const look = makeLook({ advance, aftermath: { of: () => undefined }, pokes, time });
  return { hour: (await look(ROUND, START + ahead)).wake!, complaints };
}

test('a workflow whose clock is far ahead of the database sleeps until the hour comes there', async () => {
  const { hour } = await heard(0);
  const wrong = await heard(2 * MINUTE);
  expect(wrong.hour - (START + 2 * MINUTE)).toBe(hour - START);
  expect(wrong.complaints).toEqual(['The clocks of Temporal and of the database differ by more than a minute']);
});

test('a workflow whose clock is a little ahead, or behind, goes by the hour as it is', async () => {
  const { hour } = await heard(0);
  expect(await heard(MINUTE)).toEqual({ hour, complaints: [] });
  expect(await heard(-MINUTE)).toEqual({ hour, complaints: [] });
});
