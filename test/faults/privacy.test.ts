import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import type { Pool } from '../../db/connection.ts';
import { storeDocument } from '../../db/documents.ts';
import { saveDraft } from '../../db/drafts.ts';
import { storeFile } from '../../db/files.ts';
import { clearLeftovers, uncleared } from '../../db/leftovers.ts';
import { company } from '../api/selection-course.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { workflowBundle } from '../harness/from-stock.ts';
import { readable } from '../harness/histories.ts';
import { SelectionRun, WORDS } from '../harness/selection-run.ts';
import { clock } from '../harness/start.ts';
import { reviews } from '../harness/story.ts';

const NAMES = (company().people ?? []).flatMap(({ name, email }) => [`${name}`, `${email}`]);

/** What belongs to people, as it would stand in any text that had let it through. */
const PRIVATE = [
  ...NAMES,
  ...Object.values(WORDS),
  // Answers travel with the keys of their form.
  '"knowledge"',
  '"communication"',
  '"review-reasons"',
  '"answer"',
  '"score',
];

describe('what people wrote, and what was written about them', () => {
  let database: TestDatabase;
  let run: SelectionRun;

  beforeAll(async () => {
    const [started, bundle] = await Promise.all([testDatabase(), workflowBundle()]);
    database = started;
    run = await SelectionRun.open(database, bundle, { kept: true });
    await run.to('closed');
  });
  afterAll(async () => {
    await run?.stop();
    await database?.stop();
  });

  test('is in no history of Temporal, in the clear or in base64', async () => {
    const histories = await run.histories();
    expect(new Set(histories.map((h) => h.type))).toEqual(new Set(['organisation', 'round', 'trainerSelection']));
    const events = histories.flatMap((h) => h.history.events!);
    expect(events.length).toBeGreaterThan(100);
    const text = histories.map(({ history }) => readable(history)).join('\n');
    // The payloads can be read, so nothing is merely overlooked.
    expect(text).toContain('selection:trainers');
    expect(PRIVATE.filter((word) => text.includes(word))).toEqual([]);
  });

  test('stands sealed in the ledger', async () => {
    const { rows } = await database.pool.query<{ type: string; body: string }>('select type, body from ledger');
    expect(rows.filter((r) => r.type === 'TaskSubmitted' && r.body.includes('"$sealed"')).length).toBeGreaterThan(0);
    const text = rows.map((r) => r.body).join('\n');
    const words = [...NAMES, ...Object.values(WORDS)];
    expect(words.filter((word) => text.includes(word))).toEqual([]);
  });

  test('is not kept with the commands that brought it, taken or refused', async () => {
    const people = company().people ?? [];
    const taken = { ...people[3]!, id: 'D9-9', email: people[2]!.email! };
    const body = { ...company(), people: [...people, taken] };
    const refused = await new Door(database).send(ORGANISATION, 'system', 'importOrganisation', body, clock.now());
    expect(refused).toMatchObject({ accepted: false, code: 'import-invalid' });
    const { rows } = await database.pool.query<{ text: string }>('select command::text as text from command');
    expect(rows.length).toBeGreaterThan(20);
    const text = rows.map((r) => r.text).join('\n');
    expect([...NAMES, ...Object.values(WORDS)].filter((word) => text.includes(word))).toEqual([]);
  });

  test('stands in no file once they were erased, of the database, its log of writes, its log, or Temporal', async () => {
    const { pool, keys } = database;
    const door = new Door(database);
    const people = (company().people ?? []).map(({ id }) => id);
    const marked = new Marks();
    const taken = async (actor: string, stream: StreamId, type: string, body: object) =>
      expect([type, await door.send(stream, actor, type, body, clock.now())]).toMatchObject([type, { accepted: true }]);
    const named = (company().people ?? []).map((person) => ({
      ...person,
      name: marked.one(`name of ${person.id}`),
      email: `${marked.one('mail')}@example.com`,
    }));
    await taken('D1-1', ORGANISATION, 'importOrganisation', { people: named });
    const absence = { person: 'D2-2', from: '2027-03-01', to: '2027-03-02', kind: marked.one('absence') };
    await taken('D2-2', ORGANISATION, 'recordAbsence', absence);

    const round: StreamId = 'round:marked';
    const assignees = ['D2-3', 'D2-4', 'D2-5', 'D3-2', 'D3-3', 'D3-4'];
    const tasks = assignees.map((assignee) => ({
      ...{ id: `t.${assignee}`, assignee, about: 'A', due: null },
      aboutPerson: assignee === 'D3-4' ? null : 'D2-2',
    }));
    await taken('D1-3', round, 'open', { spec: reviews(clock.now() + 30 * DAY), tasks });
    const answer = { score: 7, comment: marked.one('answer') };
    await taken('D2-3', round, 'submit', { task: 't.D2-3', answer });
    await taken('D1-3', round, 'reopen', { task: 't.D2-3', reason: marked.one('reopening') });
    await taken('D2-4', round, 'delegate', { task: 't.D2-4', to: 'D4-4', reason: marked.one('delegation') });
    await taken('D2-5', round, 'recuse', { task: 't.D2-5', reason: marked.one('recusal') });
    for (const [task, person, aboutPerson] of [
      ['t.D3-2', 'D3-2', 'D2-2'],
      ['t.D3-4', 'D3-4', null],
    ] as const) {
      const draft = { round, task, person, aboutPerson, content: { comment: marked.one(`draft of ${person}`) } };
      expect(await saveDraft(pool, keys, draft, 0)).toBe(1);
    }
    const unknown = { task: 't.D3-3', answer: { score: 7, [marked.one('field')]: 'x' } };
    const refused = await door.send(round, 'D3-3', 'submit', unknown, clock.now());
    expect(refused).toMatchObject({ accepted: false, detail: expect.stringContaining(marked.all.at(-1)!) });
    const quoted = { ...named[3]!, id: 'D9-9', email: named[2]!.email, name: marked.one('import') };
    await door.send(ORGANISATION, 'D1-1', 'importOrganisation', { people: [...named, quoted] }, clock.now());
    const bytes = Buffer.from(marked.one('evidence'));
    await storeFile(pool, keys, { person: 'D2-2', name: `${marked.one('file')}.txt`, mediaType: 'text/plain', bytes });
    const certificate = {
      stream: run.stream,
      person: 'D2-2',
      kind: 'certificate',
      name: marked.one('document'),
      bytes,
    };
    await storeDocument(pool, certificate);
    await pool.query(
      `insert into outbox (key, stream, person, template, about, not_before, pending, state, settled_at, error)
       values ('failed', $1, 'D2-2', 'round.reminder', '{}', now(), 0, 'failed', now(), $2),
              ('later', $1, 'D2-2', 'round.reminder', '{}', now(), 1, 'waiting', null, $3)`,
      [round, marked.one('bounce'), marked.one('waiting bounce')],
    );
    // What PostgreSQL says of a row that is there already quotes it.
    const twice = () =>
      pool.query("insert into setting (person, theme, rhythm) values ($1, 'auto', '{}')", [marked.all[0]]);
    await twice();
    await expect(twice()).rejects.toThrow();
    await pool.query('delete from setting where person = $1', [marked.all[0]]);
    await pool.query('analyze');
    await pool.query('checkpoint');

    const files = await filesOf(pool, run.folder);
    const before = await marked.foundIn(files);
    // The search finds what is there: most of all that was written stands somewhere before.
    expect(before.size).toBeGreaterThan(people.length * 2);
    for (const person of people) {
      await taken('system', ORGANISATION, 'personLeft', { person });
      await taken('system', ORGANISATION, 'erasePerson', { person, reason: 'asked for it' });
    }
    await door.written();
    expect(await uncleared(pool)).toBe(people.length);
    const beside = await pool.connect();
    await beside.query('begin; lock table document in access share mode');
    expect(await clearLeftovers(pool)).toMatchObject({
      left: [expect.stringMatching(/^The table document .*lock timeout/)],
    });
    await beside.query('rollback');
    beside.release();
    expect(await clearLeftovers(pool)).toEqual({ people: people.length, left: [] });
    expect(await clearLeftovers(pool)).toEqual({ people: 0, left: [] });
    expect([...(await marked.foundIn(await filesOf(pool, run.folder)))]).toEqual([]);
    expect(run.complaints.join()).not.toContain(marked.common);
    const { rows: names } = await pool.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public'",
    );
    for (const { name } of names) {
      const { rows } = await pool.query<{ text: string }>(`select t::text as text from "${name}" t`);
      const text = rows.map((row) => row.text).join('\n');
      const words = [marked.common, ...Object.values(WORDS), ...NAMES];
      expect([name, words.filter((word) => text.includes(word))]).toEqual([name, []]);
    }
  });
});

const DAY = 86_400_000;

/** Words that nobody else writes. */
class Marks {
  readonly common = `mark${randomUUID().replaceAll('-', '')}`;
  readonly all: string[] = [];

  one(what: string): string {
    const mark = `${this.common}x${this.all.length} ${what}`.replaceAll(' ', '-');
    this.all.push(mark);
    return mark;
  }

  /** Which of them stand in files, byte for byte: in UTF-8, in UTF-16, or as base64 writes what begins with them. */
  async foundIn(files: readonly string[]): Promise<Set<string>> {
    const found = new Set<string>();
    const forms = (mark: string) => [
      Buffer.from(mark),
      Buffer.from(mark, 'utf16le'),
      Buffer.from(mark, 'utf16le').swap16(),
      Buffer.from(Buffer.from(mark).toString('base64').slice(0, -4)),
    ];
    for (const file of files) {
      const bytes = await readFile(file).catch(() => undefined);
      if (!bytes || !forms(this.common).some((form) => bytes.includes(form))) continue;
      for (const mark of this.all)
        if (forms(mark).some((form) => bytes.includes(form))) found.add(`${mark} in ${file}`);
      if (![...found].some((place) => place.endsWith(file))) found.add(`a part in ${file}`);
    }
    return found;
  }
}

/** All files in which this database and Temporal keep anything. */
async function filesOf(pool: Pool, temporal: string): Promise<string[]> {
  const { rows } = await pool.query<{ folder: string; oid: string }>(
    `select current_setting('data_directory') as folder, oid::text from pg_database where datname = current_database()`,
  );
  const { folder, oid } = rows[0]!;
  const folders = [path.join(folder, 'base', oid), path.join(folder, 'pg_wal'), path.join(folder, 'global'), temporal];
  const names = await Promise.all(
    folders.map(async (place) =>
      (await readdir(place, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name)),
    ),
  );
  return [...names.flat(), path.join(folder, '..', 'postgres.log')];
}
