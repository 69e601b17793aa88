import { expect, test } from '@jest/globals';
import type { StreamId } from '../../../contracts/ids.ts';
import { RoundPolicy } from '../../../contracts/round.ts';
import type { Person } from '../../../domain/organisation/state.ts';
import { Memory } from '../../../domain/turn/memory.ts';
import { reviews } from '../../harness/story.ts';
import { company, withOperations } from '../selection/company.ts';

const ROUND: StreamId = 'round:late';
const NOW = Date.parse('2027-01-04T09:00:00+08:00');
const DUE = Date.parse('2027-01-18T17:00:00+08:00');
const DAY = 86_400_000;
const away = (from: string, to: string): Partial<Person> => ({
  absences: [{ from, to, kind: { of: 'x', $sealed: 'x' } }],
});
const LEFT: Partial<Person> = { employed: false };
/** From before the task is due until months after. */
const GONE = away('2027-01-10', '2027-06-30');

interface Silence {
  readonly to: 'manager' | 'owner';
  readonly people?: Readonly<Record<string, Partial<Person>>>;
  readonly opener?: string;
  readonly task?: object;
  readonly policy?: object;
}

/** D2-2 says nothing; D2-1 is the manager, D1-1 above. Who is told, when, and as what. */
async function silence({ to, people = {}, opener = 'D5-6', task = {}, policy = {} }: Silence) {
  const memory = new Memory(company(), NOW);
  const changed = new Map(memory.organisation.people);
  for (const [id, more] of Object.entries(people)) changed.set(id, { ...changed.get(id)!, ...more });
  memory.organisation = { ...withOperations(memory.organisation, opener), people: changed };
  const ladder = [{ offset: '1bd', to }];
  const spec = { ...reviews(DUE), policy: RoundPolicy.parse({ ladder, ...policy }) };
  expect(memory.send(ROUND, 'open', { spec, tasks: [{ id: 't', assignee: 'D2-2', ...task }] }, opener)).toBeNull();
  await memory.until(DUE + 20 * DAY);
  return memory.notices
    .filter((n) => n.template === 'round.escalation')
    .map((n) => ({ to: n.to, at: new Date(n.notBefore).toISOString(), as: n.about.as }));
}
const TUESDAY = '2027-01-19T09:00:00.000Z';

test('an escalation waits until it is a civil hour where the manager is', async () => {
  const told = await silence({ to: 'manager', people: { 'D2-1': { timeZone: 'America/Chicago' } } });
  // 17:00 in Shanghai is three in the morning in Chicago.
  expect(told).toEqual([{ to: 'D2-1', at: '2027-01-19T14:00:00.000Z', as: 'manager' }]);
});

test('a manager who has left is passed over for the next above', async () => {
  expect(await silence({ to: 'manager', people: { 'D2-1': LEFT } })).toEqual([
    { to: 'D1-1', at: TUESDAY, as: 'manager' },
  ]);
});

test('a manager who is away for long is passed over, one who is back in time is not', async () => {
  const short = away('2027-01-18', '2027-01-20');
  expect(await silence({ to: 'manager', people: { 'D2-1': GONE } })).toMatchObject([{ to: 'D1-1', at: TUESDAY }]);
  expect(await silence({ to: 'manager', people: { 'D2-1': short } })).toMatchObject([
    { to: 'D2-1', at: '2027-01-21T00:00:00.000Z' },
  ]);
  const impatient = { patience: '1bd' };
  expect(await silence({ to: 'manager', people: { 'D2-1': short }, policy: impatient })).toMatchObject([
    { to: 'D1-1' },
  ]);
});

test('where nobody above is there, whoever runs it is told; where nobody is there at all, the manager when back', async () => {
  expect(await silence({ to: 'manager', people: { 'D2-1': LEFT, 'D1-1': LEFT } })).toMatchObject([
    { to: 'D5-6', as: 'owner' },
  ]);
  expect(await silence({ to: 'manager', people: { 'D2-1': LEFT, 'D1-1': GONE } })).toMatchObject([{ to: 'D5-6' }]);
  expect(await silence({ to: 'manager', people: { 'D2-1': GONE, 'D1-1': LEFT, 'D5-6': LEFT } })).toMatchObject([
    { to: 'D2-1', at: '2027-07-01T00:00:00.000Z' },
  ]);
});

test('a rung for the owner reaches whoever runs the round, not the manager', async () => {
  expect(await silence({ to: 'owner' })).toEqual([{ to: 'D5-6', at: TUESDAY, as: 'owner' }]);
});

test('a rung for the owner reaches those of operations, where whoever ran the round is not of them any more', async () => {
  const memory = new Memory(withOperations(company(), 'D5-6', 'D4-2'), NOW);
  const spec = { ...reviews(DUE), policy: RoundPolicy.parse({ ladder: [{ offset: '1bd', to: 'owner' }] }) };
  expect(memory.send(ROUND, 'open', { spec, tasks: [{ id: 't', assignee: 'D2-2' }] }, 'D5-6')).toBeNull();
  memory.organisation = withOperations(memory.organisation, 'D4-2');
  expect(memory.send(ROUND, 'recuse', { task: 't', reason: 'I know them.' }, 'D5-6')).toMatchObject({
    code: 'not-found',
  });
  await memory.until(DUE + 20 * DAY);
  const told = memory.notices.filter((n) => n.template === 'round.escalation');
  expect(told.map((n) => [n.to, n.about.as])).toEqual([['D4-2', 'owner']]);
});

test('nobody hears of their own silence', async () => {
  expect(await silence({ to: 'owner', opener: 'D2-2' })).toMatchObject([{ to: 'D2-1', as: 'manager' }]);
});

test.each(['manager', 'owner'] as const)(
  'the %s hears of the silence of somebody on leave without waiting for its end, once',
  async (to) => {
    const memory = new Memory(company(), NOW);
    const people = new Map(memory.organisation.people);
    people.set('D2-2', { ...people.get('D2-2')!, ...GONE });
    memory.organisation = { ...withOperations(memory.organisation, 'D5-6'), people };
    const ladder = [
      { offset: '0bd', to: 'assignee' },
      { offset: '1bd', to },
    ];
    const spec = { ...reviews(DUE), policy: RoundPolicy.parse({ ladder }) };
    memory.send(ROUND, 'open', { spec, tasks: [{ id: 't', assignee: 'D2-2' }] }, 'D5-6');
    await memory.until(DUE + 300 * DAY);
    const told = memory.notices.filter((n) => n.template !== 'round.invitation');
    expect(told.map((n) => [n.template, n.to, new Date(n.notBefore).toISOString()])).toEqual([
      ['round.escalation', to === 'manager' ? 'D2-1' : 'D5-6', TUESDAY],
      ['round.reminder', 'D2-2', '2027-07-01T00:00:00.000Z'],
    ]);
  },
);

test('whom the task judges does not hear who is to judge them', async () => {
  expect(await silence({ to: 'manager', task: { aboutPerson: 'D2-1' } })).toMatchObject([{ to: 'D1-1' }]);
});

test('one message tells somebody of all that they are to hear, whoever is silent', async () => {
  const memory = new Memory(company(), NOW);
  const ladder = [{ offset: '1bd', to: 'manager' }];
  const spec = { ...reviews(DUE), policy: RoundPolicy.parse({ ladder }) };
  const tasks = ['D2-2', 'D2-3', 'D2-5'].map((assignee) => ({ id: assignee, assignee }));
  memory.send(ROUND, 'open', { spec, tasks }, 'D2-1');
  await memory.until(DUE + 20 * DAY);
  const told = memory.notices.filter((n) => n.template === 'round.escalation');
  expect(told.map((n) => [n.to, n.about.tasks])).toEqual([
    ['D2-1', ['D2-2', 'D2-3']],
    ['D2-2', ['D2-5']],
  ]);
});
