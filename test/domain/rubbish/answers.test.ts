import { describe, expect, test } from '@jest/globals';
import type { CyclePurpose, CycleStage } from '../../../contracts/cycle.ts';
import type { Answer } from '../../../contracts/form.ts';
import type { OfferingPurpose, OfferingStage } from '../../../contracts/offering.ts';
import type { Purpose, Stage } from '../../../contracts/selection/terms.ts';
import type { RoundState, Task } from '../../../domain/round/state.ts';
import { atCompiling } from '../cycle/planned.ts';
import { CycleRun } from '../cycle/run.ts';
import * as course from '../offering/scenario.ts';
import * as trainers from '../selection/scenario.ts';
import { expectUnharmed } from './sending.ts';

const reason = 'For a good reason.';

/** The task of a round that waits for its answer until all others have theirs. */
function keptFrom(round: RoundState): Task {
  return [...round.tasks.values()].find((t) => t.state === 'open')!;
}

async function submitted(
  { memory }: { readonly memory: course.Course['memory'] },
  round: RoundState,
  task: Task,
  answer: Answer,
): Promise<void> {
  const bodies = { submit: { task: task.id, answer } };
  const actorOf = () => task.assignee;
  expect(round.tasks.get(task.id)!.state).toBe('open');
  await expectUnharmed({ memory, stream: round.stream, bodies, actorOf, types: ['submit'] });
}

describe('hostile answers in a training-plan cycle', () => {
  test.each<[CyclePurpose, CycleStage, (task: Task, run: CycleRun) => Answer]>([
    ['mobilisation', 'mobilisation', () => ({ answer: 'delegate', delegate: ['D2-3'], reason })],
    ['ratings', 'ratings', (task, run) => ({ ...run.rate(task, 1), remarks: reason })],
    [
      'talks',
      'talks',
      () => ({ held: '2026-11-20', element1: 'planning', means1: 'course', until1: '2027-09-30', goal1: 'X.' }),
    ],
    ['needs', 'needs', (_, run) => ({ answer: 'needs', confirmed: Object.keys(run.state.needs).slice(0, 2), reason })],
  ])('%s', async (purpose, stage, answerOf) => {
    const run = await new CycleRun().open();
    await run.to(stage);
    const round = run.round(purpose)!;
    const kept = keptFrom(round);
    const habit = run.habits[purpose] ?? (() => ({ answer: 'nil', reason }));
    run.habits[purpose] = (task, r) => (task.id === kept.id ? null : habit(task, r));
    while (await run.answer());
    await submitted(run, round, round.tasks.get(kept.id)!, answerOf(kept, run));
  });

  test.each<[CyclePurpose, CycleStage, Answer]>([
    ['commitments', 'commitments', { answer: 'partly', amount: 1000, comment: reason }],
    ['approval', 'approval', { decision: 'return', touches: ['O-001'], comments: reason, conditions: reason }],
    ['changes', 'execution', { decision: 'approve', comment: reason }],
  ])('%s', async (purpose, stage, answer) => {
    const run = await atCompiling();
    await run.send('finishStage', { stage: 'compiling', reason });
    await run.to(stage);
    const line = Object.keys(run.state.lines)[0] ?? 'O-001';
    if (purpose === 'changes')
      await run.send('requestChange', {
        change: { kind: 'seats', offering: line, seats: 9 },
        emergency: false,
        reason,
      });
    const round = run.round(purpose)!;
    const kept = keptFrom(round);
    const habit = run.habits[purpose]!;
    run.habits[purpose] = (task, r) => (task.id === kept.id ? null : habit(task, r));
    while (await run.answer());
    await submitted(run, round, round.tasks.get(kept.id)!, answer);
  });
});

describe('hostile answers in a selection', () => {
  test.each<[Purpose, Stage, (s: trainers.Scenario) => Answer]>([
    ['acknowledgement', 'measures', () => ({ acknowledged: true })],
    ['endorsements', 'publicity', () => ({ supports: true, words: 'Go.' })],
    ['nominations', 'call', () => ({ accepts: true, remarks: 'Yes.' })],
    ['agreements', 'call', () => ({ agrees: true, reason })],
    ['conflicts', 'reviewers', (s) => ({ applications: Object.keys(s.state.applications), reason })],
    [
      'review',
      'review',
      () => ({ knowledge: 5, communication: 5, 'review-reasons': reason, 'review-comment': reason }),
    ],
    ['panel', 'decision', (s) => ({ candidates: trainers.byRank(s.state), ground: 'other', reason })],
    ['objections', 'notice', () => ({ upheld: true, stage: 'review', findings: reason })],
    ['acceptance', 'results', () => ({ accepts: true, remarks: 'Gladly.' })],
  ])('%s', async (purpose, stage, answerOf) => {
    const s = await new trainers.Scenario().start();
    await s.to(stage === 'measures' || stage === 'publicity' ? stage : 'call');
    if (purpose === 'nominations') await s.send('nominate', { person: 'D2-5', reason }, 'D3-1');
    if (s.state.stage === 'call') for (const person of ['D2-2', 'D2-3', 'D4-3']) await s.apply(person);
    await s.to(stage);
    if (purpose === 'objections') await s.send('raiseObjection', { about: null, grounds: 'Not posted.' }, 'D4-6');
    const round = s.round(purpose)!;
    const kept = keptFrom(round);
    const habit = s.habits[purpose];
    s.habits[purpose] = (task, state) => (task.id === kept.id ? null : habit(task, state));
    while (await s.answer());
    await submitted(s, round, round.tasks.get(kept.id)!, answerOf(s));
  });
});

describe('hostile answers about a course', () => {
  test.each<[OfferingPurpose, OfferingStage]>([
    ['seats', 'invitation'],
    ['support', 'invitation'],
    ['attendance', 'teaching'],
    ['reaction', 'feedback'],
    ['transfer', 'follow-up'],
  ])('%s', async (purpose, stage) => {
    const c = new course.Course().open();
    const habit = c.habits[purpose];
    let kept: Task | undefined;
    c.habits[purpose] = (task) => (kept === undefined || task.id === kept.id ? null : habit(task));
    await c.to(stage);
    if (!c.rounds(purpose).length) while (!c.answer() && !c.rounds(purpose).length) await c.memory.sleep();
    const round = c.round(purpose);
    kept = keptFrom(round);
    while (c.answer());
    await submitted(c, round, round.tasks.get(kept.id)!, habit(kept) as Answer);
  });
});
