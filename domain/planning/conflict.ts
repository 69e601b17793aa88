import type { LimitRef, PlanConflict, PlanProblem } from '../../contracts/planning.ts';
import type { Because } from '../../contracts/refusals/refusal.ts';
import type { Solver } from '../assignment/solver.ts';
import { moneyFact } from '../money.ts';
import { because, inBoth } from '../refuse.ts';
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
  const told = needed.map((limit) => whatItIs(problem, limit));
  const limits = needed.map((limit, i) => ({ ...limit, sentence: inBoth(told[i]!) }));
  const others = all.filter((limit) => !needed.includes(limit));
  const sure = proven(problem, solver, others);
  return {
    limits,
    sentence: inBoth(
      sure
        ? because('plan-limits/conflict', { limits: told })
        : because('plan-limits/conflict-unproven', { limits: told }),
    ),
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

function whatItIs(problem: PlanProblem, { kind, id }: LimitRef): Because {
  switch (kind) {
    case 'must':
      return problem.keep.some((o) => o.id === id)
        ? because('plan-limits/offering-stands', { offering: id })
        : because('plan-limits/need-must-stand', { need: id });
    case 'calendar':
      return because('plan-limits/days-of-person', { person: id });
    case 'window': {
      if (id === HORIZON) return because('plan-limits/held-between', { ...problem.horizon });
      const quote = problem.quotes.find((q) => q.id === id);
      if (quote) return because('plan-limits/quote-until', { quote: id, until: quote.validUntil });
      const { from, to } = problem.demands.find((d) => d.need === id && d.window)!.window!;
      return because('plan-limits/need-between', { need: id, from, to });
    }
    case 'seats': {
      const { minSeats, maxSeats } = problem.courses.find((course) => course.id === id)!;
      return because('plan-limits/course-for', { course: id, min: minSeats, max: maxSeats });
    }
    case 'trainer': {
      const trainer = problem.trainers.find(({ person }) => person === id);
      return trainer
        ? because('plan-limits/trainer-has', { person: id, hours: trainer.hours })
        : because('plan-limits/nobody-teaches', { course: id });
    }
    case 'rooms':
      return problem.rooms.length === 0
        ? because('plan-limits/no-room', {})
        : because('plan-limits/rooms-are', { rooms: problem.rooms.length });
    case 'budget':
      return because('plan-limits/line-has', {
        line: id,
        amount: moneyFact(problem.budget.find((line) => line.id === id)!.amount, problem.currency),
      });
  }
}
