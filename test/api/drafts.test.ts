import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ORGANISATION } from '../../contracts/ids.ts';
import type { Connection, Pool } from '../../db/connection.ts';
import { saveDraft } from '../../db/drafts.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { apiOf, ask, DAY, openRound, reviewSpec, type TestApi } from './harness.ts';
import { Procedure } from './procedure.ts';

const START = Date.parse('2027-01-04T09:00:00+08:00');

describe('what somebody has written down for later', () => {
  let database: TestDatabase;
  let procedure: Procedure;
  let api: TestApi;
  let rounds = 0;
  let path: string;
  beforeAll(async () => {
    database = await testDatabase();
    procedure = new Procedure(database, START);
    api = await apiOf({ database, gateway: procedure, complaints: [] }, { now: () => procedure.now });
    await procedure.do(ORGANISATION, 'OPS', 'importOrganisation', smallCompany(9));
  });
  afterAll(async () => {
    await api.close();
    await database.stop();
  });

  /** P2 reviews P5 and P6, P7 reviews nobody in particular, and all three have begun. */
  beforeEach(async () => {
    const round = `drafts-${++rounds}`;
    path = `/api/rounds/${round}/tasks`;
    await openRound(
      api,
      round,
      [
        { id: 'five', assignee: 'P2', aboutPerson: 'P5' },
        { id: 'six', assignee: 'P2', aboutPerson: 'P6' },
        { id: 'own', assignee: 'P7' },
      ],
      reviewSpec(START + 30 * DAY),
    );
    await save('P2', 'five', 'Never on time.');
    await save('P2', 'six', 'Always on time.');
    await save('P7', 'own', 'Who knows.');
  });

  async function save(person: string, task: string, comment: string, revision = 0): Promise<void> {
    const saved = await ask(api, person, 'PUT', `${path}/${task}/draft`, { content: { comment }, revision });
    expect(saved.json).toEqual({ revision: revision + 1 });
  }

  const draftOf = async (person: string, task: string) => (await ask(api, person, 'GET', `${path}/${task}`)).json.draft;
  /** Every draft of the round as it lies in the database. */
  async function kept(): Promise<string> {
    const { rows } = await database.pool.query<{ row: string }>(
      'select to_json(d)::text as row from draft d where stream = $1 order by task',
      [`round:drafts-${rounds}`],
    );
    return rows.map((r) => r.row).join('\n');
  }

  test('is saved over no revision that there cannot be', async () => {
    const draft = { content: { comment: 'Late.' }, revision: 2 ** 31 };
    const list = { drafts: [{ task: 'five', ...draft }] };
    const one = await ask(api, 'P2', 'PUT', `${path}/five/draft`, draft);
    const many = await ask(api, 'P2', 'PUT', path.replace(/tasks$/, 'drafts'), list);
    expect([one.status, many.status]).toEqual([400, 400]);
    const { status } = await ask(api, 'P2', 'PUT', `${path}/five/draft`, { ...draft, revision: 2 ** 31 - 1 });
    expect(status).toBe(409);
  });

  test('is shown to them, and to nobody else, operations included', async () => {
    expect(await draftOf('P2', 'five')).toEqual({ revision: 1, content: { comment: 'Never on time.' } });
    const seen = await ask(api, 'OPS', 'GET', `${path}/five`);
    expect(seen.json).toMatchObject({ assignee: 'P2', state: 'drafted', draft: null });
    expect(seen.text).not.toContain('on time');
    await save('P2', 'five', 'Mostly on time.', 1);
    expect(await draftOf('P2', 'five')).toEqual({ revision: 2, content: { comment: 'Mostly on time.' } });
  });

  describe('when the task is settled meanwhile', () => {
    const draft = () => ({
      round: `round:drafts-${rounds}`,
      task: 'own',
      person: 'P7',
      aboutPerson: null,
      content: {},
    });
    const submit = () => ask(api, 'P7', 'POST', `${path}/own/submit`, { answer: { score: 7, comment: 'Fine.' } });
    /** Waits until a statement waits for what a connection has locked. */
    async function waitedFor(holder: Connection): Promise<void> {
      const { rows } = await holder.query<{ pid: number }>('select pg_backend_pid() as pid');
      const isWaited = 'select 1 from pg_stat_activity where $1 = any (pg_blocking_pids(pid))';
      while (!(await database.pool.query(isWaited, [rows[0]!.pid])).rows.length);
    }

    test('is not kept, whether it is the first or the next', async () => {
      expect((await submit()).status).toBe(200);
      expect(await saveDraft(database.pool, database.keys, draft(), 0)).toBeNull();
      expect(await saveDraft(database.pool, database.keys, draft(), 1)).toBeNull();
      expect(await kept()).not.toContain('"task":"own"');
      const refused = await ask(api, 'P7', 'PUT', `${path}/own/draft`, { content: {}, revision: 0 });
      expect([refused.status, refused.json.detail]).not.toEqual([409, expect.stringMatching(/^The draft of task/)]);
    });

    test('waits for whoever settles it, and is not kept then', async () => {
      const holder = await database.pool.connect();
      await holder.query('begin');
      await holder.query("update task set state = 'submitted' where round = $1 and id = 'own'", [draft().round]);
      const saving = saveDraft(database.pool, database.keys, draft(), 1);
      await waitedFor(holder);
      await holder.query('commit');
      holder.release();
      expect(await saving).toBeNull();
    });

    test('goes with the others when it was saved at the last moment', async () => {
      await database.pool.query("delete from draft where stream = $1 and task = 'own'", [draft().round]);
      const writer = await database.pool.connect();
      await writer.query('begin');
      expect(await saveDraft(writer as unknown as Pool, database.keys, draft(), 0)).toBe(1);
      const submitting = submit();
      await waitedFor(writer);
      await writer.query('commit');
      writer.release();
      expect((await submitting).status).toBe(200);
      expect(await kept()).not.toContain('"task":"own"');
    });
  });

  test('lies sealed, under the key of whom it is about, or else of its author', async () => {
    const rows = await kept();
    expect(rows).not.toMatch(/time|knows/);
    expect(rows).toMatch(/"task":"five".*"of":"P5"/);
    expect(rows).toMatch(/"task":"own".*"of":"P7"/);
    // With the key goes the text, wherever a copy of it lies.
    await database.keys.shred(database.pool, 'P6');
    expect(await draftOf('P2', 'six')).toBeNull();
    expect(await draftOf('P2', 'five')).not.toBeNull();
  });

  test('goes when the task is settled', async () => {
    await ask(api, 'P2', 'POST', `${path}/five/submit`, { answer: { score: 7 } });
    const round = path.replace('/tasks', '');
    await ask(api, 'P2', 'POST', `${round}/recuse`, { task: 'six', reason: 'A cousin of mine.' });
    expect(await kept()).not.toMatch(/"task":"(five|six)"/);
    expect(await kept()).toMatch(/"task":"own"/);
    await ask(api, 'OPS', 'POST', `${round}/close`, { reason: 'Enough.' });
    expect(await kept()).not.toMatch(/"task":"own"/);
  });

  test('goes when its author is erased, and when the person is whom it is about', async () => {
    const erase = async (person: string) => {
      await procedure.do(ORGANISATION, 'OPS', 'personLeft', { person, successor: null });
      await procedure.do(ORGANISATION, 'OPS', 'erasePerson', { person, reason: 'They asked for it.' });
    };
    const tasks = async () =>
      (
        await database.pool.query('select task from draft where stream = $1 order by task', [`round:drafts-${rounds}`])
      ).rows.map((r) => r.task);
    expect(await tasks()).toEqual(['five', 'own', 'six']);
    await erase('P5');
    expect(await tasks()).toEqual(['own', 'six']);
    await erase('P7');
    expect(await tasks()).toEqual(['six']);
  });
});
