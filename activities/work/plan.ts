import { createHash } from 'node:crypto';
import { loadSolver } from '../../domain/assignment/solver.ts';
import { planProblemOf } from '../../domain/cycle/compiling/problem.ts';
import { canonicalPlan } from '../../domain/planning/canonical.ts';
import { compilePlan as compile } from '../../domain/planning/compile.ts';
import type { CycleReading } from './cycle-reading.ts';
import type { SlowWork } from './slow.ts';

/** Compiles the plan, or finds the limits that cannot stand together; a plan's digest is that of its canonical text. */
export const compilePlan: SlowWork<CycleReading> = async ({ state, rounds, organisation }, key) => {
  const outcome = compile(planProblemOf(state, organisation, rounds), await loadSolver());
  const digest = outcome.feasible ? createHash('sha256').update(canonicalPlan(outcome.plan)).digest('hex') : '';
  return { type: 'recordPlan', body: { key, outcome, digest } };
};
