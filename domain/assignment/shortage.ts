import type { Shortage } from '../../contracts/matching.ts';
import type { Grid } from './grid.ts';
import type { Full } from './transport.ts';

/** Applications that too few reviewers may take at all, whatever the loads. */
export function pairShortages(grid: Grid): Shortage[] {
  const width = grid.reviewers.length;
  return grid.applications.flatMap((application, a) => {
    const able = grid.reviewers.filter((_, r) => grid.allowed[a * width + r] && grid.capacity[r]! > 0);
    const short = grid.demand - able.length;
    if (short <= 0) return [];
    const sentence = `${application} needs ${grid.demand} ${grid.demand === 1 ? 'reviewer' : 'reviewers'} but only ${able.length} may take it: short by ${short}. Add reviewers or lift a conflict.`;
    return [
      {
        kind: 'application',
        applications: [application],
        reviewers: able,
        needed: grid.demand,
        possible: able.length,
        short,
        sentence,
      },
    ];
  });
}

/** Reviewers who have too few places together for the applications that depend on them. */
export function fullShortage(grid: Grid, full: Full): Shortage {
  const width = grid.reviewers.length;
  const inside = new Set(full.reviewers);
  const possible = full.reviewers.reduce((sum, r) => sum + grid.capacity[r]!, 0);
  const needed = possible + full.short;
  const applications = full.applications.map((a) => grid.applications[a]!);
  const reviewers = full.reviewers.map((r) => grid.reviewers[r]!);
  const everyone = full.reviewers.length === width;
  const bound = applications.filter((_, i) => {
    const row = full.applications[i]! * width;
    return grid.reviewers.every((_name, r) => inside.has(r) || !grid.allowed[row + r]);
  });
  const sentence = everyone
    ? `${grid.applications.length} applications need ${needed} reviews but all reviewers together have ${possible} places: short by ${full.short}. Raise a load, add reviewers, or ask for fewer reviews.`
    : `${list(reviewers)} ${reviewers.length === 1 ? 'has' : 'have'} ${possible} places but ${needed} reviews depend on them (${list(bound.length > 0 ? bound : applications)}): short by ${full.short}.`;
  return { kind: 'reviewers', applications, reviewers, needed, possible, short: full.short, sentence };
}

function list(names: readonly string[]): string {
  if (names.length <= 6) return names.join(', ');
  return `${names.slice(0, 5).join(', ')} and ${names.length - 5} more`;
}
