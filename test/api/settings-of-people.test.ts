import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ORGANISATION } from '../../contracts/ids.ts';
import { rostrum } from '../cli/terminal.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { apiOf, ask, type TestApi } from './harness.ts';

const PATH = '/api/me/settings';
let database: TestDatabase;
let api: TestApi;

beforeAll(async () => {
  database = await testDatabase();
  await new Door(database).send(ORGANISATION, 'system', 'importOrganisation', smallCompany(3));
  const gateway = {
    send: () => Promise.reject(new Error('nothing is sent')),
    sendLarge: () => Promise.reject(new Error('nothing is sent')),
  };
  api = await apiOf({ database, gateway, complaints: [] }, { operator: null });
});
afterAll(async () => {
  await api.close();
  await database.stop();
});

const DIRECTORY = { language: 'en', zone: 'Asia/Shanghai', calendar: expect.any(String) };
const REST = { directory: DIRECTORY, deputy: null, quietHours: { from: '20:00', until: '08:00' } };

test('a person says how they want Rostrum, and nobody else is concerned', async () => {
  const usual = { language: null, zone: null, theme: 'auto', rhythm: { letters: 'at-once' }, quiet: null };
  expect((await ask(api, 'P2', 'GET', PATH)).json).toEqual({ ...usual, ...REST });
  const own = {
    language: 'zh-CN',
    zone: 'Europe/Berlin',
    theme: 'dark',
    rhythm: { letters: 'weekly', day: 5, hour: 16 },
    quiet: { from: 22, until: 6 },
  };
  expect(await ask(api, 'P2', 'PUT', PATH, own)).toMatchObject({ status: 200, json: { ...own, ...REST } });
  expect((await ask(api, 'P2', 'GET', PATH)).json).toEqual({ ...own, ...REST });
  expect((await ask(api, 'P3', 'GET', PATH)).json).toEqual({ ...usual, ...REST });
  expect((await ask(api, 'P2', 'GET', '/api/me')).json).toMatchObject({
    locale: 'zh-CN',
    timeZone: 'Europe/Berlin',
    theme: 'dark',
  });
  expect((await ask(api, 'P3', 'GET', '/api/me')).json).toMatchObject({ locale: 'en', theme: 'auto' });
});

const SAID = { language: null, zone: null, theme: 'auto', rhythm: { letters: 'at-once' }, quiet: null };

test.each([
  [{ ...SAID, rhythm: { letters: 'hourly' } }],
  [{ ...SAID, rhythm: { letters: 'daily' } }],
  [{ ...SAID, rhythm: { letters: 'daily', hour: 24 } }],
  [{ ...SAID, rhythm: { letters: 'weekly', day: 0, hour: 8 } }],
  [{ ...SAID, rhythm: { letters: 'daily', hour: 8, minute: 30 } }],
  [{ ...SAID, language: 'fr' }],
  [{ ...SAID, zone: 'Mars/Olympus' }],
  [{ ...SAID, zone: '+08:00' }],
  [{ ...SAID, quiet: { from: 8, until: 8 } }],
  [{ ...SAID, quiet: { from: 20 } }],
  [{ ...SAID, theme: 'pink' }],
  [{ ...SAID, name: 'P9' }],
  [{ rhythm: { letters: 'at-once' } }],
  [{}],
])('%j is refused', async (body) => {
  expect((await ask(api, 'P2', 'PUT', PATH, body)).status).toBe(400);
});

test('the command line says and changes when letters come, and leaves the rest', async () => {
  await ask(api, 'P3', 'PUT', PATH, { ...SAID, theme: 'dark' });
  const letters = async (...args: string[]) => {
    const { code, out, err } = await rostrum(['letters', ...args, '--as', 'P3', '--api', api.origin]);
    return code === 0 ? out : err;
  };
  expect(await letters()).toBe('Letters come as they are written.\n');
  expect(await letters('daily')).toMatch(/^Letters that can wait come together every day at 08:00 where you are/);
  expect(await letters('weekly', '--on', 'friday', '--hour', '16')).toMatch(/every Friday at 16:00/);
  expect(await letters()).toMatch(/every Friday at 16:00/);
  expect((await ask(api, 'P3', 'GET', PATH)).json).toMatchObject({ theme: 'dark', rhythm: { hour: 16 } });
  expect(await letters('daily', '--hour', '25')).toContain('--hour 25 is no hour: write 0 to 23.');
  expect(await letters('--hour', '9')).toContain('Say daily or weekly beside --hour and --on.');
});
