import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { makeAnchor, readAnchor } from '../../db/anchor.ts';
import type { Pool } from '../../db/connection.ts';
import { uncleared } from '../../db/leftovers.ts';
import { BATCH, BATCHES, countOld, prune } from '../../db/pruning.ts';
import { verifyAgainst } from '../../db/verify-against.ts';
import { beforeNow, keepPruned, retain } from '../../engine/pruner.ts';
import { RETENTION } from '../../settings/retention.ts';
import { erasedPlace } from '../../workers/anchor-places.ts';
import { rostrum } from '../cli/terminal.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { signAnew } from '../harness/signed-anew.ts';
import { clock, START } from '../harness/start.ts';
import { reviews, tasksFor } from '../harness/story.ts';
import { claimMail, look, put } from '../notices/outbox-rows.ts';
import { rowsRead } from './rows-read.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2027, 2, 5, 9, 0);
const NEVER = {
  messages: 0,
  outcomes: 0,
  drafts: 0,
  signIns: 0,
  uploads: 0,
  evidence: 0,
  documents: 0,
  leavers: 0,
  selections: 0,
  cycles: 0,
};
let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await testDatabase();
  pool = database.pool;
});
afterAll(() => database.stop());
beforeEach(() => pool.query('truncate outbox, delivery, command, draft, session, link, file, document'));

const left = async (table: string) => (await pool.query(`select 1 from ${table}`)).rowCount;

async function settle(key: string, state: string, at: number): Promise<void> {
  await pool.query(
    `with m as (update outbox set state = $2, pending = 0, settled_at = to_timestamp($3::float8 / 1000)
                where key = $1 returning id)
     update delivery set state = $2, retry_at = null, token = null from m where message = id`,
    [key, state, at],
  );
}

test('messages go once every channel has done with them for so long, whatever became of them, and no others', async () => {
  for (const key of ['sent', 'dropped', 'failed', 'young', 'waiting', 'half']) await put(pool, { key, person: key });
  await put(pool, { key: 'unrouted', notBefore: NOW + 1 });
  await claimMail(pool, NOW, 9);
  for (const state of ['sent', 'dropped', 'failed']) await settle(state, state, NOW - 1);
  await settle('young', 'sent', NOW);
  await pool.query("update outbox set state = 'sent', settled_at = 'epoch' where key = 'half'");
  expect(await prune(pool, { ...NEVER, messages: NOW })).toMatchObject({ messages: 3, outcomes: 0 });
  expect(await left('outbox')).toBe(4);
  expect(await left('delivery')).toBe(3);
  expect(await look(pool, 'young')).toMatchObject({ state: 'sent' });
  expect(await prune(pool, { ...NEVER, messages: NOW })).toMatchObject({ messages: 0, outcomes: 0 });
});

test('a run does a bounded amount of work, and the next ones the rest', async () => {
  const many = BATCH * BATCHES + 7;
  await pool.query(
    `insert into command (stream, id, type, actor, digest, outcome, decided_at)
     select 'round:r', n::text, 't', 'a', 'd', '{}', 'epoch' from generate_series(1, $1::int) n`,
    [many],
  );
  expect(await prune(pool, { ...NEVER, outcomes: DAY })).toMatchObject({ messages: 0, outcomes: BATCH * BATCHES });
  expect(await prune(pool, { ...NEVER, outcomes: DAY })).toMatchObject({ messages: 0, outcomes: 7 });
});

test('where there is nothing old, little is looked at', async () => {
  await pool.query(
    `insert into outbox (key, stream, person, template, about, not_before, pending, state, settled_at)
     select 'p' || n, 'round:r', 'E1', 'round.reminder', '{}', 'epoch', 0, 'sent', now() from generate_series(1, 3000) n`,
  );
  await pool.query('analyze outbox');
  const run = (inside: Pool) => prune(inside, { ...NEVER, messages: NOW - 3650 * DAY });
  expect(await rowsRead(database, 'outbox', run)).toBeLessThan(10);
});

test('the same command is not done again while its outcome is kept, and is a new one after that', async () => {
  const door = new Door(database);
  await door.send(ORGANISATION, 'system', 'importOrganisation', smallCompany(4), START);
  const round: StreamId = 'round:pruned';
  const open = { spec: reviews(START + 9 * DAY), tasks: tasksFor(['P2', 'P3']) };
  await door.send(round, 'P1', 'open', open, START);
  const extend = (n: number) =>
    door
      .decide(
        round,
        [
          {
            id: 'extend-once',
            actor: 'P1',
            type: 'extend',
            body: { tasks: 'all', due: START + n * DAY, reason: 'more time' },
          },
        ],
        START,
      )
      .then(([outcome]) => outcome);
  const extensions = async () =>
    (await pool.query("select 1 from ledger where stream = $1 and type = 'TasksExtended'", [round])).rowCount;
  expect(await extend(12)).toMatchObject({ accepted: true });
  expect(await extend(12)).toMatchObject({ accepted: true });
  expect(await extend(13)).toMatchObject({ accepted: false, code: 'command-reused' });
  expect(await extensions()).toBe(1);
  await pool.query("update command set decided_at = 'epoch'");
  await prune(pool, { ...NEVER, outcomes: DAY });
  expect(await extend(13)).toMatchObject({ accepted: true });
  expect(await extensions()).toBe(2);
});

describe('what is too old', () => {
  // What is stored has the database's own time.
  const [old, young] = ["now() - interval '100 days'", "now() - interval '10 days'"];
  const access = () => ({ pool, keys: database.keys, clock, complain: () => undefined });
  const days = {
    messages: 50,
    outcomes: 50,
    drafts: 50,
    signIns: 50,
    uploads: 20,
    evidence: 50,
    documents: 50,
    leavers: 50,
    selections: 0,
    cycles: 0,
  };
  const run = (...args: string[]) => {
    const kept = Object.entries(RETENTION).map(([kind, { variable }]) => [
      variable,
      `${days[kind as keyof typeof days]}`,
    ]);
    const env = { DATABASE_URL: database.url, ROSTRUM_MASTER_KEY: database.masterKey, ...Object.fromEntries(kept) };
    return rostrum(args, { env });
  };

  beforeAll(async () => {
    await new Door(database).send(ORGANISATION, 'system', 'importOrganisation', smallCompany(6), clock.now());
    await pool.query(
      `insert into stream (id, type, stage, closed, at) values
         ('selection:over', 'selection', '', true, to_timestamp($1::float8 / 1000)),
         ('selection:just', 'selection', '', true, to_timestamp($2::float8 / 1000)),
         ('selection:open', 'selection', '', false, to_timestamp($1::float8 / 1000))`,
      [clock.now() - 100 * DAY, clock.now() - 10 * DAY],
    );
  });
  afterAll(() =>
    pool.query("delete from stream where type = 'selection'; delete from ledger where command = 'by-hand'"),
  );
  const kinds = async () => {
    await pool.query(
      `insert into task (round, id, assignee, state, due_at) values ('round:d', 'mine', 'P2', 'drafted', now()),
         ('round:d', 'given', 'P3', 'drafted', now()) on conflict do nothing`,
    );
    await pool.query(
      `insert into draft (stream, task, person, revision, content, saved_at) values
         ('round:d', 'mine', 'P2', 1, '{}', ${old}), ('round:d', 'given', 'P2', 1, '{}', ${old}), ('round:d', 'gone', 'P2', 1, '{}', ${young}),
         ('selection:open', '/application', 'P2', 1, '{}', ${old}), ('selection:over', '/application', 'P2', 1, '{}', ${old})`,
    );
    await pool.query(
      `insert into session (id, person, token, token_made_at, way, vouched, stays, begun_at, seen_at, until)
       select id, 'P2', id, until, 'dev', '{}', false, until, until, until from (values ('old', ${old}), ('young', ${young})) s (id, until)`,
    );
    await pool.query(
      `insert into link (token, person, path, stream, sent_at, until)
       select id, 'P2', '/', 'round:d', until, until from (values ('old', ${old}), ('young', ${young})) l (id, until)`,
    );
    await pool.query(
      `insert into file (id, person, name, media_type, sha256, bytes, stored_at) values
         ('file-old', 'P2', '', '', '', '', ${old}), ('file-orphan', 'P2', '', '', '', '', now() - interval '30 days'), ('file-named', 'P2', '', '', '', '', ${old}), ('file-new', 'P2', '', '', '', '', ${young})`,
    );
    await pool.query(
      `insert into ledger (stream, version, schema, type, at, actor, command, body, hash) values
         ('selection:open', 1, 1, 'ApplicationSubmitted', now(), 'P2', 'by-hand', '{"evidence":["file-named"]}', ''),
         ('selection:over', 1, 1, 'ApplicationSubmitted', now(), 'P2', 'by-hand', '{"evidence":["file-old"]}', '')
       on conflict do nothing`,
    );
    await pool.query(
      `insert into document (id, stream, person, kind, name, sha256, bytes) values
         ('a', 'selection:over', 'P2', '', '', '', ''), ('b', 'selection:just', 'P2', '', '', '', ''),
         ('c', 'selection:open', 'P2', '', '', '', '')`,
    );
  };
  const ids = async (table: string, column = 'id') =>
    (await pool.query(`select ${column} as id from ${table} order by 1`)).rows.map((row) => row.id);

  test('goes by its kind, and nothing that somebody waits for; a dry run counts the same and changes nothing', async () => {
    await kinds();
    const expected = {
      messages: 0,
      outcomes: 0,
      drafts: 2,
      signIns: 2,
      uploads: 1,
      evidence: 1,
      documents: 1,
      leavers: 0,
      selections: 0,
      cycles: 0,
    };
    expect(await countOld(pool, beforeNow(days, { clock }))).toEqual(expected);
    const dry = await run('retention', '--dry-run', '--json');
    expect(dry).toMatchObject({ code: 0, err: '' });
    const counts = (JSON.parse(dry.out) as { kind: string; count: number; days: number }[]).map((k) => [
      k.kind,
      k.count,
    ]);
    expect(Object.fromEntries(counts)).toEqual(expected);
    expect(await ids('draft', 'task')).toHaveLength(5);
    const anchor = await makeAnchor(pool, database.keys.signer, clock.now());
    expect(await retain(access(), days)).toEqual({ gone: expected, refused: [] });
    // Anchors tell of files that are gone now: the ledger says why, and only of these.
    const anchors = [readAnchor('before', anchor.text)];
    expect(await verifyAgainst(pool, anchors)).toEqual([]);
    await pool.query("delete from document where id = 'b'");
    expect(await verifyAgainst(pool, anchors)).toMatchObject([{ what: 'b' }]);
    await pool.query(
      "insert into document (id, stream, person, kind, name, sha256, bytes) values ('b', 'selection:just', 'P2', '', '', '', '')",
    );
    expect([await ids('draft', 'task'), await ids('file'), await ids('document')]).toEqual([
      ['/application', 'gone', 'mine'],
      ['file-named', 'file-new'],
      ['b', 'c'],
    ]);
    expect([await ids('session'), await ids('link', 'token')]).toEqual([['young'], ['young']]);
    expect((await run('retention')).out).toMatch(/WHAT .*DAYS .*FROM .*THEN .*GONE\n/);
  });

  test('of people is erased as on request, and operations hear of it; whoever has come back is left', async () => {
    const door = new Door(database);
    const leave = (person: string, at: number) => door.send(ORGANISATION, 'system', 'personLeft', { person }, at);
    for (const person of ['P4', 'P5']) await leave(person, clock.now());
    await pool.query("update ledger set at = at - interval '60 days' where type = 'PersonLeft'");
    await signAnew({ pool, keys: database.keys }, ORGANISATION);
    await leave('P6', clock.now());
    const back = smallCompany(6).people!.filter(({ id }) => id === 'P5');
    await door.send(ORGANISATION, 'system', 'importOrganisation', { people: back }, clock.now());
    await door.send(ORGANISATION, 'system', 'grantRole', { person: 'P1', role: 'operations' }, clock.now());
    await pool.query('truncate outbox');
    expect(await retain(access(), days)).toMatchObject({ gone: { leavers: 1, selections: 0, cycles: 0 }, refused: [] });
    expect(await retain(access(), days)).toMatchObject({ gone: { leavers: 0, selections: 0, cycles: 0 }, refused: [] });
    expect((await pool.query('select id from person where name is null')).rows).toEqual([{ id: 'P4' }]);
    const { rows } = await pool.query('select person, template, about from outbox');
    expect(rows).toMatchObject([{ person: 'P1', template: 'operations.alarm', about: { where: 'P4' } }]);
  });

  test('stays erased when a backup is put back: one command erases everybody of a list again', async () => {
    const door = new Door(database);
    const folder = await mkdtemp(path.join(tmpdir(), 'rostrum-test-'));
    const file = path.join(folder, 'list.txt');
    const list = async () => (await run('erase', 'list')).out;
    expect(await list()).toMatch(/^P4 \d{4}-\d\d-\d\dT.*Z\n$/);
    expect((await run('erase', 'list', '--to', file)).code).toBe(0);
    // As if the backup were older: one is still employed in it, one has left, one is erased, one had not come.
    await appendFile(file, 'P3 2027-01-01T00:00:00.000Z\nP6\nP99\n');
    const again = await run('erase', 'repeat', file);
    expect(again).toMatchObject({
      code: 0,
      out: 'Erased again: 2. Erased already, or not in this database: 2.\n',
    });
    expect((await pool.query('select id from person where name is null order by id')).rows.map((r) => r.id)).toEqual([
      'P3',
      'P4',
      'P6',
    ]);
    expect((await list()).trim().split('\n')).toHaveLength(3);
    expect(await uncleared(pool)).toBe(0);
    expect((await run('erase', 'clear')).out).toBe(
      'Nothing of what was erased is left in the tables. The log of writes lets go of it at its next checkpoint, within five minutes unless PostgreSQL is set otherwise.\n',
    );
    // The engine keeps the list by itself, and nobody goes from it by an older database.
    const place = erasedPlace(folder)!;
    await place('P0 2026-01-01T00:00:00.000Z\n');
    await new Promise<void>((resolve) => {
      const nothing = () => undefined;
      const engine = { ...access(), days, told: nothing, toldCleared: nothing };
      const pruning = keepPruned({
        ...engine,
        listed: async (text) => {
          await place(text);
          void pruning.stop().then(resolve);
        },
      });
    });
    expect(await readFile(path.join(folder, 'erased.txt'), 'utf8')).toBe(
      `P0 2026-01-01T00:00:00.000Z\n${await list()}`,
    );
    // Whom nobody can erase is named: the last of operations.
    await writeFile(file, 'P1\n');
    const refused = await run('erase', 'repeat', file);
    expect(refused).toMatchObject({ code: 1, err: expect.stringMatching(/P1/) });
    await door.written();
    await rm(folder, { recursive: true });
  });
});
