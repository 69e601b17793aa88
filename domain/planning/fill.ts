import { capacityOf, type Draft, type Run } from './draft.ts';
import type { Layout } from './layout.ts';
import { bestRun, type Habit, sumOfGains } from './place.ts';
import { compareGains, type Seat } from './seat.ts';
import type { Series } from './series.ts';

export type Habits = ReadonlyMap<number, readonly Habit[]>;

/** Puts people of a series into runs until none of the runs left can be had; at most `most` new runs. */
export function placeSeries(draft: Draft, series: Series, pool: readonly Seat[], most: number, habits: Habits): void {
  for (let run = 0; run < most; run++) {
    const open = pool.filter(({ index }) => !draft.runOf(index));
    if (open.length < series.min) return;
    const found = bestRun(
      draft,
      series,
      open,
      { size: evenSize(draft.layout, series, open.length) },
      habits.get(series.index) ?? [],
    );
    if (!found) return;
    draft.put(found);
  }
}

/** People shared out evenly, so that the last run is not too small to be held. */
function evenSize(layout: Layout, series: Series, people: number): number {
  const halls = series.halls?.map((hall) => capacityOf(layout, series, hall));
  const most = halls ? Math.max(0, ...halls) : series.max;
  if (most === 0) return 0;
  const runs = Math.max(1, Math.min(Math.ceil(people / most), Math.floor(people / series.min)));
  return Math.ceil(people / runs);
}

/** Gives everybody who is left out a seat that is free in a run of theirs, the most urgent first. */
export function topUp(draft: Draft): void {
  const bySeries = new Map<number, Run[]>();
  for (const run of draft.runs) bySeries.set(run.series, [...(bySeries.get(run.series) ?? []), run]);
  for (const seat of leftOut(draft)) {
    const runs = bySeries.get(seat.series) ?? [];
    const at = runs.findIndex((run) => canJoin(draft, run, seat));
    if (at === -1) continue;
    const joined = { ...runs[at]!, seats: [...runs[at]!.seats, seat.index] };
    draft.take(runs[at]!);
    draft.put(joined);
    runs[at] = joined;
  }
}

export function canJoin(draft: Draft, run: Run, seat: Seat): boolean {
  const series = draft.layout.series[run.series]!;
  return (
    run.seats.length < capacityOf(draft.layout, series, run.hall) &&
    draft.moneyLeft(series.line) >= series.seatCost &&
    draft.canAttend(seat, run.stretch) &&
    (run.teacher === null || draft.layout.teachers[run.teacher]!.id !== seat.person)
  );
}

/** Everybody who has no seat yet, the most urgent first. */
export function leftOut(draft: Draft): Seat[] {
  return draft.layout.seats
    .filter(({ index }) => !draft.runOf(index))
    .sort((a, b) => compareGains(b.gains, a.gains) || a.index - b.index);
}

/** Whatever still fits: free seats, new runs of people who are left out, and runs made whole by lending people. */
export function fill(draft: Draft, order: readonly number[], habits: Habits): void {
  topUp(draft);
  for (const index of order) {
    const series = draft.layout.series[index]!;
    placeSeries(draft, series, series.seats, series.seats.length, habits);
    lend(draft, series, habits);
  }
  topUp(draft);
}

/** Too few are left for a run of their own: runs with people to spare lend some, when that gains a seat. */
function lend(draft: Draft, series: Series, habits: Habits): void {
  const open = series.seats.filter(({ index }) => !draft.runOf(index));
  if (open.length === 0 || open.length >= series.min) return;
  const own = [...draft.runs].filter((run) => run.series === series.index && run.seats.length > series.min);
  const spare = own.flatMap((run) => run.seats.slice(series.min - run.seats.length));
  if (open.length + spare.length < series.min) return;
  const before = draft.gains();
  const smaller = own.map((run) => ({ ...run, seats: run.seats.slice(0, series.min) }));
  swap(draft, own, smaller);
  const pool = [...open, ...spare.map((index) => draft.layout.seats[index]!)];
  const found = bestRun(draft, series, pool, { size: series.min }, habits.get(series.index) ?? []);
  if (found) draft.put(found);
  const settled = found ? rejoin(draft, smaller) : smaller;
  if (compareGains(draft.gains(), before) > 0) return;
  swap(draft, found ? [...settled, found] : settled, own);
}

function swap(draft: Draft, out: readonly Run[], into: readonly Run[]): void {
  for (const run of out) draft.take(run);
  for (const run of into) draft.put(run);
}

/** People who were offered but not borrowed go back. */
function rejoin(draft: Draft, runs: readonly Run[]): Run[] {
  return runs.map((run) => {
    let now = run;
    for (const seat of draft.layout.series[run.series]!.seats)
      if (!draft.runOf(seat.index) && canJoin(draft, now, seat)) {
        draft.take(now);
        now = { ...now, seats: [...now.seats, seat.index] };
        draft.put(now);
      }
    return now;
  });
}

/** Series in the order in which they choose: what must stand, the more urgent, those with the least choice. */
export function urgency(layout: Layout): number[] {
  const best = layout.series.map(({ seats }) => seats[0]!.gains.findIndex((gain) => gain > 0));
  const choice = layout.series.map(({ seats, stretches }) =>
    stretches.reduce((n, _, s) => n + (seats.some(({ fits }) => fits[s]) ? 1 : 0), 0),
  );
  const sums = layout.series.map(({ seats }) => sumOfGains(seats));
  return layout.series
    .map(({ index }) => index)
    .sort((a, b) => best[a]! - best[b]! || choice[a]! - choice[b]! || compareGains(sums[b]!, sums[a]!) || a - b);
}
