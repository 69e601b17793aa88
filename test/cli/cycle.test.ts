import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { CycleTerms } from '../../contracts/cycle.ts';
import { ORGANISATION } from '../../contracts/ids.ts';
import { verifyLedger } from '../../db/verify.ts';
import { CycleCourse } from '../api/cycle-course.ts';
import { apiOf, type TestApi } from '../api/harness.ts';
import { Procedure } from '../api/procedure.ts';
import { cycleTerms } from '../domain/cycle/run.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { START } from '../harness/start.ts';
import { datesFrom, TRAINERS, yearCompany } from '../journeys/year.ts';
import { rostrum } from './terminal.ts';

const TERMS = JSON.stringify(cycleTerms(datesFrom(START)));

// One story, told in order: each test goes on where the one before has stopped.
describe('a training-plan cycle from the command line', () => {
  const stream = 'cycle:plan-2027';
  let database: TestDatabase;
  let api: TestApi;
  let course: CycleCourse;
  let folder: string;
  const run = (args: readonly string[], stdin = '') => rostrum(args, { env: { ROSTRUM_API: api.origin }, stdin });
  const done = async (args: readonly string[], stdin = '') => {
    const ran = await run([...args, '--as', 'OPS'], stdin);
    expect(ran).toMatchObject({ code: 0, err: '' });
    return ran.out;
  };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'rostrum-cycle-'));
    database = await testDatabase();
    const procedure = new Procedure(database, START);
    const { complaints } = procedure;
    api = await apiOf({ database, gateway: procedure, complaints }, { now: () => procedure.now });
    course = new CycleCourse({ api, procedure, database }, stream);
    await procedure.do(ORGANISATION, 'OPS', 'importOrganisation', yearCompany());
  });
  afterAll(async () => {
    await api.close();
    await database.stop();
    await rm(folder, { recursive: true });
  });

  test('is looked at before it is opened with the terms in a file', async () => {
    const shown = await done(['preview', 'cycle', '--terms', '-'], TERMS);
    expect(shown).toMatch(
      /^Note: Calendar CN has no days at all; [\s\S]*STAGE +FROM[\s\S]*feedback[\s\S]*LOCAL TIME[\s\S]*\d+ messages on \d+ days/,
    );
    const late = JSON.stringify({ ...JSON.parse(TERMS), period: { from: '2020-01-01', to: '2020-12-31' } });
    expect(await run(['preview', 'cycle', '--terms', '-', '--as', 'OPS'], late)).toMatchObject({
      code: 4,
      err: expect.stringContaining('2020-12-31'),
    });
    const start = ['start', 'cycle', 'plan-2027', '--terms', '-'];
    expect(await run([...start, '--as', 'D2-2'], TERMS)).toMatchObject({ code: 4, out: '' });
    expect(await done(start, TERMS)).toContain('cycle:plan-2027 is open');
    expect(await done(['status'])).toMatch(/PROCEDURE +STAGE +UNTIL \(UTC\)\ncycle:plan-2027 +mobilisation +\d/);
    expect(await done(['status', stream])).toMatch(
      /^Training plan 2027\n\nSTAGE[\s\S]*mobilisation +current[\s\S]*D1 +Department 1[\s\S]*Waiting for D1-1/,
    );
  });

  test('names the kinds to whoever has written none of them', async () => {
    const none = { code: 2, out: '', err: 'There is no kind cycel to open; say one of selection, cycle.\n' };
    expect(await run(['start', 'cycel', 'plan', '--terms', '-', '--as', 'OPS'], TERMS)).toMatchObject(none);
    expect(await run(['preview', 'cycel', '--terms', '-', '--as', 'OPS'], TERMS)).toMatchObject(none);
  });

  test('takes commands and tables, and says what is wrong with them', async () => {
    await done(['send', stream, 'setTrainers', '--body', JSON.stringify({ trainers: TRAINERS })]);
    const rooms = path.join(folder, 'rooms.xlsx');
    expect(await done(['cycle', 'export', 'plan-2027', 'rooms', rooms])).toContain('has the rooms of plan-2027');
    expect((await readFile(rooms)).subarray(0, 2).toString()).toBe('PK');
    expect(await done(['cycle', 'import', stream, 'rooms', rooms, '--check'])).toBe(
      'Read without a fault: 2 rows of rooms.\n',
    );
    expect(await done(['cycle', 'import', stream, 'rooms', rooms])).toBe('Taken in: 2 rows of rooms.\n');
    const csv = await done(['cycle', 'export', stream, 'rooms', '-']);
    expect(csv).toContain('R-1,Hall');
    const faulty = path.join(folder, 'faulty.csv');
    await writeFile(faulty, `${csv}R-9,Attic,,none,1,\nR-8,Loft,,none,1,\n`);
    const { code, err } = await run(['cycle', 'import', stream, 'rooms', faulty, '--as', 'OPS']);
    expect([code, err.trim().split('\n').length]).toEqual([4, 2]);
    expect(err).toMatch(/^faulty.csv line 4, column seats: "none" must be/);
  });

  test('shows what it has found, planned and measured', async () => {
    await course.to('execution');
    const show = (what: string, ...more: string[]) => done(['cycle', what, 'plan-2027', ...more]);
    expect(await show('gaps', '--department', 'D2')).toMatch(/^DEPARTMENT +RANK +ELEMENT[\s\S]*D2-2 +Name of D2-2/);
    expect(await show('needs')).toMatch(/^NEED +DEPARTMENT[\s\S]*N-00001[\s\S]*confirmed/);
    expect(await show('plan')).toMatch(/^Version 1, approved and frozen; digest [0-9a-f]{64}\nOFFERING[\s\S]*O-001/);
    expect(await show('difference')).toBe('Version 1 is the first; there is nothing to compare it with.\n');
    expect(await show('resources')).toMatch(/Training +200,000\.00 +200,000\.00/);
    expect(await show('changes')).toBe('There are no change requests that you may see.\n');
    const pdf = path.join(folder, 'plan.pdf');
    expect(await show('print', pdf)).toBe(`${pdf} has the plan of plan-2027.\n`);
    expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-');
    const { lines } = JSON.parse(await show('plan', '--json'));
    const status = await done(['status', lines[0].stream]);
    expect(status).toMatch(/^C-\w+ \(O-001 of cycle:plan-2027\)[\s\S]*PERSON +NAME +SEAT/);
    expect(await done(['course', 'list', '--cycle', 'plan-2027'])).toMatch(/^OFFERING +COURSE[\s\S]*O-001 +C-/);
    expect((await run(['course', 'list', '--as', 'D1-3'])).out).toBe('There are no courses of yours.\n');
    expect(await done(['course', 'attendance', lines[0].stream, '-'])).toMatch(/employee_id,name,present\n/);
    const entry = path.join(folder, 'course.ics');
    expect(await done(['course', 'calendar', lines[0].stream, entry])).toContain('course.ics has the days of');
    expect(await readFile(entry, 'utf8')).toMatch(/^BEGIN:VCALENDAR/);
    const list = path.join(folder, 'list.csv');
    await writeFile(list, 'employee_id,present\nD9-9,true\n');
    expect(await run(['course', 'import', lines[0].stream, list, '--as', 'OPS'])).toMatchObject({
      code: 4,
      err: expect.stringContaining('names D9-9'),
    });
    await course.to('closed');
    expect(await show('effect')).toMatch(/^OFFERING[\s\S]*In all: \d+ of \d+ held/);
    expect(await show('proposals')).toMatch(/PROPOSAL|no proposals/);
    const terms = CycleTerms.parse(parse(await show('next-terms')));
    expect(terms).toMatchObject({ previous: stream, title: { en: expect.stringContaining('Training plan') } });
    expect(terms.period.from > JSON.parse(TERMS).period.to).toBe(true);
    expect(await run(['cycle', 'plan', 'plan-2030', '--as', 'OPS'])).toMatchObject({ code: 2, out: '' });
    expect((await verifyLedger(database.pool)).faults).toEqual([]);
  });
});
