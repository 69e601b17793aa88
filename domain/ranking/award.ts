import type { RankingMethod, SeatChance } from '../../contracts/ranking.ts';
import { fixed } from './bytes.ts';
import type { Estimate } from './estimate.ts';
import { Exact } from './method.ts';
import type { Place } from './order.ts';
import type { ScoreTable } from './scores.ts';
import { type Attributes, Seats } from './seats.ts';

export type { Attributes };

interface Seat {
  readonly seat: 'yes' | 'no' | 'tie';
  readonly seatChance?: SeatChance;
  readonly seatShare?: number;
}

export interface Award {
  /** By application; empty when the method names no number of seats. */
  readonly seats: ReadonlyMap<string, Seat>;
  readonly below: ReadonlyMap<string, readonly string[]>;
  readonly warnings: readonly string[];
}

/**
 * Who gets a seat, who ties for the last one, and how often each would get one over the draws: 95 of 100 is sure, 5 of
 * 100 unlikely, anything between a toss-up. Thresholds and minimums come first, then quotas, then rank.
 */
export function award(
  table: ScoreTable,
  method: RankingMethod,
  estimate: Estimate,
  places: readonly Place[],
  attributes: Attributes,
): Award {
  const at = new Map(table.applications.map((name, a) => [name, a]));
  const below = new Map(
    places.map((p) => [p.application, shortcomings(table, method, estimate, at.get(p.application)!)]),
  );
  if (method.seats === undefined) return { seats: new Map(), below, warnings: [] };
  const seats = new Seats(method, table.applications, attributes);
  const eligible = (application: string) => below.get(application)!.length === 0;
  const candidates = places.map((p) => ({ application: p.application, eligible: eligible(p.application) }));
  const taken = seats.fill(candidates);
  const tied = tiedForTheLast(seats, places, taken, eligible);
  const shares = seatShares(table, method, estimate, places, seats);
  const all = places.map(({ application }): [string, Seat] => {
    const seat = tied.has(application) ? 'tie' : taken.has(application) ? 'yes' : 'no';
    const share = shares?.get(application);
    return [application, share === undefined ? { seat } : { seat, seatShare: fixed(share), seatChance: chance(share) }];
  });
  return { seats: new Map(all), below, warnings: seats.shortfalls(taken) };
}

function chance(share: number): SeatChance {
  return share >= 0.95 ? 'sure' : share <= 0.05 ? 'unlikely' : 'toss-up';
}

function shortcomings(table: ScoreTable, method: RankingMethod, estimate: Estimate, a: number): string[] {
  const score = estimate.scores[a];
  const under = method.threshold !== undefined && new Exact(score!).lessThan(method.threshold);
  const minimums = table.criteria.flatMap(({ criterion, minimum }, c) => {
    const value = estimate.criteria[a]?.[c];
    if (minimum === null || (value !== null && value !== undefined && !new Exact(value).lessThan(minimum))) return [];
    return [criterion];
  });
  return under ? ['threshold', ...minimums] : minimums;
}

/** Equals of whom some have a seat and some have not: listing them the other way round must change nothing. */
function tiedForTheLast(
  seats: Seats,
  places: readonly Place[],
  taken: ReadonlySet<string>,
  eligible: (application: string) => boolean,
): Set<string> {
  const backwards = [...places].reverse().sort((a, b) => a.rank - b.rank);
  const other = seats.fill(backwards.map((p) => ({ application: p.application, eligible: eligible(p.application) })));
  const changed = places.filter((p) => taken.has(p.application) !== other.has(p.application));
  const ranks = new Set(changed.map((p) => p.rank));
  const split = places.filter((p) => ranks.has(p.rank) && eligible(p.application));
  return new Set(split.map((p) => p.application));
}

function seatShares(
  table: ScoreTable,
  method: RankingMethod,
  estimate: Estimate,
  places: readonly Place[],
  seats: Seats,
): Map<string, number> | null {
  if (estimate.draws.length === 0) return null;
  const at = new Map(table.applications.map((name, a) => [name, a]));
  const threshold = method.threshold === undefined ? Number.NEGATIVE_INFINITY : Number(method.threshold);
  const entries = places.map((p) => {
    const a = at.get(p.application)!;
    const reasons = shortcomings(table, { ...method, threshold: undefined }, estimate, a);
    return { application: p.application, a, passes: reasons.length === 0 };
  });
  const counts = new Map(places.map((p) => [p.application, 0]));
  for (const draw of estimate.draws) {
    if (seats.free) {
      const able = entries.filter((e) => e.passes && draw[e.a]! >= threshold);
      const last = Float64Array.from(able, (e) => draw[e.a]!).sort()[Math.max(0, able.length - seats.seats)]!;
      if (seats.seats > 0)
        for (const e of able) if (draw[e.a]! >= last) counts.set(e.application, counts.get(e.application)! + 1);
      continue;
    }
    const sorted = [...entries].sort((x, y) => draw[y.a]! - draw[x.a]!);
    const drawn = sorted.map((e) => ({ application: e.application, eligible: e.passes && draw[e.a]! >= threshold }));
    for (const application of seats.fill(drawn)) counts.set(application, counts.get(application)! + 1);
  }
  return new Map([...counts].map(([application, n]) => [application, n / estimate.draws.length]));
}
