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
  /** Needs that are met too when the run happens to suit them, but do not choose its days. */
  readonly riders: readonly Claim[];
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

interface Place {
  claims: Claim[];
  riders: Claim[];
  window: DayWindow | null;
}

/** The places asked for and not yet given by kept offerings, by series. */
export function seatsOf(
  { relaxed }: Ground,
  demands: readonly PlanDemand[],
  kept: ReadonlySet<string>,
): ReadonlyMap<string, readonly DraftSeat[]> {
  const series = new Map<string, Map<string, Claim[]>>();
  for (const demand of demands) {
    const must = demand.must && !relaxed.has(limitKey({ kind: 'must', id: demand.need }));
    const window = relaxed.has(limitKey({ kind: 'window', id: demand.need })) ? null : demand.window;
    const key = seriesKey(demand);
    const people = series.get(key) ?? new Map<string, Claim[]>();
    series.set(key, people);
    demand.people.forEach((person, i) => {
      if (kept.has(claimKey(demand.need, demand.course, quoteOf(demand), person))) return;
      const claim = { demand: { ...demand, must, window }, effect: demand.effect[i]! };
      people.set(person, [...(people.get(person) ?? []), claim]);
    });
  }
  return new Map(
    [...series].map(([key, people]) => [
      key,
      [...people].flatMap(([person, claims]) => placesOf(claims).map((place) => draftOf(person, place))),
    ]),
  );
}

/**
 * A person takes a course once, on days that suit all their needs for it; twice only when needs share no day. A need
 * that may be cut never narrows the days of one that may not: it rides along.
 */
function placesOf(claims: readonly Claim[]): Place[] {
  const places: Place[] = [];
  const order = claims.toSorted(
    (a, b) => Number(b.demand.must) - Number(a.demand.must) || a.demand.priority - b.demand.priority,
  );
  for (const claim of order) {
    const { window, must } = claim.demand;
    const place = places.find((other) => common(other.window, window) !== undefined);
    if (!place) {
      places.push({ claims: [claim], riders: [], window });
      continue;
    }
    const narrower = common(place.window, window)!;
    const same = narrower?.from === place.window?.from && narrower?.to === place.window?.to;
    if (!same && !must && place.claims.some(({ demand }) => demand.must)) place.riders.push(claim);
    else {
      place.claims.push(claim);
      place.window = narrower;
    }
  }
  return places;
}

/** The days of both windows; undefined when there are none. */
function common(a: DayWindow | null, b: DayWindow | null): DayWindow | null | undefined {
  if (a === null || b === null) return a ?? b;
  const window = { from: a.from > b.from ? a.from : b.from, to: a.to < b.to ? a.to : b.to };
  return window.from <= window.to ? window : undefined;
}

function draftOf(person: string, { claims, riders, window }: Place): DraftSeat {
  const gains = new Array<number>(RANKS).fill(0);
  for (const { demand, effect } of claims) {
    if (demand.must) gains[0]!++;
    // Nobody is worth nothing: who costs no one else a place has theirs.
    gains[demand.priority]! += Math.max(1, Math.round(effect * 1000));
  }
  return { person, claims, riders, must: gains[0]! > 0, window, gains };
}

/** The claims that a run on these days meets. */
export function metClaims({ claims, riders }: DraftSeat, days: readonly string[]): Claim[] {
  const met = riders.filter(
    ({ demand: { window } }) => !window || (window.from <= days[0]! && days.at(-1)! <= window.to),
  );
  return [...claims, ...met];
}

/** More of an earlier rank outweighs anything of a later one. Above 0: the first is worth more. */
export function compareGains(a: readonly number[], b: readonly number[]): number {
  for (let rank = 0; rank < RANKS; rank++) if (a[rank] !== b[rank]) return a[rank]! - b[rank]!;
  return 0;
}
