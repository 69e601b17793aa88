import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ORGANISATION } from '../../contracts/ids.ts';
import { CycleList, CycleView } from '../../contracts/views/cycle.ts';
import { cycleTerms } from '../domain/cycle/run.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { yearCompany } from '../journeys/year.ts';
import { apiOf, ask, type Reply, type TestApi } from './harness.ts';
import { Procedure } from './procedure.ts';

const START = Date.parse('2026-11-02T09:00:00+08:00');
const PATH = '/api/cycles/plan-2027';

describe('a training-plan cycle over HTTP', () => {
  let database: TestDatabase;
  let procedure: Procedure;
  let api: TestApi;

  beforeAll(async () => {
    database = await testDatabase();
    procedure = new Procedure(database, START);
    const { complaints } = procedure;
    api = await apiOf({ database, gateway: procedure, complaints }, { now: () => procedure.now });
    await procedure.do(ORGANISATION, 'OPS', 'importOrganisation', yearCompany());
  });
  afterAll(async () => {
    await api.close();
    await database.stop();
  });

  const get = (person: string, path: string) => ask(api, person, 'GET', `${PATH}${path}`);

  function expectAccepted(reply: Reply): void {
    expect([reply.status, reply.json?.detail]).toEqual([200, undefined]);
  }

  test('operations open it, and everybody sees the outline', async () => {
    const terms = cycleTerms();
    expect((await ask(api, 'D2-2', 'POST', '/api/cycles', { id: 'plan-2027', terms })).status).toBe(403);
    expectAccepted(await ask(api, 'OPS', 'POST', '/api/cycles', { id: 'plan-2027', terms }));
    const list = CycleList.parse((await ask(api, 'D2-2', 'GET', '/api/cycles')).json);
    expect(list.cycles).toMatchObject([{ id: 'cycle:plan-2027', stage: 'mobilisation' }]);
    const seen = CycleView.parse((await get('D2-2', '')).json);
    expect(seen).toMatchObject({ mine: { roles: [], departments: [] }, departments: [], plan: null, machinery: null });
    const head = CycleView.parse((await get('D2-1', '')).json);
    expect(head).toMatchObject({ departments: [{ department: 'D2', mobilised: null }] });
    const all = CycleView.parse((await get('OPS', '')).json);
    expect(all.departments.map((d) => d.department)).toEqual(['D1', 'D2', 'D3', 'D4', 'D5']);
    expect(all.machinery!.waiting).toMatchObject([{ purpose: 'mobilisation', count: 5 }]);
    expect((await get('OPS', '/agenda')).json.agenda.length).toBeGreaterThan(0);
    for (const path of [
      '/gaps',
      '/needs',
      '/merged',
      '/sourcing',
      '/catalogue',
      '/resources',
      '/changes',
      '/proposals',
    ])
      expect([path, (await get('OPS', path)).status]).toEqual([path, 200]);
    expect((await get('OPS', '/plan')).status).toBe(404);
  });
});
