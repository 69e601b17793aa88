import { expect, test } from '@jest/globals';
import type { Task } from '../../../domain/round/state.ts';
import { isConflicted } from '../../../domain/selection/people.ts';
import { scoresOf } from '../../../domain/selection/scores.ts';
import { DAY, reviewRounds, Scenario, score, terms } from './scenario.ts';

const PEOPLE = ['D2-2', 'D2-3', 'D2-4', 'D1-5'];

const before = async (habits = {}, other = {}, people = PEOPLE) => {
  const s = await (await new Scenario(habits).start(other)).to('call');
  for (const p of people) await s.apply(p);
  return s.to('reviewers');
};
const inReview = async (habits = {}, other = {}, people = PEOPLE) =>
  (await before({ review: () => null, ...habits }, other, people)).to('review');

const first = (s: Scenario): Task => [...s.round('review')!.tasks.values()][0]!;
const reviewersOf = (s: Scenario, code: string) =>
  s.state.pairs.filter((p) => p.application === code).map((p) => p.reviewer);

test('each application gets its reviews, nobody from a department of their own or over their limit', async () => {
  const s = await inReview({}, {}, [...PEOPLE, 'D3-2', 'D4-3']);
  for (const { code } of Object.values(s.state.applications)) expect(reviewersOf(s, code)).toHaveLength(2);
  for (const { application, reviewer } of s.state.pairs) {
    const about = s.state.applications[application]!;
    expect(s.memory.organisation.people.get(reviewer)!.department).not.toBe(about.department);
  }
  for (const { person, limit } of s.state.pool) {
    expect(s.state.pairs.filter((p) => p.reviewer === person).length).toBeLessThanOrEqual(limit);
  }
});

test('what reviewers declare before the review opens is kept to', async () => {
  const s = await before({ review: () => null });
  const code = s.codeOf('D2-2');
  s.habits.conflicts = (t) => ({ applications: t.assignee.startsWith('D4') ? [code] : [] });
  await s.to('review');
  expect(reviewersOf(s, code).filter((r) => r.startsWith('D4'))).toEqual([]);
});

test('by hand a review goes to nobody of the same department or line either', async () => {
  const s = await inReview();
  const given = [...s.round('review')!.tasks.values()].find((t) => t.aboutPerson === 'D2-2')!;
  const round = s.state.pairs[0]!.round!;
  const reassign = (to: string) =>
    s.memory.send(round, 'reassign', { tasks: [given.id], to, reason: 'By hand.' }, 'OPS');
  expect(reassign('D2-4')).toMatchObject({ code: 'not-allowed' });
  expect(reassign('D2-1')).toMatchObject({ code: 'not-allowed' });
  expect(reassign('D2-2')).toMatchObject({ code: 'not-allowed' });
  expect(reassign('D3-3')).toBeNull();
});

test('nor to anybody who sees by an office who has applied, nor is it matched to whoever has agreed to it', async () => {
  const reviewers = ['D2-1', 'D3-1', 'D4-1'].map((person) => ({ person, topics: [], limit: 9 }));
  const near = { reviewers, reviews: 'everyone', conflicts: { department: false, line: false } };
  for (const blind of [true, false]) {
    const s = await inReview({}, { ...near, blind, disagreementLimit: null }, ['D2-2', 'D3-2']);
    expect(reviewersOf(s, s.codeOf('D2-2')).includes('D2-1')).toBe(!blind);
    const { id } = first(s);
    for (const to of ['D1-1', 'D1-4', 'D5-4']) {
      const given = { tasks: [id], to, reason: 'By hand.' };
      const round = s.round('review')!.stream;
      expect({ to, blind, given: s.memory.send(round, 'reassign', given, 'OPS')?.code ?? null }).toEqual({
        ...{ to, blind, given: blind ? 'not-allowed' : null },
      });
    }
  }
});

test('a reviewer who applies reviews nothing', async () => {
  const s = await inReview({}, {}, ['D5-2', 'D2-3']);
  expect(s.state.pairs.filter((p) => p.reviewer === 'D5-2')).toEqual([]);
});

test('too few reviewers is said before the review opens, and mended by operations', async () => {
  const s = await before(
    { review: () => null },
    { reviews: 4, reviewers: (terms().reviewers as object[]).map((r) => ({ ...r, limit: 3 })) },
  );
  await s.answer();
  expect(s.state.stage).toBe('reviewers');
  expect(s.state.shortages[0]!.sentence).toMatch(
    /need 16 reviews, but the 5 reviewers take at most 15 together: 1 is missing/,
  );
  expect(s.alarms).toContain('reviewers-short');
  await s.send('addReviewers', { reviewers: [{ person: 'D3-4', topics: [], limit: 3 }], reason: 'One more.' });
  expect(s.state.stage).toBe('review');
});

test('what only the matching finds is said as well; lowering the number of reviews mends it', async () => {
  const reviewers = ['D2-1', 'D2-3', 'D3-1'].map((person) => ({ person, topics: [], limit: 9 }));
  const s = await before({ review: () => null }, { reviewers }, ['D2-2', 'D2-5']);
  await s.answer();
  expect(s.state.stage).toBe('reviewers');
  expect(s.state.shortages.length).toBeGreaterThan(0);
  await s.send('lowerReviews', { reviews: 1, reason: 'A small field.' });
  expect(s.state.stage).toBe('review');
  expect(s.memory.refusedOrders).toEqual([]);
});

test('a conflict declared late moves as little as possible', async () => {
  const s = await inReview();
  const pairs = s.state.pairs;
  const { reviewer, application } = pairs[0]!;
  await s.send('declareConflict', { applications: [application], reason: 'A cousin.' }, reviewer);
  const kept = s.state.pairs.filter((p) => pairs.some((q) => q.task === p.task));
  expect(kept).toHaveLength(pairs.length - 1);
  expect(reviewersOf(s, application)).toHaveLength(2);
  expect(reviewersOf(s, application)).not.toContain(reviewer);
  s.habits.review = (t) => score(t, 0);
  await s.to('closed');
  expect(s.memory.refusedOrders).toEqual([]);
});

test('a reviewer who recuses themselves is replaced by the next best', async () => {
  const s = await inReview();
  const task = first(s);
  s.memory.send(s.round('review')!.stream, 'recuse', { task: task.id, reason: 'A former report.' }, task.assignee);
  const [replaced] = s.events('ReviewerReplaced');
  expect(replaced).toMatchObject({ from: task.assignee, why: 'recused', waived: null });
  expect(s.round('review')!.tasks.get(`${task.about}.${replaced!.to}`)).toMatchObject({
    assignee: replaced!.to,
    state: 'open',
  });
  expect(isConflicted(s.state, s.memory.organisation, task.assignee, s.state.applications[task.about!]!)).toBe(true);
  s.habits.review = (t) => score(t, 0);
  await s.to('closed');
});

test('whoever steps in for a silent reviewer has three days of their own, though the review is past its date', async () => {
  const s = await inReview({}, { reviews: 1 }, ['D2-2']);
  while (!s.events('ReviewerReplaced').length) await s.memory.sleep();
  const [{ application, to }] = s.events('ReviewerReplaced') as [{ application: string; to: string }];
  const { due } = s.round('review')!.tasks.get(`${application}.${to}`)!;
  expect(due).toBeGreaterThanOrEqual(s.memory.now + 3 * DAY);
  const task = s.round('review')!.tasks.get(`${application}.${to}`)!;
  s.memory.now += DAY;
  s.memory.send(s.round('review')!.stream, 'submit', { task: task.id, answer: score(task, 0) }, to);
  expect(s.round('review')!.tasks.get(task.id)).toMatchObject({ state: 'submitted', late: false });
});

test('silent reviewers are replaced until nobody is left; then the review is waived and operations hear of it', async () => {
  const s = await inReview({}, { reviews: 1 }, ['D2-2']);
  await s.to('decision').catch(() => undefined);
  const why = s.events('ReviewerReplaced').map((e) => [e.why, e.waived]);
  expect(why.at(-1)).toEqual(['lapsed', 'nobody-left']);
  expect(why).toHaveLength(5);
  expect(s.alarms).toContain('review-waived');
  expect(s.state.ranking!.unranked).toHaveLength(1);
});

test('where the full panel reviews everybody, a recused reviewer is not replaced', async () => {
  const s = await inReview({}, { reviews: 'everyone', conflicts: { department: false, line: false } });
  expect(s.state.pairs).toHaveLength(5 * PEOPLE.length);
  const task = first(s);
  s.memory.send(s.round('review')!.stream, 'recuse', { task: task.id, reason: 'A friend.' }, task.assignee);
  expect(s.events('ReviewerReplaced')).toMatchObject([{ to: null, waived: 'full-panel' }]);
  const other = [...s.round('review')!.tasks.values()].find((t) => t.state === 'open')!;
  await s.send('declareConflict', { applications: [other.about!], reason: 'Also a friend.' }, other.assignee);
  s.habits.review = (t) => score(t, 0);
  await s.to('closed');
  expect(s.memory.refusedOrders).toEqual([]);
});

test('a full panel needs limits that allow it', async () => {
  const s = await before(
    {},
    { reviews: 'everyone', reviewers: (terms().reviewers as object[]).map((r) => ({ ...r, limit: 2 })) },
  );
  await s.answer();
  expect(s.state.shortages[0]!.sentence).toMatch(/takes at most 2/);
});

test('two reviewers far apart discuss; a revision counts, silence keeps the first version, both stay', async () => {
  const s = await inReview({}, {}, ['D2-2', 'D2-3']);
  const code = s.codeOf('D2-2');
  const [high, low] = reviewersOf(s, code) as [string, string];
  s.habits.review = (t) => score(t, t.about === code && t.assignee === low ? -4 : 0);
  s.habits.discussion = (t) => (t.assignee === low ? score(t, -1) : null);
  await s.to('decision');
  const firstVersions = s.round('review')!.tasks;
  const discussed = s.round('discussion')!.tasks;
  expect([...discussed.keys()].sort()).toEqual([`${code}.${high}`, `${code}.${low}`].sort());
  const scores = scoresOf(s.state, reviewRounds(s.memory)).filter(
    (x) => x.application === code && x.criterion === 'knowledge',
  );
  const by = (r: string) => scores.find((x) => x.reviewer === r)!.score as number;
  expect(by(low)).toBe(discussed.get(`${code}.${low}`)!.answer!.knowledge);
  expect(by(high)).toBe(firstVersions.get(`${code}.${high}`)!.answer!.knowledge);
  expect(firstVersions.get(`${code}.${low}`)!.answer!.knowledge).not.toBe(by(low));
});

test('performance records enter by the rule; a missing record has no score', async () => {
  const s = await before({}, {}, ['D2-2', 'D2-3']);
  await s.to('decision');
  const records = scoresOf(s.state, reviewRounds(s.memory)).filter((x) => x.criterion === 'record');
  expect(records.map((r) => [r.reviewer, r.score])).toEqual([
    ['records', 8],
    ['records', 8],
  ]);
});

test('a withdrawn application takes its open reviews with it', async () => {
  const s = await inReview();
  const code = s.codeOf('D2-2');
  await s.send('withdrawApplication', { reason: 'A new post.' }, 'D2-2');
  const tasks = [...s.round('review')!.tasks.values()].filter((t) => t.about === code);
  expect(tasks.map((t) => t.state)).toEqual(['withdrawn', 'withdrawn']);
  s.habits.review = (t) => score(t, 0);
  await s.to('closed');
  expect(s.state.outcomes![code]).toBe('withdrawn');
});

test('criteria corrected in the review have everything reviewed again by the new rubric', async () => {
  const s = await inReview();
  s.habits.review = (t) => score(t, 0);
  await s.to('decision');
  const criteria = (terms().criteria as { id: string; max: number }[]).map((c) => ({ ...c, max: 20 }));
  await s.send('correctCriteria', { criteria, reason: 'The scale was wrong.' });
  expect(s.state).toMatchObject({ stage: 'review', ranking: null });
  expect(s.round('review')!.stream).toMatch(/review-2$/);
  expect(s.round('review')!.tasks.size).toBe(8);
  await s.to('closed');
  expect(s.state.rankings.map((r) => r.number)).toEqual([1, 2]);
  expect(s.memory.refusedOrders).toEqual([]);
});

test.each([2, 'everyone'])(
  'reviews that are asked for again (%s each) are not asked of whoever has left',
  async (reviews) => {
    const s = await before(
      {},
      { reviews, ...(reviews === 'everyone' ? { conflicts: { department: false, line: false } } : {}) },
    );
    await s.to('decision');
    const gone = s.state.pairs[0]!.reviewer;
    s.hire(gone, { employed: false });
    await s.send('reopenStage', { stage: 'review', reason: 'The record was lost.', applications: [] });
    expect(s.memory.refusedOrders).toEqual([]);
    await s.to('decision');
    expect(s.state.pairs.map((p) => p.reviewer)).not.toContain(gone);
    if (typeof reviews !== 'number') return;
    for (const { code } of Object.values(s.state.applications)) expect(reviewersOf(s, code)).toHaveLength(reviews);
  },
);

test('a difference is discussed by whoever is still here', async () => {
  const s = await inReview();
  const { reviewer: gone, application } = s.state.pairs[0]!;
  const apart = (t: Task) => score(t, t.assignee === gone ? -4 : 2);
  s.habits.review = (t) => (t.id === `${application}.${gone}` ? null : apart(t));
  while (await s.answer());
  const last = s.round('review')!.tasks.get(`${application}.${gone}`)!;
  s.memory.send(s.round('review')!.stream, 'submit', { task: last.id, answer: apart(last) }, gone);
  s.hire(gone, { employed: false });
  await s.memory.work();
  await s.to('decision');
  expect(s.memory.refusedOrders).toEqual([]);
  expect([...(s.round('discussion')?.tasks.values() ?? [])].map((t) => t.assignee)).not.toContain(gone);
});
