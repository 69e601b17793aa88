import { afterEach, describe, expect, test } from '@jest/globals';
import type { StreamId } from '../../../contracts/ids.ts';
import { attendedLines } from '../../../domain/cycle/execution/attending.ts';
import { seated } from '../../../domain/offering/seats.ts';
import type { OfferingState } from '../../../domain/offering/state.ts';
import { atExecution, offeringOf } from './planned.ts';
import { type CycleRun, type Habits, OPS, type Terms } from './run.ts';

const reason = 'As the department wishes.';
const JUNE = ['2027-06-09', '2027-06-10'];
const at = (day: string, time = '09:00') => Date.parse(`${day}T${time}:00+08:00`);
const DAY = 86_400_000;
const ROOMS = [
  { id: 'R-1', name: 'Hall', seats: 30, dayCost: 10_000 },
  { id: 'R-2', name: 'Workshop', seats: 12 },
  { id: 'R-3', name: 'Small room', seats: 3, dayCost: 90_000 },
  { id: 'R-4', name: 'Booth', seats: 2, dayCost: 90_000 },
];
const APPROVE = { decision: 'approve' };
const LATER: Habits = { changes: () => null };

let run: CycleRun;
const idOf = (course: string) => offeringOf(run, course).id;
const streamOf = (course: string): StreamId => `offering:plan-2027.${idOf(course)}`;
const held = (course: string) => run.memory.streams.get(streamOf(course))!.state as OfferingState;
const line = (course: string) => run.state.lines[idOf(course)]!;
const changeOf = (n = 1) => run.state.changes[`C-00${n}`]!;
const wants = (course: string, what: object) => ({ ...what, offering: idOf(course) });

async function start(habits: Habits = {}, terms: Terms = {}): Promise<void> {
  run = await atExecution(habits, { terms: { rooms: ROOMS, ...terms } });
}

function refusedChange(change: object, more: object = {}): string {
  return run.refused('requestChange', { change, reason, ...more });
}

/** Asks for a change and has it approved at once. */
async function carryOut(change: object): Promise<void> {
  await run.send('requestChange', { change, reason });
  const before = run.habits;
  run.habits = { ...before, changes: () => APPROVE };
  await run.answer();
  run.habits = before;
}

/** Lets time pass until so many days before the course. */
const daysBefore = (course: string, days: number) => run.memory.until(at(line(course).days[0]!) - days * DAY);

function join(course: string, person: string): void {
  expect(run.memory.send(streamOf(course), 'joinWaitingList', { person }, person)).toBeNull();
}

function giveUp(course: string, person: string): void {
  expect(run.memory.send(streamOf(course), 'giveUpSeat', { reason: 'A night shift.' }, person)).toBeNull();
}

/** Whom a letter tells that a seat was free and why it was not theirs. */
const passedOver = () =>
  run.memory.notices
    .filter((n) => n.template === 'offering.passedOver')
    .map(({ to, about }) => [to, about.why, about.day, about.other]);

/** The courses on safety and on planning are held on the same day in June. */
async function onOneDay(): Promise<void> {
  await start(LATER);
  await carryOut(wants('C-SAFE', { kind: 'move', days: JUNE, room: 'R-1' }));
  await carryOut(wants('C-PLAN', { kind: 'move', days: [JUNE[0]], room: 'R-2' }));
  await daysBefore('C-SAFE', 18);
}

afterEach(() => {
  // Whatever happened, plan and courses say the same, and nobody is in two places.
  for (const [id, { stream, result }] of Object.entries(run.state.offerings)) {
    const course = run.memory.streams.get(stream)!.state as OfferingState;
    if (run.state.lines[id]) expect(course.planned).toEqual(run.state.lines[id]);
    else expect([result?.held ?? false, course.phase]).toEqual([false, 'cancelled']);
  }
  const there = Object.values(run.state.offerings).flatMap(({ stream }) => {
    const course = run.memory.streams.get(stream)!.state as OfferingState;
    const people = [...seated(course), ...(course.planned!.trainer ? [course.planned!.trainer] : [])];
    return course.phase === 'cancelled' ? [] : people.flatMap((p) => course.planned!.days.map((d) => `${p} ${d}`));
  });
  expect(there.filter((t, i) => there.indexOf(t) < i)).toEqual([]);
  expect(run.memory.refusedOrders).toEqual([]);
});

describe('a change that the course cannot take is refused when it is asked for', () => {
  test.each([
    ['seats', { kind: 'seats', seats: 3 }, '4 people have a seat'],
    [
      'a room for three',
      { kind: 'move', days: ['2027-06-09'], room: 'R-3' },
      '4 people have a seat and only 3 would be left',
    ],
  ])('%s, when somebody has come in by the waiting list', async (_what, change, why) => {
    await start();
    await daysBefore('C-PLAN', 16);
    join('C-PLAN', 'D4-5');
    for (const emergency of [false, true]) {
      expect(refusedChange(wants('C-PLAN', change), { emergency })).toContain(why);
    }
  });

  test('the trainer, once it is known who was there', async () => {
    await start();
    const { days, participants, trainer } = line('C-SAFE');
    await run.memory.until(at(days[0]!, '18:00'));
    const body = { present: participants, absent: [] };
    expect(run.memory.send(streamOf('C-SAFE'), 'recordAttendance', body, trainer!)).toBeNull();
    const other = trainer === 'D5-3' ? 'D4-2' : 'D5-3';
    expect(refusedChange(wants('C-SAFE', { kind: 'trainer', trainer: other }))).toContain('has been held');
  });

  test('people who are in it already, or not at all', async () => {
    await start();
    expect(refusedChange(wants('C-PLAN', { kind: 'participants', add: ['D3-5'] }))).toContain('D3-5 is in');
    expect(refusedChange(wants('C-PLAN', { kind: 'participants', remove: ['D4-5'] }))).toContain('D4-5 is not in');
  });
});

/** The personnel system says that somebody has left. */
function leave(person: string): void {
  const people = new Map(run.memory.organisation.people);
  people.set(person, { ...people.get(person)!, employed: false });
  run.memory.organisation = { ...run.memory.organisation, people };
}

describe('whoever has left holds no seat', () => {
  test.each([
    ['another room', { kind: 'move', days: ['2027-06-09'], room: 'R-4' }, []],
    ['as many seats as people', { kind: 'seats', seats: 2 }, []],
    ['somebody else in their place', { kind: 'participants', add: ['D4-6'] }, ['D4-6']],
  ])('before anybody is invited: %s', async (_what, change, added) => {
    await start();
    leave('D3-5');
    await carryOut(wants('C-PLAN', change));
    expect(changeOf().state).toBe('applied');
    await daysBefore('C-PLAN', 16);
    expect(seated(held('C-PLAN')).sort()).toEqual(['D3-6', 'D3-7', ...added]);
    if (added.length) expect(line('C-PLAN').participants).toEqual(['D3-6', 'D3-7', ...added]);
  });

  test.each([
    ['another room', { kind: 'move', days: ['2027-06-09'], room: 'R-3' }],
    ['as many seats as people', { kind: 'seats', seats: 3 }],
  ])('when somebody who waited has come in: %s', async (_what, change) => {
    await start();
    leave('D3-5');
    await daysBefore('C-PLAN', 16);
    join('C-PLAN', 'D4-5');
    expect(seated(held('C-PLAN')).sort()).toEqual(['D3-6', 'D3-7', 'D4-5']);
    expect(refusedChange(wants('C-PLAN', { kind: 'participants', remove: ['D3-5'] }))).toContain('D3-5 is not in');
    await carryOut(wants('C-PLAN', change));
    expect(changeOf().state).toBe('applied');
  });

  test('another trainer, once the course has begun', async () => {
    await start();
    await daysBefore('C-PLAN', 0);
    leave('D3-5');
    const other = line('C-PLAN').trainer === 'D5-3' ? 'D5-2' : 'D5-3';
    await carryOut(wants('C-PLAN', { kind: 'trainer', trainer: other, quote: null }));
    expect(changeOf()).toMatchObject({ state: 'applied', effect: { people: expect.not.arrayContaining(['D3-5']) } });
  });

  test('in no line are they counted or paid for, but in one that is over they stay', async () => {
    await start();
    const paid = () => attendedLines(run.state, run.memory.context).find((o) => o.id === idOf('C-WELD'))!;
    const before = paid();
    const { seatCost } = run.state.courses['C-WELD']!;
    leave('D3-5');
    const gone = before.participants.filter((p) => p !== 'D3-5');
    expect(paid()).toMatchObject({ participants: gone, cost: before.cost - seatCost });
    await run.memory.until(at(before.days.at(-1)!, '18:00'));
    const body = { present: gone, absent: [] };
    expect(run.memory.send(streamOf('C-WELD'), 'recordAttendance', body, before.trainer!)).toBeNull();
    await run.memory.until(at(before.days.at(-1)!) + 200 * DAY);
    expect(held('C-WELD').phase).toBe('closed');
    expect(paid()).toEqual(before);
  });
});

describe('a change that has become impossible when it is approved fails, and nothing has changed', () => {
  async function fails(change: object, course: string, meanwhile: () => unknown, why: string): Promise<void> {
    await run.send('requestChange', { change: wants(course, change), reason }, 'D1-2');
    await meanwhile();
    const was = line(course);
    run.habits = { ...run.habits, changes: () => APPROVE };
    await run.answer();
    expect(changeOf()).toMatchObject({
      state: 'failed',
      failure: { en: expect.stringContaining(why), 'zh-CN': expect.stringMatching(/。$/) },
    });
    expect(line(course)).toEqual(was);
    const told = run.memory.notices.filter((n) => n.template === 'cycle.changeDecided');
    expect(told.map((n) => [n.to, n.about.outcome])).toEqual([
      ['D1-2', 'failed'],
      [changeOf().approver, 'failed'],
    ]);
    expect(run.alarms).toContain('change-failed');
  }

  test('seats that somebody has taken meanwhile', async () => {
    await start(LATER);
    await daysBefore('C-PLAN', 16);
    await fails({ kind: 'seats', seats: 3 }, 'C-PLAN', () => join('C-PLAN', 'D4-5'), '4 people have a seat');
  });

  test.each([
    ['cancel', { kind: 'cancel' }],
    ['move', { kind: 'move', days: ['2027-06-09'], room: 'R-2' }],
    ['participants', { kind: 'participants', add: ['D4-5'] }],
  ])('%s, when it has begun by then', async (_what, change) => {
    await start(LATER);
    const [day] = line('C-PLAN').days;
    await fails(change, 'C-PLAN', () => run.memory.until(at(day!, '10:00')), 'has begun');
    expect(held('C-PLAN').phase).toBe('running');
  });

  test('somebody who is elsewhere by then', async () => {
    await onOneDay();
    await run.send('requestChange', { change: wants('C-PLAN', { kind: 'participants', add: ['D5-5'] }), reason });
    join('C-SAFE', 'D5-5');
    run.habits = { ...run.habits, changes: () => APPROVE };
    await run.answer();
    expect(changeOf(3)).toMatchObject({
      state: 'failed',
      failure: { en: expect.stringContaining('D5-5 is taken by') },
    });
    expect(held('C-SAFE').seats['D5-5']).toBe('asked');
  });

  test('a trainer who is on leave by then', async () => {
    await start(LATER);
    await daysBefore('C-PLAN', 16);
    const change = { kind: 'trainer', trainer: 'D5-3' };
    await fails(change, 'C-PLAN', () => run.away('D5-3', line('C-PLAN').days[0]!, line('C-PLAN').days[0]!), 'D5-3');
  });
});

describe('seats that were given up', () => {
  const six = () => start({}, { rooms: [{ id: 'R-3', name: 'Six seats', seats: 6, dayCost: 0 }], commitments: [] });

  test('are free for a change request, and whoever it lets in is asked', async () => {
    await six();
    await daysBefore('C-WELD', 16);
    giveUp('C-WELD', 'D2-5');
    await carryOut(wants('C-WELD', { kind: 'participants', add: ['D4-5'] }));
    expect(held('C-WELD').seats['D4-5']).toBe('asked');
    expect(line('C-WELD').participants).not.toContain('D2-5');
    expect(refusedChange(wants('C-WELD', { kind: 'participants', add: ['D4-6'] }))).toContain('6 seats at most');
  });

  test('go back to whoever gave them up when a change that is carried out says so, off the waiting list if need be', async () => {
    await six();
    await daysBefore('C-WELD', 16);
    for (const person of ['D2-5', 'D2-6']) giveUp('C-WELD', person);
    await carryOut(wants('C-WELD', { kind: 'participants', add: ['D2-5'] }));
    expect(held('C-WELD').seats['D2-5']).toBe('asked');
    join('C-WELD', 'D5-5');
    join('C-WELD', 'D2-6');
    expect(held('C-WELD').waiting).toEqual(['D2-6']);
    await carryOut(wants('C-WELD', { kind: 'participants', add: ['D2-6'], remove: ['D5-5'] }));
    expect(held('C-WELD').waiting).toEqual([]);
    expect(held('C-WELD').seats).toMatchObject({ 'D2-6': 'asked', 'D5-5': 'given-up' });
    expect(run.told('offering.removed')).toEqual(['D2-5', 'D2-6', 'D5-5']);
  });

  test('are not taken from those who came in meanwhile when an emergency is undone', async () => {
    await start(LATER);
    await daysBefore('C-PLAN', 16);
    const change = wants('C-PLAN', { kind: 'participants', add: ['D4-5'] });
    await run.send('requestChange', { change, emergency: true, reason });
    join('C-PLAN', 'D5-5');
    run.habits = { ...run.habits, changes: () => ({ decision: 'reject', comment: 'No.' }) };
    await run.answer();
    expect(changeOf().state).toBe('undone');
    expect(seated(held('C-PLAN')).sort()).toEqual(['D3-5', 'D3-6', 'D3-7', 'D5-5']);
    expect(line('C-PLAN').participants).toEqual(['D3-5', 'D3-6', 'D3-7', 'D5-5']);
  });

  test('are offered again to whoever was passed over, once nothing keeps them', async () => {
    await onOneDay();
    join('C-SAFE', 'D3-5');
    expect(passedOver()).toEqual([['D3-5', 'course', JUNE[0], idOf('C-PLAN')]]);
    giveUp('C-PLAN', 'D3-5');
    await run.look();
    expect(held('C-SAFE').seats['D3-5']).toBe('asked');
  });
});

describe('nobody is put into two places, or called from their leave', () => {
  test('by the waiting list: who cannot come is passed over, is told once, and the next is asked', async () => {
    await onOneDay();
    run.away('D5-6', JUNE[1]!, '2027-06-12');
    for (const person of ['D3-5', 'D5-2', 'D5-6', 'D5-5']) join('C-SAFE', person);
    await run.look();
    expect(held('C-SAFE').waiting).toEqual(['D3-5', 'D5-2', 'D5-6']);
    expect(held('C-SAFE').seats['D5-5']).toBe('asked');
    expect(passedOver()).toEqual([
      ['D3-5', 'course', JUNE[0], idOf('C-PLAN')],
      ['D5-2', 'teaching', JUNE[0], idOf('C-PLAN')],
      ['D5-6', 'away', JUNE[1], null],
    ]);
  });

  test('by two waiting lists: there is one seat for whoever waits for both', async () => {
    await onOneDay();
    for (const course of ['C-SAFE', 'C-PLAN']) {
      await carryOut(wants(course, { kind: 'seats', seats: line(course).participants.length }));
      join(course, 'D5-5');
    }
    giveUp('C-SAFE', 'D2-5');
    giveUp('C-PLAN', 'D3-5');
    expect(held('C-SAFE').seats['D5-5']).toBe('asked');
    expect(held('C-PLAN').seats['D5-5']).toBeUndefined();
    expect(passedOver()).toEqual([['D5-5', 'course', JUNE[0], idOf('C-SAFE')]]);
  });

  test('by coming back: who has a seat elsewhere by then waits', async () => {
    await onOneDay();
    const round = `round:offering.plan-2027.${idOf('C-PLAN')}.seats` as const;
    const say = (comes: boolean) =>
      expect(run.memory.send(round, 'submit', { task: 'D3-5', answer: { comes } }, 'D3-5')).toBeNull();
    say(false);
    join('C-SAFE', 'D3-5');
    expect(held('C-SAFE').seats['D3-5']).toBe('asked');
    run.memory.send(round, 'reopen', { task: 'D3-5', reason: 'Asks to.' }, OPS);
    say(true);
    expect(held('C-PLAN').waiting).toEqual(['D3-5']);
    expect(passedOver()).toEqual([['D3-5', 'course', JUNE[0], idOf('C-SAFE')]]);
    giveUp('C-SAFE', 'D3-5');
    await run.look();
    expect(held('C-PLAN').seats['D3-5']).toBe('accepted');
  });

  test('by a change of people, who may have come in elsewhere by the waiting list, or are on leave', async () => {
    await onOneDay();
    join('C-SAFE', 'D5-5');
    run.away('D5-6', JUNE[0]!, JUNE[0]!);
    const add = (person: string) => refusedChange(wants('C-PLAN', { kind: 'participants', add: [person] }));
    expect(add('D5-5')).toContain('D5-5 is taken by');
    expect(add('D5-6')).toContain(`D5-6 is away on ${JUNE[0]}`);
    expect(add('D5-2')).toContain('cannot teach and take part');
    giveUp('C-SAFE', 'D5-5');
    await carryOut(wants('C-PLAN', { kind: 'participants', add: ['D5-5'] }));
    expect(held('C-PLAN').seats['D5-5']).toBe('asked');
  });

  test('by another trainer, or by other days', async () => {
    await start(LATER);
    await carryOut(wants('C-SAFE', { kind: 'move', days: JUNE, room: 'R-1' }));
    await daysBefore('C-PLAN', 16);
    join('C-PLAN', 'D5-5');
    await daysBefore('C-SAFE', 18);
    join('C-SAFE', 'D4-2');
    expect(held('C-SAFE').seats['D4-2']).toBe('asked');
    const weld = wants('C-WELD', { kind: 'move', days: [JUNE[0]], room: 'R-2' });
    expect(refusedChange(weld)).toMatch(/has begun|D4-2 is taken by/);
  });

  test('by other days: somebody of the waiting list is in another course then', async () => {
    await onOneDay();
    join('C-SAFE', 'D5-5');
    const days = ['2027-06-16', '2027-06-17'];
    await carryOut(wants('C-SAFE', { kind: 'move', days, room: 'R-1' }));
    join('C-PLAN', 'D5-5');
    expect(held('C-PLAN').seats['D5-5']).toBe('asked');
    const back = wants('C-SAFE', { kind: 'move', days: JUNE, room: 'R-1' });
    expect(refusedChange(back)).toContain('D5-5 is taken by');
    run.away('D5-5', '2027-06-23', '2027-06-23');
    const onLeave = wants('C-SAFE', { kind: 'move', days: ['2027-06-23', '2027-06-24'], room: 'R-1' });
    expect(refusedChange(onLeave)).toContain('D5-5 is away on 2027-06-23');
  });

  test('nobody waits for a course that they teach', async () => {
    await start();
    const { trainer } = line('C-PLAN');
    const refused = run.memory.send(streamOf('C-PLAN'), 'joinWaitingList', { person: trainer! }, trainer!);
    expect(refused?.detail).toContain('teaches this course');
  });
});
