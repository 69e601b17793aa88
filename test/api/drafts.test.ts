import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ORGANISATION } from '../../contracts/ids.ts';
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

  test('is shown to them, and to nobody else, operations included', async () => {
    expect(await draftOf('P2', 'five')).toEqual({ revision: 1, content: { comment: 'Never on time.' } });
    const seen = await ask(api, 'OPS', 'GET', `${path}/five`);
    expect(seen.json).toMatchObject({ assignee: 'P2', state: 'drafted', draft: null });
    expect(seen.text).not.toContain('on time');
    await save('P2', 'five', 'Mostly on time.', 1);
    expect(await draftOf('P2', 'five')).toEqual({ revision: 2, content: { comment: 'Mostly on time.' } });
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
