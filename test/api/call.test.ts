import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ORGANISATION } from '../../contracts/ids.ts';
import { FindView } from '../../contracts/views/find.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { START } from '../harness/start.ts';
import { apiOf, ask, request, type TestApi } from './harness.ts';
import { expectOpen } from './pages-of-find.ts';
import { Procedure } from './procedure.ts';
import { Course, company, MEASURES, TERMS } from './selection-course.ts';

const PATH = '/api/selections/trainers';
const PNG = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

describe('a call, for whoever may apply', () => {
  let database: TestDatabase;
  let procedure: Procedure;
  let api: TestApi;
  beforeAll(async () => {
    database = await testDatabase();
    procedure = new Procedure(database, START);
    api = await apiOf({ database, gateway: procedure, complaints: [] }, { now: () => procedure.now });
    await procedure.do(ORGANISATION, 'OPS', 'importOrganisation', company());
    const terms = { ...TERMS, departments: ['D1', 'D2', 'D3'], leaders: ['D2-1'] };
    await ask(api, 'OPS', 'POST', '/api/selections', { id: 'trainers', terms });
    await ask(api, 'OPS', 'POST', `${PATH}/publishMeasures`, { texts: MEASURES });
    await new Course(api, procedure, 'selection:trainers').to('call');
  });
  afterAll(async () => {
    await api.close();
    await database.stop();
  });

  const get = async (person: string, path = PATH) => (await ask(api, person, 'GET', path)).json;

  test('says whether one may apply and why not, and who stands behind it', async () => {
    expect((await get('D2-2')).mine.eligible).toMatchObject({
      ...{ answer: 'yes', reasons: [] },
      met: [{ en: 'Your grade is among those who may apply.' }],
    });
    expect((await get('D2-1')).mine.eligible).toMatchObject({
      ...{ answer: 'no', met: [] },
      reasons: [{ code: 'grade', mend: { en: expect.stringContaining('have it corrected') } }],
    });
    expect((await get('D4-2')).mine.eligible).toMatchObject({
      answer: 'no',
      reasons: [{ code: 'department', text: { en: 'This selection is not for your department.' } }],
    });
    expect((await get('OPS')).mine.eligible).toMatchObject({ answer: 'no' });
    const { endorsements } = await get('D2-2');
    expect(endorsements).toContainEqual({ person: 'D2-1', name: 'Name of D2-1', words: 'Go and teach.' });
  });

  test('an application is written in parts, is nobody else’s, and is gone once it is sent', async () => {
    const path = `${PATH}/application-draft`;
    const put = (content: object, revision: number, person = 'D2-3') =>
      ask(api, person, 'PUT', path, { content, revision });
    expect(await get('D2-3', path)).toEqual({ revision: 0, content: null, savedAt: null, files: [] });
    expect((await put({ profile: 'Half a' }, 0)).json).toEqual({ revision: 1 });
    expect((await put({ profile: 'Half a life.', hoursPerMonth: null }, 1)).json).toEqual({ revision: 2 });
    expect((await put({ profile: 'Elsewhere.' }, 1)).json).toMatchObject({
      ...{ type: '/problems/draft-conflict', facts: { revision: 2 } },
    });
    expect((await put({ profile: 'Again.' }, 0)).status).toBe(409);
    expect([(await put({}, 2 ** 31 - 1)).status, (await put({}, 2 ** 31)).status]).toEqual([409, 400]);
    expect(await get('D2-3', path)).toMatchObject({ revision: 2, content: { profile: 'Half a life.' } });
    expect(await get('D2-2', path)).toMatchObject({ content: null });
    const { rows } = await database.pool.query('select content::text as content from draft');
    expect(rows.map((r) => r.content).join()).not.toContain('Half');
    expect((await ask(api, 'D2-3', 'GET', '/api/selections/none/application-draft')).status).toBe(404);
    const form = { profile: 'Half a life.', topics: ['safety'], outline: 'Valves.', hoursPerMonth: 4 };
    expect((await ask(api, 'D2-3', 'POST', `${PATH}/apply`, form)).status).toBe(200);
    expect(await get('D2-3', path)).toMatchObject({ revision: 0, content: null });
    // What reviewers see stays to be looked at: first what is in, then what it is to be.
    const seen = { profile: 'Half a life.', outline: 'Valves.', topics: ['safety'], hoursPerMonth: 4 };
    expect(await get('D2-3', `${path}/as-reviewers-see-it`)).toMatchObject(seen);
    expect((await put({ profile: 'A whole one.' }, 0)).status).toBe(200);
    expect(await get('D2-3', `${path}/as-reviewers-see-it`)).toMatchObject({ profile: 'A whole one.', outline: '' });
  });

  test('an application is found by its number, with the page that whoever has looked for it has of it', async () => {
    const number = (await get('D2-3')).mine.application;
    const found = async (person: string) => FindView.parse(await get(person, `/api/find?q=${number}`));
    expect(await expectOpen(api, 'D2-3', await found('D2-3'))).toEqual(['/call/trainers/mine']);
    // Whoever runs the selection has no page of it.
    expect((await found('OPS')).applications).toMatchObject([{ application: number, path: null }]);
    expect((await found('D2-4')).applications).toEqual([]);
    const called = await get('D2-4', `/api/find?q=trainers`);
    expect(await expectOpen(api, 'D2-4', called)).toEqual(['/call/trainers']);
  });

  test('a draft that somebody has moved to another person is shown to nobody', async () => {
    const path = `${PATH}/application-draft`;
    await ask(api, 'D3-2', 'PUT', path, { content: { profile: 'Mine.' }, revision: 0 });
    await database.pool.query("update draft set person = 'D3-3' where person = 'D3-2'");
    const seen = await ask(api, 'D3-3', 'GET', path);
    expect([seen.status, seen.text.includes('Mine')]).toEqual([500, false]);
  });

  test('a picture and a PDF are shown in place, in a sandbox; everything else is put down', async () => {
    const store = async (type: string, body: Uint8Array<ArrayBuffer> | string, name: string) => {
      const headers = { authorization: 'Bearer dev:D2-2', 'content-type': type };
      return (await request(api, `/api/files?name=${name}`, { method: 'POST', headers, body })).json.id as string;
    };
    const shown = async (id: string, query = '?inline=1') => {
      const { status, headers } = await ask(api, 'D2-2', 'GET', `/api/files/${id}${query}`);
      return [status, headers.get('content-disposition')?.split(';')[0], headers.get('content-security-policy')];
    };
    const [png, text] = [await store('image/png', PNG, 'a.png'), await store('text/plain', 'Words.', 'a.txt')];
    const sandbox = expect.stringContaining('sandbox');
    expect(await shown(png)).toEqual([200, 'inline', sandbox]);
    expect(await shown(png, '')).toEqual([200, 'attachment', sandbox]);
    expect(await shown(text)).toEqual([200, 'attachment', sandbox]);
    expect((await shown(png, '?inline=yes'))[0]).toBe(400);
  });
});
