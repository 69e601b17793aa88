import { afterEach, expect, test } from '@jest/globals';
import { holds } from '../../../domain/offering/seats.ts';
import { Course, DAYS, OPS, PEOPLE, TRAINER } from './scenario.ts';

let c: Course;
afterEach(() => expect(c.memory.refusedOrders).toEqual([]));

const leave = (from: string, to = from) => ({
  absences: [{ from, to, kind: { of: 'D2-3' as const, $sealed: 'x' } }],
});
const toldOps = () =>
  c.memory.notices
    .filter((n) => n.template === 'offering.attention' && n.about.what === 'away')
    .map(({ to, about }) => [to, about.person, about.day, about.line]);

test('whoever has a seat and is away on its days is asked, operations hear of it once, and the seat stays theirs', async () => {
  c = new Course().open();
  await c.until('2027-03-20');
  c.hire('D2-3', leave(DAYS[1]!));
  c.hire('D4-5', leave(DAYS[1]!));
  expect(c.told('offering.away')).toEqual(['D2-3']);
  expect(toldOps()).toEqual([[OPS, 'D2-3', DAYS[1], 'O-001']]);
  c.hire('D2-3', leave(DAYS[1]!, DAYS[2]!));
  await c.until('2027-04-07');
  expect(c.told('offering.away')).toEqual(['D2-3']);
  expect(holds(c.state, 'D2-3')).toBe(true);
  c.hire('D2-3', leave(DAYS[0]!, DAYS[2]!));
  expect(c.told('offering.away')).toEqual(['D2-3', 'D2-3']);
});

test('if they give the seat up, the waiting list goes on', async () => {
  c = new Course().open();
  await c.until('2027-03-20');
  c.send('joinWaitingList', { person: 'D5-5' }, 'D5-5');
  c.hire('D2-3', leave(DAYS[0]!));
  expect(holds(c.state, 'D5-5')).toBe(false);
  c.send('giveUpSeat', { reason: 'My leave.' }, 'D2-3');
  expect(holds(c.state, 'D5-5')).toBe(true);
});

test('leave beside its days, before the invitations, or once it has begun, troubles nobody; moved, it is looked at anew', async () => {
  c = new Course().open();
  c.hire('D2-3', leave('2027-04-07'));
  c.hire('D2-4', leave('2027-05-12'));
  await c.until('2027-04-02');
  expect([c.told('offering.away'), toldOps()]).toEqual([[], []]);
  c.change('move', { days: ['2027-05-11', '2027-05-12', '2027-05-13'] });
  expect(c.told('offering.away')).toEqual(['D2-4']);
  await c.to('teaching');
  c.hire('D2-2', leave('2027-05-13'));
  expect(c.told('offering.away')).toEqual(['D2-4']);
});

test('leave that was known before the invitations is asked about with them', async () => {
  c = new Course().open();
  c.hire('D2-3', leave(DAYS[0]!));
  expect(c.told('offering.away')).toEqual([]);
  await c.to('invitation');
  expect(c.told('offering.away')).toEqual(['D2-3']);
});

test('whoever still waits when the course begins hears that no seat has come free', async () => {
  c = new Course().open({}, { roomSeats: 5 });
  await c.until('2027-03-20');
  c.send('joinWaitingList', { person: 'D5-5' }, 'D5-5');
  c.send('joinWaitingList', { person: 'D5-6' }, 'D5-6');
  c.hire('D5-6', { employed: false });
  expect(c.told('offering.noSeat')).toEqual([]);
  await c.to('teaching');
  expect(c.told('offering.noSeat')).toEqual([PEOPLE[5], 'D5-5']);
});

test('whoever was passed over, and knows why, does not hear that no seat has come free', async () => {
  c = new Course().open();
  await c.until('2027-03-20');
  c.send('joinWaitingList', { person: 'D5-5' }, 'D5-5');
  c.send('joinWaitingList', { person: 'D5-6' }, 'D5-6');
  c.hire('D5-5', { absences: [{ from: DAYS[0]!, to: DAYS[0]!, kind: { of: 'D5-5', $sealed: 'x' } }] });
  c.send('giveUpSeat', { reason: 'A night shift.' }, 'D2-2');
  expect(c.told('offering.passedOver')).toEqual(['D5-5']);
  expect(holds(c.state, 'D5-6')).toBe(true);
  await c.to('teaching');
  expect(c.told('offering.noSeat')).toEqual([]);
});

const toldOfTrainer = () =>
  c.memory.notices
    .filter((n) => n.template === 'offering.attention' && String(n.about.what).startsWith('trainer-'))
    .map(({ to, about }) => [to, about.what, about.person, about.day, about.line]);

test.each(['2027-03-02', '2027-03-20', '2027-04-08'])(
  'operations hear on %s that the trainer is away on a day of the course, once, and again when it is another day',
  async (known) => {
    c = new Course().open();
    await c.until(known, '10:00');
    c.hire(TRAINER, leave(DAYS[1]!, DAYS[2]!));
    expect(toldOfTrainer()).toEqual([[OPS, 'trainer-away', TRAINER, DAYS[1], 'O-001']]);
    c.hire(TRAINER, leave(DAYS[1]!));
    expect(toldOfTrainer()).toHaveLength(1);
    c.hire(TRAINER, leave(DAYS[0]!));
    expect(toldOfTrainer().at(-1)).toEqual([OPS, 'trainer-away', TRAINER, DAYS[0], 'O-001']);
  },
);

test('operations hear that the trainer has left; leave beside the days, or after the course, troubles nobody', async () => {
  c = new Course().open();
  c.hire(TRAINER, leave('2027-04-07'));
  expect(toldOfTrainer()).toEqual([]);
  c.hire(TRAINER, { employed: false });
  expect(toldOfTrainer()).toEqual([[OPS, 'trainer-left', TRAINER, null, 'O-001']]);
  c = new Course().open();
  await c.to('feedback');
  c.hire(TRAINER, leave(DAYS[0]!));
  expect(toldOfTrainer()).toEqual([]);
});

test('whoever runs the cycle is asked who was there when the trainer is on leave for longer', async () => {
  c = new Course({ attendance: () => null }).open();
  await c.until('2027-04-05');
  c.hire(TRAINER, leave(DAYS[1]!, '2027-06-11'));
  await c.until('2027-04-13');
  expect([...c.round('attendance').tasks.values()].map((t) => t.assignee)).toEqual([OPS]);
});
