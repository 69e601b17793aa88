import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rebuild } from '../../activities/ledger/rebuild.ts';
import { ORGANISATION } from '../../contracts/ids.ts';
import { verifyLedger } from '../../db/verify.ts';
import { apiOf, type TestApi } from '../api/harness.ts';
import { Procedure } from '../api/procedure.ts';
import { Course, company, MEASURES, TERMS } from '../api/selection-course.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { rostrum } from './terminal.ts';

// One story, told in order: each test goes on where the one before has stopped.
describe('a selection from the command line', () => {
  const stream = 'selection:trainers';
  let database: TestDatabase;
  let api: TestApi;
  let course: Course;
  const run = (args: readonly string[], stdin = '') => rostrum(args, { env: { ROSTRUM_API: api.origin }, stdin });
  const done = async (args: readonly string[], stdin = '') => {
    const ran = await run(args, stdin);
    expect(ran).toMatchObject({ code: 0, err: '' });
    return ran.out;
  };

  beforeAll(async () => {
    database = await testDatabase();
    const procedure = new Procedure(database, Date.parse('2027-01-04T09:00:00+08:00'));
    const { complaints } = procedure;
    api = await apiOf({ database, gateway: procedure, complaints }, { now: () => procedure.now });
    course = new Course(api, procedure, stream);
    await procedure.do(ORGANISATION, 'OPS', 'importOrganisation', company());
  });
  afterAll(async () => {
    await api.close();
    await database.stop();
  });

  test('is opened with the terms in a file', async () => {
    const start = ['start', 'selection', 'trainers', '--terms', '-'];
    expect(await run([...start, '--as', 'D2-2'], JSON.stringify(TERMS))).toMatchObject({ code: 4, out: '' });
    expect(await done([...start, '--as', 'OPS'], JSON.stringify(TERMS))).toContain('selection:trainers is open');
    expect(await run([...start, '--as', 'OPS'], JSON.stringify(TERMS))).toMatchObject({ code: 4 });
    expect(await done(['status', '--as', 'OPS'])).toMatch(
      /^PROCEDURE +STAGE +UNTIL \(UTC\)\nselection:trainers +measures +\d/,
    );
  });

  test('goes its way by commands, and tells where it stands', async () => {
    const send = (as: string, type: string, body: object) =>
      done(['send', stream, type, '--as', as, '--body', JSON.stringify(body)]);
    await send('OPS', 'publishMeasures', { texts: MEASURES });
    await course.to('call');
    const form = { profile: 'Twenty years with valves.', topics: ['safety'], outline: 'Why valves fail.' };
    for (const person of ['D2-1', 'D1-5', 'D2-3']) await send(person, 'apply', { ...form, hoursPerMonth: 4 });
    expect(await done(['status', stream, '--as', 'OPS'])).toMatch(
      /^Internal trainers 2027\n\nSTAGE[\s\S]*call +current[\s\S]*review +ahead/,
    );
    const { code, err } = await run(['rank', '--selection', 'trainers', '--as', 'OPS']);
    expect([code, err]).toEqual([2, expect.stringContaining('no ranking yet')]);
  });

  test('shows its ranking and explains it', async () => {
    await course.to('decision');
    const ranked = await done(['rank', '--selection', stream, '--as', 'OPS']);
    expect(ranked).toMatch(/^RANK +APPLICATION[^\n]*\n +1 +A-\w+/);
    const { ranking } = JSON.parse(await done(['rank', '--selection', 'trainers', '--as', 'OPS', '--json']));
    const [first, second] = ranking.map((a: { application: string }) => a.application);
    const why = ['explain', '--application', first, '--against', second, '--selection', 'trainers', '--as', 'OPS'];
    expect(await done(why)).toContain(second);
    expect(await done([...why, '--locale', 'zh-CN'])).toMatch(/[\u4e00-\u9fff]/);
    expect(await run(['rank', '--selection', 'trainers', '--as', 'D2-2'])).toMatchObject({ code: 4 });
  });

  test('ends with projections that are what the ledger says', async () => {
    await course.to('closed');
    expect((await verifyLedger(database.pool)).faults).toEqual([]);
    const { differences, streams } = await rebuild(database.pool, { keys: database.keys, mode: 'compare' });
    expect(differences).toEqual([]);
    expect(streams).toBeGreaterThanOrEqual(8);
  });
});
