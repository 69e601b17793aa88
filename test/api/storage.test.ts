import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MB } from '../../access/door.ts';
import { ORGANISATION } from '../../contracts/ids.ts';
import { RETENTION_KINDS } from '../../contracts/retention.ts';
import { retain } from '../../engine/pruner.ts';
import { KEEPING } from '../../settings/retention.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { clock, START } from '../harness/start.ts';
import { apiOf, ask, type Reply, request, type TestApi } from './harness.ts';
import { Procedure } from './procedure.ts';
import { Course, company, MEASURES, TERMS } from './selection-course.ts';

const PATH = '/api/selections/trainers';
let database: TestDatabase;
let procedure: Procedure;
let api: TestApi;

beforeAll(async () => {
  database = await testDatabase();
  procedure = new Procedure(database, START);
  const bounds = { ofPerson: { files: 4, bytes: 3 * MB }, ofApplication: { files: 2, bytes: 2 * MB } };
  const { complaints } = procedure;
  api = await apiOf({ database, gateway: procedure, complaints }, { now: () => procedure.now, storing: bounds });
  await procedure.do(ORGANISATION, 'OPS', 'importOrganisation', company());
  const must = async (path: string, body: object) =>
    expect((await ask(api, 'OPS', 'POST', path, body)).status).toBe(200);
  await must('/api/selections', { id: 'trainers', terms: TERMS });
  await must(`${PATH}/publishMeasures`, { texts: MEASURES });
  await new Course(api, procedure, 'selection:trainers').to('call');
});
afterAll(async () => {
  await api?.close();
  await database?.stop();
});

function upload(person: string, name: string, text = name): Promise<Reply> {
  const headers = { authorization: `Bearer dev:${person}`, 'content-type': 'text/plain' };
  return request(api, `/api/files?name=${name}.txt`, { method: 'POST', headers, body: text });
}

const statuses = (replies: readonly Reply[]) => replies.map(({ status }) => status).sort();
const held = async (person: string) =>
  (await database.pool.query('select 1 from file where person = $1', [person])).rowCount;

describe('what one person may store', () => {
  test('has a number, also of what is sent at once, and the same file again is none more', async () => {
    const sent = Array.from({ length: 12 }, (_, n) => upload('D2-2', `file-${n}`));
    expect(statuses(await Promise.all(sent))).toEqual([...Array(4).fill(200), ...Array(8).fill(413)]);
    expect(await held('D2-2')).toBe(4);
    const refused = await upload('D2-2', 'one-more');
    expect(refused.json).toMatchObject({
      type: '/problems/storage-full',
      detail:
        'You would have more than 4 files or 3 MB here, which is all that one person may have; name those that are here already, or send it again once some have gone: what no application names does 30 days after it was sent.',
    });
    const { rows } = await database.pool.query("select name from file where person = 'D2-2' limit 1");
    const [kept] = rows[0].name.split('.');
    expect((await upload('D2-2', kept)).status).toBe(200);
    expect((await upload('D2-3', 'mine')).status).toBe(200);
  });

  test('has a size', async () => {
    expect((await upload('D3-3', 'a', 'a'.repeat(2 * MB))).status).toBe(200);
    expect((await upload('D3-3', 'b', 'b'.repeat(MB + 1))).status).toBe(413);
    expect((await upload('D3-3', 'b', 'b'.repeat(MB))).status).toBe(200);
    expect((await upload('D3-3', 'c', 'c')).status).toBe(413);
  });

  test('and what they name in one selection as well', async () => {
    const { rows } = await database.pool.query('select person, id, length(bytes) as size from file order by size');
    const of = (person: string) => rows.filter((file) => file.person === person).map(({ id }) => id as string);
    const apply = (person: string, evidence: readonly string[]) =>
      ask(api, person, 'POST', `${PATH}/apply`, {
        ...{ profile: 'Ten years.', topics: [], outline: 'Pumps.', hoursPerMonth: 4, evidence },
      });
    expect((await apply('D2-2', of('D2-2').slice(0, 3))).json).toMatchObject({
      status: 413,
      detail:
        'An application has 2 files and 2 MB of them at most; choose those that say most, or put several into one PDF.',
    });
    expect((await apply('D3-3', of('D3-3'))).status).toBe(413);
    const named = of('D2-2').slice(0, 2);
    expect((await apply('D2-2', named)).json).toMatchObject({ accepted: true });

    // What nobody names goes after a while, and leaves room; what somebody names stays.
    await database.pool.query("update file set stored_at = now() - interval '31 days'");
    const asked = await ask(api, 'OPS', 'GET', '/api/retention');
    expect(asked.json.kinds.map(({ kind }: { kind: string }) => kind)).toEqual([...RETENTION_KINDS]);
    expect(asked.json.kinds).toContainEqual({
      ...{
        kind: 'uploads',
        days: 30,
        count: 5,
        from: 'when it was stored',
        what: 'files that no application has named',
      },
      ends: 'deleted; the ledger keeps the number of the file, and says that it was let go',
    });
    for (const person of ['D2-2', 'D1-1']) {
      expect((await ask(api, person, 'GET', '/api/retention')).status).toBe(403);
    }
    const access = { ...database, clock, complain: () => undefined };
    const { gone } = await retain(access, KEEPING);
    expect(gone).toMatchObject({ uploads: 5, evidence: 0 });
    const left = await database.pool.query('select id from file order by 1');
    expect(left.rows.map(({ id }) => id)).toEqual([...named].sort());
    expect((await upload('D2-2', 'one-more')).status).toBe(200);
  });
});
