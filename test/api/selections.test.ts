import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ORGANISATION } from '../../contracts/ids.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { START } from '../harness/start.ts';
import { apiOf, ask, type Reply, request, type TestApi } from './harness.ts';
import { Procedure } from './procedure.ts';
import { Course, company, MEASURES, TERMS } from './selection-course.ts';

const PATH = '/api/selections/trainers';

// One story, told in order: each test goes on where the one before has stopped.
describe('a selection over HTTP', () => {
  let database: TestDatabase;
  let procedure: Procedure;
  let api: TestApi;
  let course: Course;
  let file: { id: string };
  const codes: Record<string, string> = {};

  beforeAll(async () => {
    database = await testDatabase();
    procedure = new Procedure(database, START);
    const { complaints } = procedure;
    api = await apiOf({ database, gateway: procedure, complaints }, { now: () => procedure.now });
    course = new Course(api, procedure, 'selection:trainers');
    await procedure.do(ORGANISATION, 'OPS', 'importOrganisation', company());
  });
  afterAll(async () => {
    await api.close();
    await database.stop();
  });

  const get = (person: string, path: string) => ask(api, person, 'GET', `${PATH}${path}`);
  const command = (person: string, type: string, body: object) => ask(api, person, 'POST', `${PATH}/${type}`, body);
  const application = (evidence: string[] = []) => ({
    profile: 'Twenty years with valves.',
    topics: ['safety'],
    evidence,
    outline: 'Why valves fail.',
    hoursPerMonth: 4,
  });

  function expectAccepted(reply: Reply): void {
    expect([reply.status, reply.json?.detail]).toEqual([200, undefined]);
  }

  test('operations open it, and everybody sees what it is about', async () => {
    expect((await ask(api, 'D2-2', 'POST', '/api/selections', { id: 'trainers', terms: TERMS })).status).toBe(403);
    expectAccepted(await ask(api, 'OPS', 'POST', '/api/selections', { id: 'trainers', terms: TERMS }));
    expectAccepted(await command('OPS', 'publishMeasures', { texts: MEASURES }));
    expect((await ask(api, 'D2-2', 'GET', '/api/procedures')).json.procedures).toEqual([
      {
        ...{ id: 'selection:trainers', kind: 'selection', title: TERMS.title, stage: 'measures', owner: 'OPS' },
        ...{ paused: false, closed: false, cancelled: false, needsHand: false, until: expect.any(Number) },
      },
    ]);
    const { json } = await get('D2-2', '');
    expect(json).toMatchObject({
      stage: 'measures',
      measures: { version: 1, texts: MEASURES },
      mine: { roles: [], application: null },
      candidates: null,
      rankings: null,
      machinery: null,
    });
    expect((await get('D1-1', '')).json.mine.roles).toEqual(['panel', 'chair']);
    expect((await get('OPS', '')).json.machinery.waiting[0]).toMatchObject({ purpose: 'acknowledgement' });
  });

  test('operations ask what a command would bring about, and nothing of it happens', async () => {
    const what = (person: string, type: string, body: object) =>
      ask(api, person, 'POST', `${PATH}/what-if`, { type, body });
    expect((await what('D2-2', 'cancel', { reason: 'No.' })).status).toBe(403);
    const { status, json } = await what('OPS', 'cancel', { reason: 'Nobody can teach this year.' });
    expect([status, json.refusal]).toEqual([200, null]);
    expect(json.more.lines.map((l: { template: string }) => l.template)).toContain('selection.cancelled');
    expect(json.tasks).toEqual([expect.objectContaining({ gone: expect.any(Number), added: 0 })]);
    expect((await get('OPS', '')).json.stage).toBe('measures');
    const late = await what('OPS', 'moveDate', { stage: 'review', at: 1, reason: 'Back.' });
    expect(late.json.refusal).toMatch(/has passed/);
    expect((await what('OPS', 'moveDate', { stage: 'no-stage', at: 1, reason: 'Back.' })).status).toBe(400);
    expect((await what('OPS', 'recordRanking', {})).status).toBe(400);
    expect(
      (await ask(api, 'OPS', 'POST', '/api/selections/none/what-if', { type: 'cancel', body: { reason: 'No.' } }))
        .status,
    ).toBe(404);
  });

  test('operations see why time does not act in it, and what to do', async () => {
    const set = (why: string | null) =>
      database.pool.query("update stream set trouble = $1 where id = 'selection:trainers'", [why]);
    await set('the calendar has no days');
    const mend = { en: expect.stringContaining("the engine's log"), 'zh-CN': expect.stringContaining('引擎日志') };
    expect((await get('OPS', '')).json.machinery.trouble).toEqual({ why: 'the calendar has no days', mend });
    await set(null);
    expect((await get('OPS', '')).json.machinery.trouble).toBeNull();
  });

  test('whoever is early, late or unknown hears so, and the engine’s own commands have no door', async () => {
    expect((await command('D2-2', 'apply', application())).json.type).toBe('/problems/too-early');
    expect((await ask(api, 'OPS', 'POST', '/api/selections/none/pause', { reason: 'A holiday' })).json).toMatchObject({
      type: '/problems/not-found',
      detail: 'There is no selection none; check its id.',
    });
    expect((await command('OPS', 'recordRanking', { number: 1, bytes: '{}', digest: 'a'.repeat(64) })).status).toBe(
      404,
    );
    expect((await get('OPS', '/ranking')).json.detail).toMatch(/no ranking yet/);
    expect((await get('D2-2', '/agenda')).status).toBe(403);
    expect((await get('OPS', '/agenda')).json.agenda[0]).toMatchObject({ purpose: 'acknowledgement', openTasks: 1 });
  });

  test('people apply with evidence, and see their own application only', async () => {
    await course.to('call');
    const stored = await request(api, '/api/files?name=Zhang%20San%20CV.txt', {
      method: 'POST',
      headers: { authorization: 'Bearer dev:D2-2', 'content-type': 'text/plain' },
      body: 'Seventeen letters',
    });
    file = stored.json;
    expect(stored.json).toMatchObject({ name: 'Zhang San CV.txt', mediaType: 'text/plain', size: 17 });
    // What is not there, and what is somebody else's, is answered alike.
    for (const [person, id] of [
      ['D2-2', 'file-zz'],
      ['D2-3', file.id],
    ] as const) {
      const { status, json } = await command(person, 'apply', application([id]));
      expect([status, json.detail]).toEqual([404, `There is no file ${id} of yours; hand it in again.`]);
    }
    expectAccepted(await command('D2-2', 'apply', application([file.id])));
    expect((await command('D2-2', 'editApplication', application([file.id, 'file-zz']))).status).toBe(404);
    expectAccepted(await command('D2-3', 'apply', application()));
    for (const person of ['D2-2', 'D2-3']) {
      const { applications } = (await get(person, '/applications')).json;
      expect(applications).toMatchObject([{ sight: 'applicant', person, progress: { agreement: 'asked' } }]);
      codes[person] = applications[0].code;
    }
    expect((await get('D2-3', `/applications/${codes['D2-2']}`)).status).toBe(404);
    expect((await get('D2-2', `/applications/${codes['D2-2']}`)).json).toMatchObject({
      profile: 'Twenty years with valves.',
      evidence: [{ id: file.id, name: 'Zhang San CV.txt' }],
    });
    expect((await get('D2-1', `/applications/${codes['D2-2']}`)).json.sight).toBe('manager');
    expect((await get('OPS', '/applications')).json.applications).toHaveLength(2);
    expect((await get('D4-4', '/applications')).json.applications).toEqual([]);
  });

  test('reviewers see what they review, without name or department', async () => {
    await course.to('review');
    const { tasks } = (await ask(api, 'D3-1', 'GET', '/api/me/tasks')).json;
    const about = tasks[0].about;
    expect(tasks[0]).toMatchObject({ purpose: 'review', of: TERMS.title });
    const task = (await ask(api, 'D3-1', 'GET', `/api/rounds/${tasks[0].round}/tasks/${tasks[0].task}`)).json;
    const seen = (await get('D3-1', `/applications/${about}`)).json;
    expect(task.matter.application).toEqual(seen);
    expect(seen).toMatchObject({ sight: 'reviewer', person: null, name: null, department: null, progress: null });
    expect(JSON.stringify(task)).not.toMatch(/D2-|Name of|Zhang/);
    const reviewer = await reviewerOf(codes['D2-2']!);
    const evidence = await get(reviewer, `/applications/${codes['D2-2']}/evidence/${file.id}`);
    expect(evidence.text).toBe('Seventeen letters');
    expect(evidence.headers.get('content-disposition')).toMatch(/evidence-1\.txt$/);
    expect((await get('D2-3', `/applications/${codes['D2-2']}/evidence/${file.id}`)).status).toBe(404);
    expect((await ask(api, reviewer, 'GET', `/api/files/${file.id}`)).status).toBe(404);
  });

  async function reviewerOf(code: string): Promise<string> {
    const { rounds } = (await ask(api, 'OPS', 'GET', '/api/rounds?owner=selection:trainers&state=open')).json;
    const review = rounds.find((r: { purpose: string }) => r.purpose === 'review');
    const { tasks } = (await ask(api, 'OPS', 'GET', `/api/rounds/${review.id}/tasks?about=${code}`)).json;
    return tasks[0].assignee;
  }

  test('the panel gets the ranking byte for byte, and why', async () => {
    expect((await get('D1-1', '/ranking')).status).toBe(403);
    await course.to('decision');
    const ranking = await get('D1-1', '/ranking');
    const digest = createHash('sha256').update(ranking.text).digest('hex');
    expect(ranking.headers.get('etag')).toBe(`"${digest}"`);
    const again = await ask(api, 'OPS', 'GET', `${PATH}/ranking`, undefined, { 'if-none-match': `"${digest}"` });
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await get('OPS', '/ranking?number=9')).json.detail).toMatch(/no ranking 9/);
    expect((await get('D2-2', '/ranking')).status).toBe(403);
    const [first, second] = ranking.json.ranking;
    const why = (await get('D1-1', `/explain?application=${first.application}&against=${second.application}`)).json;
    expect(why).toMatchObject({ rank: 1, of: 2, score: first.score, against: second.application });
    expect(why.sentences.length).toBeGreaterThan(0);
    const chinese = await get('OPS', `/explain?application=${first.application}&locale=zh-CN`);
    expect(chinese.json.sentences.join('')).toMatch(/[一-鿿]/);
    expect((await get('OPS', '/explain?application=A-0000')).json.detail).toMatch(/A-0000/);
    expect((await get('D1-1', '/applications')).json.applications[0]).toMatchObject({
      sight: 'panel',
      department: 'D2',
    });
  });

  test('the candidates are posted, and each applicant hears their own result', async () => {
    await course.to('notice');
    const [candidate] = (await get('D4-4', '')).json.candidates;
    expect(candidate).toMatchObject({ department: 'D2', name: `Name of ${candidate.person}` });
    expectAccepted(
      await command('D4-4', 'raiseObjection', { about: candidate.application, grounds: 'Seen elsewhere.' }),
    );
    expect((await get('D4-4', '')).json).toMatchObject({
      clockStopped: true,
      mine: { objections: [{ about: candidate.application, state: 'open' }] },
    });
    expect((await get('D1-4', `/applications/${candidate.application}`)).json.sight).toBe('handler');
    await course.to('closed');
    const appointed = (await get(candidate.person, '')).json.appointed;
    expect(appointed).toMatchObject([{ person: candidate.person }]);
    const own = (await get(candidate.person, '/applications')).json.applications[0].progress;
    expect(own).toMatchObject({ result: { standing: 'candidate', rank: 1 }, offer: 'accepted' });
    const other = candidate.person === 'D2-2' ? 'D2-3' : 'D2-2';
    const certificate = `/api/documents/${own.appointment.document}`;
    const pdf = await ask(api, candidate.person, 'GET', certificate);
    expect([pdf.headers.get('content-type'), pdf.text.slice(0, 5)]).toEqual(['application/pdf', '%PDF-']);
    expect((await ask(api, other, 'GET', certificate)).status).toBe(404);
    expect((await get(other, '/applications')).json.applications[0].progress.result.standing).toBe('reserve');
    expect(procedure.complaints).toEqual([]);
  });

  test('the ledger keeps private parts sealed until somebody asks to open them', async () => {
    const { entries } = (await ask(api, 'OPS', 'GET', '/api/ledger/selection:trainers?limit=2000')).json;
    const sealed = JSON.stringify(entries);
    expect(sealed).not.toContain('Twenty years');
    const opened = await ask(api, 'OPS', 'GET', '/api/ledger/selection:trainers?limit=2000&open=true');
    expect(opened.text).toContain('Twenty years');
    const page = (await ask(api, 'OPS', 'GET', '/api/ledger/selection:trainers?limit=2')).json;
    expect(page).toMatchObject({ entries: [{ version: 1, type: 'Opened' }, { version: 2 }], next: 2 });
    const notices = (await ask(api, 'OPS', 'GET', '/api/notices?state=waiting&limit=5')).json;
    expect(notices.notices).toHaveLength(5);
    expect(notices.counts.waiting).toBeGreaterThan(5);
    expect((await ask(api, 'D2-2', 'GET', '/api/clock')).json).toEqual({ now: procedure.now, scale: 1 });
  });
});
