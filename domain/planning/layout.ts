import type { LimitRef, PlanDemand, PlanProblem } from '../../contracts/planning.ts';
import { type Ground, groundOf } from './ground.ts';
import { brokenByKept, keptClaims } from './kept.ts';
import { known } from './known.ts';
import { compareText, NOTHING_RELAXED, type Relaxed } from './limit.ts';
import { type Seat, seatsOf } from './seat.ts';
import { type Series, seriesOf } from './series.ts';

/** A problem in the order of its names: what is asked for, and what there is to meet it. */
export interface Layout extends Ground {
  readonly series: readonly Series[];
  readonly seats: readonly Seat[];
  /** Limits that kept offerings break by themselves. */
  readonly broken: readonly LimitRef[];
}

/**
 * Lays a problem out, its rows sorted by name, so that their order does not matter. `relaxed` names the limits that are
 * looked away from. Throws one sentence when names do not fit together.
 */
export function layOut(problem: PlanProblem, relaxed: Relaxed = NOTHING_RELAXED): Layout {
  known(problem);
  const ground = groundOf(problem, relaxed);
  const drafts = seatsOf(ground, [...problem.demands].sort(byDemand), keptClaims(problem, relaxed));
  return { ...ground, ...seriesOf(ground, drafts), broken: brokenByKept(problem, ground.kept, relaxed) };
}

/** A total order: demands that are equal in all of it are exchangeable. */
function byDemand(a: PlanDemand, b: PlanDemand): number {
  return compareText(demandText(a), demandText(b));
}

function demandText(d: PlanDemand): string {
  const window = d.window === null ? '' : `${d.window.from}/${d.window.to}`;
  const terms = [d.need, d.course, d.source, d.quote ?? '', d.budgetLine, window, d.priority, d.must];
  return `${terms.join('|')}|${d.people
    .map((person, i) => `${person}=${d.effect[i]}`)
    .sort()
    .join()}`;
}
