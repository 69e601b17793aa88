import { expect, test } from '@jest/globals';
import type { Purpose, Stage } from '../../../contracts/selection/terms.ts';
import type { Task } from '../../../domain/round/state.ts';
import { GOOD, type Habits, ID, reviewRounds, Scenario, terms } from './scenario.ts';

const PEOPLE = ['D2-2', 'D2-3', 'D3-2', 'D1-5'];

async function at(stage: Stage, silent: Purpose, other: object = {}): Promise<Scenario> {
  const habits: Habits = { [silent]: () => null };
  const reviewers = (terms().reviewers as object[]).map((r) => ({ ...r, limit: 9 }));
  const s = await (await new Scenario(habits).start({ reviewers, ...other })).to('call');
  for (const p of PEOPLE) await s.apply(p);
  return s.to(stage);
}

async function leave(s: Scenario, person: string): Promise<void> {
  s.hire(person, { employed: false });
  s.memory.poke(ID);
  await s.memory.work();
}
const openReviews = (s: Scenario): Task[] =>
  [...reviewRounds(s.memory).values()].flatMap((r) => [...r.tasks.values()]).filter((t) => t.state === 'open');
const toldOps = (s: Scenario) =>
  s.memory.notices.filter((n) => n.about.what === 'judge-left').map((n) => [n.to, n.about.people]);

test('the reviews of somebody who leaves are matched anew on the day, operations are told once, and what was given stands', async () => {
  const s = await at('review', 'review');
  const [given] = openReviews(s);
  const who = given!.assignee;
  const others = openReviews(s).length;
  s.memory.send(s.round('review')!.stream, 'submit', { task: given!.id, answer: GOOD.review(given!, s.state)! }, who);
  expect(openReviews(s).some((t) => t.assignee === who)).toBe(true);
  await leave(s, who);
  expect(openReviews(s).some((t) => t.assignee === who)).toBe(false);
  expect(openReviews(s)).toHaveLength(others - 1);
  expect(toldOps(s)).toEqual([['D1-2', [who]]]);
  s.memory.poke(ID);
  expect(toldOps(s)).toHaveLength(1);
  s.habits = GOOD;
  await s.to('closed');
  expect(reviewRounds(s.memory).values().next().value!.tasks.get(given!.id)!.state).toBe('submitted');
  expect(s.memory.refusedOrders).toEqual([]);
});

test('where everybody reviews everything, the reviews of somebody who leaves are not waited for', async () => {
  const s = await at('review', 'review', { reviews: 'everyone' });
  await leave(s, 'D4-1');
  expect(openReviews(s).some((t) => t.assignee === 'D4-1')).toBe(false);
  s.habits = GOOD;
  await s.to('closed');
  expect(s.memory.refusedOrders).toEqual([]);
});

test('a screener who leaves loses what they screen to the other, and operations hear of it', async () => {
  const s = await at('call', 'screening');
  for (const person of PEOPLE) s.hire(person, { performance: {} });
  while (!s.round('screening')?.tasks.size) expect((await s.answer()) || (await s.memory.sleep())).toBe(true);
  const held = [...s.round('screening')!.tasks.values()].filter((t) => t.state === 'open');
  const { assignee } = held[0]!;
  await leave(s, assignee);
  const open = [...s.round('screening')!.tasks.values()].filter((t) => t.state === 'open');
  expect(open).toHaveLength(held.length);
  expect(open.map((t) => t.assignee)).not.toContain(assignee);
  expect(toldOps(s)).toEqual([['D1-2', [assignee]]]);
});

test('the ballot of a member of the panel who leaves is not waited for', async () => {
  const s = await at('decision', 'panel');
  await leave(s, 'D1-3');
  expect([...s.round('panel')!.tasks.values()].filter((t) => t.state === 'open').map((t) => t.assignee)).toEqual([
    'D1-1',
    'D1-2',
  ]);
  expect(toldOps(s)).toEqual([['D1-2', ['D1-3']]]);
  s.habits = GOOD;
  await s.to('notice');
});

test('an objection goes on to the other handler when the one who was asked leaves', async () => {
  const handlers = ['D4-5', 'D5-4'];
  const s = await at('notice', 'objections', { handlers });
  await s.send('raiseObjection', { about: null, grounds: 'The notice came late.' }, 'D4-3');
  const [asked] = [...s.round('objections')!.tasks.values()];
  await leave(s, asked!.assignee);
  const open = [...s.round('objections')!.tasks.values()].filter((t) => t.state === 'open');
  expect(open.map((t) => t.assignee)).toEqual(handlers.filter((h) => h !== asked!.assignee));
});
