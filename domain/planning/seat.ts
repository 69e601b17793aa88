import type { DayWindow, PlanDemand } from '../../contracts/planning.ts';
import type { Ground } from './ground.ts';
import { claimKey } from './kept.ts';
import { limitKey } from './limit.ts';

/** One person's share of a demand. */
export interface Claim {
  readonly demand: PlanDemand;
  readonly effect: number;
}

/** Ranks 1 to 9, before them the claims that must stand. */
export const RANKS = 10;

/** A person who is to take a course by one means: one place, whatever the number of needs that it meets. */
export interface DraftSeat {
  readonly person: string;
  readonly claims: readonly Claim[];
  readonly must: boolean;
  readonly window: DayWindow | null;
  /** Thousandths of points by rank; entry 0 counts the claims that must stand. */
  readonly gains: readonly number[];
}

export interface Seat extends DraftSeat {
  readonly index: number;
  readonly series: number;
  /** Per stretch of days of the series: 1 when this person could be there. */
  readonly fits: Uint8Array;
  /** The same without the window of the need. */
  readonly works: Uint8Array;
  /** The calendar by which this person works; empty when it is looked away from. */
  readonly calendarKey: string;
}

/** The quote by which it is taught; null when it is taught by a trainer of ours. */
export function quoteOf({ source, quote }: PlanDemand): string | null {
  return source === 'outside' ? quote : null;
}

/** Course, means, money: what makes people fit into the same series of runs. */
export function seriesKey(demand: PlanDemand): string {
  return [demand.course, demand.source, quoteOf(demand) ?? '', demand.budgetLine].join('|');
}

/** The places asked for and not yet given by kept offerings, by series. */
export function seatsOf(
  { relaxed }: Ground,
  demands: readonly PlanDemand[],
  kept: ReadonlySet<string>,
): ReadonlyMap<string, readonly DraftSeat[]> {
  const series = new Map<string, Map<string, { claims: Claim[]; window: DayWindow | null }[]>>();
  for (const demand of demands) {
    const must = demand.must && !relaxed.has(limitKey({ kind: 'must', id: demand.need }));
    const window = relaxed.has(limitKey({ kind: 'window', id: demand.need })) ? null : demand.window;
    const key = seriesKey(demand);
    const people = series.get(key) ?? new Map<string, { claims: Claim[]; window: DayWindow | null }[]>();
    series.set(key, people);
    demand.people.forEach((person, i) => {
      if (kept.has(claimKey(demand.need, demand.course, quoteOf(demand), person))) return;
      const claim = { demand: { ...demand, must, window }, effect: demand.effect[i]! };
      const own = people.get(person) ?? [];
      people.set(person, own);
      if (!joined(own, claim)) own.push({ claims: [claim], window });
    });
  }
  return new Map(
    [...series].map(([key, people]) => [key, [...people].flatMap(([p, own]) => own.map((x) => draft(p, x)))]),
  );
}

/** Two needs of a person share one place when the days of one lie within those of the other and narrow no must. */
function joined(own: { claims: Claim[]; window: DayWindow | null }[], claim: Claim): boolean {
  const { window, must } = claim.demand;
  for (const place of own) {
    const musts = place.claims.some(({ demand }) => demand.must);
    if (within(place.window, window) && (!must || musts || within(window, place.window))) {
      place.claims.push(claim);
      return true;
    }
    if (within(window, place.window) && (!musts || must)) {
      place.claims.push(claim);
      place.window = window;
      return true;
    }
  }
  return false;
}

function within(inner: DayWindow | null, outer: DayWindow | null): boolean {
  if (outer === null) return true;
  return inner !== null && outer.from <= inner.from && inner.to <= outer.to;
}

function draft(person: string, { claims, window }: { claims: Claim[]; window: DayWindow | null }): DraftSeat {
  const gains = new Array<number>(RANKS).fill(0);
  for (const { demand, effect } of claims) {
    if (demand.must) gains[0]!++;
    // Nobody is worth nothing: who costs no one else a place has theirs.
    gains[demand.priority]! += Math.max(1, Math.round(effect * 1000));
  }
  return { person, claims, must: gains[0]! > 0, window, gains };
}

/** More of an earlier rank outweighs anything of a later one. Above 0: the first is worth more. */
export function compareGains(a: readonly number[], b: readonly number[]): number {
  for (let rank = 0; rank < RANKS; rank++) if (a[rank] !== b[rank]) return a[rank]! - b[rank]!;
  return 0;
}
