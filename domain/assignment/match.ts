import type { Infeasible, Match, MatchProblem, Pair, Shortage } from '../../contracts/matching.ts';
import { fair, sumsOf } from './fair.ts';
import { type Grid, layOut } from './grid.ts';
import { solveProgram } from './program.ts';
import { fullShortage, pairShortages } from './shortage.ts';
import { loadSolver } from './solver.ts';
import { transport } from './transport.ts';

/** Up to so many pairs one program finds the fair assignment; beyond, the minimum is searched for and bounded first. */
const EXACT = 300;

interface Found {
  readonly assigned: Uint8Array;
  readonly bound: number;
  readonly minimumBound?: number;
}

/**
 * The best assignment of reviewers to applications under conflicts, loads and quotas, or what is missing for one. The
 * same problem, its rows in whatever order, has the same answer. Throws one sentence on names that do not fit together.
 */
export async function match(problem: MatchProblem): Promise<Match | Infeasible> {
  const grid = layOut(problem);
  const early = pairShortages(grid);
  if (early.length > 0) return infeasible(early);
  const objective = problem.objective ?? 'total';
  const direct = matchByTransport(grid);
  if ('kind' in direct) return infeasible([direct]);
  const most = mostSmallest(grid);
  if (grid.quotas.length === 0) {
    if (objective === 'total' || smallest(grid, direct.assigned) >= most) return describe(problem, grid, direct);
    const pairs = grid.allowed.reduce((n, x) => n + x, 0);
    if (pairs > EXACT) return describe(problem, grid, fair(grid, direct.assigned, most, await loadSolver()));
  }
  const solved = solveProgram(grid, objective, await loadSolver());
  if (Array.isArray(solved)) return infeasible(solved);
  return describe(problem, grid, solved as Found);
}

export function isInfeasible(result: Match | Infeasible): result is Infeasible {
  return 'infeasible' in result;
}

function infeasible(shortages: readonly Shortage[]): Infeasible {
  return { infeasible: true, shortages };
}

/** Kept pairs outweigh any sum of affinities, so that the fewest changes come first. */
function matchByTransport(grid: Grid): Found | Shortage {
  const { affinity, kept, demand, applications, reviewers } = grid;
  const largest = affinity.reduce((most, a) => Math.max(most, Math.abs(a)), 0);
  const keepers = kept.includes(1);
  const weight = keepers ? 2 * largest * demand * applications.length + 1 : 0;
  const gain = keepers ? affinity.map((a, i) => a + weight * kept[i]!) : affinity;
  const solved = transport({
    applications: applications.length,
    reviewers: reviewers.length,
    demand,
    capacity: grid.capacity,
    gain,
    allowed: grid.allowed,
  });
  if ('short' in solved) return fullShortage(grid, solved);
  const keptPairs = solved.assigned.reduce((sum, x, i) => sum + x * kept[i]!, 0);
  return { assigned: solved.assigned, bound: solved.bound - weight * keptPairs };
}

function smallest(grid: Grid, assigned: Uint8Array): number {
  return sumsOf(grid, assigned).reduce((least, x) => Math.min(least, x), Number.POSITIVE_INFINITY);
}

/** No assignment gives its worst-off application more than this: each application's own best, regardless of loads. */
function mostSmallest(grid: Grid): number {
  const width = grid.reviewers.length;
  return Math.min(
    ...grid.applications.map((_, a) => {
      const row: number[] = [];
      for (let r = 0; r < width; r++) if (grid.allowed[a * width + r]) row.push(grid.affinity[a * width + r]!);
      return row
        .sort((x, y) => y - x)
        .slice(0, grid.demand)
        .reduce((s, x) => s + x, 0);
    }),
  );
}

function describe(problem: MatchProblem, grid: Grid, { assigned, bound, minimumBound }: Found): Match {
  const width = grid.reviewers.length;
  const unscaled = (value: number) => Number((value / grid.scale).toFixed(6)) + 0;
  const assignments = [...assigned.keys()]
    .filter((i) => assigned[i])
    .map((i) => ({
      application: grid.applications[Math.floor(i / width)]!,
      reviewer: grid.reviewers[i % width]!,
      affinity: unscaled(grid.affinity[i]!),
    }));
  const loads = new Map(grid.reviewers.map((name) => [name, 0]));
  for (const { reviewer } of assignments) loads.set(reviewer, loads.get(reviewer)! + 1);
  const each = sumsOf(grid, assigned);
  const least = each.reduce((low, x) => Math.min(low, x), Number.POSITIVE_INFINITY);
  return {
    objective: problem.objective ?? 'total',
    total: unscaled(each.reduce((s, x) => s + x, 0)),
    bound: unscaled(bound),
    minimum: unscaled(least),
    ...(minimumBound === undefined || minimumBound === least ? {} : { minimumBound: unscaled(minimumBound) }),
    assignments,
    load: Object.fromEntries(loads),
    ...(problem.keep === undefined ? {} : changes(problem.keep, assignments)),
  };
}

function changes(before: readonly Pair[], after: readonly Pair[]): { removed: Pair[]; added: Pair[] } {
  const key = (p: Pair) => JSON.stringify([p.application, p.reviewer]);
  const [old, now] = [new Set(before.map(key)), new Set(after.map(key))];
  const bare = ({ application, reviewer }: Pair) => ({ application, reviewer });
  const gone = before.filter((p) => !now.has(key(p))).map(bare);
  return {
    removed: gone.sort((a, b) => (key(a) < key(b) ? -1 : 1)),
    added: after.filter((p) => !old.has(key(p))).map(bare),
  };
}
