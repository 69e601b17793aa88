import type { Answer } from '../../../contracts/form.ts';
import type { StreamId } from '../../../contracts/ids.ts';
import { formOf } from '../../../domain/round/forms.ts';
import type { RoundState, Task } from '../../../domain/round/state.ts';
import type { CycleRun } from './run.ts';

/** What everybody answers in the rounds of an offering; supervisors see half of the gap closed. */
export function answerTo(purpose: string, task: Task, run: CycleRun): Answer | null {
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

/** Everybody answers, in the cycle and about its courses, until it is closed. */
export async function toTheEnd(run: CycleRun): Promise<void> {
  for (let turn = 0; turn < 3000 && run.state.phase !== 'closed'; turn++) {
    if ((await run.answer()) || (await answerOfferings(run))) continue;
    if (!(await run.memory.sleep())) throw new Error(`Stuck at ${run.state.stage}.`);
  }
}
