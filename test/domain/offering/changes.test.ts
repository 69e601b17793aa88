import { afterEach, describe, expect, test } from '@jest/globals';
import { seated } from '../../../domain/offering/seats.ts';
import { Memory } from '../../../domain/turn/memory.ts';
import { company } from '../selection/company.ts';
import { Course, DAYS, ID, lastEntry, local, PEOPLE, START, TRAINER } from './scenario.ts';

let c: Course;
afterEach(() => expect(c.memory.refusedOrders).toEqual([]));

describe('changes that the cycle orders', () => {
  test('moved twice: the calendar entry is the same one, with a higher number each time', async () => {
    c = new Course().open();
    await c.to('invitation');
    const { sequence } = c.state;
    c.change('move', { days: ['2027-05-11', '2027-05-12', '2027-05-13'] });
    expect(c.state.sequence).toBe(sequence + 1);
    c.change('move', { days: ['2027-05-18', '2027-05-19', '2027-05-20'] });
    expect(c.state.sequence).toBe(sequence + 2);
    expect(c.told('offering.moved')).toEqual(expect.arrayContaining([...PEOPLE, TRAINER, 'D2-1', 'D3-2']));
    for (const task of c.round('seats').tasks.values()) expect(task.due).toBe(local('2027-05-11', '18:00'));
    await c.to('teaching');
    expect(c.memory.now).toBe(local('2027-05-18'));
    await c.to('closed');
    expect(c.state.result).toMatchObject({ held: true, invited: 6 });
  });

  test.each([
    ['a week before the course, in the morning', '2027-04-01', '2027-04-02T08:00+08:00'],
    ['on the evening but one before the course, at once', '2027-04-06', '2027-04-06T22:00+08:00'],
  ])('what is cancelled or moved at night is told %s', async (_when, day, told) => {
    for (const template of ['offering.cancelled', 'offering.moved']) {
      c = await new Course().open().until(day, '22:00');
      if (template === 'offering.moved') c.change('move', { days: ['2027-06-01', '2027-06-02', '2027-06-03'] });
      else c.send('cancel', { reason: 'The hall has burnt down.' }, 'system');
      const hours = c.memory.notices.filter((n) => n.template === template).map((n) => n.notBefore);
      expect(hours.length).toBeGreaterThan(PEOPLE.length);
      expect(new Set(hours)).toEqual(new Set([Date.parse(told)]));
    }
  });

  test('moved to earlier days: what is open is due by those, and nobody is told a date after the course', async () => {
    c = new Course({ seats: () => null, support: () => null }).open({
      days: ['2027-05-18', '2027-05-19', '2027-05-20'],
    });
    await c.to('invitation');
    c.change('move', { days: ['2027-05-06', '2027-05-07', '2027-05-10'] });
    for (const purpose of ['seats', 'support'] as const) {
      for (const { due } of c.round(purpose).tasks.values()) expect(due).toBeLessThan(local('2027-05-06'));
    }
    await c.to('teaching');
    expect(c.memory.now).toBe(local('2027-05-06'));
  });

  test('moved on its first morning it invites again, and everybody keeps the seat', async () => {
    c = new Course().open();
    await c.to('teaching');
    c.change('move', { days: ['2027-05-11', '2027-05-12', '2027-05-13'] });
    expect(c.state.stage).toBe('invitation');
    c.send('giveUpSeat', { reason: 'That week I am away.' }, 'D2-2');
    await c.to('teaching');
    expect(c.memory.now).toBe(local('2027-05-11'));
    expect(seated(c.state)).toEqual(PEOPLE.filter((p) => p !== 'D2-2'));
    await c.to('closed');
    expect(c.state.result).toMatchObject({ present: PEOPLE.filter((p) => p !== 'D2-2') });
  });

  test('moved before anybody was invited, nobody hears of it', async () => {
    c = new Course().open();
    c.change('move', { days: ['2027-05-11', '2027-05-12', '2027-05-13'] });
    expect(c.memory.notices).toEqual([]);
    await c.to('invitation');
    expect(c.memory.now).toBe(local('2027-04-20'));
  });

  test('another trainer: the former one is let go, the new one is asked who was there', async () => {
    c = new Course().open();
    await c.to('invitation');
    c.change('trainer', { trainer: 'D4-2' });
    expect(c.told('offering.released')).toEqual([TRAINER]);
    expect(c.told('offering.trainer')).toEqual([TRAINER, 'D4-2']);
    expect(c.told('offering.trainerChanged')).toEqual(PEOPLE);
    await c.to('feedback');
    expect([...c.round('attendance').tasks.keys()]).toEqual(['D4-2']);
    expect(c.told('offering.briefing')).toEqual(['D4-2']);
  });

  test('cancelled the day before: all hear of it, nothing is asked any more, and nothing was held', async () => {
    c = new Course({ support: () => null, seats: () => null }).open();
    c.send('joinWaitingList', { person: 'D5-5' });
    await c.until('2027-04-07', '11:00');
    c.send('cancel', { reason: 'The trainer is ill.' }, 'system');
    expect(c.told('offering.cancelled')).toEqual(expect.arrayContaining([...PEOPLE, 'D5-5', TRAINER, 'D2-1']));
    expect(c.state).toMatchObject({ phase: 'cancelled', stage: 'closed' });
    expect(lastEntry(c, PEOPLE[0]!)).toMatchObject({ template: 'offering.cancelled' });
    expect(c.state.result).toMatchObject({ held: false, present: [], cost: 0, reaction: { mean: null } });
    expect(c.memory.status(ID)).toMatchObject({ closed: true, wake: null, rounds: [] });
    for (const purpose of ['seats', 'support'] as const) expect(c.round(purpose).phase).toBe('settled');
    expect(c.refused('giveUpSeat', { reason: 'Late.' }, PEOPLE[0]!)).toBe('procedure-closed');
  });

  test('participants who come in are asked, those who go out are told', async () => {
    c = new Course().open();
    await c.to('invitation');
    c.change('participants', { participants: [...PEOPLE.slice(1), 'D4-5'] });
    expect(c.state.seats[PEOPLE[0]!]).toBe('given-up');
    expect(c.told('offering.removed')).toEqual([PEOPLE[0]]);
    expect(c.told('offering.invitation')).toEqual([...PEOPLE, 'D4-5']);
    c.change('participants', { participants: PEOPLE });
    await c.to('teaching');
    expect(seated(c.state).sort()).toEqual([...PEOPLE].sort());
  });

  test('what has been held cannot be changed, and another course is another offering', async () => {
    c = new Course().open();
    const body = () => ({ kind: 'move', place: '', provider: null, roomSeats: null, reason: 'Later.' });
    const other = { ...body(), planned: { ...c.state.planned, course: 'pumps' } };
    expect(c.refused('change', other, 'system')).toBe('not-approved');
    expect(
      c.refused('change', { ...body(), planned: { ...c.state.planned, days: [DAYS[1], DAYS[0]] } }, 'system'),
    ).toBe('wrong-date');
    const past = { ...body(), planned: { ...c.state.planned, days: ['2027-02-26'] } };
    expect(c.refused('change', past, 'system')).toBe('wrong-date');
    await c.to('feedback');
    expect(c.refused('change', { ...body(), planned: c.state.planned }, 'system')).toBe('too-late');
    expect(c.refused('cancel', { reason: 'Too late.' }, 'system')).toBe('too-late');
  });
});

test('a change that comes within the cycle’s own turn, which does not see the rounds, is carried into them', async () => {
  class Blind extends Memory {
    blind = false;
    override get context() {
      return this.blind ? { ...super.context, child: () => undefined } : super.context;
    }
  }
  const memory = new Blind(company(), START);
  c = new Course(
    { seats: ({ assignee }) => (assignee === 'D2-3' ? { comes: true } : null), support: () => null },
    START,
    memory,
  ).open();
  await c.to('invitation');
  memory.blind = true;
  c.change('participants', { participants: PEOPLE.slice(1) });
  c.change('move', { days: ['2027-05-11', '2027-05-12', '2027-05-13'] });
  memory.blind = false;
  c.hire('D5-7', {});
  expect(c.round('seats').tasks.get('D2-2')!.state).toBe('withdrawn');
  expect(c.round('support').tasks.get('D2-2')!.state).toBe('withdrawn');
  expect(c.round('seats').tasks.get('D2-4')).toMatchObject({ state: 'open', due: c.round('seats').spec!.due });
  expect(c.round('seats').spec!.due).toBeGreaterThan(local('2027-04-30'));
  memory.blind = true;
  c.send('cancel', { reason: 'No trainer.' }, 'system');
  expect(c.round('seats').phase).toBe('settled');
});
