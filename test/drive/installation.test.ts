import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rebuild } from '../../activities/ledger/rebuild.ts';
import { makeLookup } from '../../activities/notices/lookup.ts';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { noticeOf } from '../../contracts/notices/all.ts';
import { Preview } from '../../contracts/views/preview.ts';
import { ProcedureList, ProcedureView } from '../../contracts/views/procedure.ts';
import type { ClaimedMessage } from '../../db/outbox/claim.ts';
import { verifyLedger } from '../../db/verify.ts';
import { writeUnchecked } from '../../notices/notice.ts';
import { apiOf, ask, type TestApi } from '../api/harness.ts';
import { Procedure } from '../api/procedure.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { admit } from './admit.ts';
import { driveTerms, KIND, START } from './company.ts';

admit();

const ID: StreamId = `${KIND}:van`;
const PATH = '/api/testDrives/van';
const DRIVERS = ['P2', 'P3', 'P4'];
const TERMS = driveTerms({ drivers: DRIVERS, decider: 'P1' });
const READER = { locale: 'en', recipientName: 'P5', publicUrl: 'https://r.example.com', timeZone: 'UTC' } as const;

describe('a kind from outside in an installation', () => {
  let database: TestDatabase;
  let procedure: Procedure;
  let api: TestApi;
  const lookup = (message: ClaimedMessage) => makeLookup({ ...database, clock: { now: () => procedure.now } })(message);

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
    // What is particular to it is for whom its definition says.
    for (const person of ['P5', 'P1', 'P2'])
      expect((await ask(api, person, 'GET', PATH)).json.own).toEqual({ buy: null, reported: null });
    expect((await ask(api, 'P6', 'GET', PATH)).json.own).toEqual({ buy: null });
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
    const message = { id: 1, key: 'a', stream: ID, person: 'P5', about: { key: 'seen to' }, notBefore: START };
    expect(await lookup({ ...message, template: 'operations.orderRefused' })).toBeNull();
  });

  test('writes letters of its own, in both languages, and says what its rounds are for', async () => {
    const about = { what: 'nobody-reported', people: ['P2', 'P3'] };
    const waiting = {
      id: 1,
      key: 'a',
      stream: ID,
      person: 'P5',
      about,
      notBefore: START,
      template: 'testDrive.attention',
    };
    const { facts } = (await lookup(waiting))!;
    const en = writeUnchecked('testDrive.attention', facts, READER);
    expect(en.subject).toBe('Nobody has reported: Electric vans');
    expect(en.body).toContainEqual({ list: ['Person 2', 'Person 3'] });
    expect(en.action.path).toBe('/test-drives/van');
    const zh = writeUnchecked('testDrive.attention', facts, { ...READER, locale: 'zh-CN' });
    expect(zh.subject).toContain('无人提交试用报告');
    const calendar = { ...waiting, about: { what: 'calendar-ends', calendars: ['CN: 2029'] } };
    expect(writeUnchecked('testDrive.attention', (await lookup(calendar))!.facts, READER).body).toContainEqual({
      list: ['CN: 2029'],
    });
    // Nobody has decided yet, so there is nothing to say.
    expect(await lookup({ ...waiting, person: 'P2', about: {}, template: 'testDrive.decided' })).toBeNull();
    const round = `round:${ID.replace(':', '.')}.report`;
    const invited = { ...waiting, stream: round, person: 'P2', about: { tasks: ['P2'] }, template: 'round.invitation' };
    const { body } = writeUnchecked('round.invitation', (await lookup(invited))!.facts, READER);
    expect(JSON.stringify(body)).toContain('It is about: your report on a test drive.');
    expect(noticeOf('testDrive.decided')?.urgency).toBe('any-time');
  });

  test('is marked when whoever runs it is of operations no more, until somebody else takes it over', async () => {
    const role = (by: string, type: 'grantRole' | 'takeRole', person: string) =>
      ask(api, by, 'POST', `/api/organisation/${type}`, { person, role: 'operations' });
    const needsHand = async (as: string) => {
      const line = (await ask(api, as, 'GET', '/api/procedures?kind=testDrive')).json.procedures[0].needsHand;
      return [line, (await ask(api, as, 'GET', PATH)).json.needsHand];
    };
    expect(await needsHand('P5')).toEqual([false, false]);
    expect((await role('P5', 'grantRole', 'P1')).json).toMatchObject({ accepted: true });
    expect((await role('P1', 'takeRole', 'P5')).json).toMatchObject({ accepted: true });
    expect(await needsHand('P1')).toEqual([true, true]);
    expect(await needsHand('P5')).toEqual([false, false]);
    const body = { to: 'P1', reason: 'She has left operations.' };
    expect((await ask(api, 'P5', 'POST', `${PATH}/handOver`, body)).status).toBe(403);
    expect((await ask(api, 'P1', 'POST', `${PATH}/handOver`, body)).json).toMatchObject({ accepted: true });
    expect(await needsHand('P1')).toEqual([false, false]);
    const message = { id: 1, key: 'a', stream: ID, person: 'P1', about: {}, notBefore: START };
    const { facts } = (await lookup({ ...message, template: 'operations.handedOver' }))!;
    expect(writeUnchecked('operations.handedOver', facts, READER).action.path).toBe('/test-drives/van#needs-your-hand');
    expect((await role('P1', 'grantRole', 'P5')).json).toMatchObject({ accepted: true });
  });

  test('goes to its end, and its rows are what the ledger says', async () => {
    while (await procedure.sleep());
    expect((await ask(api, 'P5', 'GET', PATH)).json).toMatchObject({ stage: 'deciding', closed: false });
    const answer = { task: 'verdict', answer: { buy: true } };
    const round = `${ID.replace(':', '.')}.verdict`;
    expect((await ask(api, 'P1', 'POST', `/api/rounds/${round}/submit`, answer)).json).toMatchObject({
      accepted: true,
    });
    const told = {
      id: 1,
      key: 'a',
      stream: ID,
      person: 'P2',
      about: {},
      notBefore: START,
      template: 'testDrive.decided',
    };
    const { facts } = (await lookup(told))!;
    expect(writeUnchecked('testDrive.decided', facts, READER).subject).toBe('Electric vans: it is bought');
    const sent = "select template || ' ' || person as sent from outbox where stream = $1 order by id";
    const { rows } = await database.pool.query(sent, [ID]);
    expect(rows.map((row) => row.sent)).toEqual([
      // Its calendar ends before it does; it was handed over; nobody has reported.
      ...['testDrive.attention P5', 'operations.handedOver P1', 'testDrive.attention P1'],
      ...DRIVERS.map((person) => `testDrive.decided ${person}`),
    ]);
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
