import { createHash } from 'node:crypto';
import type { StreamId } from '../../../contracts/ids.ts';
import { loadSolver } from '../../../domain/assignment/solver.ts';
import { planProblemOf } from '../../../domain/cycle/compiling/problem.ts';
import { type CycleState, latestPlan, type Need } from '../../../domain/cycle/state.ts';
import { canonicalPlan } from '../../../domain/planning/canonical.ts';
import { compilePlan } from '../../../domain/planning/compile.ts';
import type { RoundState } from '../../../domain/round/state.ts';
import type { Worker } from '../../../domain/turn/memory.ts';
import { CycleRun, type Habits, type Terms } from './run.ts';

/** One need of the test: who, in which element, by which course. */
export interface Wanted {
  readonly element: string;
  readonly course: string;
  readonly people: readonly string[];
  readonly must?: boolean;
  readonly urgency?: 1 | 2 | 3;
  readonly quote?: string;
}

/** People 5 to 7 of a department: fitters. */
export const fitters = (department: string) => [5, 6, 7].map((n) => `${department}-${n}`);

export const WANTED: readonly Wanted[] = [
  { element: 'welding', course: 'C-WELD', people: [...fitters('D2'), ...fitters('D3')], urgency: 1 },
  { element: 'safety', course: 'C-SAFE', people: [...fitters('D2'), ...fitters('D4')], urgency: 2 },
  { element: 'planning', course: 'C-PLAN', people: fitters('D3'), urgency: 3 },
];

/** Everybody gives and approves. */
export const YES: Habits = {
  commitments: () => ({ answer: 'give' }),
  approval: () => ({ decision: 'approve' }),
  changes: () => ({ decision: 'approve' }),
};

export const compiler: Worker = async (memory, stream, key) => {
  const state = memory.streams.get(stream)!.state as CycleState;
  const rounds = new Map<StreamId, RoundState>(
    Object.values(state.rounds)
      .filter((r) => r.purpose === 'ratings')
      .flatMap((r) => {
        const round = memory.streams.get(r.id);
        return round ? [[r.id, round.state as RoundState] as const] : [];
      }),
  );
  const outcome = compilePlan(planProblemOf(state, memory.organisation, rounds), await loadSolver());
  const digest = outcome.feasible ? createHash('sha256').update(canonicalPlan(outcome.plan)).digest('hex') : '';
  return { type: 'recordPlan', body: { key, outcome, digest } };
};

/** A cycle whose needs are merged and sourced already, at the beginning of the compilation. */
export async function atCompiling(
  habits: Habits = {},
  {
    terms = {},
    wanted = WANTED,
    compile = true,
  }: { terms?: Terms; wanted?: readonly Wanted[]; compile?: boolean } = {},
): Promise<CycleRun> {
  const run = new CycleRun({ ...YES, ...habits }, { workers: { compilePlan: compiler } });
  await run.open(terms);
  prepare(run.state, wanted);
  run.memory.now = run.state.plan.compiling!.start;
  run.state.stage = 'compiling';
  run.state.runs = { ...run.state.runs, compiling: 1 };
  run.state.startedAt = run.memory.now;
  run.state.until = run.state.plan.compiling!.end;
  for (const id of Object.keys(run.state.rounds) as StreamId[]) {
    run.state.rounds[id] = { ...run.state.rounds[id]!, concluded: true };
    run.memory.streams.delete(id);
  }
  run.memory.put(run.id, run.state);
  if (compile) await run.look();
  return run;
}

function prepare(state: CycleState, wanted: readonly Wanted[]): void {
  state.trainers = {
    'D5-2': { person: 'D5-2', courses: ['C-WELD', 'C-PLAN'], topics: [], hours: 60, until: null },
    'D5-3': { person: 'D5-3', courses: ['C-SAFE', 'C-PLAN'], topics: [], hours: 60, until: null },
    'D4-2': { person: 'D4-2', courses: ['C-WELD', 'C-SAFE'], topics: [], hours: 60, until: null },
  };
  wanted.forEach((w, i) => {
    const need = `N-${String(i + 1).padStart(5, '0')}`;
    const merged = `M-${String(i + 1).padStart(4, '0')}`;
    state.needs[need] = needOf(need, w);
    state.merged[merged] = { id: merged, element: w.element, level: 5, course: w.course, needs: [need] };
    state.sourcing[merged] = {
      merged,
      source: w.quote ? 'outside' : 'internal',
      course: w.course,
      quote: w.quote ?? null,
      reason: 'by-hand',
      passed: [],
      trainers: [],
      cost: null,
      quotes: [],
    };
  });
}

function needOf(need: string, { element, course, people, must = false, urgency = 2 }: Wanted): Need {
  return {
    need,
    department: people[0]!.split('-')[0]!,
    origin: 'stated',
    element,
    level: 5,
    course,
    people: [...people],
    urgency,
    must,
    diagnosed: true,
    by: null,
    goal: null,
    problem: null,
    state: 'confirmed',
    rank: 1,
    question: null,
  };
}

/** The offerings of the latest version, by course. */
export function offeringOf(run: CycleRun, course: string) {
  return latestPlan(run.state)!.plan.offerings.find((o) => o.course === course)!;
}

/** The plan is compiled, committed and approved: it is frozen, and its offerings have started. */
export async function atExecution(
  habits: Habits = {},
  more: { terms?: Terms; wanted?: readonly Wanted[] } = {},
): Promise<CycleRun> {
  const run = await atCompiling(habits, more);
  return run.to('execution');
}
