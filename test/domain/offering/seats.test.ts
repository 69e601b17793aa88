import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { holds, seated } from '../../../domain/offering/seats.ts';
import { Course, entriesOf, ID, lastEntry, local, OPS, PEOPLE } from './scenario.ts';

let c: Course;
afterEach(() => expect(c.memory.refusedOrders).toEqual([]));

const attention = () => c.memory.notices.filter((n) => n.template === 'offering.attention').map((n) => n.about);

describe('seats and the waiting list', () => {
  test('seats that are declined go to those who wait, in the order of joining', async () => {
    c = new Course({ seats: ({ assignee }) => ({ comes: !PEOPLE.includes(assignee) }) }).open();
    for (const person of ['D4-5', 'D4-3', 'D5-6']) c.send('joinWaitingList', { person });
    expect(c.refused('joinWaitingList', { person: 'D4-5' })).toBe('already-so');
    expect(c.refused('joinWaitingList', { person: PEOPLE[0] })).toBe('already-so');
    expect(c.refused('joinWaitingList', { person: 'nobody' })).toBe('unknown-person');
    await c.until('2027-03-18');
    expect(c.told('offering.seat')).toEqual(['D4-5', 'D4-3', 'D5-6']);
    expect(seated(c.state)).toEqual(['D4-5', 'D4-3', 'D5-6']);
    expect(PEOPLE.map((p) => c.state.seats[p])).toEqual(PEOPLE.map(() => 'declined'));
    expect(c.told('offering.removed').sort()).toEqual(PEOPLE);
    // Three are fewer than four: operations hear of it five business days before, and nothing happens by itself.
    await c.until('2027-04-01', '08:00');
    expect(attention()).toEqual([]);
    await c.until('2027-04-01', '18:00');
    expect(attention()).toEqual([expect.objectContaining({ what: 'seats-short', taken: 3, needed: 4 })]);
    await c.to('teaching');
    expect(c.state.phase).toBe('running');
  });

  test('a seat given up goes to the first who waits, who may come late and is asked still', async () => {
    c = new Course().open();
    await c.until('2027-04-06');
    c.send('joinWaitingList', { person: 'D5-5' }, 'D5-5');
    expect(c.state.waiting).toEqual(['D5-5']);
    c.send('giveUpSeat', { reason: 'A night shift.' }, 'D2-3');
    expect(c.state.waiting).toEqual([]);
    expect(c.state.seats['D2-3']).toBe('given-up');
    expect(c.state.seats['D5-5']).toBe('asked');
    expect(c.refused('giveUpSeat', { reason: 'Again.' }, 'D2-3')).toBe('not-found');
    await c.to('teaching');
    expect(c.state.seats['D5-5']).toBe('accepted');
    expect(c.refused('giveUpSeat', { reason: 'Too late.' }, 'D5-5')).toBe('too-late');
  });

  test('who never answers keeps the seat and is reminded', async () => {
    c = new Course({ seats: () => null }).open();
    await c.to('teaching');
    expect(Object.values(c.state.seats)).toEqual(PEOPLE.map(() => 'silent'));
    expect(c.told('round.reminder').length).toBeGreaterThanOrEqual(PEOPLE.length);
    expect(c.state.counted).toBe(true);
    expect(c.state.short).toBeNull();
  });

  test('who is invited gets one message: the letter about the course, which asks for the answer', async () => {
    c = new Course({ seats: () => null }).open();
    await c.to('invitation');
    const told = c.memory.notices.filter((n) => PEOPLE.includes(n.to));
    expect(told.map((n) => `${n.template} ${n.to}`).sort()).toEqual(PEOPLE.map((p) => `offering.invitation ${p}`));
  });

  test('a smaller room than the plan has seats is filled and no more; the others wait', async () => {
    c = new Course().open({}, { roomSeats: 4 });
    await c.to('invitation');
    expect(seated(c.state)).toEqual(PEOPLE.slice(0, 4));
    expect(c.state.waiting).toEqual(PEOPLE.slice(4));
    c.change('seats', { seats: 5 }, { roomSeats: 5 });
    expect(seated(c.state)).toHaveLength(5);
    expect(
      c.memory.send(
        ID,
        'change',
        {
          planned: { ...c.state.planned, seats: 2 },
          kind: 'seats',
          place: '',
          provider: null,
          roomSeats: 8,
          reason: 'Fewer.',
        },
        'system',
      )?.code,
    ).toBe('plan-limits');
  });

  test('who leaves the company leaves the seat and the waiting list', async () => {
    c = new Course({ seats: () => null }).open();
    await c.to('invitation');
    for (const person of ['D5-5', 'D5-6']) c.send('joinWaitingList', { person });
    c.hire('D5-5', { employed: false });
    c.hire('D2-2', { employed: false });
    await c.until('2027-03-31');
    expect(c.state.seats['D2-2']).toBe('given-up');
    expect(seated(c.state)).toContain('D5-6');
    expect(c.state.waiting).toEqual([]);
  });
});

const WHAT = ['accept', 'decline', 'giveUp', 'again', 'join', 'leave', 'wait', 'seats', 'move', 'cycleLooks'] as const;
type Step = readonly [what: (typeof WHAT)[number], who: number];

const steps = fc.array(fc.tuple(fc.constantFrom<Step[0]>(...WHAT), fc.nat(14)), { maxLength: 40, size: 'max' });

/** Operations open somebody's answer once more where that is needed, and they say the opposite of what stands. */
function changesMind(course: Course, person: string): void {
  const round = course.round('seats');
  const task = [...round.tasks.values()].findLast((t) => t.assignee === person);
  if (!task) return;
  course.memory.send(round.stream, 'reopen', { task: task.id, reason: 'Asks to.' }, OPS);
  const answer = { comes: !holds(course.state, person) };
  course.memory.send(round.stream, 'submit', { task: task.id, answer }, person);
}

function moved({ state: { planned, place, provider, roomSeats } }: Course, days: string[]) {
  return { planned: { ...planned, days }, kind: 'move', place, provider, roomSeats, reason: 'The works are shut.' };
}

/** The numbers of letters grow, and by the last one the course is in the calendar of everybody who has a seat, and of nobody else. */
function expectTrueCalendar(course: Course, person: string): void {
  const numbers = entriesOf(course, person).map((n) => n.about.sequence as number);
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  expect(lastEntry(course, person)?.isIn ?? false).toBe(holds(course.state, person));
}

test('seats are never exceeded, everybody asked stands in one place, and who waits longest comes first', async () => {
  const everybody = [2, 3, 4].flatMap((d) => [2, 3, 4, 5, 6].map((n) => `D${d}-${n}`));
  await fc.assert(
    fc.asyncProperty(steps, fc.integer({ min: 1, max: 6 }), async (script, room) => {
      c = new Course({ seats: () => null, support: () => null }).open({}, { roomSeats: room });
      await c.memory.until(local('2027-03-18'));
      for (const [what, n] of script) {
        const person = everybody[n]!;
        const before = c.state.waiting;
        const task = [...c.round('seats').tasks.values()].findLast((t) => t.assignee === person && t.state === 'open');
        if ((what === 'accept' || what === 'decline') && task) {
          c.memory.send(
            c.round('seats').stream,
            'submit',
            { task: task.id, answer: { comes: what === 'accept' } },
            person,
          );
        } else if (what === 'giveUp') c.memory.send(ID, 'giveUpSeat', { reason: 'Busy.' }, person);
        else if (what === 'again') changesMind(c, person);
        else if (what === 'leave') c.memory.send(ID, 'leaveWaitingList', { person }, OPS);
        else if (what === 'cycleLooks') c.memory.poke('cycle:plan-2027');
        else if (what === 'move') {
          const day = 20 + n;
          c.memory.send(
            ID,
            'change',
            moved(c, [`2027-05-${day}`, `2027-05-${day + 1}`, `2027-05-${day + 2}`]),
            'system',
          );
        } else if (what === 'join') c.memory.send(ID, 'joinWaitingList', { person }, OPS);
        else if (what === 'wait') await c.memory.until(Math.min(c.memory.now + 20 * 3_600_000, local('2027-04-07')));
        else if (what === 'seats') {
          const { planned, place, provider } = c.state;
          const change = {
            planned: { ...planned, seats: 1 + n },
            kind: 'seats',
            place,
            provider,
            roomSeats: room,
            reason: 'More.',
          };
          c.memory.send(ID, 'change', change, 'system');
        }
        const taken = seated(c.state).length;
        expect(taken).toBeLessThanOrEqual(Math.min(room, c.state.planned!.seats));
        expect(c.state.waiting.length === 0 || taken === Math.min(room, c.state.planned!.seats)).toBe(true);
        // Those who were waiting and are not any more were the first of the list.
        const offered = before.filter((p) => !c.state.waiting.includes(p));
        if (what !== 'leave') expect(offered).toEqual(before.slice(0, offered.length));
        for (const waiter of c.state.waiting) expect(holds(c.state, waiter)).toBe(false);
        for (const p of everybody) expectTrueCalendar(c, p);
      }
      await c.memory.until(local(c.state.planned!.days[0]!));
      expect(c.state.stage).toBe('teaching');
      expect(Object.keys(c.state.seats)).toEqual(expect.arrayContaining(Object.keys(c.state.offers)));
      for (const seat of Object.values(c.state.seats))
        expect(['accepted', 'declined', 'silent', 'given-up', 'waits']).toContain(seat);
      expect(c.memory.refusedOrders).toEqual([]);
    }),
    { numRuns: 25 },
  );
});
