import { afterEach, describe, expect, test } from '@jest/globals';
import { offeringView } from '../../../domain/offering/view.ts';
import { withOperations } from '../selection/company.ts';
import { Course, DAYS, ID, local, OPS, PEOPLE, TRAINER, terms } from './scenario.ts';

let c: Course;
afterEach(() => expect(c.memory.refusedOrders).toEqual([]));

describe('from the plan to the last follow-up', () => {
  test('a course goes its way, and its result holds all four levels', async () => {
    c = new Course().open({}, { course: { ...terms().course, test: true } });
    expect(c.state.stage).toBe('planned');
    expect(c.told('offering.invitation')).toEqual([]);
    await c.to('invitation');
    expect(c.memory.now).toBe(local('2027-03-18'));
    expect(c.told('offering.invitation').sort()).toEqual(PEOPLE);
    expect(c.told('offering.trainer')).toEqual([TRAINER]);
    await c.to('teaching');
    expect(Object.values(c.state.seats)).toEqual(PEOPLE.map(() => 'accepted'));
    expect(c.told('offering.briefing')).toEqual([TRAINER]);
    expect(c.told('offering.support').sort()).toEqual(PEOPLE);
    expect(c.memory.now).toBe(local(DAYS[0]!));
    await c.to('feedback');
    expect(c.memory.now).toBe(local(DAYS[2]!, '17:00'));
    await c.to('follow-up');
    c.send('recordFigure', { name: 'Leaks a month', unit: '', before: 12, after: 5 });
    c.send('recordCost', { line: 'main', amount: 99_000, note: 'Bill 4711.' });
    await c.to('closed');
    expect(c.state.phase).toBe('closed');
    expect(c.state.result).toMatchObject({
      held: true,
      seats: 6,
      invited: 6,
      absent: [],
      reaction: { answers: 6, mean: 4 },
      trainer: { answers: 6, mean: 5 },
      learning: { answers: 6, mean: 75, passed: 6 },
      transfer: [
        { supervisors: { answers: 6, mean: 4 }, participants: { answers: 6, mean: 5 } },
        { supervisors: { answers: 6, mean: 4 }, participants: { answers: 6, mean: 5 } },
      ],
      // (4.50 - 3) x 4.25 of six people; one level of each was closed.
      gapBefore: 38.25,
      gapClosed: 25.5,
      departments: [
        { department: 'D2', people: 3, gapClosed: 12.75 },
        { department: 'D3', people: 3, gapClosed: 12.75 },
      ],
      coached: 0,
      cost: 99_000,
    });
    expect(c.state.result!.open).toHaveLength(6);
    expect(c.state.result!.open[0]).toEqual({ person: 'D2-2', element: '2.A.1.a', gap: 0.5 });
    expect(c.memory.status(ID)).toMatchObject({ closed: true, wake: null, rounds: [] });
    expect(c.memory.status(ID).news).toBeGreaterThan(0);
  });

  test('nobody but its cycle opens, changes or cancels it', () => {
    c = new Course();
    expect(c.refused('open', terms())).toBe('not-approved');
    c.open();
    expect(c.refused('cancel', { reason: 'No time.' })).toBe('not-approved');
    expect(c.refused('open', terms(), 'system')).toBe('already-so');
  });

  test('one that is opened late invites at once', () => {
    c = new Course({}, local('2027-04-01'));
    c.open();
    expect(c.state.stage).toBe('invitation');
    expect(c.told('offering.invitation')).toHaveLength(6);
  });
});

describe('attendance', () => {
  test('is put down by the trainer or whoever runs the cycle, and by nobody else', async () => {
    c = new Course({ attendance: () => null }).open();
    await c.until('2027-03-20');
    const all = { present: PEOPLE, absent: [] };
    expect(c.refused('recordAttendance', all, TRAINER)).toBe('too-early');
    await c.until(DAYS[2]!, '18:00');
    for (const other of [PEOPLE[0]!, 'D5-7', 'D4-2'])
      expect(c.refused('recordAttendance', all, other)).toBe('not-yours');
    expect(c.refused('recordAttendance', { present: PEOPLE.slice(1), absent: [] }, TRAINER)).toBe('answer-invalid');
    c.send('recordAttendance', { present: PEOPLE.slice(1), absent: PEOPLE.slice(0, 1) }, TRAINER);
    expect(c.state.stage).toBe('feedback');
    expect(c.round('attendance').phase).toBe('settled');
  });

  test('whom the terms name beside the owner puts it down as well', async () => {
    c = new Course({ attendance: () => null }).open({}, { operations: ['D4-2'] });
    c.memory.organisation = withOperations(c.memory.organisation, 'D1-2', 'D4-2');
    await c.until(DAYS[2]!, '18:00');
    c.send('recordAttendance', { present: PEOPLE, absent: [] }, 'D4-2');
    expect(c.state.stage).toBe('feedback');
  });

  test('a no-show is told to the supervisor once, and is asked nothing more', async () => {
    c = new Course({ attendance: () => ({ absent: ['D3-5'] }) }).open();
    await c.to('feedback');
    expect(c.told('offering.absent')).toEqual(['D3-2']);
    c.send('recordAttendance', { present: ['D2-2', 'D2-3', 'D2-4', 'D3-6'], absent: ['D3-5', 'D3-7'] });
    expect(c.told('offering.absent')).toEqual(['D3-2', 'D3-2']);
    await c.to('closed');
    expect(c.state.result).toMatchObject({ present: ['D2-2', 'D2-3', 'D2-4', 'D3-6'], absent: ['D3-5', 'D3-7'] });
    for (const round of [...c.rounds('transfer')]) {
      for (const { about } of round.tasks.values()) expect(['D3-5', 'D3-7']).not.toContain(about);
    }
  });

  test('asks for those who hold seats: whoever gave theirs up or left is neither missed nor told of', async () => {
    c = new Course({ attendance: () => null }).open();
    await c.until('2027-04-06');
    c.send('giveUpSeat', { reason: 'A night shift.' }, 'D2-3');
    await c.to('teaching');
    c.hire('D3-5', { employed: false });
    await c.until(DAYS[2]!, '18:00');
    const there = ['D2-2', 'D2-4', 'D3-6'];
    c.send('recordAttendance', { present: there, absent: ['D2-3', 'D3-5', 'D3-7'] }, TRAINER);
    expect(c.state.attendance).toEqual({ present: there, absent: ['D3-7'] });
    expect(c.told('offering.absent')).toEqual(['D3-2']);
    const seen = offeringView(c.state, { person: OPS, all: true, team: [] }, () => undefined);
    expect(seen.participants.filter((p) => p.present === false).map((p) => p.person)).toEqual(['D3-7']);
  });

  test('by the task: whoever has left before the end is not counted, whoever left after it was there', async () => {
    c = new Course({ attendance: () => null }).open();
    await c.to('teaching');
    c.hire('D3-5', { employed: false });
    await c.until(DAYS[2]!, '18:00');
    c.hire('D3-6', { employed: false });
    c.habits.attendance = () => ({ absent: ['D3-7'] });
    await c.to('feedback');
    expect(c.state.attendance).toEqual({ present: ['D2-2', 'D2-3', 'D2-4', 'D3-6'], absent: ['D3-7'] });
  });

  test('an outside provider is spoken for by whoever runs the cycle, and so is a trainer who declines', async () => {
    c = new Course({ attendance: ({ assignee }) => (assignee === TRAINER ? 'decline' : { absent: [] }) });
    c.open({ trainer: null, quote: 'Q1' }, { provider: 'Valve School' });
    await c.to('feedback');
    expect([...c.round('attendance').tasks.values()].map((t) => t.assignee)).toEqual([OPS]);
    const other = new Course({ attendance: ({ assignee }) => (assignee === TRAINER ? 'decline' : { absent: [] }) });
    await other.open().to('feedback');
    expect(other.rounds('attendance')).toHaveLength(2);
  });
});

describe('tests', () => {
  const scores = (score: number, people = PEOPLE) => ({ scores: people.map((person) => ({ person, score })) });

  test('that are recorded in a list end the round that asks for them', async () => {
    c = new Course({ test: () => null, reaction: () => null }).open({}, { course: { ...terms().course, test: true } });
    await c.to('teaching');
    expect(c.refused('recordTests', scores(70), TRAINER)).toBe('too-early');
    await c.to('feedback');
    expect(c.refused('recordTests', scores(70), PEOPLE[0]!)).toBe('not-yours');
    expect(c.refused('recordTests', scores(70, ['D5-7']), TRAINER)).toBe('not-found');
    c.send('recordTests', scores(55), TRAINER);
    expect(c.round('test').phase).toBe('settled');
    c.send('recordTests', scores(80, PEOPLE.slice(0, 3)));
    await c.to('closed');
    expect(c.state.result!.learning).toEqual({ answers: 6, mean: 67.5, passed: 3 });
  });
});

describe('privacy', () => {
  test('of fewer answers than the threshold no mean is kept or shown', async () => {
    const few = ['D2-2', 'D2-3'];
    c = new Course({
      reaction: ({ assignee }) =>
        few.includes(assignee) ? { relevance: 1, trainer: 1, organisation: 1, overall: 1, recommends: false } : null,
      transfer: ({ assignee, form }) => (form === 'participant' && few.includes(assignee) ? { transfer: 4 } : null),
    }).open();
    await c.to('closed');
    expect(c.state.reaction).toEqual({ answers: 2, means: {} });
    expect(c.state.result).toMatchObject({
      reaction: { answers: 2, mean: null },
      transfer: [
        { supervisors: { answers: 0, mean: null }, participants: { answers: 2, mean: null } },
        { participants: { answers: 2, mean: null } },
      ],
      gapBefore: null,
      gapClosed: null,
      departments: [],
    });
  });

  test('what people write stays in the round', async () => {
    c = new Course({
      reaction: () => ({
        ...{ relevance: 4, trainer: 5, organisation: 3, overall: 4, recommends: true },
        remarks: 'secret words',
      }),
    });
    await c.open().to('closed');
    expect(JSON.stringify(c.memory.streams.get(ID)!.events)).not.toContain('secret words');
    expect(JSON.stringify(c.memory.streams.get(ID)!.events)).not.toContain('line 3');
  });
});
