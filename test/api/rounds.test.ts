import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rightsOf } from '../../access/rights.ts';
import { smallCompany } from '../harness/company.ts';
import { TestEngine } from '../harness/engine.ts';
import { clock } from '../harness/start.ts';
import { apiOf, ask, DAY, openRound, reviewSpec, type TestApi } from './harness.ts';

describe('rounds over HTTP', () => {
  let engine: TestEngine;
  let api: TestApi;
  beforeAll(async () => {
    engine = await TestEngine.start({ rights: rightsOf });
    api = await apiOf(engine);
    const imported = await ask(api, 'OPS', 'POST', '/api/organisation/importOrganisation', smallCompany(5));
    expect(imported.json).toMatchObject({ accepted: true });
  });
  afterAll(async () => {
    await api.close();
    await engine.stop();
  });

  test('a task goes from the inbox through a draft to an answer', async () => {
    await openRound(api, 'first', [
      { id: 'A.P2', assignee: 'P2', about: 'A' },
      { id: 'A.P3', assignee: 'P3', about: 'A' },
    ]);
    const inbox = await ask(api, 'P2', 'GET', '/api/me/tasks');
    expect(inbox.json.tasks).toMatchObject([
      { round: 'round:first', task: 'A.P2', title: { en: 'Review' }, minutes: 5, late: false, drafted: false },
    ]);
    const path = '/api/rounds/first/tasks/A.P2';
    const draft = { content: { comment: 'Half a thought' }, revision: 0 };
    expect((await ask(api, 'P2', 'PUT', `${path}/draft`, draft)).json).toEqual({ revision: 1 });
    const next = await ask(api, 'P2', 'PUT', `${path}/draft`, { content: { comment: 'A thought' }, revision: 1 });
    expect(next.json).toEqual({ revision: 2 });
    expect((await ask(api, 'P2', 'GET', path)).json).toMatchObject({
      state: 'drafted',
      draft: { revision: 2, content: { comment: 'A thought' } },
      answer: null,
    });
    const answer = { score: 8, comment: 'A thought' };
    const sent = await ask(api, 'P2', 'POST', `${path}/submit`, { answer, commandId: 'first-answer' });
    expect(sent.status).toBe(200);
    expect(sent.json).toEqual({ accepted: true, commandId: 'first-answer' });
    expect((await ask(api, 'P2', 'GET', path)).json).toMatchObject({ state: 'submitted', answer, draft: null });
    expect((await ask(api, 'P2', 'GET', '/api/me/tasks')).json.tasks).toEqual([]);
    expect((await ask(api, 'P2', 'GET', '/api/me')).json).toMatchObject({ name: 'Person 2', openTasks: 0 });
    expect((await ask(api, 'OPS', 'GET', '/api/rounds/first')).json).toMatchObject({
      state: 'open',
      tasks: 2,
      counts: { submitted: 1, open: 1 },
    });
    const own = { tasks: 1, counts: { open: 1 } };
    expect((await ask(api, 'P3', 'GET', '/api/rounds/first')).json).toMatchObject(own);
    expect((await ask(api, 'P3', 'GET', '/api/rounds')).json.rounds).toMatchObject([own]);
  });

  test('a submission that is repeated counts once and is answered alike', async () => {
    await openRound(api, 'second', [
      { id: 'T', assignee: 'P2' },
      { id: 'U', assignee: 'P3' },
    ]);
    const send = (score: number) => {
      const headers = { 'idempotency-key': 'the-same-one' };
      return ask(api, 'P2', 'POST', '/api/rounds/second/tasks/T/submit', { answer: { score } }, headers);
    };
    expect((await send(3)).json).toEqual({ accepted: true, commandId: 'the-same-one' });
    expect((await send(3)).json).toEqual({ accepted: true, commandId: 'the-same-one' });
    expect((await send(9)).json).toMatchObject({ status: 409, type: '/problems/command-reused' });
    const { answer } = (await ask(api, 'OPS', 'GET', '/api/rounds/second/tasks/T')).json;
    expect(answer).toEqual({ score: 3 });
  });

  test('operations move, reassign and close', async () => {
    await openRound(api, 'third', [
      { id: 'T', assignee: 'P2' },
      { id: 'U', assignee: 'P3' },
    ]);
    const due = clock.now() + 30 * DAY;
    const command = (type: string, body: object) => ask(api, 'OPS', 'POST', `/api/rounds/third/${type}`, body);
    expect((await command('extend', { tasks: 'all', due, reason: 'A holiday' })).status).toBe(200);
    expect((await command('reassign', { tasks: ['T'], to: 'P4', reason: 'On leave' })).status).toBe(200);
    const page = await ask(api, 'OPS', 'GET', '/api/rounds/third/tasks?limit=1');
    expect(page.json).toMatchObject({
      tasks: [{ id: 'T', assignee: 'P4', assigneeName: 'Person 4', due }],
      next: 'T',
    });
    const rest = await ask(api, 'OPS', 'GET', '/api/rounds/third/tasks?limit=1&after=T');
    expect(rest.json).toMatchObject({ tasks: [{ id: 'U' }], next: null });
    expect((await command('close', { reason: 'Enough' })).status).toBe(200);
    expect((await ask(api, 'OPS', 'GET', '/api/rounds/round:third')).json).toMatchObject({ state: 'settled' });
    expect((await ask(api, 'P2', 'GET', '/api/rounds')).json.rounds.map((r: { id: string }) => r.id)).not.toContain(
      'round:third',
    );
  });

  test('operations see how the subjects stand, before the round has settled and after', async () => {
    const path = '/api/rounds/standing';
    await openRound(api, 'standing', [
      { id: 'A.P2', assignee: 'P2', about: 'A' },
      { id: 'B.P2', assignee: 'P2', about: 'B' },
      { id: 'B.P3', assignee: 'P3', about: 'B' },
    ]);
    const submit = (person: string, task: string, score: number) =>
      ask(api, person, 'POST', `${path}/tasks/${task}/submit`, { answer: { score, comment: 'A thought' } });
    await submit('P2', 'A.P2', 4);
    expect((await ask(api, 'OPS', 'GET', `${path}/standing`)).json).toEqual({
      id: 'round:standing',
      state: 'open',
      standing: [{ place: 1, about: 'A', mean: 4, answers: 1 }],
    });
    await ask(api, 'OPS', 'POST', `${path}/reopen`, { task: 'A.P2', reason: 'Look again' });
    expect((await ask(api, 'OPS', 'GET', `${path}/standing`)).json.standing).toEqual([]);
    await submit('P2', 'B.P2', 6);
    await submit('P2', 'A.P2', 4);
    await submit('P3', 'B.P3', 5);
    expect((await ask(api, 'OPS', 'GET', `${path}/standing`)).json).toMatchObject({
      state: 'settled',
      standing: [
        { place: 1, about: 'B', mean: 5.5, answers: 2 },
        { place: 2, about: 'A', mean: 4, answers: 1 },
      ],
    });
    expect((await ask(api, 'P2', 'GET', `${path}/standing`)).status).toBe(403);
    expect((await ask(api, 'OPS', 'GET', '/api/rounds/none/standing')).json.detail).toMatch(/no round none/);
  });

  describe('a round of several forms', () => {
    const levels = (key: string) => ({
      fields: [
        { key, label: { en: key, 'zh-CN': key }, kind: 'score' as const, required: true, min: 0, max: 7, step: 1 },
      ],
    });
    const path = (task: string) => `/api/rounds/forms/tasks/${task}`;
    const view = async (person: string, task: string) => (await ask(api, person, 'GET', path(task))).json;
    const reason = 'The model of the post has changed';
    beforeAll(() =>
      openRound(
        api,
        'forms',
        [
          { id: 'own', assignee: 'P2' },
          { id: 'fit', assignee: 'P2', form: 'fitter' },
          { id: 'fit-2', assignee: 'P2', form: 'fitter' },
        ],
        { ...reviewSpec(), forms: { fitter: levels('weld') } },
      ),
    );

    test('a task shows its form, and is answered on it', async () => {
      const found = await view('P2', 'fit');
      expect(found).toMatchObject({ formKey: 'fitter', minutes: 5, form: { fields: [{ key: 'weld' }] } });
      expect(await view('P2', 'own')).toMatchObject({ formKey: null, form: { fields: [{ key: 'score' }, {}] } });
      const wrong = await ask(api, 'P2', 'POST', `${path('fit')}/submit`, { answer: { score: 3 } });
      expect([wrong.status, wrong.json.type]).toEqual([422, '/problems/answer-invalid']);
      expect((await ask(api, 'P2', 'POST', `${path('fit')}/submit`, { answer: { weld: 3 } })).status).toBe(200);
      const { tasks } = (await ask(api, 'OPS', 'GET', '/api/rounds/forms/tasks')).json;
      expect(tasks.map((t: { id: string; formKey: string }) => [t.id, t.formKey])).toEqual([
        ['fit', 'fitter'],
        ['fit-2', 'fitter'],
        ['own', null],
      ]);
    });

    test('operations give tasks that nobody has begun another form, and nobody else may', async () => {
      const body = { tasks: ['fit', 'fit-2'], key: 'fitter.2', form: levels('rivet'), reason };
      expect((await ask(api, 'P2', 'POST', '/api/rounds/forms/reform', body)).status).toBe(403);
      expect((await ask(api, 'OPS', 'POST', '/api/rounds/forms/reform', body)).status).toBe(200);
      expect(await view('P2', 'fit')).toMatchObject({ formKey: 'fitter', answer: { weld: 3 } });
      expect(await view('P2', 'fit-2')).toMatchObject({ formKey: 'fitter.2', form: { fields: [{ key: 'rivet' }] } });
      const unknown = { tasks: [{ id: 'x', assignee: 'P2', form: 'baker' }] };
      const refused = await ask(api, 'OPS', 'POST', '/api/rounds/forms/addTasks', unknown);
      expect([refused.status, refused.json.detail]).toEqual([
        422,
        'Task x: "Review" has no form baker; its forms are fitter, fitter.2.',
      ]);
    });
  });

  test('what one has drafted is not shown to the next assignee, and is there when the task comes back', async () => {
    await openRound(api, 'handed', [
      { id: 'T', assignee: 'P2' },
      { id: 'U', assignee: 'P3' },
    ]);
    const path = '/api/rounds/handed/tasks/T';
    const reassign = (to: string) =>
      ask(api, 'OPS', 'POST', '/api/rounds/handed/reassign', { tasks: ['T'], to, reason: 'A new supervisor' });
    await ask(api, 'P2', 'PUT', `${path}/draft`, { content: { comment: 'slow on Mondays' }, revision: 0 });
    await reassign('P4');
    const seen = await ask(api, 'P4', 'GET', path);
    expect(seen.json).toMatchObject({ assignee: 'P4', state: 'open', draft: null });
    expect(seen.text).not.toContain('Mondays');
    expect((await ask(api, 'P4', 'GET', '/api/me/tasks')).json.tasks).toMatchObject([
      { task: 'T', drafted: false, draftRevision: 0 },
    ]);
    const mine = await ask(api, 'P4', 'PUT', `${path}/draft`, { content: { comment: 'quick' }, revision: 0 });
    expect(mine.json).toEqual({ revision: 1 });
    expect((await ask(api, 'P2', 'PUT', `${path}/draft`, { content: {}, revision: 1 })).status).toBe(403);
    await reassign('P2');
    expect((await ask(api, 'P2', 'GET', path)).json).toMatchObject({
      draft: { content: { comment: 'slow on Mondays' } },
    });
  });

  test('a task does not tell its assignee whom it is kept from', async () => {
    const spec = reviewSpec();
    const barred = { ...spec, policy: { ...spec.policy, barred: ['P2'] } };
    await openRound(api, 'barred', [{ id: 'a', assignee: 'P3', barred: ['P4'] }], barred);
    const task = await ask(api, 'P3', 'GET', '/api/rounds/barred/tasks/a');
    expect(task.json).toMatchObject({ task: 'a', policy: { delegation: true } });
    expect(task.json.policy).not.toHaveProperty('barred');
    expect(task.text).not.toMatch(/"P[24]"/);
  });

  test('late tasks come first and say so', async () => {
    await openRound(api, 'fourth', [{ id: 'soon', assignee: 'P5' }]);
    await openRound(api, 'fifth', [{ id: 'late', assignee: 'P5' }], reviewSpec(clock.now() + DAY));
    const dayAfter = await apiOf(engine, { now: () => clock.now() + 2 * DAY });
    const { tasks } = (await ask(dayAfter, 'P5', 'GET', '/api/me/tasks')).json;
    await dayAfter.close();
    expect(tasks).toMatchObject([
      { task: 'late', late: true },
      { task: 'soon', late: false },
    ]);
    expect(engine.complaints).toEqual([]);
  });
});
