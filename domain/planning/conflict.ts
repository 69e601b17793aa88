import type { LimitRef, PlanConflict, PlanProblem } from '../../contracts/planning.ts';
import type { Solver } from '../assignment/solver.ts';
import { layOut } from './layout.ts';
import { ALL_ROOMS, compareText, HORIZON, limitKey, type Relaxed } from './limit.ts';
import { search } from './search.ts';
import { seriesKey } from './seat.ts';

/**
 * Limits that cannot stand together, none of them too many: looking away from any one of them leaves a plan. Found by
 * the deletion filter (Chinneck and Dravnieks 1991): every limit is left out in turn, and stays out when the rest is
 * still a conflict. Whole halves are tried first, because most limits have nothing to do with it.
 */
export function conflictOf(problem: PlanProblem, solver: Solver): PlanConflict {
  const all = limitsOf(problem);
  const needed = filter(all, (without) => !stands(problem, solver, without));
  const limits = needed.map((limit) => ({ ...limit, sentence: sentenceOf(problem, limit) }));
  const told = limits.map(({ sentence }) => sentence).join(' ');
  const others = all.filter((limit) => !needed.includes(limit));
  const sure = proven(problem, solver, others);
  return {
    limits,
    sentence: `${sure ? 'These cannot stand together' : 'No plan was found in which these stand together'}: ${told}`,
  };
}

function proven(problem: PlanProblem, solver: Solver, without: readonly LimitRef[]): boolean {
  const relaxed = new Set(without.map(limitKey));
  const layout = layOut(onlyWithMusts(problem, relaxed), relaxed);
  return layout.broken.length > 0 || search(layout, solver).proven;
}

/** There is a plan when these limits are looked away from. */
export function stands(problem: PlanProblem, solver: Solver, without: readonly LimitRef[]): boolean {
  const relaxed = new Set(without.map(limitKey));
  const layout = layOut(onlyWithMusts(problem, relaxed), relaxed);
  return layout.broken.length === 0 && search(layout, solver).draft !== null;
}

/** What may be cut matters to what must stand only where the two share runs. */
function onlyWithMusts(problem: PlanProblem, relaxed: Relaxed): PlanProblem {
  const standing = problem.demands.filter((d) => d.must && !relaxed.has(limitKey({ kind: 'must', id: d.need })));
  const keys = new Set(standing.map(seriesKey));
  return { ...problem, demands: problem.demands.filter((d) => keys.has(seriesKey(d))) };
}

/**
 * Leaves out what a conflict does not need. `conflicts(out)`: the problem without `out` still has no plan. A part that
 * is needed only as a whole is cut in two and tried again, down to single limits; at the end each was tried alone.
 */
function filter(all: readonly LimitRef[], conflicts: (out: readonly LimitRef[]) => boolean): LimitRef[] {
  let out: LimitRef[] = [];
  const needed: LimitRef[] = [];
  const parts: LimitRef[][] = [[...all]];
  while (parts.length > 0) {
    const part = parts.pop()!;
    if (conflicts([...out, ...part])) out = [...out, ...part];
    else if (part.length === 1) needed.push(part[0]!);
    else {
      const half = Math.ceil(part.length / 2);
      parts.push(part.slice(half), part.slice(0, half));
    }
  }
  return needed;
}

/** Every limit that could be in a conflict, those first that a plan could do without most easily. */
export function limitsOf(problem: PlanProblem): LimitRef[] {
  const limits: LimitRef[] = [];
  const add = (kind: LimitRef['kind'], ids: Iterable<string>) => {
    for (const id of [...new Set(ids)].sort(compareText)) limits.push({ kind, id });
  };
  const musts = problem.demands.filter(({ must }) => must);
  const courses = new Set(musts.map(({ course }) => course));
  const teachable = new Set(problem.trainers.flatMap((trainer) => trainer.courses));
  add(
    'must',
    musts.map(({ need }) => need),
  );
  add(
    'must',
    problem.keep.map(({ id }) => id),
  );
  add(
    'calendar',
    musts.flatMap(({ people }) => people),
  );
  add(
    'window',
    musts.filter(({ window }) => window !== null).map(({ need }) => need),
  );
  add(
    'window',
    musts.flatMap(({ source, quote }) => (source === 'outside' && quote !== null ? [quote] : [])),
  );
  add('window', [HORIZON]);
  add('seats', courses);
  add(
    'trainer',
    problem.trainers.map(({ person }) => person),
  );
  add(
    'trainer',
    [...courses].filter((course) => !teachable.has(course)),
  );
  add('rooms', [ALL_ROOMS]);
  add(
    'budget',
    problem.budget.map(({ id }) => id),
  );
  return limits;
}

function sentenceOf(problem: PlanProblem, { kind, id }: LimitRef): string {
  const window = (of: { from: string; to: string }) => `between ${of.from} and ${of.to}`;
  switch (kind) {
    case 'must':
      return problem.keep.some((o) => o.id === id) ? `Offering ${id} stands as it is.` : `Need ${id} must stand.`;
    case 'calendar':
      return `${id} has the working days, absences and days of training that they have.`;
    case 'window': {
      if (id === HORIZON) return `Everything is held ${window(problem.horizon)}.`;
      const quote = problem.quotes.find((q) => q.id === id);
      if (quote) return `Quote ${id} can be taken up until ${quote.validUntil}.`;
      return `Need ${id} is for days ${window(problem.demands.find((d) => d.need === id && d.window)!.window!)}.`;
    }
    case 'seats': {
      const { minSeats, maxSeats } = problem.courses.find((course) => course.id === id)!;
      return `Course ${id} is held for ${minSeats} to ${maxSeats} people.`;
    }
    case 'trainer': {
      const trainer = problem.trainers.find(({ person }) => person === id);
      return trainer
        ? `Trainer ${id} has ${trainer.hours} hours and their own calendar.`
        : `No trainer may teach course ${id}.`;
    }
    case 'rooms':
      return problem.rooms.length === 0
        ? 'There is no room.'
        : `There are ${problem.rooms.length} rooms with their seats and free days.`;
    case 'budget':
      return `Budget line ${id} has ${problem.budget.find((line) => line.id === id)!.amount}.`;
  }
}
