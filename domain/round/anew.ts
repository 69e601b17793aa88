import type { Context, Rejection } from '../process.ts';
import { refuse } from '../refuse.ts';
import { refusalByBars, refusalByRelation } from './bars.ts';
import { holdingsOf, refusalOfSecond } from './distinct.ts';
import type { RoundState, Task } from './state.ts';

/** Why a settled task cannot be answered anew by whoever has it: another answer would not count, or not theirs. null: it can. */
export function faultOfAnew(state: RoundState, task: Task, { organisation }: Context): Rejection | null {
  const spec = state.spec!;
  const { reopens } = spec.policy;
  if (reopens && !reopens.some((state) => state === task.state))
    return refuse('not-allowed/answer-counted', { task: task.id, title: spec.title, state: task.state });
  return (
    refusalByBars(spec, task, task.assignee) ??
    refusalByRelation(spec, task, task.assignee, organisation) ??
    refusalOfSecond(spec, holdingsOf(state, [task.id]), task, task.assignee)
  );
}
