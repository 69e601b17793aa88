import type { PlanOutcome, PlanProblem } from '../../contracts/planning.ts';
import type { Solver } from '../assignment/solver.ts';
import { conflictOf } from './conflict.ts';
import { layOut } from './layout.ts';
import { search } from './search.ts';
import { writePlan } from './write.ts';

/**
 * Compiles a training plan: what is held when, where, by whom and for whom within money, rooms, trainers' and
 * participants' calendars, or the limits that cannot stand together. What must stand is never cut; of the rest as much
 * as can be of the most urgent rank is planned, then of the next. docs/planning.md says how, and where the answer is
 * the best there is and where it is one with a bound. The same problem, its rows in whatever order, has the same plan.
 * Throws one sentence when names in the problem do not fit together.
 */
export function compilePlan(problem: PlanProblem, solver: Solver): PlanOutcome {
  const layout = layOut(problem);
  const found = layout.broken.length > 0 ? null : search(layout, solver);
  if (!found?.draft) return { feasible: false, conflict: conflictOf(problem, solver) };
  return { feasible: true, plan: writePlan(found.draft, found.bound) };
}
