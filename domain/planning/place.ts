import { capacityOf, type Draft, type Run, runCost } from './draft.ts';
import { compareGains, RANKS, type Seat } from './seat.ts';
import type { Series } from './series.ts';

/** Where a run was in the version before: taken again when nothing is lost by it. */
export interface Habit {
  readonly days: string;
  readonly teacher: string | null;
  readonly hall: string | null;
}

/** How many people one run should take, so that the people left over make full runs too. */
export interface Aim {
  readonly size: number;
}

interface Choice {
  readonly run: Run;
  readonly gains: readonly number[];
  readonly habit: number;
  readonly cost: number;
}

/**
 * The best run of a series for people in order of preference (an earlier rank first): every stretch is tried, with the
 * trainer who has the most hours left and the cheapest room that holds them. null: there is none within the limits.
 */
export function bestRun(
  draft: Draft,
  series: Series,
  pool: readonly Seat[],
  aim: Aim,
  habits: readonly Habit[],
): Run | null {
  let best: Choice | null = null;
  for (let stretch = 0; stretch < series.stretches.length; stretch++) {
    const choice = runOn(draft, series, stretch, pool, aim, habits);
    if (choice && (!best || compareChoices(choice, best) > 0)) best = choice;
  }
  return best?.run ?? null;
}

function compareChoices(a: Choice, b: Choice): number {
  return compareGains(a.gains, b.gains) || a.habit - b.habit || b.cost - a.cost;
}

function runOn(
  draft: Draft,
  series: Series,
  stretch: number,
  pool: readonly Seat[],
  aim: Aim,
  habits: readonly Habit[],
): Choice | null {
  let free: readonly Seat[] = once(pool.filter((seat) => draft.canAttend(seat, stretch)));
  if (free.length < series.min) return null;
  const days = series.stretches[stretch]!.join();
  const usual = habits.filter((habit) => habit.days === days);
  const teacher = teacherOn(draft, series, stretch, free, usual);
  if (teacher === undefined) return null;
  if (teacher !== null) free = free.filter(({ person }) => person !== draft.layout.teachers[teacher]!.id);
  const wanted = Math.min(free.length, Math.max(series.min, aim.size), series.max);
  const hall = hallOn(draft, series, stretch, wanted, usual);
  if (hall === undefined) return null;
  const size = Math.min(wanted, capacityOf(draft.layout, series, hall), affordable(draft, series, hall));
  if (size < series.min) return null;
  const seats = free.slice(0, size);
  return {
    run: { series: series.index, stretch, teacher, hall, seats: seats.map(({ index }) => index) },
    gains: sumOfGains(seats),
    habit: habitOf(draft, usual, teacher, hall),
    cost: runCost(draft.layout, series, hall, size),
  };
}

/** Somebody who takes a course twice, for needs at different times, takes it in two runs. */
function once(seats: readonly Seat[]): readonly Seat[] {
  const people = new Set<string>();
  return seats.filter(({ person }) => !people.has(person) && people.add(person));
}

function habitOf(draft: Draft, usual: readonly Habit[], teacher: number | null, hall: number | null): number {
  const who = teacher === null ? null : draft.layout.teachers[teacher]!.id;
  const where = hall === null ? null : draft.layout.halls[hall]!.room.id;
  return Math.max(0, ...usual.map((habit) => 1 + (habit.teacher === who ? 1 : 0) + (habit.hall === where ? 1 : 0)));
}

export function sumOfGains(seats: readonly Seat[]): number[] {
  const sums = new Array<number>(RANKS).fill(0);
  for (const { gains } of seats) for (let rank = 0; rank < RANKS; rank++) sums[rank]! += gains[rank]!;
  return sums;
}

/** How many seats the line still pays for in a run of this kind. */
export function affordable(draft: Draft, series: Series, hall: number | null): number {
  const left = draft.moneyLeft(series.line) - runCost(draft.layout, series, hall, 0);
  if (left < 0) return -1;
  return series.seatCost === 0 ? Number.POSITIVE_INFINITY : Math.floor(left / series.seatCost);
}

/** undefined: nobody can; null: nobody of ours is needed. */
export function teacherOn(
  draft: Draft,
  series: Series,
  stretch: number,
  free: readonly Seat[],
  usual: readonly Habit[] = [],
): number | null | undefined {
  if (series.teachers === null) return null;
  const learns = (id: string) => free.length <= series.min && free.some(({ person }) => person === id);
  const able = series.teachers.filter(
    (t, k) => draft.canTeach(series, k, stretch) && !learns(draft.layout.teachers[t]!.id),
  );
  const before = able.find((t) => usual.some(({ teacher }) => teacher === draft.layout.teachers[t]!.id));
  if (before !== undefined) return before;
  const left = (t: number) => draft.hoursLeft(t);
  return able.reduce<number | undefined>(
    (best, t) => (best === undefined || left(t) > left(best) ? t : best),
    undefined,
  );
}

/** The cheapest room that holds everybody wanted, the smallest of those; else the one that holds the most. */
export function hallOn(
  draft: Draft,
  series: Series,
  stretch: number,
  wanted: number,
  usual: readonly Habit[] = [],
): number | null | undefined {
  if (series.halls === null) return null;
  const able = series.halls.filter((_, k) => draft.canHold(series, k, stretch));
  const room = (h: number) => draft.layout.halls[h]!.room;
  const large = able.filter((h) => room(h).seats >= wanted);
  const before = large.find((h) => usual.some(({ hall }) => hall === room(h).id));
  if (before !== undefined) return before;
  const by = large.length > 0 ? cheaper : (a: number, b: number) => room(b).seats - room(a).seats || cheaper(a, b);
  function cheaper(a: number, b: number): number {
    return room(a).dayCost - room(b).dayCost || room(a).seats - room(b).seats || a - b;
  }
  return (large.length > 0 ? large : able).reduce<number | undefined>(
    (best, h) => (best === undefined || by(h, best) < 0 ? h : best),
    undefined,
  );
}
