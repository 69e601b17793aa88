import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { smallCompany } from '../harness/company.ts';
import { TestEngine } from '../harness/engine.ts';
import { apiOf, ask, DAY, openRound, reviewSpec, type TestApi } from './harness.ts';

describe('rounds over HTTP', () => {
  let engine: TestEngine;
  let api: TestApi;
  beforeAll(async () => {
    engine = await TestEngine.start();
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
    expect((await ask(api, 'P3', 'GET', '/api/rounds/first')).json).toMatchObject({
      state: 'open',
      tasks: 2,
      counts: { submitted: 1, open: 1 },
    });
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
    expect((await send(9)).json).toEqual({ accepted: true, commandId: 'the-same-one' });
    const { answer } = (await ask(api, 'OPS', 'GET', '/api/rounds/second/tasks/T')).json;
    expect(answer).toEqual({ score: 3 });
  });

  test('operations move, reassign and close', async () => {
    await openRound(api, 'third', [
      { id: 'T', assignee: 'P2' },
      { id: 'U', assignee: 'P3' },
    ]);
    const due = Date.now() + 30 * DAY;
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

  test('late tasks come first and say so', async () => {
    await openRound(api, 'fourth', [{ id: 'late', assignee: 'P5' }], reviewSpec(Date.now() - DAY));
    await openRound(api, 'fifth', [{ id: 'soon', assignee: 'P5' }]);
    const { tasks } = (await ask(api, 'P5', 'GET', '/api/me/tasks')).json;
    expect(tasks).toMatchObject([
      { task: 'late', late: true },
      { task: 'soon', late: false },
    ]);
    expect(engine.complaints).toEqual([]);
  });
});
