import { expect, test } from '@jest/globals';
import type { StreamId } from '../../../contracts/ids.ts';
import type { Task } from '../../../domain/round/state.ts';
import { scoresOf } from '../../../domain/selection/scores.ts';
import type { Memory } from '../../../domain/turn/memory.ts';
import { CycleRun, OPS } from '../cycle/run.ts';
import { Course } from '../offering/scenario.ts';
import { reviewRounds, Scenario, score } from '../selection/scenario.ts';

const reason = 'It was a slip.';
const FOR_NOBODY = { code: 'not-allowed', detail: expect.stringMatching(/another answer would count for nobody; ask/) };

function reopen(memory: Memory, round: StreamId, task: string) {
  return memory.send(round, 'reopen', { task, reason, due: memory.now + 5 * 86_400_000 }, OPS);
}
const first = ({ tasks }: { tasks: ReadonlyMap<string, Task> }, state: Task['state'] = 'submitted') =>
  [...tasks.values()].find((t) => t.state === state)!;

test('what a selection has taken over as it came is not asked again', async () => {
  const s = await (await new Scenario().start()).to('publicity');
  await s.send('nominate', { person: 'D2-3', reason }, 'D2-2');
  await s.answer();
  const refused = (purpose: 'nominations' | 'agreements' | 'screening' | 'objections' | 'acceptance') => {
    const round = s.round(purpose)!;
    expect(reopen(s.memory, round.stream, first(round).id)).toMatchObject(FOR_NOBODY);
  };
  refused('nominations');
  await s.to('call');
  for (const p of ['D2-2', 'D2-4', 'D1-5']) await s.apply(p);
  s.hire('D1-5', { performance: {} });
  await s.answer();
  refused('agreements');
  s.habits.agreements = () => null;
  await s.to('screening');
  await s.answer();
  if (s.round('screening')) refused('screening');
  await s.to('notice');
  for (const about of [null, s.codeOf('D2-2')]) await s.send('raiseObjection', { about, grounds: 'Unfair.' }, 'D4-6');
  s.habits.objections = (t) => (t.about === null ? { upheld: false, findings: 'No.' } : null);
  await s.answer();
  refused('objections');
  s.habits.objections = () => ({ upheld: false, findings: 'No.' });
  await s.to('results');
  s.habits.acceptance = (t) => (t.id === first(s.round('acceptance')!, 'open').id ? { accepts: false } : null);
  await s.answer();
  if (s.round('acceptance')!.phase === 'open') refused('acceptance');
});

test('a review may be given anew, and then counts; in the place of what was not given stands another', async () => {
  const s = await (await new Scenario({ review: () => null }).start()).to('call');
  for (const p of ['D2-2', 'D2-3']) await s.apply(p);
  await s.to('review');
  const { stream, tasks } = s.round('review')!;
  const [one, two] = [...tasks.values()] as [Task, Task];
  s.memory.send(stream, 'submit', { task: one.id, answer: score(one, 3) }, one.assignee);
  expect(reopen(s.memory, stream, one.id)).toBeNull();
  s.memory.send(stream, 'submit', { task: one.id, answer: score(one, -1) }, one.assignee);
  s.memory.send(stream, 'decline', { task: two.id, reason }, two.assignee);
  expect(reopen(s.memory, stream, two.id)).toMatchObject(FOR_NOBODY);
  s.habits.review = (t) => score(t, 0);
  await s.to('decision');
  const { knowledge } = score(one, -1);
  expect(scoresOf(s.state, reviewRounds(s.memory))).toContainEqual({
    reviewer: one.assignee,
    application: one.about,
    criterion: 'knowledge',
    score: knowledge,
  });
  // The round has settled by then.
  expect(reopen(s.memory, stream, one.id)).toMatchObject({
    code: 'round-closed',
    detail: expect.stringMatching(/would count for nobody; ask whoever runs the procedure to open its stage again/),
  });
});

test('nor is what a cycle has taken over', async () => {
  const held = {
    held: '2026-11-20',
    element1: 'planning',
    means1: 'course',
    until1: '2027-09-30',
    goal1: 'Plans alone.',
  };
  const run = await new CycleRun({ talks: (t) => (t.aboutPerson === 'D3-6' ? held : null) }).open();
  await run.to('talks');
  while (!run.round('signatures')?.answers) await run.answer();
  const signatures = run.round('signatures')!;
  expect(reopen(run.memory, signatures.stream, first(signatures).id)).toMatchObject(FOR_NOBODY);
});

test('the word of a supervisor that was not given may be given later, and a seat is taken after all', async () => {
  const c = new Course({ seats: (t) => (t.assignee === 'D2-2' ? { comes: false } : null), support: () => null }).open();
  await c.to('invitation');
  c.answer();
  expect(c.state.seats['D2-2']).not.toBe('accepted');
  expect(reopen(c.memory, c.round('seats').stream, 'D2-2')).toBeNull();
  c.memory.send(c.round('seats').stream, 'submit', { task: 'D2-2', answer: { comes: true } }, 'D2-2');
  expect(c.state.seats['D2-2']).toBe('accepted');
  const support = c.round('support');
  const { assignee } = support.tasks.get('D2-3')!;
  c.memory.send(support.stream, 'decline', { task: 'D2-3', reason }, assignee);
  expect(reopen(c.memory, support.stream, 'D2-3')).toBeNull();
  const answer = { goal: 'Change the valves.', clarified: true };
  c.memory.send(support.stream, 'submit', { task: 'D2-3', answer }, assignee);
  expect(c.state.support['D2-3']).toBe(true);
  expect(reopen(c.memory, support.stream, 'D2-3')).toMatchObject(FOR_NOBODY);
});
