import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ORGANISATION } from '../../contracts/ids.ts';
import type { Plan, PlannedOffering } from '../../contracts/planning.ts';
import { StreamReader } from '../../db/read/stream-reader.ts';
import { apiOf, ask, type TestApi } from '../api/harness.ts';
import { cycleTerms } from '../domain/cycle/run.ts';
import type { TestEngine } from '../harness/engine.ts';
import { START } from '../harness/start.ts';
import { letters } from './letters.ts';
import { day, HABITS, type Habit, OPERATOR, Year } from './year.ts';

const DAY = 86_400_000;

/** Four seats and no more, three of which have to be taken. */
const COURSES = (cycleTerms() as { courses: { id: string }[] }).courses
  .filter((c) => c.id === 'C-WELD' || c.id === 'C-SAFE')
  .map((c) => ({ ...c, minSeats: 3, maxSeats: 4 }));

describe('courses that do not go as planned, and what the next cycle makes of it', () => {
  let engine: TestEngine;
  let api: TestApi;
  let year: Year;
  let weld: PlannedOffering;
  let safe: PlannedOffering;

  const courseOf = async (story: Parameters<Habit>[1], round: string) => {
    const { plan } = (await story.events('PlanCompiled')).at(-1)!.body as { plan: Plan };
    return plan.offerings.find((o) => round.includes(`.${o.id}.`))!.course;
  };

  /** To the safety course only D2-2 comes, to the welding course D2-2 does not; there D2-4 is missing and D3-2 learns little. */
  const habits: Record<string, Habit> = {
    'cycle-talks': async () => ({
      held: day(START),
      element1: 'coaching',
      means1: 'coaching',
      until1: day(START + 1000 * DAY),
      goal1: 'Leads the early shift.',
    }),
    'offering-seats': async ({ assignee, round }, story) => {
      const isWeld = (await courseOf(story, round)) === 'C-WELD';
      return isWeld === (assignee !== 'D2-2') ? { comes: true } : { comes: false, reason: 'I am on the night shift.' };
    },
    'offering-attendance': async () => ({ absent: ['D2-4'] }),
    'offering-transfer': async (task, story) => {
      const said = (await HABITS['offering-transfer']!(task, story)) as object;
      return task.aboutPerson === 'D3-2' ? { ...said, transfer: 2 } : said;
    },
  };

  beforeAll(async () => {
    engine = await Year.engine();
    api = await apiOf(engine);
    year = await Year.small(engine, 'held', { terms: { courses: COURSES, talks: 'with-gaps' }, habits });
    await year.to('execution');
    const { offerings } = (await year.plan()).plan;
    weld = offerings.find((o) => o.course === 'C-WELD')!;
    safe = offerings.find((o) => o.course === 'C-SAFE')!;
  });
  afterAll(async () => {
    await api.close();
    await engine.stop();
  });

  const offering = async (line: PlannedOffering) =>
    (await new StreamReader(engine.database.pool, engine.database.keys).offering(year.offering(line.id)))!;
  const eventsOf = async (line: PlannedOffering, type: string) =>
    (await year.events(type, year.offering(line.id))).map((e) => e.body);
  const lettersOf = async (line: PlannedOffering, template: string) =>
    (await letters(engine, year.stream, template)).filter((l) => l.stream === year.offering(line.id));

  test('whoever waits gets the seat of a participant who declines', async () => {
    expect(weld.seats).toBe(4);
    await year.until(async () => (await offering(weld)).stage === 'invitation', 'the invitations');
    await year.do('D4-5', 'joinWaitingList', { person: 'D4-5' }, year.offering(weld.id));
    expect((await lettersOf(weld, 'offering.waiting')).map((l) => l.person)).toEqual(['D4-5']);
    await year.until(async () => (await offering(weld)).seats['D4-5'] === 'accepted', 'the seat that came free');
    expect((await offering(weld)).seats).toMatchObject({ 'D2-2': 'declined', 'D2-4': 'accepted' });
    const [entry] = await lettersOf(weld, 'offering.seat');
    expect(entry).toMatchObject({ person: 'D4-5', calendar: { method: 'request' } });
    const [gone] = await lettersOf(weld, 'offering.removed');
    expect(gone).toMatchObject({ person: 'D2-2', calendar: { method: 'cancel' } });
  });

  test('operations hear of a course with too few seats taken, and cancel it', async () => {
    await year.until(async () => (await eventsOf(safe, 'SeatsShort')).length > 0, 'the count of seats');
    expect(await eventsOf(safe, 'SeatsShort')).toEqual([{ taken: 1, needed: 3 }]);
    const short = (await lettersOf(safe, 'offering.attention')).find((l) => l.about.what === 'seats-short')!;
    expect(short.person).toBe(OPERATOR);
    // Nothing is cancelled by itself.
    expect((await offering(safe)).phase).toBe('running');
    await year.do(OPERATOR, 'requestChange', {
      change: { kind: 'cancel', offering: safe.id },
      reason: 'Only one would come.',
    });
    await year.until(async () => (await offering(safe)).phase === 'cancelled', 'the end of it');
    expect((await lettersOf(safe, 'offering.cancelled')).map((l) => l.person)).toContain('D2-2');
  });

  test('whoever does not come is missed by name, and not asked how it was', async () => {
    await year.until(async () => (await offering(weld)).attendance !== null, 'the attendance');
    expect((await offering(weld)).attendance).toEqual({
      present: expect.arrayContaining(['D3-2', 'D3-4', 'D4-5']),
      absent: ['D2-4'],
    });
    const [letter] = await lettersOf(weld, 'offering.absent');
    expect(letter!.person).toBe('D2-1');
    expect(letter!.text).toContain('Name of D2-4');
    await year.until(async () => (await offering(weld)).stage === 'follow-up', 'the feedback');
    const { rows } = await engine.database.pool.query<{ assignee: string }>(
      `select assignee from task where round like $1 order by assignee`,
      [`%.${weld.id}.reaction%`],
    );
    expect(rows.map((r) => r.assignee)).toEqual(['D3-2', 'D3-4', 'D4-5']);
  });

  test('whoever leaves before the follow-up is not asked about, and little transfer is coached', async () => {
    await year.do('system', 'personLeft', { person: 'D3-4' }, ORGANISATION);
    await year.until(async () => (await eventsOf(weld, 'TransferReported')).length === 2, 'both follow-ups');
    const people = (await eventsOf(weld, 'TransferReported')).map((b) =>
      (b.people as { person: string }[]).map((p) => p.person).sort(),
    );
    expect(people).toEqual([
      ['D3-2', 'D4-5'],
      ['D3-2', 'D4-5'],
    ]);
    expect((await eventsOf(weld, 'CoachingAsked')).map((b) => [b.person, b.coach])).toEqual([
      ['D3-2', 'D3-1'],
      ['D3-2', 'D3-1'],
    ]);
    await year.until(async () => (await offering(weld)).result !== null, 'the last coaching');
    expect(await eventsOf(weld, 'CoachingDone')).toEqual([
      { person: 'D3-2', done: true },
      { person: 'D3-2', done: true },
    ]);
  });

  test('what so few people have said is hidden', async () => {
    await year.to('closed');
    const result = (await year.results()).find((r) => r.offering === weld.id)!.result;
    expect(result).toMatchObject({
      held: true,
      reaction: { answers: 3, mean: null },
      transfer: [{ supervisors: { mean: null } }, { supervisors: { mean: null } }],
      departments: [],
      coached: 1,
    });
    const { json } = await ask(api, 'OPS', 'GET', '/api/cycles/held/effect');
    expect(json.offerings.find((o: { offering: string }) => o.offering === weld.id)).toMatchObject({
      measured: null,
      hidden: true,
      reaction: { mean: null },
    });
    expect(json.offerings.find((o: { offering: string }) => o.offering === safe.id)).toMatchObject({
      fate: 'cancelled',
      held: false,
    });
    expect(json.total).toMatchObject({ measured: null, hidden: true });
  });

  test('the next cycle opens from the terms of the last, with its proposals, plans of people and unmet needs', async () => {
    const made = (await year.events('ProposalsMade')).flatMap(
      ({ body }) => body.proposals as { kind: string; people: string[] }[],
    );
    expect(made.map((p) => p.kind)).toContain('need-unmet');
    const { json } = await ask(api, 'OPS', 'GET', '/api/cycles/held/next-terms');
    const next = new Year(engine, 'cycle:next', { ...HABITS, ...habits } as never);
    await next.do(OPERATOR, 'open', json.terms);
    const [carried] = (await next.events('Carried')).map(
      (e) =>
        e.body as never as {
          from: string;
          proposals: object[];
          idps: { person: string; state: string }[];
          needs: { department: string; origin: string; element: string; people: string[] }[];
        },
    );
    expect(carried!.from).toBe(year.stream);
    expect(carried!.proposals).toHaveLength(made.length);
    expect(carried!.idps.map((i) => [i.person, i.state]).sort()).toEqual(
      ['D2-2', 'D2-4', 'D3-2'].map((p) => [p, 'signed']),
    );
    const safety = carried!.needs.filter((n) => n.element === 'safety');
    expect(safety.map((n) => [n.department, n.origin, n.people.join()]).sort()).toEqual([
      ['D2', 'carried', 'D2-2,D2-4'],
      ['D3', 'carried', 'D3-2'],
    ]);
    await next.to('needs');
    await next.until(async () => (await next.events('NeedsProposed')).length > 0, 'the needs of the next cycle');
    const { json: needs } = await ask(api, 'OPS', 'GET', '/api/cycles/next/needs?department=D3');
    expect(needs.needs.filter((n: { element: string }) => n.element === 'safety')).toHaveLength(1);
  });

  test('nothing of it went wrong unseen', () => {
    expect(engine.complaints).toEqual([]);
  });
});
