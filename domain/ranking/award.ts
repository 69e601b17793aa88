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
  const { taken, seatOf } = seatsAmong(seats, places, eligible);
  const shares = seatShares(table, method, estimate, places, seats);
  const all = places.map(({ application }): [string, Seat] => {
    const seat = seatOf(application);
    const share = shares?.get(application);
    return [application, share === undefined ? { seat } : { seat, seatShare: fixed(share), seatChance: chance(share) }];
  });
  return { seats: new Map(all), below, warnings: seats.shortfalls(taken) };
}

/** Who of the places, best first, gets a seat, and who ties for the last one. */
export function seatsAmong(
  seats: Seats,
  places: readonly Pick<Place, 'application' | 'rank'>[],
  eligible: (application: string) => boolean,
) {
  const taken = seats.fill(places.map((p) => ({ application: p.application, eligible: eligible(p.application) })));
  const tied = tiedForTheLast(seats, places, taken, eligible);
  const seatOf = (application: string): Seat['seat'] =>
    tied.has(application) ? 'tie' : taken.has(application) ? 'yes' : 'no';
  return { taken, seatOf };
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
  places: readonly Pick<Place, 'application' | 'rank'>[],
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
  const entries = places.map((p): Entry => {
    const a = at.get(p.application)!;
    const reasons = shortcomings(table, { ...method, threshold: undefined }, estimate, a);
    return { application: p.application, a, passes: reasons.length === 0 };
  });
  const share = seats.free
    ? countBest(entries, estimate, threshold, seats.seats)
    : countFilled(entries, estimate, threshold, seats);
  return new Map(entries.map((e, i) => [e.application, share[i]! / estimate.draws.length]));
}

interface Entry {
  readonly application: string;
  /** Position in the table. */
  readonly a: number;
  /** True when no minimum keeps it from a seat. */
  readonly passes: boolean;
}

/** In how many draws each entry is among the best; equals at the last seat all count. */
function countBest(entries: readonly Entry[], estimate: Estimate, threshold: number, seats: number): Int32Array {
  const counts = new Int32Array(entries.length);
  if (seats === 0) return counts;
  const able = Int32Array.from(entries.keys()).filter((i) => entries[i]!.passes);
  const at = able.map((i) => entries[i]!.a);
  const values = new Float64Array(able.length);
  for (const draw of estimate.draws) {
    let over = 0;
    for (let k = 0; k < at.length; k++) if (draw[at[k]!]! >= threshold) values[over++] = draw[at[k]!]!;
    if (over === 0) continue;
    const last = values.subarray(0, over).sort()[Math.max(0, over - seats)]!;
    for (let k = 0; k < at.length; k++) if (draw[at[k]!]! >= last) counts[able[k]!]! += 1;
  }
  return counts;
}

/** The same where quotas must be kept. */
function countFilled(entries: readonly Entry[], estimate: Estimate, threshold: number, seats: Seats): Int32Array {
  const counts = new Int32Array(entries.length);
  const position = new Map(entries.map((e, i) => [e.application, i]));
  for (const draw of estimate.draws) {
    const sorted = [...entries].sort((x, y) => draw[y.a]! - draw[x.a]!);
    const drawn = sorted.map((e) => ({ application: e.application, eligible: e.passes && draw[e.a]! >= threshold }));
    for (const application of seats.fill(drawn)) counts[position.get(application)!]! += 1;
  }
  return counts;
}
