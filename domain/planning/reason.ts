import type { LimitRef } from '../../contracts/planning.ts';
import { capacityOf, type Draft, type Run, runCost } from './draft.ts';
import { ALL_ROOMS, HORIZON } from './limit.ts';
import { hallOn, teacherOn } from './place.ts';
import type { Seat } from './seat.ts';
import type { Series } from './series.ts';

export interface Reason {
  readonly limit: LimitRef;
  readonly sentence: string;
}

/** When several limits are in the way at once, the one named is the one that somebody can move most easily. */
const ORDER = ['budget', 'trainer', 'rooms', 'seats', 'calendar'] as const;
type Block = (typeof ORDER)[number];

/**
 * Why a person has no place in a finished draft: the limit that is in the way where the fewest are, over all days on
 * which they could come and both ways of getting a place, in a run that stands and in one more run.
 */
export function reasonFor(draft: Draft, seat: Seat, known: KnownBlocks): Reason {
  const series = draft.layout.series[seat.series]!;
  const early = noDays(draft, series, seat);
  if (early) return early;
  let least: readonly Block[] | null = null;
  for (let stretch = 0; stretch < series.stretches.length; stretch++) {
    if (!seat.fits[stretch]) continue;
    for (const blocks of waysIn(draft, series, seat, stretch, known)) {
      const sorted = ORDER.filter((kind) => blocks.has(kind));
      if (!least || sorted.length < least.length || (sorted.length === least.length && earlier(sorted, least)))
        least = sorted;
    }
  }
  return told(draft, series, seat, least?.[0] ?? 'seats');
}

function earlier(a: readonly Block[], b: readonly Block[]): boolean {
  return a.length > 0 && ORDER.indexOf(a[0]!) < ORDER.indexOf(b[0]!);
}

/** Days are what is missing before anything else is asked. */
function noDays({ layout }: Draft, series: Series, seat: Seat): Reason | null {
  if (seat.fits.includes(1)) return null;
  const { course, quote } = series;
  const days = `${course.days} working ${course.days === 1 ? 'day' : 'days in a row'}`;
  if (seat.works.includes(1)) {
    const { demand } = seat.claims.find((claim) => claim.demand.window !== null)!;
    const { from, to } = demand.window!;
    const sentence = `${seat.person} has no ${days} for ${course.id} between ${from} and ${to}.`;
    return { limit: { kind: 'window', id: demand.need }, sentence };
  }
  if (series.stretches.length > 0) {
    const sentence = `${seat.person} has no ${days} for ${course.id} in the whole plan.`;
    return { limit: { kind: 'calendar', id: seat.person }, sentence };
  }
  const { from, to } = layout.problem.horizon;
  if (quote !== null && quote.validUntil < to) {
    const sentence = `Quote ${quote.id} for ${course.id} can be taken up until ${quote.validUntil} only.`;
    return { limit: { kind: 'window', id: quote.id }, sentence };
  }
  return {
    limit: { kind: 'window', id: HORIZON },
    sentence: `There are no ${days} for ${course.id} between ${from} and ${to}.`,
  };
}

/** What is in the way of each way to a place on these days; an empty set would be a place that was missed. */
function waysIn(draft: Draft, series: Series, seat: Seat, stretch: number, known: KnownBlocks): Set<Block>[] {
  const busy: Block[] = draft.canAttend(seat, stretch) ? [] : ['calendar'];
  const ways: Set<Block>[] = [new Set([...busy, ...known.newRun(series, stretch)])];
  for (const run of known.runs(series)) {
    if (run.stretch !== stretch) continue;
    const full = run.seats.length >= capacityOf(draft.layout, series, run.hall);
    const by: Block[] = full ? [run.seats.length >= series.max ? 'seats' : 'rooms'] : [];
    const broke: Block[] = draft.moneyLeft(series.line) < series.seatCost ? ['budget'] : [];
    ways.push(new Set([...busy, ...by, ...broke]));
  }
  return ways;
}

/** What is in the way of everybody alike, worked out once for a finished draft. */
export class KnownBlocks {
  readonly #draft: Draft;
  readonly #blocks = new Map<string, readonly Block[]>();
  readonly #runs = new Map<number, Run[]>();

  constructor(draft: Draft) {
    this.#draft = draft;
    for (const run of draft.runs) this.#runs.set(run.series, [...(this.#runs.get(run.series) ?? []), run]);
  }

  runs(series: Series): readonly Run[] {
    return this.#runs.get(series.index) ?? [];
  }

  /** Why there is not one more run of the series on these days. */
  newRun(series: Series, stretch: number): readonly Block[] {
    const key = `${series.index}|${stretch}`;
    const known = this.#blocks.get(key) ?? this.#findBlocks(series, stretch);
    this.#blocks.set(key, known);
    return known;
  }

  #findBlocks(series: Series, stretch: number): Block[] {
    const draft = this.#draft;
    const open = series.seats.filter((other) => !draft.runOf(other.index) && draft.canAttend(other, stretch));
    const hall = hallOn(draft, series, stretch, series.min);
    const blocks: Block[] = [];
    if (open.length < series.min || series.min > series.max) blocks.push('seats');
    if (teacherOn(draft, series, stretch, open) === undefined) blocks.push('trainer');
    if (hall === undefined) blocks.push('rooms');
    if (draft.moneyLeft(series.line) < runCost(draft.layout, series, hall ?? null, series.min)) blocks.push('budget');
    return blocks;
  }
}

function told(draft: Draft, series: Series, seat: Seat, block: Block): Reason {
  const { course, line, teachers, halls, min } = series;
  switch (block) {
    case 'budget': {
      const sentence = `Budget line ${line} has ${draft.moneyLeft(line)} left, which does not pay for more places in ${course.id}.`;
      return { limit: { kind: 'budget', id: line }, sentence };
    }
    case 'trainer': {
      const only = teachers!.length === 1 ? draft.layout.teachers[teachers![0]!]!.id : null;
      const sentence =
        teachers!.length === 0
          ? `No trainer may teach ${course.id}.`
          : `${only ?? `None of the ${teachers!.length} trainers of ${course.id}`} has ${only ? 'no ' : ''}days or hours left for another run${only ? ` of ${course.id}` : ''}.`;
      return { limit: { kind: 'trainer', id: only ?? course.id }, sentence };
    }
    case 'rooms': {
      const only = halls!.length === 1 ? draft.layout.halls[halls![0]!]!.room.id : ALL_ROOMS;
      const sentence =
        halls!.length === 0
          ? `No room has the ${min} seats that ${course.id} needs.`
          : `No room is free with enough seats for another run of ${course.id}.`;
      return { limit: { kind: 'rooms', id: only }, sentence };
    }
    case 'seats': {
      const sentence = `Too few people for a run of ${course.id}, which takes ${min} to ${series.max}.`;
      return { limit: { kind: 'seats', id: course.id }, sentence };
    }
    case 'calendar': {
      const sentence = `${seat.person} is in other courses or has no days of training left when ${course.id} could be held.`;
      return { limit: { kind: 'calendar', id: seat.person }, sentence };
    }
  }
}
