import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Answer } from '../../../contracts/form.ts';
import type { StreamId } from '../../../contracts/ids.ts';
import { effectOf } from '../../../domain/cycle/effect.ts';
import type { CycleState } from '../../../domain/cycle/state.ts';
import { formOf } from '../../../domain/round/forms.ts';
import type { RoundState, Task } from '../../../domain/round/state.ts';
import { CONFIRMING } from './needing.ts';
import { compiler, YES } from './planned.ts';
import { CycleRun, cycleTerms, OPS } from './run.ts';

/** What everybody answers in the rounds of an offering; supervisors see half of the gap closed. */
function answerTo(purpose: string, task: Task, run: CycleRun): Answer | null {
  if (purpose === 'offering-seats') return { comes: true };
  if (purpose === 'offering-support') return { goal: 'Welds alone.', clarified: true };
  if (purpose === 'offering-attendance') return { absent: [] };
  if (purpose === 'offering-reaction')
    return { relevance: 4, trainer: 2, organisation: 4, overall: 4, recommends: true };
  if (purpose !== 'offering-transfer') return { done: true, notes: 'Done together.' };
  if (task.form === 'participant') return { transfer: 4 };
  const person = run.memory.organisation.people.get(task.aboutPerson!)!;
  const { elements } = run.memory.organisation.posts.get(person.post)!;
  const asked = elements.filter((e) => e.element !== 'planning');
  return { transfer: 4, ...Object.fromEntries(asked.map((e) => [`e_${e.element}`, Number(e.level) - 0.5])) };
}

/** Answers what is open in rounds of offerings; true when anybody did. */
async function answerOfferings(run: CycleRun): Promise<boolean> {
  let answered = false;
  for (const { stream: id, state } of [...run.memory.streams.values()]) {
    const round = state as RoundState;
    if (!id.startsWith('round:') || round.phase !== 'open' || !round.spec?.purpose.startsWith('offering-')) continue;
    const fields = (task: Task) => formOf(round.spec!, task).fields.map((f) => f.key);
    for (const task of [...round.tasks.values()].filter((t) => t.state === 'open')) {
      const answer = Object.entries(answerTo(round.spec.purpose, task, run)!).filter(([key]) =>
        fields(task).includes(key),
      );
      run.memory.send(id as StreamId, 'submit', { task: task.id, answer: Object.fromEntries(answer) }, task.assignee);
      answered = true;
    }
  }
  return answered;
}

async function toTheEnd(run: CycleRun): Promise<void> {
  for (let turn = 0; turn < 3000 && run.state.phase !== 'closed'; turn++) {
    if ((await run.answer()) || (await answerOfferings(run))) continue;
    if (!(await run.memory.sleep())) throw new Error(`Stuck at ${run.state.stage}.`);
  }
}

describe('a year from the mobilisation to the close', () => {
  let run: CycleRun;
  beforeAll(async () => {
    run = new CycleRun({ ...CONFIRMING, ...YES }, { workers: { compilePlan: compiler } });
    await run.open();
    await run.to('summary');
    await run.send('setTrainers', {
      trainers: [
        { person: 'D5-2', courses: ['C-WELD', 'C-SAFE'], hours: 80 },
        { person: 'D5-3', courses: ['C-PLAN'], hours: 80 },
      ],
    });
    await toTheEnd(run);
  });

  test('measures what supervisors rate again against what was promised', () => {
    const { offerings, total } = effectOf(run.state, run.memory.organisation);
    expect(total.held).toBe(offerings.length);
    expect(total.present).toBeGreaterThan(0);
    expect(total.measured).toBeGreaterThan(0);
    expect(run.state.effect).toEqual({
      offerings: offerings.length,
      promised: total.promised,
      measured: total.measured,
    });
    // Each gap was a level and half of it is closed: as much as a course promises.
    expect(total.measured).toBeCloseTo(total.promisedOfMeasured, 6);
  });

  test('every need has come to one end, and what is still open is proposed with its evidence', () => {
    const { needs, outcomes, proposals } = run.state;
    expect(Object.keys(outcomes!).sort()).toEqual(Object.keys(needs).sort());
    const made = Object.values(proposals);
    expect(made.some((p) => p.kind === 'gap-open' && (p.evidence.openAfterCourse as number) > 0)).toBe(true);
    for (const p of made) expect(Object.keys(p.evidence).length).toBeGreaterThan(0);
    expect(run.alarms).toContain('proposals-made');
    expect(run.memory.refusedOrders).toEqual([]);
  });

  test('the next cycle opens with the proposals that were kept', () => {
    const next: StreamId = 'cycle:plan-2029';
    const terms = cycleTerms({ previous: run.id, period: { from: '2029-03-01', to: '2029-12-31' } });
    const timetable = { ...(terms.timetable as object), execution: Date.parse('2030-01-10T18:00:00+08:00') };
    expect(run.memory.send(next, 'open', { ...terms, timetable }, OPS)).toBeNull();
    const { carried } = run.memory.streams.get(next)!.state as CycleState;
    expect(carried?.proposals.map((p) => p.id)).toEqual(Object.keys(run.state.proposals));
  });
});
