import { expect, test } from '@jest/globals';
import { byRank, GOOD, Scenario } from './scenario.ts';

const PEOPLE = ['D2-2', 'D2-3', 'D2-4', 'D1-5'];

const inDecision = async (habits = {}, other = {}) => {
  const s = await (await new Scenario({ panel: () => null, ...habits }).start(other)).to('call');
  for (const p of PEOPLE) await s.apply(p);
  return s.to('decision');
};
const order = (s: Scenario) => s.state.ranking!.ranking.map((r) => r.application);

test('the panel confirms the ranking', async () => {
  const s = await inDecision();
  s.habits.panel = (_t, state) => ({ candidates: byRank(state), ground: 'none' });
  await s.to('notice');
  expect(s.state.decision).toMatchObject({ candidates: order(s).slice(0, 2), departures: [], cast: [] });
});

test('a departure without a ground goes back to the chair, who states one', async () => {
  const s = await inDecision();
  const [one, , three] = order(s) as [string, string, string];
  s.habits.panel = (t) =>
    s.round('panel')!.tasks.size === 1 && t.assignee === 'D1-1'
      ? { candidates: [one, three], ground: 'coverage', reason: 'Nobody else teaches it.' }
      : { candidates: [one, three], ground: 'none' };
  await s.to('notice');
  expect(s.events('DecisionReturned')).toMatchObject([{ why: 'reason', to: ['D1-1'] }]);
  expect(s.state.decision!.candidates).toEqual([one, three]);
  expect(s.state.decision!.departures.map((d) => [d.change, d.grounds])).toEqual([
    ['in', ['coverage']],
    ['out', ['coverage']],
  ]);
});

test('where the chair states no ground either, the ranking stands', async () => {
  const s = await inDecision();
  const [one, two, three] = order(s) as [string, string, string];
  s.habits.panel = () => ({ candidates: [one, three], ground: 'none' });
  await s.to('notice');
  expect(s.events('DecisionReturned')).toHaveLength(1);
  expect(s.state.decision).toMatchObject({ candidates: [one, two], departures: [] });
});

test('without a quorum those who are silent are asked again', async () => {
  const s = await inDecision();
  let silent = true;
  s.habits.panel = (t, state) =>
    t.assignee === 'D1-1' || !silent ? { candidates: byRank(state), ground: 'none' } : null;
  for (let i = 0; i < 50 && !s.events('DecisionReturned').length; i++) (await s.answer()) || (await s.memory.sleep());
  expect(s.events('DecisionReturned')).toMatchObject([{ why: 'quorum', to: ['D1-2', 'D1-3'] }]);
  silent = false;
  await s.to('notice');
  expect(s.state.decision!.candidates).toHaveLength(2);
});

test('at a tie of votes the chair decides', async () => {
  const s = await inDecision({}, { panel: { members: ['D1-1', 'D1-2'], chair: 'D1-1', quorum: 2 } });
  const [one, two, three] = order(s) as [string, string, string];
  s.habits.panel = (t) =>
    t.assignee === 'D1-1'
      ? { candidates: [one, three], ground: 'evidence', reason: 'A later award.' }
      : { candidates: [one, two], ground: 'none' };
  await s.to('notice');
  expect(s.state.decision!.candidates).toEqual([one, three]);
  expect(s.state.decision!.cast).toEqual([two, three].sort());
});

test('a member who has applied does not vote', async () => {
  const s = await inDecision({}, { panel: { members: ['D1-1', 'D1-2', 'D2-2'], chair: 'D2-2', quorum: 2 } });
  expect([...s.round('panel')!.tasks.keys()]).toEqual(['D1-1', 'D1-2']);
});

test('a ballot names eligible applications only, and one that is withdrawn later has no votes', async () => {
  const s = await inDecision();
  const [one, two] = byRank(s.state);
  const answer = { candidates: [one!, 'constructor'], ground: 'other', reason: 'One seat.' };
  const { stream, tasks } = s.round('panel')!;
  const [task] = tasks.values();
  expect(s.memory.send(stream, 'submit', { task: task!.id, answer }, task!.assignee)).toMatchObject({
    code: 'answer-invalid',
    detail: expect.stringContaining('there is no "constructor" to choose'),
  });
  s.habits.panel = () => ({ candidates: [one!, two!], ground: 'other', reason: 'One seat.' });
  await s.send('withdrawApplication', { reason: 'I move away.' }, s.state.applications[two!]!.person);
  await s.to('notice');
  expect(s.state.decision!.candidates).toHaveLength(1);
});

test('the panel can be exchanged until it is asked, and then decides as any other', async () => {
  const s = await (await new Scenario().start()).to('call');
  for (const p of ['D2-2', 'D2-3']) await s.apply(p);
  const reason = 'One has left.';
  expect(s.refused('setPanel', { members: ['D1-4'], chair: 'D1-5', quorum: 1, reason })).toMatch(/not a member/);
  expect(s.refused('setPanel', { members: ['D1-4'], chair: 'D1-4', quorum: 2, reason })).toMatch(/quorum is 2/);
  await s.send('setPanel', { members: ['D1-4', 'D1-6'], chair: 'D1-4', quorum: 1, reason });
  await s.to('decision');
  const asked = [...s.round('panel')!.tasks.values()].map((t) => t.assignee);
  expect(asked).toEqual(['D1-4', 'D1-6']);
  expect(s.refused('setPanel', { members: ['D1-4'], chair: 'D1-4', quorum: 1, reason })).toMatch(/has been asked/);
  await s.to('notice');
});

test('whoever has applied is brought in to judge nowhere, and it is said who and why', async () => {
  const s = await (await new Scenario({ objections: () => null }).start()).to('call');
  for (const p of PEOPLE) await s.apply(p);
  const reason = 'One has left.';
  const said = (where: string) => `Among the ${where}: D2-2 has applied in this selection and judges nobody in it`;
  const panel = { members: ['D1-4', 'D2-2'], chair: 'D2-2', quorum: 1 };
  expect(s.refused('setPanel', { ...panel, reason })).toContain(said('panel'));
  expect(s.refused('setScreeners', { screeners: ['D1-4', 'D2-2'], reason })).toContain(said('screeners'));
  const reviewers = [{ person: 'D2-2', topics: ['safety'], limit: 4 }];
  expect(s.refused('addReviewers', { reviewers, reason })).toContain(said('reviewers'));
  expect(s.refused('addHandlers', { handlers: ['D2-2'], reason })).toContain(said('handlers'));
  await s.send('withdrawApplication', { reason: 'I judge instead.' }, 'D2-2');
  await s.send('setPanel', { ...panel, reason });
  expect(s.state.terms!.panel).toEqual(panel);
});

test.each([
  ['votes', ['D1-1', 'D1-2', 'D1-3'], 'D1-1'],
  ['is silent', ['D1-2', 'D1-3'], 'D1-2'],
] as const)('in the chair of a decision is somebody who voted: the chair %s', async (_how, voting, chair) => {
  const s = await inDecision({
    panel: (t: { assignee: string }, state: Scenario['state']) =>
      voting.some((p) => p === t.assignee) ? { candidates: byRank(state), ground: 'none' } : null,
  });
  await s.to('notice');
  expect(s.state.decision!.chair).toBe(chair);
});

test('where the chair has applied, the first member who votes is in the chair', async () => {
  const s = await inDecision(
    { panel: GOOD.panel },
    { panel: { members: ['D2-2', 'D1-2', 'D1-3'], chair: 'D2-2', quorum: 2 } },
  );
  await s.to('notice');
  expect(s.state.decision!.chair).toBe('D1-2');
});
