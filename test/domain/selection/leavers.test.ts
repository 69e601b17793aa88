import { expect, test } from '@jest/globals';
import type { StreamId } from '../../../contracts/ids.ts';
import type { Stage } from '../../../contracts/selection/terms.ts';
import type { RoundState } from '../../../domain/round/state.ts';
import { candidatesOf, type SelectionState } from '../../../domain/selection/state.ts';
import { byRank, GOOD, type Habits, ID, Scenario } from './scenario.ts';

/** The best first. */
const PEOPLE = ['D1-5', 'D2-4', 'D2-3', 'D3-2'];

/** Who has to be silent for a selection to stay at a stage. */
const SILENT: Readonly<Partial<Record<Stage, Habits>>> = {
  call: { agreements: () => null },
  review: { review: () => null },
  decision: { panel: () => null },
  results: { acceptance: () => null },
};

const at = async (stage: Stage) => {
  const s = await (await new Scenario(SILENT[stage]).start()).to('call');
  for (const p of PEOPLE) await s.apply(p);
  return stage === 'call' ? s : s.to(stage);
};

/** The two best of those who are still there. */
const bestOf = ({ ranking, applications }: SelectionState) =>
  ranking!.ranking
    .map((r) => r.application)
    .filter((code) => !applications[code]!.withdrawn)
    .slice(0, 2);

/** Somebody leaves the company, and the selection looks at what has changed. */
const leave = async (s: Scenario, person: string) => {
  s.hire(person, { employed: false });
  s.memory.poke(ID);
  await s.memory.work();
};

const openAbout = (s: Scenario, code: string) =>
  Object.keys(s.state.rounds).flatMap((id) => {
    const { tasks } = s.memory.streams.get(id as StreamId)!.state as RoundState;
    return [...tasks.values()].filter((t) => t.about === code && (t.state === 'open' || t.state === 'drafted'));
  });

test.each(['call', 'review', 'decision', 'notice', 'results'] as const)(
  'whoever leaves the company at the stage %s is out, and the selection goes on without them',
  async (stage) => {
    const s = await at(stage);
    const code = s.codeOf('D1-5');
    if (stage === 'call' || stage === 'review' || stage === 'results') expect(openAbout(s, code)).not.toEqual([]);
    await leave(s, 'D1-5');
    expect(s.events('ApplicationWithdrawn')).toMatchObject([{ application: code, reason: { code: 'applicant-left' } }]);
    expect(openAbout(s, code)).toEqual([]);
    expect(s.alarms.filter((a) => a === 'applicant-left')).toHaveLength(1);
    expect(candidatesOf(s.state).map((a) => a.person)).not.toContain('D1-5');
    s.habits = { ...GOOD, panel: (_task, state) => ({ candidates: bestOf(state), ground: 'none' }) };
    await s.to('closed');
    expect(s.state.outcomes![code]).toBe('withdrawn');
    const appointed = Object.values(s.state.applications).filter((a) => a.appointment);
    expect(appointed.map((a) => a.person).sort()).toEqual(['D2-3', 'D2-4']);
    expect(s.memory.refusedOrders).toEqual([]);
  },
);

test('nobody is posted who has left before the notice, and the panel gives their seat to the next without a ground', async () => {
  const s = await at('decision');
  const [first] = byRank(s.state);
  await leave(s, 'D1-5');
  const next = [s.codeOf('D2-4'), s.codeOf('D2-3')];
  s.habits.panel = () => ({ candidates: [first!, ...next].slice(1), ground: 'none' });
  await s.to('notice');
  expect(s.state.decision).toMatchObject({ candidates: next, departures: [] });
  const posted = s.memory.notices.filter((n) => n.template === 'selection.publicNotice').map((n) => n.about.candidates);
  expect(posted).toContainEqual(next);
  expect(posted.flat()).not.toContain(first);
});

test('the seat of somebody who has accepted it and then leaves goes to the next, and no certificate is made of it', async () => {
  const s = await at('results');
  s.habits.acceptance = (t) => (t.assignee === 'D1-5' ? { accepts: true } : null);
  await s.answer();
  expect(s.state.applications[s.codeOf('D1-5')]!.offer).toBe('accepted');
  await leave(s, 'D1-5');
  expect(s.events('SeatOffered').at(-1)).toMatchObject({ application: s.codeOf('D2-3'), reserve: true });
  s.habits = GOOD;
  await s.to('closed');
  expect(s.events('Appointed').map((a) => a.person)).toEqual(expect.not.arrayContaining(['D1-5']));
});

test('an objection about somebody who has left is still answered', async () => {
  const s = await at('notice');
  s.habits.objections = () => null;
  const code = s.codeOf('D1-5');
  await s.send('raiseObjection', { about: code, grounds: 'They were my pupil.' }, 'D4-3');
  await leave(s, 'D1-5');
  expect(openAbout(s, code)).toHaveLength(1);
  s.habits.panel = (_task, state) => ({ candidates: bestOf(state), ground: 'none' });
  s.habits.objections = () => ({ upheld: true, stage: 'review', findings: 'One was unfair.' });
  await s.to('closed');
  expect(s.events('ObjectionResolved')).toMatchObject([{ upheld: true, stage: 'review' }]);
  // Nobody reviews again what is out.
  expect([s.state.runs.review, s.state.runs.notice]).toEqual([2, 2]);
  expect(Object.values(s.state.rounds).filter((r) => r.purpose === 'review')).toHaveLength(1);
  expect(s.memory.refusedOrders).toEqual([]);
});

test('whoever leaves while the selection is paused is out when it goes on', async () => {
  const s = await at('review');
  await s.send('pause', { reason: 'A flood.' });
  await leave(s, 'D1-5');
  expect(s.events('ApplicationWithdrawn')).toEqual([]);
  await s.send('resume', { reason: 'Dry again.' });
  s.memory.poke(ID);
  expect(s.events('ApplicationWithdrawn')).toHaveLength(1);
});
