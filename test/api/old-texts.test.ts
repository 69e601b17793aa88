import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { rebuild } from '../../activities/ledger/rebuild.ts';
import { ORGANISATION } from '../../contracts/ids.ts';
import type { Sealed } from '../../contracts/private.ts';
import { makeAnchor, readAnchor } from '../../db/anchor.ts';
import { Clock } from '../../db/clock.ts';
import { KeyRing } from '../../db/keys.ts';
import { openingKeyOf } from '../../db/master-key.ts';
import { countOld } from '../../db/pruning.ts';
import { verifyLedger } from '../../db/verify.ts';
import { verifyAgainst } from '../../db/verify-against.ts';
import { beforeNow, retain } from '../../engine/pruner.ts';
import { KEEPING } from '../../settings/retention.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { START } from '../harness/start.ts';
import { apiOf, ask, type TestApi } from './harness.ts';
import { Procedure } from './procedure.ts';
import { Course, company, MEASURES, TERMS } from './selection-course.ts';

const DAY = 86_400_000;
let database: TestDatabase;
let procedure: Procedure;
let api: TestApi;
const complaints: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  procedure = new Procedure(database, START);
  api = await apiOf({ database, gateway: procedure, complaints }, { now: () => procedure.now });
  await procedure.do(ORGANISATION, 'OPS', 'importOrganisation', company());
});
afterAll(async () => {
  await api?.close();
  await database?.stop();
});

async function must(person: string, path: string, body: object): Promise<void> {
  const reply = await ask(api, person, 'POST', path, body);
  if (reply.status !== 200) throw new Error(`${path} by ${person}: ${reply.text}`);
}

/** A selection in which somebody has applied and their manager has been asked. */
async function applied(id: string): Promise<void> {
  await must('OPS', '/api/selections', { id, terms: TERMS });
  await must('OPS', `/api/selections/${id}/publishMeasures`, { texts: MEASURES });
  await new Course(api, procedure, `selection:${id}`).to('call');
  const form = { topics: [], evidence: [], outline: `Outline for ${id}.`, hoursPerMonth: 4 };
  await must('D2-2', `/api/selections/${id}/apply`, { ...form, profile: `Profile for ${id}.` });
  const { rows } = await database.pool.query(
    "select t.round, t.id, t.assignee from task t join round r on r.stream = t.round where r.purpose = 'agreement' and t.state = 'open'",
  );
  for (const { round, id: task, assignee } of rows)
    await must(assignee, `/api/rounds/${round}/tasks/${task}/submit`, {
      answer: { agrees: true, reason: `Reason for ${id}.` },
    });
}

/** What can still be read of what somebody wrote, in the ledger as operations see it and in the views. */
async function read(): Promise<string> {
  const { rows } = await database.pool.query("select id from stream where type in ('selection', 'round') order by id");
  const texts = await Promise.all(
    rows.map(({ id }) => ask(api, 'OPS', 'GET', `/api/ledger/${id}?open=true&limit=2000`)),
  );
  const views = await Promise.all(
    ['old', 'new'].map(async (id) => {
      const { applications = [] } = (await ask(api, 'OPS', 'GET', `/api/selections/${id}/applications`)).json;
      const path = `/api/selections/${id}/applications/${applications[0]?.code}`;
      return `${(await ask(api, 'OPS', 'GET', path)).status} ${(await ask(api, 'D2-2', 'GET', path)).text}`;
    }),
  );
  return [...texts.map(({ text }) => text), ...views].join('\n');
}

async function profiles(): Promise<Sealed[]> {
  const { rows } = await database.pool.query<{ body: string }>(
    "select body::text as body from ledger where type = 'ApplicationSubmitted' order by at",
  );
  return rows.map(({ body }) => JSON.parse(body).profile);
}

test('what people wrote in a selection that is long over goes with its key, if somebody wants it so, and nothing else', async () => {
  await applied('old');
  await must('OPS', '/api/selections/old/cancel', { reason: 'Reason to cancel old.' });
  procedure.now += 400 * DAY;
  await applied('new');
  const words = (id: string) => [`Profile for ${id}.`, `Outline for ${id}.`, `Reason for ${id}.`];
  const before = await read();
  for (const word of [...words('old'), ...words('new'), 'Reason to cancel old.']) expect(before).toContain(word);

  const clock = Object.assign(new Clock(), { now: () => procedure.now });
  const access = { pool: database.pool, keys: database.keys, clock, complain: (what: string) => complaints.push(what) };
  // Off unless somebody turns it on.
  expect(await retain(access, KEEPING)).toMatchObject({ gone: { selections: 0, cycles: 0 } });
  const days = { ...KEEPING, selections: 365, cycles: 365 };
  const anchor = await makeAnchor(database.pool, database.keys.signer, clock.now());
  expect(await countOld(database.pool, beforeNow(days, { clock }))).toMatchObject({ selections: 1, cycles: 0 });
  expect(await read()).toBe(before);
  expect(await retain(access, days)).toMatchObject({ gone: { selections: 1, cycles: 0 }, refused: [] });
  expect(await retain(access, days)).toMatchObject({ gone: { selections: 0 } });

  // By memory of this process it is gone at once; whoever starts anew does not find the key.
  database.keys.forget();
  const after = await read();
  for (const word of [...words('old'), 'Reason to cancel old.']) expect(after).not.toContain(word);
  for (const word of words('new')) expect(after).toContain(word);
  expect(after).toMatch(/^200 /m);
  const { rows } = await database.pool.query("select wrapped from person_key where person = 'selection:old'");
  expect(rows).toEqual([{ wrapped: null }]);
  // Whoever only opens, as those who write letters, opens what is left and no more.
  for (const secret of [database.masterKey, openingKeyOf(database.masterKey)]) {
    const anew = await new KeyRing(database.pool, secret).hold(['D2-2', 'selection:old', 'selection:new']);
    const sealed = (await profiles()).map((profile) => anew.unseal(profile));
    expect(sealed).toEqual([null, 'Profile for new.']);
  }
  // Their names are not of that selection.
  expect((await ask(api, 'D2-2', 'GET', '/api/me')).text).toContain('Name of D2-2');

  // The ledger is whole, and says what happened.
  expect((await verifyLedger(database.pool)).faults).toEqual([]);
  const rebuilt = await rebuild(database.pool, { keys: database.keys, mode: 'compare' });
  expect(rebuilt).toMatchObject({ differences: [], unreadable: [] });
  expect(await verifyAgainst(database.pool, [readAnchor('before', anchor.text)])).toEqual([]);
  const facts = await database.pool.query("select body::text as body from ledger where type = 'TextsLetGo'");
  expect(facts.rows.map(({ body }) => JSON.parse(body))).toEqual([{ procedures: ['selection:old'] }]);
  expect(complaints).toEqual([]);
});
