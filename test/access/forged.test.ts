import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { rightsOf } from '../../access/rights.ts';
import { rebuild } from '../../activities/ledger/rebuild.ts';
import { buildApi } from '../../api/app.ts';
import type { Api } from '../../api/parts.ts';
import { ORGANISATION, SYSTEM } from '../../contracts/ids.ts';
import { linkOf } from '../../db/hash.ts';
import { KeyRing } from '../../db/keys.ts';
import { headsOf, readEntries } from '../../db/ledger.ts';
import { headText, roleText } from '../../db/signature.ts';
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
