import { expect, test } from '@jest/globals';
import type { Person } from '../../../domain/organisation/state.ts';
import type { Task } from '../../../domain/round/state.ts';
import { scoresOf } from '../../../domain/selection/scores.ts';
import { byRank, type Habits, ID, OPS, reviewRounds, Scenario, score, terms } from './scenario.ts';

const reason = 'By hand.';
const PEOPLE = ['D2-2', 'D2-3', 'D2-4', 'D1-5'];
const BOTH = { conflicts: { department: true, line: true } };

async function inReview(habits: Habits = {}, other: object = {}): Promise<Scenario> {
  const reviewers = (terms().reviewers as object[]).map((r) => ({ ...r, limit: 9 }));
  const s = new Scenario({ review: () => null, ...habits });
  await (await s.start({ reviewers, ...BOTH, ...other })).to('call');
  for (const p of PEOPLE) await s.apply(p);
  return (await s.to('reviewers')).to('review');
}

const openReviews = (s: Scenario, code: string): Task[] =>
  [...reviewRounds(s.memory).values()]
    .flatMap((r) => [...r.tasks.values()])
    .filter((t) => t.about === code && t.state === 'open');
const holders = (s: Scenario, code: string) => openReviews(s, code).map((t) => t.assignee);

/** The organisation changes, and who is concerned looks at it. */
async function changes(s: Scenario, person: string, to: Partial<Person>): Promise<void> {
  s.hire(person, to);
  s.memory.poke(ID);
  await s.memory.work();
}

const CHANGES: readonly [string, (reviewer: string, applicant: string) => [string, Partial<Person>]][] = [
  ['comes into the department of an applicant', (reviewer) => [reviewer, { department: 'D2' }]],
  ['gets an applicant into their department', (_reviewer, applicant) => [applicant, { department: 'D3' }]],
  ['becomes the manager of an applicant', (reviewer, applicant) => [applicant, { manager: reviewer }]],
  ['comes to report to an applicant', (reviewer, applicant) => [reviewer, { manager: applicant }]],
  ['comes to be above the manager of an applicant', (reviewer) => ['D2-1', { manager: reviewer }]],
];

test.each(CHANGES)('a reviewer who %s loses the review, and somebody else gives it', async (_what, change) => {
  const s = await inReview();
  const code = s.codeOf('D2-2');
  const before = openReviews(s, code);
  if (!before.some((t) => t.assignee === 'D3-1'))
    s.memory.send(s.round('review')!.stream, 'reassign', { tasks: [before[0]!.id], to: 'D3-1', reason }, OPS);
  const held = openReviews(s, code).find((t) => t.assignee === 'D3-1')!;
  const others = openReviews(s, s.codeOf('D1-5')).filter((t) => t.assignee === 'D3-1');
  await changes(s, ...change('D3-1', 'D2-2'));
  const { tasks } = [...reviewRounds(s.memory).values()][0]!;
  expect(tasks.get(held.id)).toMatchObject({ state: 'withdrawn', assignee: 'D3-1' });
  expect(holders(s, code)).toHaveLength(2);
  expect(holders(s, code)).not.toContain('D3-1');
  // What is about somebody else stays where it is.
  expect(openReviews(s, s.codeOf('D1-5'))).toEqual(expect.arrayContaining(others));
  s.habits.review = (t) => score(t, 0);
  await s.to('closed');
  expect(s.memory.refusedOrders).toEqual([]);
});

test('whom the organisation keeps from a review since it was asked cannot give it, nor be given it', async () => {
  const s = await inReview();
  const code = s.codeOf('D2-2');
  const [one, two] = openReviews(s, code) as [Task, Task];
  const { stream } = s.round('review')!;
  s.hire(one.assignee, { department: 'D2' });
  const given = { task: one.id, answer: score(one, 0) };
  const refused = { code: 'not-allowed', detail: expect.stringContaining('organisation as it is now') };
  expect(s.memory.send(stream, 'submit', given, one.assignee)).toMatchObject(refused);
  // Nobody of the pool, and above the applicant since.
  s.hire('D2-2', { manager: 'D4-4' });
  expect(s.memory.send(stream, 'reassign', { tasks: [two.id], to: 'D4-4', reason }, OPS)).toMatchObject(refused);
  s.habits.review = (t) => score(t, 0);
  s.memory.poke(ID);
  await s.memory.work();
  await s.to('closed');
  expect(s.memory.refusedOrders).toEqual([]);
});

test('what was reviewed before counts, is not discussed since, and cannot be opened again', async () => {
  const s = await inReview({ discussion: () => null });
  const code = s.codeOf('D2-2');
  const [one] = openReviews(s, code) as [Task, Task];
  const { stream } = s.round('review')!;
  s.memory.send(stream, 'submit', { task: one.id, answer: score(one, -4) }, one.assignee);
  await changes(s, 'D2-2', { manager: one.assignee });
  expect(s.memory.send(stream, 'reopen', { task: one.id, reason }, OPS)).toMatchObject({ code: 'not-allowed' });
  s.habits.review = (t) => score(t, 2);
  while (!s.round('discussion')) expect((await s.answer()) || (await s.memory.sleep())).toBe(true);
  const asked = [...s.round('discussion')!.tasks.values()].filter((t) => t.about === code);
  expect(asked).toHaveLength(1);
  expect(asked[0]!.assignee).not.toBe(one.assignee);
  s.habits.discussion = (t) => score(t, 0);
  await s.to('decision');
  const counted = scoresOf(s.state, reviewRounds(s.memory));
  expect(counted.some((x) => x.application === code && x.reviewer === one.assignee)).toBe(true);
  s.habits.panel = (_t, state) => ({ candidates: byRank(state), ground: 'none' });
  await s.to('closed');
  expect(s.memory.refusedOrders).toEqual([]);
});

test('a full panel goes without the review of somebody who may not give it any more', async () => {
  const s = await inReview({}, { reviews: 'everyone' });
  const code = s.codeOf('D2-2');
  const was = openReviews(s, code).length;
  await changes(s, 'D3-1', { department: 'D2' });
  expect(holders(s, code)).not.toContain('D3-1');
  expect(openReviews(s, code)).toHaveLength(was - 1);
  s.habits.review = (t) => score(t, 0);
  await s.to('closed');
  expect(s.memory.refusedOrders).toEqual([]);
});

test('a screener, and whoever decides an objection, may not be above the applicant by then', async () => {
  const s = new Scenario({ screening: () => null, 'screening-objections': () => null, objections: () => null });
  await (await s.start({ handlers: ['D1-3', 'D5-4', 'D4-4'] })).to('call');
  for (const p of ['D2-2', 'D2-6']) await s.apply(p);
  s.hire('D2-2', { performance: {} });
  await s.to('screening');
  await s.answer();
  const code = s.codeOf('D2-2');
  const screener = () => s.state.applications[code]!.screeningTask!;
  const first = screener();
  expect(['D1-4', 'D5-1']).toContain(first.who);
  await changes(s, 'D2-2', { manager: first.who });
  expect([first.who, null]).not.toContain(screener().who);
  s.habits.screening = () => ({ eligible: true, reason: 'Long in the trade.' });
  await s.to('reviewers');
  await s.send('objectToScreening', { grounds: 'I teach already.' }, 'D2-6');
  const objection = () => s.state.applications[s.codeOf('D2-6')]!.objection!;
  const handler = objection().who!;
  await changes(s, 'D2-6', { manager: handler });
  expect([handler, null]).not.toContain(objection().who);
  s.habits['screening-objections'] = () => ({ upheld: false, reason: 'The rule is plain.' });
  await s.to('notice');
  await s.send('raiseObjection', { about: code, grounds: 'Unfair.' }, 'D4-6');
  const asked = () => s.state.objections['O-1']!.asked;
  const decides = asked().who!;
  await changes(s, 'D2-2', { manager: decides });
  expect([decides, null]).not.toContain(asked().who);
  s.habits.objections = () => ({ upheld: false, findings: 'Nothing was found.' });
  await s.to('closed');
  expect(s.memory.refusedOrders).toEqual([]);
});

test('an objection to the procedure may go to the manager of whoever raised it', async () => {
  const s = await inReview({ objections: () => null });
  s.habits.review = (t) => score(t, 0);
  await s.to('notice');
  await s.send('raiseObjection', { about: null, grounds: 'It was not posted.' }, 'D4-6');
  await changes(s, 'D4-6', { manager: s.state.objections['O-1']!.asked.who });
  const { asked } = s.state.objections['O-1']!;
  expect(s.round('objections')!.tasks.get(asked.task)).toMatchObject({ state: 'open' });
});

test('nor is a review given to somebody of the department that the applicant has left since they applied', async () => {
  const reviewers = (terms().reviewers as object[]).map((r) => ({ ...r, limit: 9 }));
  const s = await (await new Scenario({ review: () => null }).start({ reviewers, ...BOTH })).to('call');
  for (const p of PEOPLE) await s.apply(p);
  s.hire('D2-3', { department: 'D4' });
  await (await s.to('reviewers')).to('review');
  const [one] = openReviews(s, s.codeOf('D2-3')) as [Task];
  for (const to of ['D2-6', 'D4-6'])
    expect(s.memory.send(s.round('review')!.stream, 'reassign', { tasks: [one.id], to, reason }, OPS)).toMatchObject({
      code: 'not-allowed',
    });
});
