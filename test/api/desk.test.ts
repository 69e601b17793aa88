import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ORGANISATION } from '../../contracts/ids.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { apiOf, ask, countingQueries, DAY, openRound, reviewSpec, type TestApi } from './harness.ts';
import { Procedure } from './procedure.ts';

const START = Date.parse('2027-01-04T09:00:00+08:00');

describe('my desk, and a sitting over one round', () => {
  let database: TestDatabase;
  let procedure: Procedure;
  let api: TestApi;
  beforeAll(async () => {
    database = await testDatabase();
    procedure = new Procedure(database, START);
    api = await apiOf({ database, gateway: procedure, complaints: [] }, { now: () => procedure.now });
    await procedure.do(ORGANISATION, 'OPS', 'importOrganisation', {
      ...smallCompany(9),
      absences: [{ person: 'P8', from: '2027-01-01', to: '2027-01-06', kind: 'leave' }],
    });
  });
  afterAll(async () => {
    await api.close();
    await database.stop();
  });

  const get = (person: string, path: string) => ask(api, person, 'GET', path);
  const spec = (due = procedure.now + 30 * DAY) => {
    const whole = reviewSpec(due);
    return { ...whole, policy: { ...whole.policy, settles: 'closed' as const } };
  };
  const tasks = (person: string, n: number) =>
    Array.from({ length: n }, (_, i) => ({ id: `A${i}.${person}`, assignee: person, about: `A${i}` }));
  const deskOf = async (person: string) => (await get(person, '/api/me/desk')).json;

  test('groups what is asked by round, says how far one is, and goes on with the latest draft', async () => {
    await openRound(api, 'reviews', tasks('P2', 4), spec());
    await openRound(api, 'soon', [{ id: 'T', assignee: 'P2' }], spec(procedure.now + DAY));
    const round = '/api/rounds/reviews/tasks';
    await ask(api, 'P2', 'POST', `${round}/A0.P2/submit`, { answer: { score: 7 } });
    await ask(api, 'P2', 'PUT', `${round}/A2.P2/draft`, { content: { score: 3 }, revision: 0 });
    const { groups, answered, coming, away } = await deskOf('P2');
    expect(groups).toMatchObject([
      { round: 'round:soon', total: 1, done: 0, late: false, next: 'T' },
      {
        ...{ round: 'round:reviews', purpose: 'review', title: { en: 'Review' }, of: null, held: false, minutes: 5 },
        why: { code: 'asked', facts: {} },
        ...{ done: 1, drafted: 1, total: 4, next: 'A2.P2' },
        may: ['submit', 'delegate', 'recuse', 'decline', 'takeBack'],
        tasks: [
          { task: 'A0.P2', state: 'submitted', late: false, savedAt: null },
          { task: 'A1.P2', label: { en: 'A1', 'zh-CN': 'A1' }, about: 'A1', state: 'open' },
          { task: 'A2.P2', state: 'drafted', savedAt: expect.any(Number) },
          { task: 'A3.P2' },
        ],
      },
    ]);
    expect(answered).toMatchObject([
      { round: 'round:reviews', task: 'A0.P2', at: procedure.now, changeableUntil: procedure.now + 30 * DAY },
    ]);
    expect([coming, away]).toEqual([[], null]);
    expect(await deskOf('P8')).toMatchObject({ groups: [], answered: [], away: { until: '2027-01-06', deputy: null } });
    const named = { person: 'P8', deputy: 'P9' };
    expect((await ask(api, 'P7', 'POST', '/api/organisation/nameDeputy', named)).status).toBe(403);
    expect((await ask(api, 'P8', 'POST', '/api/organisation/nameDeputy', named)).status).toBe(200);
    expect((await deskOf('P8')).away).toMatchObject({
      until: '2027-01-06',
      deputy: { id: 'P9', name: expect.any(String) },
    });
    expect((await get('P8', '/api/me/settings')).json.deputy).toMatchObject({ id: 'P9' });
  });

  test('an answer can be changed until it is due, and what is taken back is asked again', async () => {
    await openRound(api, 'changed', tasks('P3', 2), spec(procedure.now + 2 * DAY));
    const path = '/api/rounds/changed/tasks/A0.P3';
    await ask(api, 'P3', 'POST', `${path}/submit`, { answer: { score: 7, comment: 'Sound.' } });
    expect((await get('P3', path)).json).toMatchObject({
      may: ['takeBack'],
      position: { at: 1, of: 2, next: 'A1.P3' },
    });
    const takeBack = (person: string) => ask(api, person, 'POST', '/api/rounds/changed/takeBack', { task: 'A0.P3' });
    expect((await takeBack('P4')).status).toBe(404);
    expect((await takeBack('P3')).status).toBe(200);
    expect((await get('P3', path)).json).toMatchObject({
      ...{ state: 'open', revision: 1, answer: { score: 7, comment: 'Sound.' }, changeableUntil: null },
      may: ['submit', 'delegate', 'recuse', 'decline'],
    });
    expect((await deskOf('P3')).groups).toMatchObject([{ done: 0, total: 2 }]);
    await ask(api, 'P3', 'POST', `${path}/submit`, { answer: { score: 5 } });
    expect((await get('OPS', path)).json).toMatchObject({ revision: 2, answer: { score: 5 }, may: [] });
    procedure.now += 3 * DAY;
    expect((await takeBack('P3')).json).toMatchObject({ type: '/problems/too-late' });
    expect((await deskOf('P3')).answered).toMatchObject([{ task: 'A0.P3', changeableUntil: null }]);
  });

  test('operations remind now, and nobody else does', async () => {
    await openRound(api, 'silent', tasks('P4', 2), spec());
    procedure.now += DAY;
    const remind = (person: string) => ask(api, person, 'POST', '/api/rounds/silent/remind', { tasks: 'all' });
    expect((await remind('P4')).status).toBe(403);
    expect((await remind('OPS')).status).toBe(200);
    expect((await remind('OPS')).json).toMatchObject({ type: '/problems/already-so' });
  });

  test('who is late is told to whoever was told and is still above them, from events that nobody has changed', async () => {
    const { policy, ...rest } = reviewSpec(procedure.now + DAY);
    const ladder = [
      { offset: '-PT1H', to: 'assignee' as const },
      { offset: 'PT4H', to: 'manager' as const },
    ];
    await openRound(api, 'owed', tasks('P9', 1), { ...rest, policy: { ...policy, ladder } });
    const late = (person: string) => get(person, '/api/me/team/late/owed');
    expect((await late('P1')).status).toBe(404);
    while ((await late('P1')).status !== 200) expect(await procedure.sleep()).toBe(true);
    expect((await late('P1')).json).toMatchObject({
      told: procedure.now,
      people: [{ person: 'P9', tasks: 1, begun: 0, talkTo: 'P9', reminded: [procedure.now] }],
    });
    expect((await late('P2')).status).toBe(404);
    // Somebody who writes to the database is not told by what they write.
    const change = (from: string, to: string) =>
      database.pool.query(
        "update ledger set body = replace(body::text, $1, $2)::json where stream = 'round:owed' and type = 'RemindersSent'",
        [from, to],
      );
    await change('"to":"P1"', '"to":"P2"');
    for (const person of ['P1', 'P2']) expect((await late(person)).status).toBe(500);
    await change('"to":"P2"', '"to":"P1"');
    expect((await late('P1')).status).toBe(200);
    const { people, ...company } = smallCompany(9);
    const moved = people!.map((one) => (one.id === 'P9' ? { ...one, manager: null } : one));
    await procedure.do(ORGANISATION, 'OPS', 'importOrganisation', { ...company, people: moved });
    expect((await late('P1')).status).toBe(404);
    await procedure.do(ORGANISATION, 'OPS', 'importOrganisation', { ...company, people });
    expect((await ask(api, 'OPS', 'POST', '/api/rounds/owed/close', { reason: 'Over.' })).status).toBe(200);
  });

  test('a sitting has forms, drafts, answers and one’s own earlier scores, and is nobody else’s', async () => {
    await openRound(api, 'sitting', [...tasks('P5', 3), ...tasks('P6', 1)], spec());
    const path = '/api/rounds/sitting';
    const drafts = [
      { task: 'A0.P5', content: { score: 4 }, revision: 0 },
      { task: 'A1.P5', content: { score: 5 }, revision: 3 },
      { task: 'A0.P6', content: { score: 6 }, revision: 0 },
      { task: 'none', content: {}, revision: 0 },
    ];
    const saved = await ask(api, 'P5', 'PUT', `${path}/drafts`, { drafts });
    expect(saved.json.outcomes).toMatchObject([
      { task: 'A0.P5', revision: 1, problem: null },
      { task: 'A1.P5', revision: 0, problem: { type: '/problems/draft-conflict' } },
      { task: 'A0.P6', revision: 0, problem: { type: '/problems/not-found' } },
      { task: 'none', revision: 0, problem: { type: '/problems/not-found' } },
    ]);
    const over = [{ task: 'A0.P5', content: { score: 8 }, revision: 1 }];
    expect((await ask(api, 'P5', 'PUT', `${path}/drafts`, { drafts: over })).json.outcomes).toEqual([
      { task: 'A0.P5', revision: 2, problem: null },
    ]);
    const answers = [
      { task: 'A1.P5', answer: { score: 9, comment: 'Clear.' } },
      { task: 'A2.P5', answer: { score: 99 } },
      { task: 'A0.P6', answer: { score: 1 } },
    ];
    const send = () => ask(api, 'P5', 'POST', `${path}/answers`, { answers }, { 'idempotency-key': 'sitting-1' });
    const outcomes = [
      { task: 'A1.P5', commandId: 'sitting-1/A1.P5', problem: null },
      { task: 'A2.P5', commandId: 'sitting-1/A2.P5', problem: { type: '/problems/answer-invalid' } },
      { task: 'A0.P6', problem: { type: '/problems/not-found' } },
    ];
    expect((await send()).json.outcomes).toMatchObject(outcomes);
    // The same list again is the same commands.
    expect((await send()).json.outcomes).toMatchObject(outcomes);
    const mine = await get('P5', `${path}/mine`);
    expect(mine.json).toMatchObject({
      ...{ round: 'round:sitting', state: 'open', forms: [{ key: null, form: { fields: [{ key: 'score' }, {}] } }] },
      tasks: [
        { task: 'A0.P5', state: 'drafted', draft: { revision: 2, content: { score: 8 } }, answer: null },
        { task: 'A1.P5', state: 'submitted', draft: null, answer: { score: 9, comment: 'Clear.' }, revision: 1 },
        { task: 'A2.P5', state: 'open' },
      ],
      earlier: { score: [{ task: 'A1.P5', score: 9 }] },
      guide: [],
    });
    expect(mine.text).not.toContain('P6');
    for (const [person, id] of [
      ['P7', 'sitting'],
      ['OPS', 'sitting'],
      ['P5', 'none'],
    ] as const)
      expect((await get(person, `/api/rounds/${id}/mine`)).json).toMatchObject({
        status: 404,
        detail: `There is no round ${id}; check its id.`,
      });
    const elsewhere = await ask(api, 'P5', 'POST', '/api/rounds/none/answers', { answers });
    expect(elsewhere.json.outcomes[0].problem).toMatchObject({ status: 404 });
    const twice = await ask(api, 'P5', 'POST', `${path}/answers`, { answers: [answers[0], answers[0]] });
    expect(twice.status).toBe(400);
  });

  test('both take as many queries for 300 tasks as for 3', async () => {
    const counts = async (person: string, round: string, n: number) => {
      await openRound(api, round, tasks(person, n), spec());
      const answers = tasks(person, n).map(({ id }) => ({ task: id, answer: { score: 5, comment: 'Fine.' } }));
      const some = answers.slice(0, Math.min(n / 3, 100));
      await ask(api, person, 'POST', `/api/rounds/${round}/answers`, { answers: some });
      const count = async (path: string) => {
        // Read once, so that the fold of the company is at hand.
        await get(person, path);
        const { result, queries } = await countingQueries({ database }, () => get(person, path));
        expect(result.status).toBe(200);
        return queries;
      };
      const save = (revision: number) => {
        const drafts = answers
          .slice(some.length, some.length + 100)
          .map(({ task }) => ({ task, content: { score: 4 }, revision }));
        return ask(api, person, 'PUT', `/api/rounds/${round}/drafts`, { drafts });
      };
      await save(0);
      const saving = await countingQueries({ database }, () => save(1));
      expect(saving.result.json.outcomes.every((o: { revision: number }) => o.revision === 2)).toBe(true);
      const { groups } = await deskOf(person);
      expect(groups).toMatchObject([{ total: n, done: n / 3 }]);
      return [await count('/api/me/desk'), await count(`/api/rounds/${round}/mine`), saving.queries];
    };
    expect(await counts('P7', 'few', 3)).toEqual(await counts('P9', 'lots', 300));
  });
});
