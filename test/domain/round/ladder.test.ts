import { expect, test } from '@jest/globals';
import type { StreamId } from '../../../contracts/ids.ts';
import { RoundPolicy } from '../../../contracts/round.ts';
import type { RoundState } from '../../../domain/round/state.ts';
import { Memory } from '../../../domain/turn/memory.ts';
import { reviews } from '../../harness/story.ts';
import { company, withOperations } from '../selection/company.ts';

const ROUND: StreamId = 'round:r';
const at = (text: string) => Date.parse(`2027-01-${text}:00+08:00`);
/** A Monday. */
const NOW = at('04T09:00');
const DAY = 86_400_000;
const assignee = 'D2-2';
const reason = 'The hall was closed.';

type Rungs = readonly (readonly [offset: string, to?: 'assignee' | 'manager' | 'owner'])[];

function opened(rungs: Rungs, tasks: readonly object[], due: number, now = NOW): Memory {
  const memory = new Memory(company(), now);
  const ladder = rungs.map(([offset, to = 'assignee']) => ({ offset, to }));
  const spec = { ...reviews(due), policy: RoundPolicy.parse({ ladder }) };
  expect(memory.send(ROUND, 'open', { spec, tasks }, 'D1-1')).toBeNull();
  return memory;
}

/** Every message of the kind: when it goes out, to whom, and about which tasks. */
const letters = (memory: Memory, ...kinds: readonly string[]) =>
  memory.notices
    .filter((n) => kinds.includes(n.template.slice('round.'.length)))
    .map((n) => [n.notBefore, n.to, n.about.tasks]);
const stateOf = (memory: Memory) => memory.streams.get(ROUND)!.state as RoundState;

test('two tasks of one person that are due at different times climb a ladder each, in one message where they meet', async () => {
  const tasks = [
    { id: 'early', assignee, due: at('14T17:00') },
    { id: 'late', assignee, due: at('20T17:00') },
  ];
  const memory = opened([['-3bd'], ['-1bd'], ['1bd', 'manager']], tasks, at('20T17:00'));
  await memory.until(at('30T17:00'));
  expect(letters(memory, 'reminder')).toEqual([
    [at('11T17:00'), assignee, ['early']],
    [at('13T17:00'), assignee, ['early']],
    [at('15T17:00'), assignee, ['early', 'late']],
    [at('19T17:00'), assignee, ['late']],
    [at('21T17:00'), assignee, ['late']],
  ]);
  expect(letters(memory, 'escalation')).toEqual([
    [at('15T17:00'), 'D2-1', ['early']],
    [at('21T17:00'), 'D2-1', ['late']],
  ]);
});

test('a ladder is climbed in order of time, however it was written and whatever its offsets count', async () => {
  const rungs: Rungs = [['2bd', 'manager'], ['-2d'], ['-PT1H'], ['-1bd']];
  const memory = opened(rungs, [{ id: 't', assignee }], at('14T17:00'));
  await memory.until(at('30T17:00'));
  expect(letters(memory, 'reminder').map(([when]) => when)).toEqual([
    at('12T17:00'),
    at('13T17:00'),
    at('14T16:00'),
    at('18T17:00'),
  ]);
  expect(stateOf(memory).spec!.policy.ladder.map((r) => r.offset)).toEqual(['-2d', '-1bd', '-PT1H', '2bd']);
});

test.each([[['-1bd', '-1bd']], [['0bd', '-0d']], [['PT90M', 'PT1H30M']]])(
  'two rungs at one moment (%s) are refused with a sentence',
  (offsets) => {
    const ladder = offsets.map((offset) => ({ offset, to: 'assignee' }));
    const { error } = RoundPolicy.safeParse({ ladder });
    expect(error?.issues[0]?.message).toBe(
      `two rungs are at the same moment, ${offsets[0]} and ${offsets[1]}: leave one out, or move it`,
    );
  },
);

test('silence cannot be given its meaning before it begins', () => {
  expect(RoundPolicy.safeParse({ grace: '-1bd' }).success).toBe(false);
  expect(RoundPolicy.safeParse({ grace: '1bd' }).success).toBe(true);
});

test.each(['17:00', '20:30'])(
  'a rung at the very moment of the opening, Friday at %s, is said by the invitation',
  async (hour) => {
    const memory = opened([['-5bd'], ['-1bd']], [{ id: 't', assignee }], at(`15T${hour}`), at(`08T${hour}`));
    await memory.until(at('13T12:00'));
    expect(letters(memory, 'reminder')).toEqual([]);
    await memory.until(at('15T12:00'));
    expect(letters(memory, 'reminder')).toHaveLength(1);
  },
);

test('a rung between the opening and the morning of the invitation does not come with it, but a working day later', async () => {
  // Opened on Saturday at noon; the rung is on Sunday, both wait for Monday morning.
  const memory = opened([['-2d']], [{ id: 't', assignee }], at('12T12:00'), at('09T11:00'));
  await memory.until(at('20T12:00'));
  expect(letters(memory, 'invitation', 'reminder')).toEqual([
    [at('11T08:00'), assignee, ['t']],
    [at('12T08:00'), assignee, ['t']],
  ]);
});

test('whoever comes back from leave gets the invitation, and what they have missed a day later, with whom it concerns', async () => {
  const memory = new Memory(company(), NOW);
  const people = new Map(memory.organisation.people);
  const absences = [{ from: '2027-01-04', to: '2027-01-15', kind: { of: assignee, $sealed: 'x' } }];
  people.set(assignee, { ...people.get(assignee)!, absences });
  memory.organisation = { ...memory.organisation, people };
  const ladder = [
    { offset: '-1bd', to: 'assignee' },
    { offset: '1bd', to: 'manager' },
  ];
  const spec = { ...reviews(at('22T17:00')), policy: RoundPolicy.parse({ ladder }) };
  memory.send(ROUND, 'open', { spec, tasks: [{ id: 't', assignee, due: at('19T07:00') }] }, 'D1-1');
  await memory.until(at('29T12:00'));
  expect(letters(memory, 'invitation', 'reminder', 'escalation')).toEqual([
    [at('18T08:00'), assignee, ['t']],
    [at('19T08:00'), assignee, ['t']],
    [at('20T08:00'), assignee, ['t']],
    [at('20T08:00'), 'D2-1', ['t']],
  ]);
});

test('an invitation that would come after the leave does not wait for its end when it is due before', () => {
  const memory = new Memory(company(), at('09T11:00'));
  const people = new Map(memory.organisation.people);
  const absences = [{ from: '2027-01-04', to: '2027-02-15', kind: { of: assignee, $sealed: 'x' } }];
  people.set(assignee, { ...people.get(assignee)!, absences });
  memory.organisation = { ...memory.organisation, people };
  memory.send(ROUND, 'open', { spec: reviews(at('15T17:00')), tasks: [{ id: 't', assignee }] }, 'D1-1');
  memory.send('round:s', 'open', { spec: reviews(at('10T17:00')), tasks: [{ id: 't', assignee }] }, 'D1-1');
  // Saturday at noon: Monday morning is in time for Friday, and nothing is for Sunday.
  expect(letters(memory, 'invitation').map(([when]) => when)).toEqual([at('11T08:00'), at('09T11:00')]);
});

test('an outage over the night leaves what was missed for the morning, in one message', async () => {
  const memory = opened([['-2bd'], ['-1bd', 'manager']], [{ id: 't', assignee }], at('14T17:00'));
  memory.now = at('13T23:00');
  memory.poke(ROUND);
  expect(letters(memory, 'reminder')).toEqual([]);
  expect(memory.wake).toBe(at('14T08:00'));
  await memory.until(at('14T12:00'));
  expect(letters(memory, 'reminder', 'escalation')).toEqual([
    [at('14T08:00'), assignee, ['t']],
    [at('14T08:00'), 'D2-1', ['t']],
  ]);
});

test('an escalation that was missed is told with the reminder that was missed after it', async () => {
  const memory = opened([['-2bd', 'manager'], ['-1bd']], [{ id: 't', assignee }], at('14T17:00'));
  memory.now = at('14T09:00');
  memory.poke(ROUND);
  expect(letters(memory, 'reminder', 'escalation')).toEqual([
    [at('14T09:00'), assignee, ['t']],
    [at('14T09:00'), 'D2-1', ['t']],
  ]);
});

test('what a manager is to hear over the weekend is told with the first reminder after the invitation', async () => {
  const memory = opened([['-1d', 'manager'], ['-PT2H']], [{ id: 't', assignee }], at('11T12:00'), at('09T11:00'));
  await memory.until(at('20T12:00'));
  expect(letters(memory, 'reminder', 'escalation')).toEqual([
    [at('11T10:00'), assignee, ['t']],
    [at('11T10:00'), 'D2-1', ['t']],
  ]);
});

test('a calendar that is corrected brings nobody the same reminder twice', async () => {
  const memory = opened([['-1bd']], [{ id: 't', assignee }], at('18T17:00'));
  await memory.until(at('15T18:00'));
  const calendar = memory.organisation.calendars.get('CN')!;
  const days = { ...calendar.days, '2027-01-16': 'makeup_workday' as const };
  memory.organisation = { ...memory.organisation, calendars: new Map([['CN', { ...calendar, days }]]) };
  memory.poke(ROUND);
  await memory.until(at('20T12:00'));
  expect(letters(memory, 'reminder')).toHaveLength(1);
});

test('rungs that were missed together are said once and for all', async () => {
  const memory = opened([['-3bd'], ['-2bd'], ['-1bd']], [{ id: 't', assignee }], at('14T17:00'));
  memory.now = at('14T09:00');
  memory.poke(ROUND);
  await memory.until(at('30T12:00'));
  expect(letters(memory, 'reminder')).toEqual([[at('14T09:00'), assignee, ['t']]]);
});

test('after more time is given, rungs whose moment was before that are not climbed', async () => {
  const memory = opened([['-5bd'], ['-1bd']], [{ id: 't', assignee }], at('14T20:30'));
  memory.now = at('13T20:30');
  expect(memory.send(ROUND, 'extend', { tasks: ['t'], due: at('20T20:30'), reason }, 'D1-1')).toBeNull();
  await memory.until(at('19T12:00'));
  expect(letters(memory, 'reminder').filter(([when]) => (when as number) > at('13T20:30'))).toEqual([]);
});

test('twelve rungs, years away', async () => {
  const rungs: Rungs = Array.from(
    { length: 12 },
    (_, n) => [`${80 * (n + 1)}bd`, n % 2 ? 'owner' : 'manager'] as const,
  );
  const memory = opened(rungs, [{ id: 't', assignee }], at('14T17:00'));
  memory.organisation = withOperations(memory.organisation, 'D1-1');
  await memory.until(NOW + 5 * 365 * DAY);
  expect(letters(memory, 'reminder')).toHaveLength(12);
  expect(letters(memory, 'escalation').map(([, to]) => to)).toEqual(
    Array.from({ length: 6 }, () => ['D2-1', 'D1-1']).flat(),
  );
});

test('nobody who asks by hand may ask for yesterday', () => {
  const memory = new Memory(company(), NOW);
  const open = (due: number, own: number | null = null) =>
    memory.send(ROUND, 'open', { spec: reviews(due), tasks: [{ id: 't', assignee, due: own }] }, 'D1-1');
  const refused = {
    code: 'wrong-date',
    detail: 'It would be due on 2027-01-04, which has passed; choose a later date.',
  };
  expect(open(at('04T07:00'))).toMatchObject(refused);
  expect(open(at('14T17:00'), at('04T07:00'))).toMatchObject(refused);
  expect(open(at('14T17:00'))).toBeNull();
  expect(memory.send(ROUND, 'addTasks', { tasks: [{ id: 'u', assignee, due: at('04T07:00') }] }, 'D1-1')).toMatchObject(
    refused,
  );
});
