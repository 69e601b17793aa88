import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { z } from 'zod';
import { ORGANISATION } from '../../contracts/ids.ts';
import { FindView } from '../../contracts/views/find.ts';
import { HistoryView } from '../../contracts/views/history.ts';
import { MyCoursesView } from '../../contracts/views/me/courses.ts';
import { OverviewView, SupportView } from '../../contracts/views/me/overview.ts';
import { TrainersView } from '../../contracts/views/trainers.ts';
import { cycleTerms } from '../domain/cycle/run.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { START } from '../harness/start.ts';
import { datesFrom, HABITS, TRAINERS, yearCompany } from '../journeys/year.ts';
import { CycleCourse } from './cycle-course.ts';
import { apiOf, ask, countingQueries, type TestApi } from './harness.ts';
import { expectOpen } from './pages-of-find.ts';
import { Procedure } from './procedure.ts';

/** The top management of the small company, which approves and gives the money. */
const LEADER = 'D1-1';

// One story, told in order: each test goes on where the one before has stopped.
describe('a cycle to its end, as those see it who lead and those who ask why', () => {
  let database: TestDatabase;
  let procedure: Procedure;
  let api: TestApi;
  let course: CycleCourse;

  beforeAll(async () => {
    database = await testDatabase();
    procedure = new Procedure(database, START);
    api = await apiOf({ database, gateway: procedure, complaints: procedure.complaints }, { now: () => procedure.now });
    // The fifth department says nothing.
    const silent = (habit: string) => ({
      [habit]: async (task: never, story: never) =>
        (task as { assignee: string }).assignee === 'D5-1' ? null : HABITS[habit]!(task, story),
    });
    course = new CycleCourse({ api, procedure, database }, 'cycle:plan-2027', {
      ...silent('cycle-ratings'),
      ...silent('cycle-needs'),
    } as never);
    const { people = [], ...rest } = yearCompany();
    const named = people.map((p) => (p.id === 'D4-4' ? { ...p, name: '袁建华' } : p));
    await procedure.do(ORGANISATION, 'OPS', 'importOrganisation', { ...rest, people: named });
    const terms = cycleTerms({ ...datesFrom(START), talks: 'nobody' });
    await ask(api, 'OPS', 'POST', '/api/cycles', { id: 'plan-2027', terms });
    await ask(api, 'OPS', 'POST', '/api/cycles/plan-2027/setTrainers', { trainers: TRAINERS });
  }, 120_000);
  afterAll(async () => {
    await api.close();
    await database.stop();
  });

  /** What somebody is shown, exactly in the shape that is described. */
  async function seen<V extends z.ZodObject>(view: V, person: string, path: string): Promise<z.output<V>> {
    const reply = await ask(api, person, 'GET', path);
    expect([person, path, reply.status, reply.json?.detail]).toEqual([person, path, 200, undefined]);
    return view.strict().parse(reply.json) as z.output<V>;
  }
  const history = (person: string, stream: string, query = '') =>
    seen(HistoryView, person, `/api/history/${stream}${query}`);
  const codes = ({ lines }: HistoryView) => lines.map((line) => line.code);

  test('before anything was measured there is nothing that would look like a figure', async () => {
    await course.to('needs');
    const view = await seen(OverviewView, LEADER, '/api/me/overview');
    expect(view).toMatchObject({
      cycle: { id: 'cycle:plan-2027', currency: 'CNY' },
      headline: { code: 'not-measured' },
      figures: { closed: { measured: null }, liked: { mean: null, answers: 0, hidden: null } },
      offerings: [],
      open: [],
    });
    expect(view.tookPart.map((d) => [d.department, d.rated, d.people])).toEqual([
      ['D1', 4, 4],
      ['D2', 5, 5],
      ['D3', 5, 5],
      ['D4', 5, 5],
      ['D5', 1, 5],
    ]);
    expect(view.asked.tasks.length).toBeLessThanOrEqual(2);
    // Whoever sees no department sees the sum alone.
    const other = await seen(OverviewView, 'D3-2', '/api/me/overview');
    expect(other).toMatchObject({ tookPart: [], silent: [], offerings: [], figures: { closed: { measured: null } } });
    // Nor is there a plan yet to lead to.
    const { procedures } = await seen(FindView, 'OPS', '/api/find?q=plan');
    expect(procedures).toMatchObject([{ id: 'cycle:plan-2027', path: null }]);
  }, 300_000);

  test('history says who, when and why, as far as somebody sees the cycle', async () => {
    await ask(api, 'OPS', 'POST', '/api/cycles/plan-2027/pause', { reason: 'A day for the whole house.' });
    await ask(api, 'OPS', 'POST', '/api/cycles/plan-2027/resume', { reason: 'It is over.' });
    const all = await history('OPS', 'cycle:plan-2027');
    // What it tells of has the names that people use, and nobody hears one by asking about an id.
    expect(all).toMatchObject({ title: { en: expect.any(String) }, called: { D2: { en: 'Department 2' } } });
    expect(Object.keys(all.called).filter((id) => !JSON.stringify(all.lines).includes(`"${id}"`))).toEqual([]);
    expect((await history('D3-2', 'cycle:plan-2027', '?about=N-00001')).called).toEqual({});
    const paused = all.lines.find((line) => line.code === 'Paused')!;
    expect(paused).toMatchObject({
      by: 'OPS',
      machine: false,
      why: { text: 'A day for the whole house.', code: null },
      text: { en: 'It was paused.', 'zh-CN': '已暂停。' },
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(all.lines.map((l) => l.version)).toEqual(all.lines.map((l) => l.version).sort((a, b) => b! - a!));
    expect(all.lines.some((line) => line.machine && line.by === null)).toBe(true);
    const other = await history('D3-2', 'cycle:plan-2027');
    expect(new Set(codes(other))).toEqual(new Set(['Opened', 'StageStarted', 'Paused', 'Resumed']));
    const same = other.lines.find((line) => line.code === 'Paused')!;
    // The words of whoever paused it are for operations; nobody counts by a version, or tries by a link, what they do not see.
    expect([same.at, same.hash, same.why, same.version, same.command]).toEqual([paused.at, null, null, null, null]);
    const head = await history('D3-1', 'cycle:plan-2027');
    expect(head.lines.filter((l) => l.facts.department).map((l) => l.facts.department)).toContain('D3');
    expect(head.lines.filter((l) => l.facts.department && l.facts.department !== 'D3')).toEqual([]);
    expect((await ask(api, 'D3-1', 'GET', '/api/history/organisation:main')).status).toBe(404);
    expect((await ask(api, 'D3-1', 'GET', '/api/history/cycle:plan-2099')).status).toBe(404);
  });

  test('history comes a page at a time, and about one thing alone', async () => {
    const whole = await history('OPS', 'cycle:plan-2027', '?limit=500');
    const paged: (string | null)[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const page: HistoryView = await history('OPS', 'cycle:plan-2027', `?limit=7${next ? `&before=${next}` : ''}`);
      expect(page.lines.length).toBeLessThanOrEqual(7);
      paged.push(...page.lines.map((l) => l.hash));
      next = page.next;
    }
    expect(paged).toEqual(whole.lines.map((l) => l.hash));
    const about = await history('OPS', 'cycle:plan-2027', '?about=D3');
    expect(about.lines.length).toBeGreaterThan(0);
    expect(about.lines.every((l) => l.facts.department === 'D3')).toBe(true);
    const refused = await ask(api, 'OPS', 'GET', '/api/history/cycle:plan-2027?before=yesterday');
    expect(refused.status).toBe(400);
  });

  test('of a round its holders see their own answers, and others nothing', async () => {
    const { rows } = await database.pool.query<{ stream: string }>(
      "select stream from round where purpose = 'cycle-ratings'",
    );
    const [{ stream }] = rows as [{ stream: string }];
    const own = await history('D2-1', stream);
    expect(codes(own).filter((code) => code === 'TaskSubmitted')).toHaveLength(4);
    expect(codes(own)).toContain('RoundSettled');
    expect((await ask(api, 'D2-3', 'GET', `/api/history/${stream}`)).json.detail).toBe(
      (await ask(api, 'D2-3', 'GET', `/api/history/${stream}x`)).json.detail.replace(
        `${stream}x`.slice(6),
        stream.slice(6),
      ),
    );
  });

  test('how often history asks the database does not depend on how long it is', async () => {
    const counted = async (limit: number) => {
      const path = `/api/history/cycle:plan-2027?limit=${limit}`;
      await ask(api, 'D3-1', 'GET', path);
      return (await countingQueries({ database }, () => ask(api, 'D3-1', 'GET', path))).queries;
    };
    expect(await counted(1)).toBe(await counted(300));
  });

  test('one screen: promised against measured, who took part, what is open, and small groups hidden', async () => {
    await course.to('feedback');
    const view = await seen(OverviewView, LEADER, '/api/me/overview');
    const { total, offerings } = (await ask(api, LEADER, 'GET', '/api/cycles/plan-2027/effect')).json;
    expect(view.figures).toMatchObject({
      closed: { measured: total.measured, promised: total.promisedOfMeasured, inAll: total.promised },
      seats: { present: total.present, absent: total.absent, seats: total.seats },
      cost: { total: total.cost, perPoint: total.costPerPoint },
      liked: { mean: total.reaction.mean, answers: total.reaction.answers },
    });
    expect(view.offerings).toHaveLength(offerings.length);
    const hidden = view.offerings.filter((o) => o.hidden);
    for (const one of hidden) expect(one).toMatchObject({ measured: null, hidden: { code: 'small-group' } });
    expect(hidden.map((o) => o.offering).sort()).toEqual(
      offerings
        .filter((o: { hidden: boolean; measured: number | null }) => o.hidden && o.measured === null)
        .map((o: { offering: string }) => o.offering)
        .sort(),
    );
    const measured = view.offerings.flatMap((o) => o.difference ?? []);
    expect(measured).toEqual([...measured].sort((a, b) => a - b));
    expect(view.silent).toMatchObject([
      {
        department: 'D5',
        head: 'D5-1',
        why: { facts: { people: 5 }, text: { 'zh-CN': expect.stringMatching(/填报/) } },
      },
    ]);
    expect(view.names['D5-1']).toBe('Name of D5-1');
    expect(view.headline!.text.en).toMatch(/one department is missing\.$/);
  }, 300_000);

  test('my support is mine', async () => {
    const { given } = await seen(SupportView, LEADER, '/api/me/support');
    const texts = given.map((g) => g.text.en);
    expect(texts).toContain('Gave all that was asked for');
    expect(texts).toContain('Gave a word on the plan');
    expect(texts.some((t) => /^Rated \d people$/.test(t))).toBe(true);
    expect(given.map((g) => g.at)).toEqual(given.map((g) => g.at).sort((a, b) => b - a));
    expect((await seen(SupportView, 'D3-4', '/api/me/support')).given).toEqual([]);
    expect((await seen(SupportView, 'D5-1', '/api/me/support')).missed).toBeGreaterThan(0);
  });

  test('who teaches what, and hours and ratings for whom they are', async () => {
    const leader = await seen(TrainersView, LEADER, '/api/trainers');
    expect(leader.trainers.map((t) => t.person)).toEqual(['D3-3', 'D4-3']);
    const [one] = leader.trainers;
    expect(one!.hours!.left).toBe(one!.hours!.limit - one!.hours!.planned);
    expect(one!.courses).toHaveLength(4);
    const other = await seen(TrainersView, 'D2-2', '/api/trainers');
    expect(other.trainers.map((t) => [t.hours, t.rating])).toEqual([
      [null, null],
      [null, null],
    ]);
    const own = await seen(TrainersView, 'D3-3', '/api/trainers');
    expect(own.trainers.map((t) => t.hours !== null)).toEqual([true, false]);
  });

  test('my courses, taken and taught, come in one read', async () => {
    const own = await seen(MyCoursesView, 'D2-2', '/api/me/courses');
    expect(own.teaching).toEqual([]);
    const { offerings } = (await ask(api, 'D2-2', 'GET', '/api/offerings')).json;
    expect(own.taking.map((c) => c.id).sort()).toEqual(offerings.map((o: { id: string }) => o.id).sort());
    expect(own.taking.every((c) => c.present === true && c.seat === 'accepted')).toBe(true);
    const taught = (await seen(MyCoursesView, 'D3-3', '/api/me/courses')).teaching;
    expect(taught.length).toBeGreaterThan(0);
    expect(taught.flatMap((c) => c.participants).length).toBeGreaterThan(0);
  });

  test('what is looked for is found in both scripts, and of courses one’s own', async () => {
    const find = (person: string, q: string) => seen(FindView, person, `/api/find?q=${encodeURIComponent(q)}`);
    expect((await find('D2-2', 'name of d3')).people).toHaveLength(5);
    expect((await find('D2-2', '建华')).people).toMatchObject([{ id: 'D4-4', name: '袁建华' }]);
    expect((await find('D2-2', '王')).people).toEqual([]);
    expect((await find('D2-2', 'training plan')).procedures).toMatchObject([{ id: 'cycle:plan-2027', kind: 'cycle' }]);
    const all = await find('OPS', 'C-');
    expect(all.courses.length).toBeGreaterThan(0);
    const { offerings } = (await ask(api, 'D2-2', 'GET', '/api/offerings')).json;
    const ids = new Set(offerings.map((o: { id: string }) => o.id));
    const own = await find('D2-2', 'C-');
    expect(own.courses.every((c) => ids.has(c.id))).toBe(true);
    expect((await find('D2-2', '%')).people).toEqual([]);
    expect(await find('OPS', 'D')).toMatchObject({ more: expect.arrayContaining(['people']) });
    expect((await find('OPS', 'D')).people).toHaveLength(8);
  });

  test('what was found leads to pages that whoever has looked for it may open, and to no others', async () => {
    const opened = new Map<string, string[]>();
    for (const person of ['OPS', LEADER, 'D2-1', 'D2-2', 'D3-3'])
      for (const q of ['name of d2', 'name of d3', 'C-', 'plan'])
        opened.set(`${person} ${q}`, await expectOpen(api, person, await seen(FindView, person, `/api/find?q=${q}`)));
    expect(opened.get('OPS name of d2')).toHaveLength(5);
    expect(opened.get('D2-1 name of d2')).toContain('/team/D2-2');
    expect(opened.get('D2-2 name of d2')).toEqual(['/team/D2-2']);
    expect(opened.get('D2-2 name of d3')).toContain('/trainers/D3-3');
    expect(opened.get('D2-2 plan')).toContain('/plan/plan-2027');
  });
});
