import { placeOf } from './days.ts';
import { Draft } from './draft.ts';
import { fill, type Habits, placeSeries } from './fill.ts';
import type { Layout } from './layout.ts';
import type { Habit } from './place.ts';

/** How many people and runs of each series a draft should aim at; null: as many as there are. */
export interface Outline {
  /** By series. */
  readonly runs: readonly number[];
  /** Seats, by index, that are worth their money. */
  readonly seats: ReadonlySet<number>;
}

/**
 * Builds a draft series by series in the given order: first what the outline wants, then whatever still fits. Nothing
 * is taken back, so the order decides who chooses first.
 */
export function construct(layout: Layout, order: readonly number[], outline: Outline | null, habits: Habits): Draft {
  const draft = new Draft(layout);
  for (const index of order) {
    const series = layout.series[index]!;
    const wanted = outline ? series.seats.filter(({ index: seat }) => outline.seats.has(seat)) : series.seats;
    placeSeries(draft, series, wanted, outline ? outline.runs[index]! : wanted.length, habits);
    // What must stand takes another run where the outline was too hopeful.
    const musts = series.seats.filter(({ must }) => must);
    if (musts.some(({ index: seat }) => !draft.runOf(seat)))
      placeSeries(draft, series, series.seats, musts.length, habits);
  }
  fill(draft, order, habits);
  return draft;
}

/** Where the runs of each series were before. */
export function habitsOf({ problem, span, series }: Layout): Habits {
  return new Map(
    series.map(({ index, course, quote }) => [
      index,
      problem.before
        .filter((o) => o.course === course.id && o.quote === (quote?.id ?? null))
        .map(
          (o): Habit => ({
            days: o.days.map((day) => placeOf(span, day)).join(),
            teacher: o.trainer,
            hall: o.room,
          }),
        ),
    ]),
  );
}
