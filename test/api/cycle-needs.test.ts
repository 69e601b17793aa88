import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  CatalogueView,
  CycleList,
  CycleView,
  GapsView,
  MergedView,
  NeedsView,
  SourcingView,
} from '../../contracts/views/cycle.ts';
import { Preview } from '../../contracts/views/preview.ts';
import { START } from '../harness/start.ts';
import { TRAINERS } from '../journeys/year.ts';
import { CycleOverHttp, expectAccepted } from './cycle-over-http.ts';
import { ask } from './harness.ts';

// One story, told in order: each test goes on where the one before has stopped.
describe('a training-plan cycle over HTTP, up to its needs', () => {
  let cycle: CycleOverHttp;

  beforeAll(async () => {
    cycle = await CycleOverHttp.begin();
  });
  afterAll(() => cycle?.close());

  const validUntil = new Date(START + 400 * 86_400_000).toISOString().slice(0, 10);

  test('the timetable and the messages are shown before the start', async () => {
    const path = '/api/cycles/preview';
    expect((await ask(cycle.api, 'D2-1', 'POST', path, { terms: cycle.terms() })).status).toBe(403);
    const shown = Preview.parse((await ask(cycle.api, 'OPS', 'POST', path, { terms: cycle.terms() })).json);
    expect(shown.refusal).toBeNull();
    expect(shown.stages.map((s) => s.stage)).toHaveLength(12);
    expect(shown.messages.filter((m) => m.purpose === 'ratings').length).toBeGreaterThan(0);
    const late = { ...cycle.terms(), period: { from: '2020-01-01', to: '2020-12-31' } };
    const refused = Preview.parse((await ask(cycle.api, 'OPS', 'POST', path, { terms: late })).json);
    expect(refused.refusal).toMatch(/2020-12-31/);
    expect((await ask(cycle.api, 'OPS', 'GET', '/api/cycles')).json).toEqual({ cycles: [] });
  });

  test('operations open it, and each sees what is theirs', async () => {
    const body = { id: 'plan-2027', terms: cycle.terms() };
    expect((await ask(cycle.api, 'D2-2', 'POST', '/api/cycles', body)).status).toBe(403);
    expectAccepted(await ask(cycle.api, 'OPS', 'POST', '/api/cycles', body));
    const { cycles } = CycleList.parse((await ask(cycle.api, 'D2-2', 'GET', '/api/cycles')).json);
    expect(cycles).toMatchObject([{ id: 'cycle:plan-2027', stage: 'mobilisation', digest: null }]);
    expect(await cycle.seen(CycleView, 'D2-2', '')).toMatchObject({
      mine: { roles: [], departments: [] },
      departments: [],
      plan: null,
      machinery: null,
    });
    expect(await cycle.seen(CycleView, 'D3-1', '')).toMatchObject({
      mine: { roles: ['head', 'speaker'], departments: ['D3'] },
      departments: [{ department: 'D3', mobilised: null, returned: null }],
    });
    const all = await cycle.seen(CycleView, 'OPS', '');
    expect(all.departments.map((d) => d.department)).toEqual(['D1', 'D2', 'D3', 'D4', 'D5']);
    expect(all.machinery!.waiting).toMatchObject([{ purpose: 'mobilisation', count: 5 }]);
    expect(all.machinery!.trouble).toBeNull();
    const set = (why: string | null) =>
      cycle.database.pool.query("update stream set trouble = $1 where id = 'cycle:plan-2027'", [why]);
    await set('the calendar has no days');
    expect((await cycle.seen(CycleView, 'OPS', '')).machinery!.trouble).toMatchObject({
      why: 'the calendar has no days',
    });
    await set(null);
    expect((await cycle.get('OPS', '/agenda')).json.agenda.length).toBeGreaterThan(0);
    expect((await cycle.get('D2-2', '/agenda')).status).toBe(403);
    expect((await cycle.get('OPS', '/plan')).status).toBe(404);
    expect((await ask(cycle.api, 'OPS', 'GET', '/api/cycles/plan-2028')).json.detail).toMatch(/plan-2028/);
  });

  test('catalogue, rooms and trainers come in as tables, all of it or nothing', async () => {
    expectAccepted(await cycle.command('OPS', 'setTrainers', { trainers: TRAINERS }));
    const rooms = await cycle.table('rooms');
    expect(rooms).toMatch(/^room_id,name,site,seats,day_cost,closed\nR-1,Hall,,30,100.00,\n/);
    const faulty = await cycle.upload('rooms?name=rooms.csv', `${rooms}R-1,Again,,5,1,\nR-9,Attic,,none,1,\n`);
    expect(faulty.status).toBe(422);
    expect(faulty.json.detail.split('\n')).toHaveLength(2);
    expect(faulty.json.detail).toMatch(/rooms.csv line 5, column seats: "none"/);
    expect((await cycle.upload('rooms?name=rooms.csv&check=true', `${rooms}R-3,Attic,,8,1.50,\n`)).json).toEqual({
      rows: 3,
      imported: false,
    });
    expectAccepted(await cycle.upload('rooms?name=rooms.csv', `${rooms}R-3,Attic,,8,1.50,\n`));
    const { rooms: known } = await cycle.seen(CatalogueView, 'OPS', '/catalogue');
    expect(known.find((r) => r.id === 'R-3')).toMatchObject({ seats: 8, dayCost: 150 });
    const courses = await cycle.table('courses');
    expectAccepted(await cycle.upload('courses?name=courses.csv', courses));
    expect(await cycle.table('courses')).toBe(courses);
    expect((await cycle.upload('quotes?name=quotes.csv', 'quote_id\n')).json.detail).toMatch(/has no column provider/);
    const quotes = 'quote_id,provider,course_id,run_cost,seat_cost,max_seats,valid_until,rating\n';
    expectAccepted(
      await cycle.upload('quotes?name=quotes.csv', `${quotes}Q-1,某学院,C-WELD,9000,0,12,${validUntil},4.5\n`),
    );
    expect((await cycle.seen(CatalogueView, 'D2-2', '/catalogue')).quotes).toEqual([]);
    expect((await cycle.seen(CatalogueView, 'OPS', '/catalogue')).quotes).toMatchObject([{ provider: '某学院' }]);
    const people = await cycle.table('people');
    expect(people).toContain('D2-2,Name of D2-2,d2-2@example.com,D2,D2-1,POST,');
    expect((await cycle.get('D2-1', '/export/people.csv')).status).toBe(403);
    expect((await cycle.get('OPS', '/export/secrets.csv')).status).toBe(400);
  });

  test('supervisors rate, by themselves or in a table, and everybody sees their own line', async () => {
    await cycle.course.to('ratings');
    const rows = ['welding', 'safety', 'planning', 'coaching'].map((e) => `D2-2,D2-1,${e},3,`).join('\n');
    const wrong = await cycle.upload(
      'ratings?name=r.csv',
      `employee_id,rater_id,element_id,rating,rated_on\nD2-2,D3-1,safety,3,\n`,
    );
    expect(wrong.json.detail).toMatch(/D2-2 is to be rated by D2-1, not by D3-1/);
    const file = `employee_id,rater_id,element_id,rating,rated_on\n${rows}\n`;
    const taken = async () =>
      (await cycle.database.pool.query(`select count(*)::int as n from ledger where type = 'TaskSubmitted'`)).rows[0].n;
    expect((await cycle.upload('ratings?name=r.csv', file)).json).toEqual({ rows: 1, imported: true });
    const before = await taken();
    expect((await cycle.upload('ratings?name=again.csv', file)).json).toEqual({ rows: 1, imported: true });
    expect((await cycle.upload('ratings?name=r.csv', file.replace('welding,3', 'welding,4'))).json.detail).toMatch(
      /D2-2 is rated already, and not as it is here; reopen the task/,
    );
    expect(await taken()).toBe(before);
    // A list that was half done is finished as it is, and what it does not change stays one answer.
    const longer = `${file}${rows.replaceAll('D2-2,D2-1', 'D2-3,D2-1')}\n`;
    expect((await cycle.upload('ratings?name=r.csv&check=true', longer)).json).toEqual({ rows: 2, imported: false });
    expect((await cycle.upload('ratings?name=r.csv', longer)).json).toEqual({ rows: 2, imported: true });
    expect(await taken()).toBe(before + 1);
    const head = await cycle.seen(GapsView, 'D2-1', '/gaps?person=D2-2');
    expect(head.gaps.map((g) => [g.element, g.rated, g.gap, g.weighted])).toEqual([
      ['welding', 3, 1, 3],
      ['safety', 3, 1, 3],
      ['planning', 3, 1, 3],
      ['coaching', 3, 1, 3],
    ]);
    expect((await cycle.get('D3-1', '/gaps?person=D2-2')).status).toBe(404);
    expect((await cycle.get('D2-2', '/gaps?person=D2-2')).status).toBe(404);
    const [d2] = (await cycle.seen(CycleView, 'D2-1', '')).departments;
    expect(d2!.ratings).toEqual({ done: 2, open: 3, missing: 0 });
    await cycle.course.to('needs');
    expect((await cycle.upload('ratings?name=r.csv', longer)).json).toEqual({ rows: 2, imported: true });
    expect((await cycle.upload('ratings?name=r.csv', file.replace('welding,3', 'welding,4'))).json.detail).toMatch(
      /^No ratings are being asked for/,
    );
    expect((await cycle.seen(GapsView, 'D2-2', '/gaps')).employees.map((e) => e.person)).toEqual(['D2-2']);
    expect(new Set((await cycle.seen(GapsView, 'D2-1', '/gaps')).employees.map((e) => e.person))).toEqual(
      new Set(['D2-1', 'D2-2', 'D2-3', 'D2-4', 'D2-5']),
    );
    const all = await cycle.seen(GapsView, 'OPS', '/gaps');
    expect(all.employees).toHaveLength(25);
    expect(all.pairs.length).toBeGreaterThan(0);
    // The head of the company has nobody above; missing stays missing.
    expect(all.employees.find((e) => e.person === 'D1-1')).toMatchObject({ ratedElements: 0, weightedGapSum: null });
    expect((await cycle.seen(GapsView, 'OPS', '/gaps?department=D2')).departments).toMatchObject([
      { department: 'D2', rank: 1 },
      { rank: 2 },
      { rank: 3 },
      { rank: 4 },
    ]);
    expect(await cycle.table('ratings')).toContain('D2-2,D2-1,welding,3,');
  });

  test('needs are stated, imported, returned, merged and sourced', async () => {
    const need = { department: 'D2', element: 'welding', level: 4, people: ['D2-3'], urgency: 1 };
    expectAccepted(
      await cycle.command('D2-1', 'stateNeed', { ...need, goal: 'Weld thin sheet.', problem: 'Scrap doubled.' }),
    );
    expect((await cycle.command('D3-1', 'stateNeed', { ...need, goal: 'Weld.' })).json.detail).toMatch(
      /^Only D2-1 can state/,
    );
    const own = await cycle.seen(NeedsView, 'D2-1', '/needs');
    expect(own.needs.every((n) => n.department === 'D2')).toBe(true);
    const stated = own.needs.find((n) => n.origin === 'stated');
    expect(stated).toMatchObject({ goal: 'Weld thin sheet.', problem: 'Scrap doubled.', by: 'D2-1' });
    expect((await cycle.seen(NeedsView, 'D2-2', '/needs')).needs).toEqual([]);
    const head = 'department,element_id,level,course_id,people,urgency,must,goal,problem\n';
    const reason = 'A day for the whole house.';
    expectAccepted(await cycle.command('OPS', 'pause', { reason }));
    const early = await cycle.upload(
      'needs?name=needs.csv',
      `${head}D3,safety,4,,D3-3,2,,Work safely.,Two accidents.\n`,
    );
    expect(early).toMatchObject({ status: 409, json: { title: 'The procedure is paused' } });
    expectAccepted(await cycle.command('OPS', 'resume', { reason }));
    const imported = await cycle.upload(
      'needs?name=needs.csv',
      `${head}D3,safety,4,,D3-3,2,,Work safely.,Two accidents.\n`,
    );
    expect(imported.json).toEqual({ rows: 1, imported: true });
    expect(
      (await cycle.upload('needs?name=needs.csv', `${head}D9,safety,4,,D3-3,2,,Work safely.,\n`)).json.detail,
    ).toMatch(/names D9, which is not among the departments/);
    const all = await cycle.seen(NeedsView, 'OPS', '/needs');
    const again = await cycle.upload(
      'needs?name=needs.csv',
      `${head}D3,safety,4,,D3-3,2,,Work safely.,Two accidents.\n`,
    );
    expect(again.json).toEqual({ rows: 1, imported: true });
    expect((await cycle.seen(NeedsView, 'OPS', '/needs')).needs).toHaveLength(all.needs.length);
    cycle.course.habits['cycle-needs'] = async ({ about }) => ({
      answer: 'needs',
      confirmed: all.needs.filter((n) => n.department === about).map((n) => n.need),
    });
    expect(await cycle.table('needs')).toContain('Scrap doubled.');
    await cycle.course.to('compiling');
    const merged = await cycle.seen(MergedView, 'OPS', '/merged');
    expect(merged.merged.some((m) => m.departments.length > 1)).toBe(true);
    const sourced = await cycle.seen(SourcingView, 'OPS', '/sourcing');
    expect(sourced.sourcing).toHaveLength(merged.merged.length);
    expect(sourced.trainers.map((t) => t.person)).toEqual(TRAINERS.map((t) => t.person));
    expect((await cycle.seen(CycleView, 'D2-1', '')).returns).toEqual({ needs: 5, nil: 0, silent: 0, open: 0 });
  });
});
