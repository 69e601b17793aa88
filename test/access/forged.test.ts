import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { rightsOf } from '../../access/rights.ts';
import { rebuild } from '../../activities/ledger/rebuild.ts';
import { makeLookup } from '../../activities/notices/lookup.ts';
import { buildApi } from '../../api/app.ts';
import type { Api } from '../../api/parts.ts';
import { ORGANISATION, SYSTEM } from '../../contracts/ids.ts';
import type { Sealed } from '../../contracts/private.ts';
import { saveDraft } from '../../db/drafts.ts';
import { foldNow } from '../../db/fold.ts';
import { linkOf } from '../../db/hash.ts';
import { KeyRing } from '../../db/keys.ts';
import { headsOf, readEntries } from '../../db/ledger.ts';
import { openingKeyOf } from '../../db/master-key.ts';
import type { ClaimedMessage } from '../../db/outbox/claim.ts';
import { headText, roleText } from '../../db/signature.ts';
import { provenAnswers } from '../../db/views/answers.ts';
import { heldIn } from '../../db/views/desk.ts';
import { answersOf } from '../../db/views/development.ts';
import { supportGiven } from '../../db/views/support.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { clock, START } from '../harness/start.ts';
import { reviews, tasksFor } from '../harness/story.ts';

/* What somebody gets who can write whatever they like into the database, and does not have the master key: as its owner, or by
   somebody else's statement. */

const DAY = 86_400_000;
const LEDGER = '/api/ledger/organisation:main';
let database: TestDatabase;
let app: Api;

beforeAll(async () => {
  database = await testDatabase();
  const door = new Door(database);
  await door.send(ORGANISATION, SYSTEM, 'importOrganisation', smallCompany(6), START);
  await door.send(ORGANISATION, SYSTEM, 'grantRole', { person: 'P1', role: 'operations' }, START);
  await door.send(ORGANISATION, SYSTEM, 'grantRole', { person: 'P4', role: 'leader', scope: 'D1' }, START);
  app = await apiOf();
  await database.pool.query(
    'create table ledger_kept as table ledger; create table stream_kept as table stream; create table role_kept as table role',
  );
});
beforeEach(async () => {
  await database.pool.query(
    `delete from ledger; insert into ledger table ledger_kept; delete from stream; insert into stream table stream_kept;
     delete from role; insert into role table role_kept`,
  );
});
afterAll(async () => {
  await app?.close();
  await database?.stop();
});

const apiOf = () => {
  const nothing = () => Promise.reject(new Error('nothing is sent'));
  const gateway = { send: nothing, sendLarge: nothing };
  const { pool, keys } = database;
  return buildApi({ pool, keys, clock, gateway, devTokens: true, publicUrl: 'http://localhost' });
};
const asked = (person: string, url: string) =>
  app.inject({ url, headers: { authorization: `Bearer dev:${person}` } }).then((r) => r.statusCode);
const rolesShown = async () => {
  const { body } = await app.inject({ url: '/api/organisation/roles', headers: { authorization: 'Bearer dev:P1' } });
  return (JSON.parse(body) as { roles: { person: string; role: string }[] }).roles.map((r) => `${r.person} ${r.role}`);
};
const other = () => new KeyRing(database.pool, Buffer.alloc(32, 7).toString('base64'));

test.each([
  ['no signature', () => Buffer.alloc(0)],
  ['that of another installation', () => other().signer.sign(roleText(P2_OPERATIONS))],
  [
    'that of a row of somebody else',
    async () => (await database.pool.query('select signature from role')).rows[0].signature,
  ],
])('a role by a row with %s opens nothing, and is shown to nobody', async (_what, signature) => {
  expect([await asked('P1', LEDGER), await asked('P2', LEDGER)]).toEqual([200, 403]);
  await database.pool.query("insert into role values ('P2', 'operations', '', null, $1)", [await signature()]);
  expect([await asked('P1', LEDGER), await asked('P2', LEDGER)]).toEqual([200, 403]);
  expect(await rolesShown()).toEqual(['P4 leader', 'P1 operations']);
});

test('a row of a role that was made wider, longer or another person’s opens nothing', async () => {
  const changes = ["person = 'P2' where person = 'P1'", "role = 'operations', scope = '' where person = 'P4'"];
  for (const change of changes) {
    await database.pool.query(`update role set ${change}`);
    for (const person of ['P2', 'P4']) expect([change, await asked(person, LEDGER)]).toEqual([change, 403]);
  }
  await database.pool.query("update role set until = '2199-12-31' where person = 'P4'");
  expect(await rolesShown()).not.toContain('P4 leader');
});

const P2_OPERATIONS = { person: 'P2', role: 'operations', scope: null, until: null };

/** Adds that P2 was granted the role of operations, as whoever knows all but the master key can. */
async function forge(signed: (text: string) => Buffer): Promise<void> {
  const { pool } = database;
  const head = (await headsOf(pool, [ORGANISATION])).get(ORGANISATION)!;
  const heading = { ...{ stream: ORGANISATION, version: head.version + 1, schema: 1, type: 'RoleGranted' } };
  const entry = { ...heading, at: START + 1000, actor: SYSTEM, command: null };
  const body = JSON.stringify({ person: 'P2', role: 'operations', scope: null, until: null });
  const hash = linkOf(head.hash, entry, body);
  await pool.query(
    `insert into ledger (stream, version, schema, type, at, actor, body, hash)
     values ($1, $2, 1, 'RoleGranted', to_timestamp($3 / 1000.0), $4, $5, $6)`,
    [ORGANISATION, entry.version, entry.at, SYSTEM, body, hash],
  );
  await pool.query('update stream set version = $2, hash = $3, signature = $4 where id = $1', [
    ...[ORGANISATION, entry.version, hash],
    signed(headText({ ...head, version: entry.version, hash })),
  ]);
}

const opens = (person: string) => {
  const complaints: string[] = [];
  const door = new Door(database, { rights: rightsOf, complaints });
  const body = { spec: reviews(START + 9 * DAY), tasks: tasksFor(['P3']) };
  return door.send(`round:${person}`, person, 'open', body, START + 5000).then(
    (outcome) => ({ ...outcome, complaints: complaints.join() }),
    (error: Error) => ({ accepted: false, code: 'internal', complaints: error.message }),
  );
};

test.each([
  ['under no name', () => Buffer.alloc(96)],
  ['under that of another installation', (text: string) => other().signer.sign(text)],
])('an event that was added %s gives nobody a right', async (_what, signed) => {
  expect(await opens('P2')).toMatchObject({ accepted: false, code: 'forbidden' });
  await forge(signed);
  const found = await opens('P2');
  expect(found).toMatchObject({ accepted: false, complaints: expect.stringContaining('rostrum ledger verify') });
  expect(found).toMatchObject({ complaints: expect.stringContaining(ORGANISATION) });
});

test('an event that was changed where it stands gives nobody a right, whatever its link', async () => {
  await database.pool.query(
    `update ledger set body = replace(body::text, '"P1"', '"P2"')::json where stream = $1 and type = 'RoleGranted'`,
    [ORGANISATION],
  );
  expect(await opens('P2')).toMatchObject({ accepted: false, complaints: expect.stringContaining(ORGANISATION) });
});

test('what somebody has added is not made into rows by a rebuild', async () => {
  await forge(() => Buffer.alloc(96));
  const found = await rebuild(database.pool, { keys: database.keys, mode: 'rewrite' });
  expect(found.unreadable).toEqual([expect.stringContaining('was not written by this installation')]);
  expect(await rolesShown()).toEqual(['P4 leader', 'P1 operations']);
  const entries = [];
  for await (const page of readEntries(database.pool, ORGANISATION)) entries.push(...page);
  expect(entries.at(-1)!.event.type).toBe('RoleGranted');
});

test('whoever has the opening key opens what is sealed, and neither signs an event nor says what the installation alone can say', async () => {
  const keys = new KeyRing(database.pool, openingKeyOf(database.masterKey));
  const { rows } = await database.pool.query<{ name: string }>("select name from person where id = 'P3'");
  const { state } = (await foldNow(database.pool, keys, [ORGANISATION])).get(ORGANISATION)!;
  const held = await keys.hold(['P3']);
  expect(held.unseal((state as OrganisationState).people.get('P3')!.name as Sealed)).toBe(rows[0]!.name);
  expect(() => keys.secretOf('row', 'x')).toThrow('it was given the opening key');
  const before = await database.pool.query('select count(*) from ledger');
  const door = new Door({ pool: database.pool, keys });
  const granting = door.send(ORGANISATION, SYSTEM, 'grantRole', { person: 'P2', role: 'operations' }, START + 9000);
  await expect(granting).rejects.toThrow('signs nothing');
  expect((await database.pool.query('select count(*) from ledger')).rows).toEqual(before.rows);
});

test('a task, an answer or a draft by a row that somebody has changed is shown to nobody else', async () => {
  const { pool, keys } = database;
  const door = new Door(database);
  const spec = reviews(START + 9 * DAY);
  await door.send('round:asked', 'P1', 'open', { spec, tasks: tasksFor(['P2', 'P3', 'P4']) }, START);
  const said = { task: 'A.P3', answer: { score: 3, comment: 'a word for P1 alone' } };
  expect(await door.send('round:asked', 'P3', 'submit', said, START)).toMatchObject({ accepted: true });
  const seen = async (person: string, task: string) => {
    const url = `/api/rounds/asked/tasks/${task}`;
    return told(person, url);
  };
  const told = async (person: string, url: string) => {
    const { statusCode, body } = await app.inject({ url, headers: { authorization: `Bearer dev:${person}` } });
    return { statusCode, told: body.includes('a word for P1 alone') || body.includes('a draft of P4') };
  };
  const onDesk = async (person: string) => {
    const { body } = await app.inject({ url: '/api/me/desk', headers: { authorization: `Bearer dev:${person}` } });
    return body.includes('A.P3');
  };
  const SITTING = '/api/rounds/asked/mine';
  await door.send('round:asked', 'P4', 'saveDraft', { task: 'A.P4' }, START);
  const draft = { round: 'round:asked', task: 'A.P4', person: 'P4', aboutPerson: null };
  expect(await saveDraft(pool, keys, { ...draft, content: { comment: 'a draft of P4' } }, 0)).toBe(1);
  expect([await seen('P3', 'A.P3'), await seen('P4', 'A.P4')]).toEqual(Array(2).fill({ statusCode: 200, told: true }));
  expect([await told('P3', SITTING), await onDesk('P3')]).toEqual([{ statusCode: 200, told: true }, true]);
  expect(await seen('P2', 'A.P3')).toEqual({ statusCode: 404, told: false });
  for (const change of [
    "update task set assignee = 'P2' where id = 'A.P3'",
    `update task set assignee = 'P2', holder_proof = (select holder_proof from task where id = 'A.P2') where id = 'A.P3'`,
    "update task set answer = (select answer from task where id = 'A.P3'), state = 'submitted' where id = 'A.P2'",
    `update task t set answer = f.answer, answer_proof = f.answer_proof from task f where f.id = 'A.P3' and t.id = 'A.P2'`,
    "update draft set task = 'A.P2', person = 'P2'",
  ]) {
    await pool.query('create table kept as table task; create table drafts as table draft');
    await pool.query(change);
    for (const task of ['A.P2', 'A.P3', 'A.P4'])
      expect([change, task, (await seen('P2', task)).told]).toEqual([change, task, false]);
    expect([change, (await told('P2', SITTING)).told, await onDesk('P2')]).toEqual([change, false, false]);
    await pool.query(
      'delete from task; insert into task table kept; drop table kept; delete from draft; insert into draft table drafts; drop table drafts',
    );
  }
});

test('an answer that somebody has given to another, or changed, is passed over nowhere', async () => {
  const { pool, keys } = database;
  const [round, tasks] = ['round:asked', [{ round: 'round:asked', task: 'A.P3' }]];
  const read = () =>
    Promise.allSettled([
      provenAnswers(pool, keys, [round]),
      answersOf(pool, keys, tasks),
      supportGiven(pool, keys, 'P3', ['review'], 9),
      heldIn(pool, keys, { round, person: 'P3', now: START }),
    ]).then((all) => all.map((one) => (one.status === 'fulfilled' ? 'read' : (one.reason as Error).message)));
  const changed = expect.stringMatching(/^Task A.P3 of round:asked was changed by hand: .* rostrum ledger rebuild/);
  await pool.query('create table kept as table task');
  expect(await read()).toEqual(['read', 'read', 'read', 'read']);
  await pool.query(`update task set answer = '{"score": 5}' where id = 'A.P3'`);
  expect(await read()).toEqual([changed, changed, changed, changed]);
  await pool.query('delete from task; insert into task table kept');
  // The row is nobody's then, and on nobody's desk.
  await pool.query("update task set assignee = 'P2' where id = 'A.P3'");
  expect(await read()).toEqual([changed, changed, 'read', 'read']);
  await pool.query('delete from task; insert into task table kept; drop table kept');
});

test('a stream that was given to another owner is written to no more, and nobody signs that it is theirs', async () => {
  const door = new Door(database);
  const spec = reviews(START + 9 * DAY);
  const submit = (task: string) => ({ task: `A.${task}`, answer: { score: 3 } });
  await door.send('round:given', 'P1', 'open', { spec, tasks: tasksFor(['P2', 'P3']) }, START);
  expect(await door.send('round:given', 'P2', 'submit', submit('P2'))).toMatchObject({ accepted: true });
  await database.pool.query("update stream set owner = 'cycle:other' where id = 'round:given'");
  const given = door.send('round:given', 'P3', 'submit', submit('P3'));
  await expect(
    given.then(
      (outcome) => outcome.accepted,
      () => false,
    ),
  ).resolves.toBe(false);
  await database.pool.query("update stream set owner = null where id = 'round:given'");
  expect(await door.send('round:given', 'P3', 'submit', submit('P3'))).toMatchObject({ accepted: true });
});

test('a letter goes where the ledger says, whatever a row says', async () => {
  const { pool, keys } = database;
  const about = { what: { en: 'x', 'zh-CN': 'x' }, where: 'x', mend: { en: 'x', 'zh-CN': 'x' } };
  const message = { id: 1, stream: ORGANISATION, person: 'P1', template: 'operations.alarm', about };
  const lookup = makeLookup({ pool, keys, clock: { now: () => START + 1000 } });
  const sent = async (person: string) => (await lookup({ ...message, person } as unknown as ClaimedMessage))?.recipient;
  await pool.query("update person set email = 'me@elsewhere.example', employed = true where id = 'P1'");
  const { rows } = await pool.query<{ email: string }>("select email from person where id = 'P1'");
  expect(rows[0]!.email).toBe('me@elsewhere.example');
  expect((await sent('P1'))?.email).toBe('p1@example.com');
});

test('a letter says whose task it is as the ledger does, and quotes nothing that the installation has not signed', async () => {
  const { pool, keys } = database;
  const door = new Door(database);
  await pool.query('delete from outbox');
  const spec = reviews(START + 9 * DAY);
  await door.send('round:told', 'P1', 'open', { spec, tasks: tasksFor(['P2', 'P3']) }, START);
  const later = { tasks: 'all', due: START + 12 * DAY, reason: 'The hall is closed.' };
  await door.send('round:told', 'P1', 'extend', later, START + 1000);
  const { rows } = await pool.query<ClaimedMessage>(
    "select id, key, stream, person, template, about from outbox where template = 'round.extended' and person = 'P2'",
  );
  const letter = () => makeLookup({ pool, keys, clock: { now: () => START + 2000 } })(rows[0]!);
  const told = { facts: { reason: 'The hall is closed.', dueAt: START + 12 * DAY } };
  expect(await letter()).toMatchObject(told);
  await pool.query("update task set assignee = 'P3', state = 'submitted' where round = 'round:told'");
  expect(await letter()).toMatchObject(told);
  await pool.query(
    `update ledger set body = jsonb_set(body::jsonb, '{reason}', '"It was said by nobody."')::json
     where stream = 'round:told' and type = 'TasksExtended'`,
  );
  await expect(letter()).rejects.toThrow(/round:told was not written by this installation/);
});
