import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rebuild } from '../../activities/ledger/rebuild.ts';
import { makeLookup } from '../../activities/notices/lookup.ts';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { Preview } from '../../contracts/views/preview.ts';
import { ProcedureList, ProcedureView } from '../../contracts/views/procedure.ts';
import { verifyLedger } from '../../db/verify.ts';
import { apiOf, ask, type TestApi } from '../api/harness.ts';
import { Procedure } from '../api/procedure.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { driveTerms, KIND, START } from './company.ts';
import { admitTestDrive } from './process.ts';

admitTestDrive();

const ID: StreamId = `${KIND}:van`;
const PATH = '/api/testDrives/van';
const DRIVERS = ['P2', 'P3', 'P4'];
const TERMS = driveTerms({ drivers: DRIVERS, decider: 'P1' });

describe('a kind from outside in an installation', () => {
  let database: TestDatabase;
  let procedure: Procedure;
  let api: TestApi;

  beforeAll(async () => {
    database = await testDatabase();
    procedure = new Procedure(database, START);
    await procedure.do(ORGANISATION, 'system', 'importOrganisation', smallCompany(6));
    const { complaints } = procedure;
    api = await apiOf({ database, gateway: procedure, complaints }, { now: () => procedure.now, operator: 'P5' });
  });
  afterAll(async () => {
    await api.close();
    await database.stop();
  });

  test('is previewed and opened by operations, and by nobody else', async () => {
    const body = { id: 'van', terms: TERMS };
    expect((await ask(api, 'P2', 'POST', '/api/testDrives/preview', { terms: TERMS })).status).toBe(403);
    const shown = Preview.parse((await ask(api, 'P5', 'POST', '/api/testDrives/preview', { terms: TERMS })).json);
    expect(shown.stages.map((s) => s.stage)).toEqual(['trying', 'deciding', 'telling']);
    expect((await ask(api, 'P2', 'POST', '/api/testDrives', body)).status).toBe(403);
    expect((await ask(api, 'P5', 'POST', '/api/testDrives', { ...body, terms: {} })).status).toBe(400);
    expect((await ask(api, 'P5', 'POST', '/api/testDrives', body)).json).toMatchObject({ accepted: true });
    expect((await ask(api, 'P5', 'GET', '/api/testDrives/lorry')).status).toBe(404);
  });

  test('stands in the list and has a view, an agenda and its tasks', async () => {
    const list = ProcedureList.parse((await ask(api, 'P2', 'GET', '/api/procedures?kind=testDrive&open=true')).json);
    expect(list.procedures).toMatchObject([{ id: ID, kind: KIND, title: TERMS.title, stage: 'trying', owner: 'P5' }]);
    const view = ProcedureView.parse((await ask(api, 'P5', 'GET', PATH)).json);
    expect(view.rounds).toMatchObject([{ owner: ID, tasks: 3 }]);
    expect(Object.keys(view.plan)).toEqual(['trying', 'deciding', 'telling']);
    expect((await ask(api, 'P2', 'GET', PATH)).json.rounds).toEqual([]);
    const { agenda } = (await ask(api, 'P5', 'GET', `${PATH}/agenda`)).json;
    expect(agenda.map((a: { person: string }) => a.person)).toEqual(DRIVERS);
    const { tasks } = (await ask(api, 'P2', 'GET', '/api/me/tasks')).json;
    expect(tasks).toMatchObject([{ of: TERMS.title }]);
  });

  test('says what a command would bring about, and takes it', async () => {
    const body = { type: 'pause', body: { reason: 'Snow.' } };
    expect((await ask(api, 'P5', 'POST', `${PATH}/what-if`, body)).json).toMatchObject({ refusal: null });
    expect((await ask(api, 'P2', 'POST', `${PATH}/pause`, { reason: 'Snow.' })).status).toBe(403);
    expect((await ask(api, 'P5', 'POST', `${PATH}/pause`, { reason: 'Snow.' })).json).toMatchObject({ accepted: true });
    expect((await ask(api, 'P5', 'GET', PATH)).json).toMatchObject({ paused: true });
    expect((await ask(api, 'P5', 'POST', `${PATH}/resume`, { reason: 'Thaw.' })).json).toMatchObject({
      accepted: true,
    });
  });

  test('can be written of where an order was refused, and nothing is said of what was seen to', async () => {
    const lookup = makeLookup({ ...database, clock: { now: () => procedure.now } });
    const message = { id: 1, key: 'a', stream: ID, person: 'P5', about: { key: 'seen to' }, notBefore: START };
    expect(await lookup({ ...message, template: 'operations.orderRefused' })).toBeNull();
  });

  test('goes to its end, and its rows are what the ledger says', async () => {
    while (await procedure.sleep());
    expect((await ask(api, 'P5', 'GET', PATH)).json).toMatchObject({ stage: 'deciding', closed: false });
    const answer = { task: 'verdict', answer: { buy: true } };
    const round = `${ID.replace(':', '.')}.verdict`;
    expect((await ask(api, 'P1', 'POST', `/api/rounds/${round}/submit`, answer)).json).toMatchObject({
      accepted: true,
    });
    while (await procedure.sleep());
    expect((await ask(api, 'P5', 'GET', PATH)).json).toMatchObject({ stage: 'closed', closed: true, cancelled: false });
    expect((await ask(api, 'P5', 'GET', '/api/procedures?open=true')).json).toEqual({ procedures: [] });
    expect(await verifyLedger(database.pool)).toMatchObject({ faults: [], unreadable: [] });
    const { keys } = database;
    expect(await rebuild(database.pool, { keys, mode: 'compare' })).toMatchObject({ differences: [], unreadable: [] });
    await database.pool.query("update procedure set stage = 'trying' where stream = $1", [ID]);
    const { differences } = await rebuild(database.pool, { keys, mode: 'rewrite' });
    expect(differences).toMatchObject([{ table: 'procedure', row: ID, how: 'changed', columns: ['stage'] }]);
    expect((await ask(api, 'P5', 'GET', PATH)).json).toMatchObject({ stage: 'closed' });
    expect(procedure.complaints).toEqual([]);
  });
});
