import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { z } from 'zod';
import { CycleTerms } from '../../contracts/cycle.ts';
import { ORGANISATION } from '../../contracts/ids.ts';
import {
  CatalogueView,
  ChangesView,
  CycleList,
  CycleView,
  DifferenceView,
  EffectView,
  GapsView,
  MergedView,
  NeedsView,
  NextTermsView,
  PlanView,
  ProposalsView,
  ResourcesView,
  SourcingView,
} from '../../contracts/views/cycle.ts';
import { OfferingList, OfferingView } from '../../contracts/views/offering.ts';
import { Preview } from '../../contracts/views/preview.ts';
import { canonicalPlan } from '../../domain/planning/canonical.ts';
import { cycleTerms } from '../domain/cycle/run.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { START } from '../harness/start.ts';
import { datesFrom, levels, TRAINERS, yearCompany } from '../journeys/year.ts';
import { CycleCourse } from './cycle-course.ts';
import { apiOf, ask, type Reply, request, type TestApi } from './harness.ts';
import { Procedure } from './procedure.ts';

const PATH = '/api/cycles/plan-2027';

// One story, told in order: each test goes on where the one before has stopped.
describe('a training-plan cycle over HTTP', () => {
  let database: TestDatabase;
  let procedure: Procedure;
  let api: TestApi;
  let course: CycleCourse;

  beforeAll(async () => {
    database = await testDatabase();
    procedure = new Procedure(database, START);
    const { complaints } = procedure;
    api = await apiOf({ database, gateway: procedure, complaints }, { now: () => procedure.now });
    course = new CycleCourse({ api, procedure, database }, 'cycle:plan-2027', {
      'cycle-self-ratings': async ({ aboutPerson }) => levels(aboutPerson, 0),
    });
    await procedure.do(ORGANISATION, 'OPS', 'importOrganisation', yearCompany());
  });
  afterAll(async () => {
    await api.close();
    await database.stop();
  });

  const get = (person: string, path: string) => ask(api, person, 'GET', `${PATH}${path}`);
  const command = (person: string, type: string, body: object) => ask(api, person, 'POST', `${PATH}/${type}`, body);

  /** What somebody is shown, exactly in the shape that is described. */
  async function seen<V extends z.ZodObject>(view: V, person: string, path: string): Promise<z.output<V>> {
    const reply = await get(person, path);
    expect([person, path, reply.status, reply.json?.detail]).toEqual([person, path, 200, undefined]);
    return view.strict().parse(reply.json) as z.output<V>;
  }

  function expectAccepted(reply: Reply): void {
    expect([reply.status, reply.json?.detail]).toEqual([200, undefined]);
  }

  const upload = (path: string, content: string | Uint8Array) =>
    request(api, `${PATH}/import/${path}`, {
      method: 'POST',
      headers: { authorization: 'Bearer dev:OPS', 'content-type': 'application/octet-stream' },
      body: content as BodyInit,
    });

  async function table(name: string): Promise<string> {
    const reply = await get('OPS', `/export/${name}.csv`);
    expect([name, reply.status]).toEqual([name, 200]);
    return reply.text.replace(/^\uFEFF/, '');
  }

  const validUntil = new Date(START + 400 * 86_400_000).toISOString().slice(0, 10);
  const terms = () => cycleTerms({ ...datesFrom(START), selfRating: true });

  test('the timetable and the messages are shown before the start', async () => {
    const path = '/api/cycles/preview';
    expect((await ask(api, 'D2-1', 'POST', path, { terms: terms() })).status).toBe(403);
    const shown = Preview.parse((await ask(api, 'OPS', 'POST', path, { terms: terms() })).json);
    expect(shown.refusal).toBeNull();
    expect(shown.stages.map((s) => s.stage)).toHaveLength(12);
    expect(shown.messages.filter((m) => m.purpose === 'ratings').length).toBeGreaterThan(0);
    const late = { ...terms(), period: { from: '2020-01-01', to: '2020-12-31' } };
    const refused = Preview.parse((await ask(api, 'OPS', 'POST', path, { terms: late })).json);
    expect(refused.refusal).toMatch(/2020-12-31/);
    expect((await ask(api, 'OPS', 'GET', '/api/cycles')).json).toEqual({ cycles: [] });
  });

  test('operations open it, and each sees what is theirs', async () => {
    const body = { id: 'plan-2027', terms: terms() };
    expect((await ask(api, 'D2-2', 'POST', '/api/cycles', body)).status).toBe(403);
    expectAccepted(await ask(api, 'OPS', 'POST', '/api/cycles', body));
    const { cycles } = CycleList.parse((await ask(api, 'D2-2', 'GET', '/api/cycles')).json);
    expect(cycles).toMatchObject([{ id: 'cycle:plan-2027', stage: 'mobilisation', digest: null }]);
    expect(await seen(CycleView, 'D2-2', '')).toMatchObject({
      mine: { roles: [], departments: [] },
      departments: [],
      plan: null,
      machinery: null,
    });
    expect(await seen(CycleView, 'D3-1', '')).toMatchObject({
      mine: { roles: ['head', 'speaker'], departments: ['D3'] },
      departments: [{ department: 'D3', mobilised: null, returned: null }],
    });
    const all = await seen(CycleView, 'OPS', '');
    expect(all.departments.map((d) => d.department)).toEqual(['D1', 'D2', 'D3', 'D4', 'D5']);
    expect(all.machinery!.waiting).toMatchObject([{ purpose: 'mobilisation', count: 5 }]);
    expect(all.machinery!.trouble).toBeNull();
    const set = (why: string | null) =>
      database.pool.query("update stream set trouble = $1 where id = 'cycle:plan-2027'", [why]);
    await set('the calendar has no days');
    expect((await seen(CycleView, 'OPS', '')).machinery!.trouble).toMatchObject({ why: 'the calendar has no days' });
    await set(null);
    expect((await get('OPS', '/agenda')).json.agenda.length).toBeGreaterThan(0);
    expect((await get('D2-2', '/agenda')).status).toBe(403);
    expect((await get('OPS', '/plan')).status).toBe(404);
    expect((await ask(api, 'OPS', 'GET', '/api/cycles/plan-2028')).json.detail).toMatch(/plan-2028/);
  });

  test('catalogue, rooms and trainers come in as tables, all of it or nothing', async () => {
    expectAccepted(await command('OPS', 'setTrainers', { trainers: TRAINERS }));
    const rooms = await table('rooms');
    expect(rooms).toMatch(/^room_id,name,site,seats,day_cost,closed\nR-1,Hall,,30,100.00,\n/);
    const faulty = await upload('rooms?name=rooms.csv', `${rooms}R-1,Again,,5,1,\nR-9,Attic,,none,1,\n`);
    expect(faulty.status).toBe(422);
    expect(faulty.json.detail.split('\n')).toHaveLength(2);
    expect(faulty.json.detail).toMatch(/rooms.csv line 5, column seats: "none"/);
    expect((await upload('rooms?name=rooms.csv&check=true', `${rooms}R-3,Attic,,8,1.50,\n`)).json).toEqual({
      rows: 3,
      imported: false,
    });
    expectAccepted(await upload('rooms?name=rooms.csv', `${rooms}R-3,Attic,,8,1.50,\n`));
    const { rooms: known } = await seen(CatalogueView, 'OPS', '/catalogue');
    expect(known.find((r) => r.id === 'R-3')).toMatchObject({ seats: 8, dayCost: 150 });
    const courses = await table('courses');
    expectAccepted(await upload('courses?name=courses.csv', courses));
    expect(await table('courses')).toBe(courses);
    expect((await upload('quotes?name=quotes.csv', 'quote_id\n')).json.detail).toMatch(/has no column provider/);
    const quotes = 'quote_id,provider,course_id,run_cost,seat_cost,max_seats,valid_until,rating\n';
    expectAccepted(await upload('quotes?name=quotes.csv', `${quotes}Q-1,某学院,C-WELD,9000,0,12,${validUntil},4.5\n`));
    expect((await seen(CatalogueView, 'D2-2', '/catalogue')).quotes).toEqual([]);
    expect((await seen(CatalogueView, 'OPS', '/catalogue')).quotes).toMatchObject([{ provider: '某学院' }]);
    const people = await table('people');
    expect(people).toContain('D2-2,Name of D2-2,d2-2@example.com,D2,D2-1,POST,');
    expect((await get('D2-1', '/export/people.csv')).status).toBe(403);
    expect((await get('OPS', '/export/secrets.csv')).status).toBe(400);
  });

  test('supervisors rate, by themselves or in a table, and everybody sees their own line', async () => {
    await course.to('ratings');
    const rows = ['welding', 'safety', 'planning', 'coaching'].map((e) => `D2-2,D2-1,${e},3,`).join('\n');
    const wrong = await upload(
      'ratings?name=r.csv',
      `employee_id,rater_id,element_id,rating,rated_on\nD2-2,D3-1,safety,3,\n`,
    );
    expect(wrong.json.detail).toMatch(/D2-2 is to be rated by D2-1, not by D3-1/);
    const file = `employee_id,rater_id,element_id,rating,rated_on\n${rows}\n`;
    const taken = async () =>
      (await database.pool.query(`select count(*)::int as n from ledger where type = 'TaskSubmitted'`)).rows[0].n;
    expect((await upload('ratings?name=r.csv', file)).json).toEqual({ rows: 1, imported: true });
    const before = await taken();
    expect((await upload('ratings?name=again.csv', file)).json).toEqual({ rows: 1, imported: true });
    expect((await upload('ratings?name=r.csv', file.replace('welding,3', 'welding,4'))).json.detail).toMatch(
      /D2-2 is rated already, and not as it is here; reopen the task/,
    );
    expect(await taken()).toBe(before);
    // A list that was half done is finished as it is, and what it does not change stays one answer.
    const longer = `${file}${rows.replaceAll('D2-2,D2-1', 'D2-3,D2-1')}\n`;
    expect((await upload('ratings?name=r.csv&check=true', longer)).json).toEqual({ rows: 2, imported: false });
    expect((await upload('ratings?name=r.csv', longer)).json).toEqual({ rows: 2, imported: true });
    expect(await taken()).toBe(before + 1);
    const head = await seen(GapsView, 'D2-1', '/gaps?person=D2-2');
    expect(head.gaps.map((g) => [g.element, g.rated, g.gap, g.weighted])).toEqual([
      ['welding', 3, 1, 3],
      ['safety', 3, 1, 3],
      ['planning', 3, 1, 3],
      ['coaching', 3, 1, 3],
    ]);
    expect((await get('D3-1', '/gaps?person=D2-2')).status).toBe(404);
    expect((await get('D2-2', '/gaps?person=D2-2')).status).toBe(404);
    const [d2] = (await seen(CycleView, 'D2-1', '')).departments;
    expect(d2!.ratings).toEqual({ done: 2, open: 3, missing: 0 });
    await course.to('needs');
    expect((await upload('ratings?name=r.csv', longer)).json).toEqual({ rows: 2, imported: true });
    expect((await upload('ratings?name=r.csv', file.replace('welding,3', 'welding,4'))).json.detail).toMatch(
      /^No ratings are being asked for/,
    );
    expect((await seen(GapsView, 'D2-2', '/gaps')).employees.map((e) => e.person)).toEqual(['D2-2']);
    expect(new Set((await seen(GapsView, 'D2-1', '/gaps')).employees.map((e) => e.person))).toEqual(
      new Set(['D2-1', 'D2-2', 'D2-3', 'D2-4', 'D2-5']),
    );
    const all = await seen(GapsView, 'OPS', '/gaps');
    expect(all.employees).toHaveLength(25);
    expect(all.pairs.length).toBeGreaterThan(0);
    // The head of the company has nobody above; missing stays missing.
    expect(all.employees.find((e) => e.person === 'D1-1')).toMatchObject({ ratedElements: 0, weightedGapSum: null });
    expect((await seen(GapsView, 'OPS', '/gaps?department=D2')).departments).toMatchObject([
      { department: 'D2', rank: 1 },
      { rank: 2 },
      { rank: 3 },
      { rank: 4 },
    ]);
    expect(await table('ratings')).toContain('D2-2,D2-1,welding,3,');
  });

  test('needs are stated, imported, returned, merged and sourced', async () => {
    const need = { department: 'D2', element: 'welding', level: 4, people: ['D2-3'], urgency: 1 };
    expectAccepted(
      await command('D2-1', 'stateNeed', { ...need, goal: 'Weld thin sheet.', problem: 'Scrap doubled.' }),
    );
    expect((await command('D3-1', 'stateNeed', { ...need, goal: 'Weld.' })).json.detail).toMatch(
      /^Only D2-1 can state/,
    );
    const own = await seen(NeedsView, 'D2-1', '/needs');
    expect(own.needs.every((n) => n.department === 'D2')).toBe(true);
    const stated = own.needs.find((n) => n.origin === 'stated');
    expect(stated).toMatchObject({ goal: 'Weld thin sheet.', problem: 'Scrap doubled.', by: 'D2-1' });
    expect((await seen(NeedsView, 'D2-2', '/needs')).needs).toEqual([]);
    const head = 'department,element_id,level,course_id,people,urgency,must,goal,problem\n';
    const reason = 'A day for the whole house.';
    expectAccepted(await command('OPS', 'pause', { reason }));
    const early = await upload('needs?name=needs.csv', `${head}D3,safety,4,,D3-3,2,,Work safely.,Two accidents.\n`);
    expect(early).toMatchObject({ status: 409, json: { title: 'The procedure is paused' } });
    expectAccepted(await command('OPS', 'resume', { reason }));
    const imported = await upload('needs?name=needs.csv', `${head}D3,safety,4,,D3-3,2,,Work safely.,Two accidents.\n`);
    expect(imported.json).toEqual({ rows: 1, imported: true });
    expect((await upload('needs?name=needs.csv', `${head}D9,safety,4,,D3-3,2,,Work safely.,\n`)).json.detail).toMatch(
      /names D9, which is not among the departments/,
    );
    const all = await seen(NeedsView, 'OPS', '/needs');
    const again = await upload('needs?name=needs.csv', `${head}D3,safety,4,,D3-3,2,,Work safely.,Two accidents.\n`);
    expect(again.json).toEqual({ rows: 1, imported: true });
    expect((await seen(NeedsView, 'OPS', '/needs')).needs).toHaveLength(all.needs.length);
    course.habits['cycle-needs'] = async ({ about }) => ({
      answer: 'needs',
      confirmed: all.needs.filter((n) => n.department === about).map((n) => n.need),
    });
    expect(await table('needs')).toContain('Scrap doubled.');
    await course.to('compiling');
    const merged = await seen(MergedView, 'OPS', '/merged');
    expect(merged.merged.some((m) => m.departments.length > 1)).toBe(true);
    const sourced = await seen(SourcingView, 'OPS', '/sourcing');
    expect(sourced.sourcing).toHaveLength(merged.merged.length);
    expect(sourced.trainers.map((t) => t.person)).toEqual(TRAINERS.map((t) => t.person));
    expect((await seen(CycleView, 'D2-1', '')).returns).toEqual({ needs: 5, nil: 0, silent: 0, open: 0 });
  });

  test('the plan is shown with its digest and what differs', async () => {
    const { waiting } = (await seen(CycleView, 'OPS', '')).machinery!;
    expect(waiting).toMatchObject([{ what: expect.stringContaining('finish the stage "compiling"') }]);
    const { plan, digest, version } = await seen(PlanView, 'OPS', '/plan');
    expect(digest).toBe(
      createHash('sha256')
        .update(canonicalPlan(plan as never))
        .digest('hex'),
    );
    expect((await get('D2-2', '/plan')).status).toBe(404);
    // Top management and HR are to approve the whole plan.
    for (const person of ['D1-1', 'D1-3']) expect((await seen(PlanView, person, '/plan')).plan).toEqual(plan);
    const part = await seen(PlanView, 'D2-1', '/plan');
    expect(part.whole).toBe(false);
    const people = part.plan.offerings.flatMap((o) => o.participants);
    expect(people.every((p) => p.startsWith('D2-'))).toBe(true);
    expect(await seen(DifferenceView, 'OPS', '/plan/difference')).toMatchObject({ from: null, to: version });
    const limit = { kind: 'days', daysAPerson: 1 };
    expectAccepted(await command('OPS', 'changeLimit', { limit, reason: 'Harvest time.' }));
    const changed = await seen(DifferenceView, 'OPS', '/plan/difference');
    expect(changed).toMatchObject({ from: version, to: version + 1, since: 'version-before' });
    const again = await seen(DifferenceView, 'OPS', `/plan/difference?from=${version + 1}&to=${version + 1}`);
    expect(again.sentences).toEqual([]);
    expect((await get('OPS', '/plan?version=9')).json.detail).toMatch(/version 9/);
    expectAccepted(await command('OPS', 'changeLimit', { limit: { ...limit, daysAPerson: 10 }, reason: 'Over.' }));
    const money = await seen(ResourcesView, 'OPS', '/resources');
    expect(money.lines).toMatchObject([{ line: 'general', limit: 20_000_000, committed: 0, used: 0 }]);
    expect((await get('D2-2', '/resources')).status).toBe(403);
  });

  test('once approved everybody sees it, and it changes by request', async () => {
    await course.to('execution');
    const plan = await seen(PlanView, 'D5-5', '/plan');
    expect(plan).toMatchObject({ frozen: true, whole: false });
    const strangers = plan.plan.offerings.flatMap((o) => o.participants).filter((p) => p !== 'D5-5');
    expect(strangers).toEqual([]);
    const { digest } = plan;
    expect((await get('D5-5', '/plan.xlsx')).text.slice(0, 2)).toBe('PK');
    expect((await seen(CycleView, 'D5-5', '')).plan).toMatchObject({ digest, frozen: true });
    const whole = await seen(PlanView, 'OPS', '/plan');
    const line = whole.lines[0]!;
    expect(line.stream).toBe(`offering:plan-2027.${line.planned.id}`);
    const seats = { kind: 'seats', offering: line.planned.id, seats: line.planned.participants.length };
    const other = seats.seats === line.planned.seats ? { ...seats, seats: seats.seats + 1 } : seats;
    expectAccepted(
      await command('OPS', 'requestChange', { change: other, emergency: false, reason: 'A smaller room.' }),
    );
    expect((await seen(ChangesView, 'OPS', '/changes')).changes).toMatchObject([
      { id: 'C-001', state: 'asked', offering: line.planned.id, by: 'OPS' },
    ]);
    expect((await seen(ChangesView, 'D5-5', '/changes')).changes).toEqual([]);
    const people = { kind: 'participants', offering: whole.lines[1]!.planned.id, add: [], remove: [] };
    const [out] = whole.lines[1]!.planned.participants;
    expectAccepted(
      await command('OPS', 'requestChange', { change: { ...people, remove: [out] }, reason: 'On leave.' }),
    );
    expect((await seen(ChangesView, out!, '/changes')).changes).toMatchObject([
      { what: { remove: [out] }, before: { participants: [out] } },
    ]);
    await course.until(async () => (await get('OPS', '/changes')).json.changes[0].state === 'applied', 'the change');
    const now = await seen(PlanView, 'OPS', '/plan');
    expect(now.lines[0]).toMatchObject({ planned: { seats: other.seats }, changes: [{ id: 'C-001' }] });
    expect(now.digest).toBe(digest);
  });

  test('offerings are shown to each as much as is theirs', async () => {
    const all = OfferingList.parse((await ask(api, 'OPS', 'GET', '/api/offerings?cycle=plan-2027')).json).offerings;
    expect(all.length).toBe((await seen(PlanView, 'OPS', '/plan')).lines.length);
    expect((await ask(api, 'OPS', 'GET', '/api/offerings?cycle=none')).json.offerings).toEqual([]);
    const trainer = all[0]!.trainer!;
    const taught = OfferingList.parse((await ask(api, trainer, 'GET', '/api/offerings')).json).offerings;
    expect(taught.some((o) => o.id === all[0]!.id && o.teaches)).toBe(true);
    const path = `/api/offerings/${all[0]!.offering && all[0]!.id}`;
    const whole = OfferingView.strict().parse((await ask(api, 'OPS', 'GET', path)).json);
    expect(whole.participants.length).toBeGreaterThan(1);
    const one = whole.participants[0]!.person;
    const set = (why: string | null) =>
      database.pool.query('update stream set trouble = $1 where id = $2', [why, all[0]!.id]);
    await set('the calendar has no days');
    const troubled = async (person: string) => OfferingView.parse((await ask(api, person, 'GET', path)).json).trouble;
    expect(await troubled('OPS')).toMatchObject({ why: 'the calendar has no days' });
    expect(await troubled(one)).toBeNull();
    await set(null);
    const own = OfferingView.parse((await ask(api, one, 'GET', path)).json);
    expect(own.participants.map((p) => p.person)).toEqual([one]);
    expect(own.rounds).toEqual([]);
    expect((await ask(api, 'OPS', 'GET', '/api/offerings/nothing')).status).toBe(404);
    const join = (person: string, whom: string) =>
      ask(api, person, 'POST', `${path}/joinWaitingList`, { person: whom });
    expect((await join('D5-5', 'D5-3')).status).toBe(403);
    expectAccepted(await join('D5-5', 'D5-5'));
    expect(OfferingView.parse((await ask(api, 'D5-5', 'GET', path)).json).participants).toMatchObject([
      { person: 'D5-5', seat: 'waiting', waits: 1 },
    ]);
    expectAccepted(await ask(api, 'D5-5', 'POST', `${path}/leaveWaitingList`, { person: 'D5-5' }));
    const entry = await ask(api, one, 'GET', `${path}/calendar.ics`);
    expect(entry.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(entry.text).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*UID:offering:plan-2027.O-001\r\n/);
    expect(entry.text).not.toMatch(/METHOD|ATTENDEE/);
  });

  test('the list of who was there goes out and comes back as a table', async () => {
    const [offering] = (await ask(api, 'OPS', 'GET', '/api/offerings?cycle=plan-2027')).json.offerings;
    const path = `/api/offerings/${offering.id}`;
    course.habits['offering-attendance'] = async () => null;
    expectAccepted(await ask(api, 'D5-5', 'POST', `${path}/joinWaitingList`, { person: 'D5-5' }));
    const seen = async () => OfferingView.parse((await ask(api, 'OPS', 'GET', path)).json);
    await course.until(async () => (await seen()).stage === 'invitation', 'the invitations');
    const gone = (await seen()).participants.findLast((p) => p.seat === 'asked' || p.seat === 'accepted')!.person;
    expectAccepted(await ask(api, gone, 'POST', `${path}/giveUpSeat`, { reason: 'A night shift.' }));
    await course.until(async () => (await ask(api, 'OPS', 'GET', path)).json.stage === 'teaching', 'the first course');
    const list = (await ask(api, offering.trainer, 'GET', `${path}/attendance.csv`)).text.replace(/^\uFEFF/, '');
    const [head, first, ...rest] = list.trim().split('\n');
    expect(head).toBe('employee_id,name,present');
    // Whoever has given up the seat is not looked for.
    expect(list).not.toContain(gone);
    expect(list).toContain('D5-5');
    const filled = [head, `${first}false`, ...rest.map((row) => `${row}true`), ''].join('\n');
    const send = (person: string, content: string) =>
      request(api, `${path}/import/attendance?name=list.csv`, {
        method: 'POST',
        headers: { authorization: `Bearer dev:${person}`, 'content-type': 'text/csv' },
        body: content,
      });
    expect((await send(offering.trainer, `${filled}D9-9,,true\n`)).json.detail).toMatch(/line \d+.*D9-9/);
    await course.until(async () => (await send(offering.trainer, filled)).status === 200, 'the last day');
    expect((await send('D5-5', filled)).json.detail).toMatch(/^Only the trainer and whoever runs the cycle/);
    const { participants } = (await ask(api, 'OPS', 'GET', path)).json;
    const absent = participants.filter((p: { present: boolean | null }) => p.present === false);
    expect(absent.map((p: { person: string }) => p.person)).toEqual([first!.split(',')[0]]);
    course.habits['offering-attendance'] = async () => ({ absent: [] });
  });

  test('it ends with its effect and with proposals for the next one', async () => {
    await course.to('closed');
    const effect = await seen(EffectView, 'OPS', '/effect');
    expect(effect.total).toMatchObject({ held: effect.offerings.length });
    expect(effect.recorded).toMatchObject({ offerings: effect.offerings.length });
    expect((await seen(EffectView, 'D5-5', '/effect')).offerings).toEqual([]);
    await seen(ProposalsView, 'OPS', '/proposals');
    const needs = await seen(NeedsView, 'OPS', '/needs');
    expect(needs.needs.every((n) => n.outcome !== null)).toBe(true);
    const { terms: next } = await seen(NextTermsView, 'OPS', '/next-terms');
    expect(CycleTerms.parse(next)).toMatchObject({ previous: 'cycle:plan-2027' });
    const there = await table('attendance');
    for (const row of [/^O-001,.*,false$/m, /^O-001,.*,true$/m, /^O-001,.*,given-up,$/m]) expect(there).toMatch(row);
    expect(await table('plan')).toMatch(/^offering_id,course_id/);
    const printed = await get('OPS', '/plan.pdf?locale=zh-CN');
    expect([printed.headers.get('content-type'), printed.text.slice(0, 5)]).toEqual(['application/pdf', '%PDF-']);
    expect((await get('OPS', '/plan.pdf?locale=zh-CN')).headers.get('etag')).toBe(printed.headers.get('etag'));
    expect(procedure.complaints).toEqual([]);
  });
});
