import { expect, test } from '@jest/globals';
import type { StreamId } from '../../../contracts/ids.ts';
import type { RoundState, Task } from '../../../domain/round/state.ts';
import { isConflicted } from '../../../domain/selection/people.ts';
import { doubleReviews, scoresOf } from '../../../domain/selection/scores.ts';
import { byRank, OPS, reviewRounds, Scenario, score, terms } from './scenario.ts';

const reason = 'By hand.';
const PEOPLE = ['D2-2', 'D2-3', 'D2-4', 'D1-5'];

async function inReview(other: object = {}): Promise<Scenario> {
  const reviewers = (terms().reviewers as object[]).map((r) => ({ ...r, limit: 9 }));
  const s = await (await new Scenario({ review: () => null }).start({ reviewers, ...other })).to('call');
  for (const p of PEOPLE) await s.apply(p);
  return (await s.to('reviewers')).to('review');
}

const reviewersOf = (s: Scenario, code: string) =>
  s.state.pairs.filter((p) => p.application === code).map((p) => p.reviewer);
const tasksOf = (s: Scenario, code: string): [Task, Task] => {
  const all = [...reviewRounds(s.memory).values()].flatMap((r) => [...r.tasks.values()]);
  return all.filter((t) => t.about === code && t.state === 'open') as [Task, Task];
};
/** Reviewers of the pool who may review an application and do not. */
const free = (s: Scenario, code: string): string[] =>
  s.state.pool
    .map((r) => r.person)
    .filter((p) => !isConflicted(s.state, s.memory.organisation, p, s.state.applications[code]!))
    .filter((p) => !tasksOf(s, code).some((t) => t.assignee === p));

async function give(s: Scenario, task: Task, to: string, round: StreamId = s.round('review')!.stream) {
  const refusal = s.memory.send(round, 'reassign', { tasks: [task.id], to, reason }, OPS);
  await s.memory.work();
  return refusal;
}
async function act(s: Scenario, type: 'recuse' | 'decline', task: Task): Promise<void> {
  const { assignee } = s.round('review')!.tasks.get(task.id)!;
  expect(s.memory.send(s.round('review')!.stream, type, { task: task.id, reason }, assignee)).toBeNull();
  await s.memory.work();
}
/** Everybody reviews, and the selection comes to its end. */
async function ends(s: Scenario): Promise<void> {
  s.habits.review = (t) => score(t, 0);
  await s.to('closed');
  expect(s.memory.refusedOrders).toEqual([]);
}

test('a review goes to nobody who holds another of the same application, whoever gives it', async () => {
  const s = await inReview();
  const code = s.codeOf('D2-2');
  const [one, two] = tasksOf(s, code);
  const refused = {
    code: 'not-allowed',
    detail: expect.stringContaining(`${two.assignee} already holds task ${two.id}`),
  };
  expect(await give(s, one, two.assignee)).toMatchObject(refused);
  const again = { id: '+again', assignee: two.assignee, about: code, aboutPerson: 'D2-2' };
  expect(s.memory.send(s.round('review')!.stream, 'addTasks', { tasks: [again] }, OPS)).toMatchObject(refused);
  await ends(s);
});

test('who steps in for a reviewer is nobody to whom the other review was given by hand', async () => {
  const s = await inReview();
  const code = s.codeOf('D2-2');
  const [one, two] = tasksOf(s, code);
  // The next best would be the first of these.
  await act(s, 'decline', two);
  const best = tasksOf(s, code).find((t) => t.id !== one.id)!.assignee;

  const other = await inReview();
  const [first, second] = tasksOf(other, code);
  expect(await give(other, first, best)).toBeNull();
  expect(reviewersOf(other, code)).toEqual([best, second.assignee]);
  await act(other, 'decline', second);
  const holders = tasksOf(other, code).map((t) => t.assignee);
  expect(new Set(holders).size).toBe(2);
  expect(holders).toContain(best);
  expect(reviewersOf(other, code).sort()).toEqual(holders.sort());
  await ends(other);
  expect(other.state.ranking!.ranking.find((r) => r.application === code)!.reviews).toBe(3);
});

test('a conflict declared by somebody to whom a review was given leaves no hole', async () => {
  const s = await inReview();
  const code = s.codeOf('D2-2');
  const [one] = tasksOf(s, code);
  const [to] = free(s, code) as [string];
  expect(await give(s, one, to)).toBeNull();
  await s.send('declareConflict', { applications: [code], reason: 'A cousin.' }, to);
  expect(tasksOf(s, code).map((t) => t.assignee)).not.toContain(to);
  expect(reviewersOf(s, code)).toHaveLength(2);
  expect(reviewersOf(s, code)).not.toContain(to);
  s.habits.review = (t) => score(t, 0);
  await s.to('decision');
  // Two reviews, and the performance record.
  expect(s.state.ranking!.ranking.find((r) => r.application === code)!.reviews).toBe(3);
});

test('somebody outside the pool keeps the review they were given when others are matched anew, and declares conflicts', async () => {
  const s = await inReview();
  const [code, other] = [s.codeOf('D2-2'), s.codeOf('D2-3')];
  const [one] = tasksOf(s, code);
  expect(await give(s, one, 'D4-4')).toBeNull();
  const third = reviewersOf(s, other)[0]!;
  await s.send('declareConflict', { applications: [other], reason: 'A cousin.' }, third);
  expect(reviewersOf(s, code)).toContain('D4-4');
  expect(tasksOf(s, code).map((t) => t.assignee)).toContain('D4-4');
  await s.send('declareConflict', { applications: [code], reason: 'A cousin.' }, 'D4-4');
  expect(reviewersOf(s, code)).not.toContain('D4-4');
  expect(reviewersOf(s, code)).toHaveLength(2);
  await ends(s);
});

test('whoever has recused themselves is given no other review of the application, in this round or a later one', async () => {
  const s = await inReview();
  const code = s.codeOf('D2-2');
  const [one] = tasksOf(s, code);
  expect(await give(s, one, 'D4-4')).toBeNull();
  await act(s, 'recuse', one);
  const round = s.round('review')!.stream;
  for (const t of tasksOf(s, code)) expect(await give(s, t, 'D4-4')).toMatchObject({ code: 'not-allowed' });
  const again = { id: '+again', assignee: 'D4-4', about: code, aboutPerson: 'D2-2' };
  expect(s.memory.send(round, 'addTasks', { tasks: [again] }, OPS)).toMatchObject({ code: 'not-allowed' });
  s.habits.review = (t) => score(t, 0);
  await s.to('decision');
  s.habits.review = () => null;
  await s.send('reopenStage', { stage: 'review', reason: 'The record was lost.', applications: [code] });
  expect(s.round('review')!.stream).not.toBe(round);
  for (const t of tasksOf(s, code)) expect(await give(s, t, 'D4-4')).toMatchObject({ code: 'not-allowed' });
  await ends(s);
});

test('reviews of one application in two rounds are held by different people', async () => {
  const s = await inReview();
  const code = s.codeOf('D2-2');
  const former = s.round('review')!.stream;
  const [gone, kept] = tasksOf(s, code);
  await s.send('declareConflict', { applications: [code], reason: 'A cousin.' }, gone.assignee);
  const later = s.round('review')!.stream;
  expect(later).not.toBe(former);
  const fresh = tasksOf(s, code).find((t) => t.id !== kept.id)!;
  expect(await give(s, kept, fresh.assignee, former)).toMatchObject({ code: 'not-allowed' });
  expect(await give(s, fresh, kept.assignee, later)).toMatchObject({ code: 'not-allowed' });
  const to = free(s, code).find((p) => p !== kept.assignee)!;
  expect(await give(s, fresh, to, later)).toBeNull();
  expect(await give(s, kept, to, former)).toMatchObject({ code: 'not-allowed' });
  await ends(s);
});

test('of two reviews of one application by one person the first counts, and the ranking says so', async () => {
  const s = await inReview();
  s.habits.review = (t) => score(t, 0);
  await s.to('decision');
  const code = s.codeOf('D2-2');
  const [one, two] = s.state.pairs.filter((p) => p.application === code).map((p) => p.task) as [string, string];
  const rounds = new Map(reviewRounds(s.memory));
  const [id, round] = [...rounds].find(([, r]) => r.tasks.has(one)) as [StreamId, RoundState];
  const first = round.tasks.get(one)!;
  const doubled = { ...round.tasks.get(two)!, assignee: first.assignee, settledAt: first.settledAt! + 1 };
  rounds.set(id, { ...round, tasks: new Map([...round.tasks, [two, doubled]]) });
  const own = scoresOf(s.state, rounds).filter((x) => x.application === code && x.reviewer === first.assignee);
  expect(own.map((x) => x.criterion)).toEqual(['knowledge', 'communication']);
  expect(doubleReviews(s.state, rounds)).toEqual([
    `${first.assignee} has reviewed ${code} twice; the first review counts, and ${two} does not.`,
  ]);
  expect(doubleReviews(s.state, reviewRounds(s.memory))).toEqual([]);
});

test('a difference is discussed by whoever holds the reviews, and nobody discusses for another', async () => {
  const s = await inReview();
  const code = s.codeOf('D2-2');
  const [one] = tasksOf(s, code);
  const [to] = free(s, code) as [string];
  expect(await give(s, one, to)).toBeNull();
  s.habits.review = (t) => score(t, t.about === code && t.assignee === to ? -4 : 2);
  s.habits.discussion = () => null;
  while (!s.round('discussion')) expect((await s.answer()) || (await s.memory.sleep())).toBe(true);
  const { stream, tasks } = s.round('discussion')!;
  const own = [...tasks.values()].find((t) => t.about === code && t.assignee === to)!;
  expect(own).toBeDefined();
  expect(await give(s, own, 'D4-4', stream)).toMatchObject({ code: 'not-allowed' });
  s.habits.discussion = (t) => (t.assignee === to ? score(t, 1) : null);
  await s.to('decision');
  const revised = s.round('discussion')!.tasks.get(own.id)!.answer!.knowledge;
  const counted = scoresOf(s.state, reviewRounds(s.memory)).find(
    (x) => x.application === code && x.reviewer === to && x.criterion === 'knowledge',
  );
  expect(counted!.score).toBe(revised);
});

test('a ballot is given by the member of the panel whose it is', async () => {
  const s = await inReview();
  s.habits.review = (t) => score(t, 0);
  s.habits.panel = () => null;
  await s.to('decision');
  const { stream, tasks } = s.round('panel')!;
  const [one, two] = [...tasks.values()] as [Task, Task];
  const refused = {
    code: 'not-allowed',
    detail: expect.stringContaining(`asks for the word of ${one.assignee} alone`),
  };
  expect(await give(s, one, two.assignee, stream)).toMatchObject(refused);
  expect(await give(s, one, 'D4-4', stream)).toMatchObject(refused);
  const second = { id: '+second', assignee: two.assignee };
  expect(s.memory.send(stream, 'addTasks', { tasks: [second] }, OPS)).toMatchObject({ code: 'not-allowed' });
  s.habits.panel = (_t, state) => ({ candidates: byRank(state), ground: 'none' });
  await s.to('notice');
  expect(Object.keys(s.state.ballots).sort()).toEqual([...tasks.values()].map((t) => t.assignee).sort());
});

test('nobody adds a task by the number of the next objection', async () => {
  const s = await inReview();
  s.habits.review = (t) => score(t, 0);
  await s.to('notice');
  s.habits.objections = () => null;
  const code = s.codeOf('D2-2');
  await s.send('raiseObjection', { about: code, grounds: 'He was not there.' }, 'D4-4');
  const round = s.round('objections')!.stream;
  const add = (id: string) => {
    const task = { id, assignee: 'D5-4', about: code, aboutPerson: 'D2-2' };
    return s.memory.send(round, 'addTasks', { tasks: [task] }, OPS);
  };
  expect(add('O-2')).toMatchObject({ code: 'not-allowed', detail: expect.stringContaining('as in +O-2') });
  expect(add('+O-2')).toBeNull();
  await s.send('raiseObjection', { about: s.codeOf('D2-3'), grounds: 'Nor was he.' }, 'D4-3');
  expect(s.state.objections['O-2']!.asked.task).toBe('O-2');
  expect(s.round('objections')!.tasks.get('O-2')).toMatchObject({ state: 'open' });
  s.habits.objections = () => ({ upheld: false, findings: 'Nothing was found.' });
  await s.to('closed');
  expect(s.memory.refusedOrders).toEqual([]);
});
