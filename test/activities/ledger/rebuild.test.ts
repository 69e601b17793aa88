import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rebuild } from '../../../activities/ledger/rebuild.ts';
import { ORGANISATION } from '../../../contracts/ids.ts';
import { house } from '../../../contracts/reasons.ts';
import { draftStanding, saveDraft } from '../../../db/drafts.ts';
import { readFile, storeFile } from '../../../db/files.ts';
import { KEPT, PROJECTION_TABLES } from '../../../db/projections/tables.ts';
import { type TestDatabase, testDatabase } from '../../harness/database.ts';
import { Door } from '../../harness/door.ts';
import { signAnew } from '../../harness/signed-anew.ts';
import { clock } from '../../harness/start.ts';
import { tellStory } from '../../harness/story.ts';

describe('projections', () => {
  let database: TestDatabase;
  let door: Door;
  const compare = () => rebuild(database.pool, { keys: database.keys, mode: 'compare' });
  const rows = async (table: string) => (await database.pool.query(`select t::text from ${table} t order by 1`)).rows;

  beforeAll(async () => {
    database = await testDatabase();
    door = new Door(database);
    await tellStory(door, clock.now());
  });
  afterAll(() => database.stop());

  test('are what the ledger alone says, in every row', async () => {
    const { streams, events, differences } = await compare();
    expect(differences).toEqual([]);
    expect(streams).toBe(3);
    expect(events).toBeGreaterThan(15);
    for (const table of ['person', 'department', 'round', 'task', 'agenda']) {
      expect([table, (await rows(table)).length > 0]).toEqual([table, true]);
    }
  });

  test('hold whom a round bars since it was opened', async () => {
    const body = { people: ['P5'], about: 'all', reason: house('judge-applied') };
    expect(await door.send('round:going', 'system', 'bar', body)).toMatchObject({ accepted: true });
    const { rows: found } = await database.pool.query(
      `select policy -> 'barred' as barred from round where stream = 'round:going'`,
    );
    expect(JSON.stringify(found)).toContain('P5');
    expect((await compare()).differences).toEqual([]);
  });

  test('follow a calendar that is corrected, though nothing happens in a round by it', async () => {
    const at = async () => (await database.pool.query('select person, at from agenda order by stream, person')).rows;
    const before = await at();
    const calendar = { id: 'CN', weekend: [1, 2, 3, 4, 5, 6], days: {} };
    const body = { calendar, reason: 'a calendar of Sundays' };
    expect(await door.send(ORGANISATION, 'P1', 'correctCalendar', body)).toMatchObject({ accepted: true });
    await door.look('round:going');
    expect(await at()).not.toEqual(before);
    expect((await compare()).differences).toEqual([]);
    const back = { calendar: { ...calendar, weekend: [6, 7] }, reason: 'as it was' };
    await door.send(ORGANISATION, 'P1', 'correctCalendar', back);
    await door.look('round:going');
    expect(await at()).toEqual(before);
  });

  test('stay what they are by a comparison, which names rows and columns but no values', async () => {
    await database.pool.query("update person set name = 'Somebody Else' where id = 'P3'");
    await database.pool.query("insert into role values ('P3', 'operations', 'D1', null, '')");
    await database.pool.query("delete from task where round = 'round:going' and id = 'A.P3'");
    await database.pool.query("insert into agenda values ('round:going', 'P9', now(), 1)");
    const before = await rows('person');
    const { differences } = await compare();
    expect(differences).toEqual([
      { table: 'person', row: 'P3', how: 'changed', columns: ['name'] },
      { table: 'role', row: 'P3 operations D1', how: 'extra', columns: [] },
      { table: 'task', row: 'round:going A.P3', how: 'missing', columns: [] },
      { table: 'agenda', row: 'round:going P9', how: 'extra', columns: [] },
    ]);
    expect(await rows('person')).toEqual(before);
  });

  test('are compared while a turn is under way, and hold nobody up', async () => {
    const turn = await database.pool.connect();
    await turn.query("begin; select version from stream where id = 'round:going' for update");
    const before = await database.pool.query('select xmin::text, * from task order by round, id');
    expect((await compare()).differences.length).toBeGreaterThan(0);
    // Nothing was written, not even the same once more.
    expect((await database.pool.query('select xmin::text, * from task order by round, id')).rows).toEqual(before.rows);
    await turn.query('rollback');
    turn.release();
  });

  test('are made again when they are gone, and go when nothing in the ledger speaks of them', async () => {
    await database.pool.query(`delete from person; delete from task; delete from round`);
    await database.pool.query("insert into agenda values ('round:never', 'P2', now(), 1)");
    const { differences } = await rebuild(database.pool, { keys: database.keys, mode: 'rewrite' });
    expect(differences).toContainEqual({ table: 'agenda', row: 'round:never P2', how: 'extra', columns: [] });
    expect(differences.length).toBeGreaterThan(1);
    expect((await compare()).differences).toEqual([]);
    expect(await rows('task')).toHaveLength(5);
  });

  test('do not bring back what was erased, and do not erase it again', async () => {
    const file = { person: 'P6', name: 'proof.pdf', mediaType: 'application/pdf', bytes: Buffer.from('proof') };
    const { id } = await storeFile(database.pool, database.keys, file);
    const left = await door.send(ORGANISATION, 'P1', 'personLeft', { person: 'P6', successor: null });
    const erased = await door.send(ORGANISATION, 'P1', 'erasePerson', { person: 'P6', reason: 'asked for it' });
    expect([left, erased]).toMatchObject([{ accepted: true }, { accepted: true }]);
    database.keys.forget();
    await rebuild(database.pool, { keys: database.keys, mode: 'rewrite' });
    const { rows: found } = await database.pool.query("select name, email from person where id = 'P6'");
    expect(found).toEqual([{ name: null, email: null }]);
    expect((await compare()).differences).toEqual([]);
    expect(await readFile(database.pool, id)).toBeUndefined();
    const key = async () => (await database.pool.query("select * from person_key where person = 'P6'")).rows;
    const shredded = await key();
    await storeFile(database.pool, database.keys, file);
    const draft = { round: 'round:going', task: 'A.P3', person: 'P3', aboutPerson: 'P5', content: { comment: 'Hm.' } };
    expect(await saveDraft(database.pool, database.keys, draft, 0)).toBe(1);
    await rebuild(database.pool, { keys: database.keys, mode: 'rewrite' });
    expect(await key()).toEqual(shredded);
    expect(await readFile(database.pool, id)).toMatchObject({ name: 'proof.pdf' });
    expect(await draftStanding(database.pool, 'round:going', 'A.P3', 'P3')).toMatchObject({ revision: 1 });
  });

  test('of a stream that cannot be folded stay as they are, and those of all others are looked at', async () => {
    const of = (stream: string) => `where stream = '${stream}' and version = 2`;
    await database.pool.query(`update ledger set schema = 9 ${of('round:done')}`);
    await signAnew(database, 'round:done');
    await database.pool.query("update task set assignee = 'P4' where round = 'round:going' and id = 'A.P3'");
    const before = await rows('task');
    const { unreadable, differences } = await compare();
    expect(unreadable).toEqual([expect.stringMatching(/^round:done cannot be folded: .*written by a newer Rostrum/)]);
    expect(differences).toEqual([{ table: 'task', row: 'round:going A.P3', how: 'changed', columns: ['assignee'] }]);
    expect(await rows('task')).toEqual(before);
    await rebuild(database.pool, { keys: database.keys, mode: 'rewrite' });
    await database.pool.query(`update ledger set schema = 1 ${of('round:done')}`);
    await signAnew(database, 'round:done');
    expect(await compare()).toMatchObject({ unreadable: [], differences: [] });
  });

  test('are named, each table of the schema once', async () => {
    const { rows: tables } = await database.pool.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public'",
    );
    expect(tables.map((t) => t.name).sort()).toEqual([...PROJECTION_TABLES, ...KEPT].sort());
  });
});
