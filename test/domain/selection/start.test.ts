import { expect, test } from '@jest/globals';
import { Memory } from '../../../domain/turn/memory.ts';
import { company } from './company.ts';
import { DAY, ID, MEASURES, OPS, Scenario, START, selection, terms } from './scenario.ts';

/** Opens with other terms; returns why not, or null. */
function open(other: Parameters<typeof terms>[0]): string | null {
  return new Memory(company(), START).send(ID, 'open', terms(other), OPS)?.detail ?? null;
}
const timetable = (other: object) => ({ ...(terms().timetable as object), ...other });

test.each([
  [
    'a date that has passed',
    { timetable: timetable({ measures: START - DAY }) },
    /"measures" would end on .* has passed/,
  ],
  [
    'a stage that ends before it begins',
    { timetable: timetable({ publicity: START + 20 * DAY, call: START + 19 * DAY }) },
    /"call" would end on 2027-01-23 but begins only on 2027-01-24/,
  ],
  ['an unknown leader', { leaders: ['X-1'] }, /Among the leaders: There is no employee X-1/],
  [
    'a chair from outside the panel',
    { panel: { members: ['D1-2'], chair: 'D1-1', quorum: 1 } },
    /chair D1-1 is not a member/,
  ],
  ['a quorum nobody can meet', { panel: { members: ['D1-1'], chair: 'D1-1', quorum: 2 } }, /its quorum is 2/],
  ['more reviews than reviewers', { reviews: 9 }, /get 9 reviews but there are only 5 reviewers/],
  ['handlers who all review', { blind: false, handlers: ['D3-1'] }, /Every handler of objections also reviews/],
  [
    'handlers who all review or sit in the panel',
    { blind: false, handlers: ['D3-1', 'D1-3'] },
    /or sits in the panel; name at least one/,
  ],
  [
    'blind reviewers in the panel',
    { panel: { members: ['D3-1'], chair: 'D3-1', quorum: 1 } },
    /D3-1 sits in the panel/,
  ],
  ['blind reviewers who screen', { screeners: ['D4-1'] }, /D4-1 screens and so sees who has applied/],
  ['blind reviewers who decide objections', { handlers: ['D4-2', 'D5-4'] }, /D4-2 decides objections/],
  [
    'blind reviewers of whom several see who has applied',
    { screeners: ['D4-1'], handlers: ['D4-2', 'D5-4'] },
    /some would see who has applied, .*: D4-1 screens, D4-2 decides objections; name others\.$/,
  ],
  [
    'a performance rule without its criterion',
    { performance: { criterion: 'x', scores: { 1: 1, 2: 1, 3: 1, 4: 1, 5: 1 } } },
    /criterion "x"/,
  ],
  ['an unknown calendar', { calendar: 'MOON' }, /no calendar "MOON"/],
  ['an unknown department', { departments: ['D9'] }, /no department D9/],
])('terms with %s are refused with the reason', (_what, other, why) => {
  expect(open(other)).toMatch(why);
});

test('good terms open the selection with a date for every stage', () => {
  const memory = new Memory(company(), START);
  expect(memory.send(ID, 'open', terms(), OPS)).toBeNull();
  const { plan } = selection(memory);
  const ends = Object.values(plan).map((p) => p.end);
  expect(Object.keys(plan)).toHaveLength(10);
  expect(ends).toEqual([...ends].sort((a, b) => a - b));
});

test('nothing opens before the measures are published and acknowledged', async () => {
  const s = new Scenario();
  await s.send('open', terms());
  await s.memory.until(START + 90 * DAY);
  expect(s.state.stage).toBe('measures');
  expect(s.refused('apply', { profile: 'x', topics: [], outline: 'x', hoursPerMonth: 1 }, 'D2-2')).toMatch(
    /not open yet/,
  );
});

test('silence about the measures is consent by the stated policy', async () => {
  const s = await new Scenario({
    acknowledgement: (t) => (t.assignee === 'D2-1' ? null : { acknowledged: true }),
  }).start();
  await s.to('publicity');
  expect(s.state.acknowledged).toMatchObject({ version: 1, deemed: ['D2-1'] });
});

test('with a policy of waiting, silence keeps everything closed', async () => {
  const s = await new Scenario({ acknowledgement: () => null }).start({
    policies: { acknowledgement: { silence: 'wait' } },
  });
  await s.memory.until(START + 200 * DAY);
  expect(s.state.stage).toBe('measures');
});

test('refused measures wait for a new version, which is asked about again', async () => {
  const s = new Scenario({ acknowledgement: (t) => ({ acknowledged: t.assignee !== 'D3-1' }) });
  await s.start();
  while (await s.answer());
  expect(s.state.stage).toBe('measures');
  expect(s.state.refusedBy).toEqual(['D3-1']);
  expect(s.told('selection.attention')).toEqual([OPS]);
  s.habits.acknowledgement = () => ({ acknowledged: true });
  await s.send('changeMeasures', { texts: MEASURES, reason: 'More protection.' });
  await s.to('publicity');
  expect(s.state.acknowledged!.version).toBe(2);
});

test('measures changed later are a new version with notice to the team, and nothing stops', async () => {
  const s = await (await new Scenario().start()).to('call');
  const before = s.told('selection.measures').length;
  await s.send('changeMeasures', { texts: MEASURES, reason: 'A misprint.' });
  expect(s.state.measures!.version).toBe(2);
  expect(s.state.stage).toBe('call');
  expect(s.told('selection.measures').length).toBeGreaterThan(before);
});
