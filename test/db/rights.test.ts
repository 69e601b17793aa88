import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ORGANISATION, SYSTEM } from '../../contracts/ids.ts';
import { UNSAID } from '../../contracts/settings.ts';
import { makeAnchor, noteAnchor, noteKept } from '../../db/anchor.ts';
import { connect, type Pool, transaction } from '../../db/connection.ts';
import { KeyRing } from '../../db/keys.ts';
import { clearLeftovers } from '../../db/leftovers.ts';
import { tellOperations } from '../../db/outbox/alarm.ts';
import { claim } from '../../db/outbox/claim.ts';
import { putOutbox } from '../../db/outbox/put.ts';
import { route } from '../../db/outbox/route.ts';
import { markFailed, markSent, release } from '../../db/outbox/settle.ts';
import { prune } from '../../db/pruning.ts';
import { grantsOf, OWNER, PROCESSES, type ProcessName, RIGHTS, TEMPORAL } from '../../db/rights.ts';
import { connectedAs, strangersLetIn, VERBS, wrongRights } from '../../db/rights-held.ts';
import { keepSettings } from '../../db/settings.ts';
import { passwordOf } from '../../stack/logins.ts';
import { rostrum } from '../cli/terminal.ts';
import { smallCompany } from '../harness/company.ts';
import { emptyDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { urlAs } from '../harness/process-pools.ts';
import { START } from '../harness/start.ts';
import { pageOf, type Walked } from './rights-page.ts';
import { type Found, walk } from './rights-walk.ts';

const NAMES = Object.keys(PROCESSES) as ProcessName[];
const PAGE = 'docs/database-rights.md';

let database: Awaited<ReturnType<typeof emptyDatabase>>;
let superuser: Pool;
let folder: string;
/** Tables and their columns. */
let tables: ReadonlyMap<string, readonly string[]>;
let walked: Walked;

/** A server as an installation finds it: PostgreSQL's superuser, and nobody else. */
beforeAll(async () => {
  [database, folder] = await Promise.all([emptyDatabase(), mkdtemp(path.join(tmpdir(), 'rostrum-test-rights-'))]);
  superuser = connect(database.url);
  const files = { owner_url: OWNER, ...Object.fromEntries(NAMES.map((name) => [`${name}_url`, PROCESSES[name]])) };
  for (const [name, role] of Object.entries(files)) await writeFile(path.join(folder, name), urlAs(role, database.url));
  await writeFile(path.join(folder, 'temporal_password'), passwordOf(TEMPORAL, new URL(database.url).password));
  const provision = () => rostrum(['provision', '--secrets', folder], { env: { DATABASE_URL: database.url } });
  expect(await provision()).toMatchObject({ code: 0, err: '' });
  // It may be repeated.
  expect((await provision()).out).toContain(': owned by rostrum_owner; open to rostrum_api, ');
  const migrated = await rostrum(['migrate'], { env: { DATABASE_URL: urlAs(OWNER, database.url) } });
  expect(migrated).toMatchObject({ code: 0, err: '' });
  const { rows } = await superuser.query<{ table: string; columns: string[] }>(
    `select table_name as table, array_agg(column_name::text order by ordinal_position) as columns
     from information_schema.columns where table_schema = 'public' group by 1 order by 1`,
  );
  tables = new Map(rows.map(({ table, columns }) => [table, columns]));
  const found = await Promise.all(NAMES.map(async (name) => [name, await walk(database.as.of(name), tables)]));
  walked = Object.fromEntries(found);
});
afterAll(async () => {
  await Promise.all([superuser?.end(), database?.as.end()]);
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

const said = (found: Found) =>
  [...found].map(([verb, extent]) => (extent === 'all' ? verb : `${verb} (${[...extent].sort().join(', ')})`));

test('each process may do with each table what db/rights.ts says, and no more', () => {
  for (const name of NAMES) {
    const expected = [...tables.keys()].map((table) => [table, grantsOf(name, table).map(inOrder).sort(byVerb)]);
    expect([name, [...walked[name]].map(([table, found]) => [table, said(found).sort(byVerb)])]).toEqual([
      name,
      expected,
    ]);
    expect(Object.keys(RIGHTS[name]).filter((table) => !tables.has(table))).toEqual([]);
  }
});

const inOrder = (grant: string) =>
  grant.replace(/\((.*)\)/, (_, columns: string) => `(${columns.split(', ').sort().join(', ')})`);
const byVerb = (a: string, b: string) =>
  VERBS.findIndex((v) => a.startsWith(v)) - VERBS.findIndex((v) => b.startsWith(v));

test('nobody but the owner changes or deletes events, or takes tables away; only turns append', async () => {
  const may = (verb: (typeof VERBS)[number], table: string) =>
    NAMES.filter((name) => walked[name].get(table)!.has(verb));
  for (const verb of ['update', 'delete', 'truncate', 'trigger', 'references'] as const)
    expect([verb, may(verb, 'ledger')]).toEqual([verb, []]);
  expect(may('insert', 'ledger')).toEqual(['api', 'engine', 'work']);
  expect([...tables.keys()].flatMap((table) => may('truncate', table))).toEqual([]);
  expect(may('update', 'person_key')).toEqual(['api', 'engine']);
  const owner = connect(urlAs(OWNER, database.url));
  const all = await walk(owner, new Map([...tables].filter(([table]) => ['ledger', 'person_key'].includes(table))));
  expect([...all.values()].map((found) => [...found.keys()])).toEqual([[...VERBS], [...VERBS]]);
  await owner.end();
});

test('none of the roles may do anything to the server, or make anything', async () => {
  const roles = [...NAMES.map((name) => PROCESSES[name]), OWNER, TEMPORAL];
  const { rows } = await superuser.query(
    `select rolname from pg_roles r where rolname = any ($1) and (rolsuper or rolcreaterole or rolcreatedb or rolreplication
       or rolbypassrls)`,
    [roles],
  );
  expect(rows).toEqual([]);
  const members = await superuser.query(
    `select member::regrole::text as member, roleid::regrole::text as of from pg_auth_members
     where member::regrole::text = any ($1) order by 1, 2`,
    [roles],
  );
  expect(members.rows).toEqual(
    ['rostrum_engine', 'rostrum_owner'].map((member) => ({ member, of: 'pg_read_all_stats' })),
  );
  for (const name of NAMES) {
    for (const making of ['create table x ()', 'create temporary table x ()', 'create schema x', 'create role x'])
      await expect(database.as.of(name).query(making)).rejects.toMatchObject({ code: '42501' });
  }
});

test('Temporal does not come in, and could not read a key or a name if it did', async () => {
  const stranger = connect(urlAs(TEMPORAL, database.url));
  await expect(stranger.query('select 1')).rejects.toMatchObject({ code: '42501' });
  expect(await strangersLetIn(superuser)).toEqual([]);
  const name = new URL(database.url).pathname.slice(1);
  await superuser.query(`grant connect on database "${name}" to ${TEMPORAL}`);
  expect(await strangersLetIn(superuser)).toEqual([TEMPORAL]);
  expect([...(await walk(stranger, tables)).values()].flatMap(said)).toEqual([]);
  await stranger.end();
  await superuser.query(`revoke connect on database "${name}" from ${TEMPORAL}`);
});

/** What PostgreSQL lets everybody do who is connected, unless somebody has closed it: it fills the disk, or holds up others. */
const OF_EVERYBODY = [
  ...['lo_create(0)', 'lo_creat(0)', "lo_from_bytea(0, '')", "lo_put(1, 0, '')", 'lo_get(1)', 'lo_unlink(1)'],
  ...['lo_open(1, 393216)', "lowrite(0, '')", 'loread(0, 1)', "lo_import('/etc/hostname')", "lo_export(1, '/tmp/x')"],
  ...[
    'pg_advisory_lock(1)',
    'pg_advisory_lock_shared(1)',
    'pg_try_advisory_xact_lock(1, 2)',
    'pg_advisory_unlock_all()',
  ],
  ...["pg_read_file('PG_VERSION')", "pg_ls_dir('.')", 'pg_switch_wal()', 'pg_stat_reset()', 'pg_reload_conf()'],
  ...['pg_advisory_xact_lock(2)', 'pg_try_advisory_lock(1)', "pg_logical_emit_message(false, 'x', 'x')"],
].map((call) => `select ${call}`);
const STATEMENTS = [
  ...['do $$ begin end $$', 'create function x() returns int language sql return 1', 'create table public.x ()'],
  ...[
    "copy (select 1) to program 'true'",
    "copy (select 1) to '/tmp/x'",
    'create extension dblink',
    'create extension pg_trgm',
  ],
  ...['select * from pg_authid', 'select * from pg_shadow', 'select * from pg_largeobject', 'create publication x'],
  ...["set session authorization 'postgres'", 'set role rostrum_owner'],
];
/** What of it a role needs. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  engine: ['pg_try_advisory_lock(1)', 'pg_logical_emit_message'],
  notices: ['pg_advisory_xact_lock(2)'],
};

test('nobody fills the disk, holds up others or comes to the server by what PostgreSQL lets everybody do', async () => {
  for (const name of NAMES) {
    const open: string[] = [];
    for (const statement of [...OF_EVERYBODY, ...STATEMENTS]) {
      // A transaction that was broken off leaves nothing of what was not refused.
      const error = await transaction(database.as.of(name), async (connection) => {
        await connection.query(statement);
        throw new Error('It was done.');
      }).catch((failure: { code?: string; message: string }) => failure);
      if (error.code !== '42501') open.push(`${statement}: ${error.message}`);
    }
    expect([name, open.filter((found) => !NEEDED[name]?.some((needed) => found.includes(needed)))]).toEqual([name, []]);
    expect([name, open]).toEqual([name, (NEEDED[name] ?? []).map((needed) => expect.stringContaining(needed))]);
  }
});

test('no role comes to the databases that every server has, nor sees what others ask', async () => {
  for (const name of NAMES) {
    for (const other of ['postgres', 'template1']) {
      const url = new URL(database.as.urlOf(name));
      url.pathname = `/${other}`;
      const pool = connect(url.href);
      await expect(pool.query('select 1')).rejects.toMatchObject({ code: '42501' });
      await pool.end();
    }
  }
  await Promise.all(NAMES.map((name) => database.as.of(name).query('select 1')));
  for (const name of NAMES.filter((n) => n !== 'engine')) {
    const { rows } = await database.as
      .of(name)
      .query(
        `select distinct query from pg_stat_activity where usename <> current_user and query not in ('', '<insufficient privilege>')`,
      );
    expect([name, rows]).toEqual([name, []]);
  }
});

test('Temporal has databases of its own, to which Rostrum does not come', async () => {
  for (const own of ['temporal', 'temporal_visibility']) {
    const url = new URL(urlAs(TEMPORAL, database.url));
    url.pathname = `/${own}`;
    const temporal = connect(url.href);
    await temporal.query('create table if not exists x (); drop table x; create extension if not exists btree_gin');
    await temporal.end();
    url.username = OWNER;
    url.password = passwordOf(OWNER, new URL(database.url).password);
    const owner = connect(url.href);
    await expect(owner.query('select 1')).rejects.toMatchObject({ code: '42501' });
    await owner.end();
  }
});

test('people are imported by the API, erased by it and by the engine, which lets go, clears up and anchors by its rights', async () => {
  const masterKey = Buffer.alloc(32, 5).toString('base64');
  const doorOf = (name: ProcessName) => {
    const pool = database.as.of(name);
    return new Door({ pool, keys: new KeyRing(pool, masterKey) });
  };
  const [api, engine, work] = [doorOf('api'), doorOf('engine'), doorOf('work')];
  const said = async (door: Door, type: string, body: object) => {
    expect([type, await door.send(ORGANISATION, SYSTEM, type, body, START), door.complaints]).toMatchObject([
      type,
      { accepted: true },
      [],
    ]);
  };
  await said(api, 'importOrganisation', smallCompany(4));
  for (const person of ['P2', 'P3']) await said(api, 'personLeft', { person, successor: null });
  await said(api, 'erasePerson', { person: 'P2', reason: 'They asked.' });
  await said(engine, 'erasePerson', { person: 'P3', reason: 'It is time.' });
  await said(engine, 'letFilesGo', { files: ['file-1'] });
  // Nobody is erased by what slow work brings.
  await api.send(ORGANISATION, SYSTEM, 'personLeft', { person: 'P4', successor: null }, START);
  expect(await work.send(ORGANISATION, SYSTEM, 'erasePerson', { person: 'P4', reason: 'No.' }, START)).toMatchObject({
    accepted: false,
    code: 'internal',
  });
  expect(work.complaints.join()).toContain('permission denied');
  const pool = database.as.of('engine');
  const now = START;
  const before = { messages: now, outcomes: 0, drafts: now, signIns: now, evidence: now, documents: now, leavers: 0 };
  expect(await prune(pool, before)).toMatchObject({ outcomes: 0 });
  const beside = await database.as.of('api').connect();
  await beside.query('begin isolation level repeatable read; select from clock');
  expect((await clearLeftovers(pool)).left).toEqual([expect.stringMatching(/^1 older transactions may still see/)]);
  await beside.query('commit');
  beside.release();
  expect(await clearLeftovers(pool)).toEqual({ people: 2, left: [] });
  const anchor = await makeAnchor(pool, new KeyRing(pool, masterKey).signer, now);
  await noteAnchor(pool, anchor);
  await noteKept(pool, anchor);
});

test('letters are put in by whoever takes turns and delivered by the notices process, which writes no event', async () => {
  const [api, notices] = [database.as.of('api'), database.as.of('notices')];
  const letter = {
    stream: 'organisation:main',
    person: 'P1',
    template: 'operations.alarm',
    about: {},
    whileOpen: null,
  };
  const put = (key: string, notBefore = START) =>
    transaction(api, (connection) => putOutbox(connection, [{ ...letter, key, notBefore }]));
  const channel = { channel: 'mail', gathers: true, now: START + 1, limit: 5 };
  const mail = [{ name: 'mail', gathers: true }];
  await put('first');
  expect(await route(notices, mail, START + 1)).toBe(1);
  const { claimed } = await claim(notices, channel);
  await release(notices, claimed);
  const again = await claim(notices, channel);
  expect(await markFailed(notices, again.claimed, { error: 'No.', permanent: false }, START + 1)).toMatchObject({
    postponed: 1,
  });
  await put('second', START + 1);
  await route(notices, mail, START + 1);
  expect(await markSent(notices, (await claim(notices, channel)).claimed, START + 1)).toBe(1);
  await keepSettings(api, 'P1', { ...UNSAID, rhythm: { letters: 'daily', hour: 9 } }, START + 1);
  const what = { en: 'x', 'zh-CN': 'x' };
  await tellOperations(
    { pool: notices, keys: new KeyRing(notices, Buffer.alloc(32, 5).toString('base64')) },
    [{ name: 'a', stream: 'organisation:main', what, where: 'x', mend: what }],
    START + 1,
  );
  await expect(notices.query("update ledger set actor = 'P1'")).rejects.toMatchObject({ code: '42501' });
});

test('doctor says when somebody may more or less than they need, and as whom processes run', async () => {
  const env = { DATABASE_URL: urlAs(OWNER, database.url), TEMPORAL_ADDRESS: '127.0.0.1:1' };
  const doctor = async () => {
    const found = JSON.parse((await rostrum(['doctor', '--json'], { env })).out) as { check: string; found: string }[];
    return (check: string) => found.find((f) => f.check === check);
  };
  expect(await wrongRights(superuser)).toEqual({ more: [], less: [] });
  // The pool of this test is a process that runs as the superuser.
  expect((await doctor())('Roles')).toMatchObject({
    state: 'fail',
    found: expect.stringContaining('superuser postgres'),
  });
  const first = superuser;
  superuser = connect(database.url, 1, { application_name: 'test' });
  await first.end();
  await Promise.all(NAMES.map((name) => database.as.of(name).query('select 1')));
  const well = await doctor();
  expect(well('Roles')).toMatchObject({ state: 'ok', found: expect.stringMatching(/rostrum_api, rostrum_engine/) });
  expect(['Rights', 'Database of its own'].map((check) => well(check))).toMatchObject([
    { state: 'ok' },
    { state: 'ok' },
  ]);
  expect((await connectedAs(superuser)).map(({ role }) => role)).toEqual(NAMES.map((n) => PROCESSES[n]).sort());
  await superuser.query('grant execute on function lo_create(oid) to public');
  expect((await doctor())('Database of its own')).toMatchObject({
    state: 'warn',
    found: 'whoever comes to it may run lo_create, and need not',
  });
  await superuser.query('revoke execute on function lo_create(oid) from public');
  await superuser.query('grant update on ledger to rostrum_notices; revoke select on outbox from rostrum_api');
  expect((await doctor())('Rights')).toMatchObject({ state: 'fail', found: expect.stringContaining('select outbox') });
  await superuser.query('grant select on outbox to rostrum_api');
  expect((await doctor())('Rights')).toMatchObject({
    state: 'warn',
    found: 'the role of notices may update ledger, and need not',
  });
  const again = await rostrum(['migrate'], { env: { DATABASE_URL: urlAs(OWNER, database.url) } });
  expect(again.out).toBe('The schema is up to date.\n');
  expect(await wrongRights(superuser)).toEqual({ more: [], less: [] });
});

test('docs/database-rights.md says what was found', async () => {
  const written = pageOf(walked);
  if (process.env.ROSTRUM_WRITE === 'yes') await writeFile(PAGE, written);
  expect(await readFile(PAGE, 'utf8')).toBe(written);
});
