import type { Solver } from '../assignment/solver.ts';
import type { Outline } from './construct.ts';
import { ENDLESS } from './ground.ts';
import type { Layout } from './layout.ts';
import { Rows } from './rows.ts';
import type { Seat } from './seat.ts';
import type { Series } from './series.ts';
import { type SeatColumn, type Staged, solveByRank } from './stages.ts';

export interface Outlined extends Outline, Pick<Staged, 'reached' | 'bounds' | 'total'> {}

/** Beyond so many seats a share of one is allowed: the fractions are few and the bound stays a bound. */
const WHOLE_SEATS = 700;
const HALL_SIZES = 5;

/**
 * How many runs of each series there should be, and for whom, when every limit is kept as a sum: money by line, hours
 * and days by trainer, days by size of room, days by person, and windows by what can share a run. The days themselves
 * are not chosen, so every plan is a solution of this program and none promises more than its bounds. null: what must
 * stand breaks these sums already.
 */
export function outline(layout: Layout, solver: Solver): Outlined | null {
  const sums = new Sums(layout);
  for (const series of layout.series) sums.add(series);
  const large = layout.seats.length > WHOLE_SEATS;
  const way = {
    effort: large ? { relativeGap: 5e-3, nodes: 1 } : { nodes: 50 },
    stop: large,
    cost: large ? null : sums.cost,
  };
  const staged = solveByRank(sums.rows, sums.seats, way, solver);
  if (staged === null) return null;
  const chosen = sums.seats.filter(({ column }) => staged.values[column]! > 0.5).map(({ seat }) => seat.index);
  const runs = sums.runs.map((columns) => columns.reduce((n, column) => n + Math.round(staged.values[column]!), 0));
  return { runs, seats: new Set(chosen), reached: staged.reached, bounds: staged.bounds, total: staged.total };
}

interface Size {
  readonly seats: number;
  readonly dayCost: number;
  readonly row: number;
  readonly halls: ReadonlySet<number>;
}

class Sums {
  readonly rows = new Rows();
  readonly seats: SeatColumn[] = [];
  readonly cost: number[] = [];
  readonly runs: number[][] = [];
  readonly #layout: Layout;
  readonly #money: Map<string, number>;
  readonly #hours: number[];
  readonly #days: number[];
  readonly #people = new Map<string, number>();
  readonly #sizes: readonly Size[];
  readonly #whole: boolean;

  constructor(layout: Layout) {
    this.#layout = layout;
    this.#whole = layout.seats.length <= WHOLE_SEATS;
    this.#money = new Map([...layout.money].map(([line, left]) => [line, this.rows.most(limit(left / 100))]));
    this.#hours = layout.teachers.map(({ hoursLeft }) => this.rows.most(limit(hoursLeft)));
    this.#days = layout.teachers.map(({ diary, free }) => this.rows.most(free ? Infinity : openDays(diary)));
    this.#sizes = sizesOf(layout, this.rows);
    const asked = new Map<string, number>();
    for (const { person, series } of layout.seats)
      asked.set(person, (asked.get(person) ?? 0) + layout.series[series]!.course.days);
    for (const [person, days] of asked) {
      const { daysLeft } = layout.people.get(person)!;
      if (days > daysLeft) this.#people.set(person, this.rows.most(limit(daysLeft)));
    }
  }

  add(series: Series): void {
    const most = Math.floor(series.seats.length / series.min);
    const money = this.#money.get(series.line)!;
    const taught = this.rows.row(0, 0);
    const held = this.rows.row(0, 0);
    const seated = this.rows.most(0);
    const own: number[] = [];
    this.runs.push(own);
    const full = this.rows.most(0);
    const few = this.rows.row(0, Infinity);
    const largest = Math.min(series.max, series.seats.length);
    const kinds = kindsOf(series);
    // A column is at most 1 by itself: only several columns of a seat, and what must stand, need a row.
    const bound = series.seats.filter(({ must }) => must || kinds.length > 1);
    const once = new Map(bound.map((seat) => [seat.index, this.rows.row(seat.must ? 1 : 0, 1)]));
    const teachable = series.teachers === null || series.teachers.length > 0;
    kinds.forEach((seats, k) => {
      const fullRow = k === 0 ? full : this.rows.most(0);
      const fewRow = k === 0 ? few : this.rows.row(0, Infinity);
      const run = this.rows.column(teachable ? most : 0, true, [
        [fullRow, -Math.min(largest, seats.length)],
        [fewRow, -series.min],
        [money, series.runCost / 100],
        [taught, 1],
        [held, 1],
      ]);
      this.cost[run] = series.runCost;
      own.push(run);
      for (const seat of seats) {
        const column = this.rows.column(1, this.#whole, [
          [fullRow, 1],
          [fewRow, 1],
          [seated, 1],
          [money, series.seatCost / 100],
        ]);
        const own = once.get(seat.index);
        if (own !== undefined) this.rows.enter(column, own, 1);
        const days = this.#people.get(seat.person);
        if (days !== undefined) this.rows.enter(column, days, series.course.days);
        this.cost[column] = series.seatCost;
        this.seats.push({ column, seat });
      }
    });
    this.#teach(series, taught, most);
    this.#hold(series, held, seated, money, most);
  }

  /** Lets a balance row of nothing but runs stand for any number of them. */
  #free(row: number, most: number): void {
    this.rows.column(most, false, [[row, -1]]);
  }

  #teach(series: Series, taught: number, most: number): void {
    if (series.teachers === null) this.#free(taught, most);
    series.teachers?.forEach((t, k) => {
      if (!series.teacherFits[k]!.includes(1)) return;
      this.rows.column(most, this.#whole, [
        [taught, -1],
        [this.#hours[t]!, this.#layout.teachers[t]!.free ? 0 : series.course.hours],
        [this.#days[t]!, series.course.days],
      ]);
    });
  }

  #hold(series: Series, held: number, seated: number, money: number, most: number): void {
    if (series.halls === null) {
      this.rows.column(most, false, [
        [held, -1],
        [seated, -series.seats.length],
      ]);
      return;
    }
    const open = new Set(series.halls.filter((_, k) => series.hallFits[k]!.includes(1)));
    for (const { seats, dayCost, row, halls } of this.#sizes) {
      if (![...halls].some((hall) => open.has(hall))) continue;
      const column = this.rows.column(most, this.#whole, [
        [held, -1],
        [seated, -Math.min(seats, series.max, series.seats.length)],
        [row, series.course.days],
        [money, (dayCost * series.course.days) / 100],
      ]);
      this.cost[column] = dayCost * series.course.days;
    }
  }
}

const limit = (left: number) => (left >= ENDLESS / 100 ? Infinity : Math.max(0, left));

function openDays(diary: Uint8Array): number {
  return diary.reduce((days, taken) => days + (taken ? 0 : 1), 0);
}

/** Rooms by seats and price; when there are many kinds, neighbours count as the largest and cheapest of them. */
function sizesOf({ halls }: Layout, rows: Rows): Size[] {
  const kinds = new Map<string, number[]>();
  halls.forEach(({ room }, h) => {
    const key = `${String(room.seats).padStart(6, '0')}|${room.dayCost}`;
    kinds.set(key, [...(kinds.get(key) ?? []), h]);
  });
  const sorted = [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, members]) => members);
  const step = Math.ceil(sorted.length / HALL_SIZES);
  const groups =
    sorted.length <= HALL_SIZES
      ? sorted
      : sorted.flatMap((_, i) => (i % step === 0 ? [sorted.slice(i, i + step).flat()] : []));
  return groups.map((members) => ({
    seats: Math.max(...members.map((h) => halls[h]!.room.seats)),
    dayCost: Math.min(...members.map((h) => halls[h]!.room.dayCost)),
    row: rows.most(members.reduce((days, h) => days + openDays(halls[h]!.diary), 0)),
    halls: new Set(members),
  }));
}

/** The largest groups of people who could be in one run together, as far as calendars and windows go. */
function kindsOf(series: Series): Seat[][] {
  const classes = new Map<string, Seat[]>();
  for (const seat of series.seats) {
    if (!seat.fits.includes(1) && !seat.must) continue;
    const key = `${seat.calendarKey}|${seat.window?.from}|${seat.window?.to}`;
    classes.set(key, [...(classes.get(key) ?? []), seat]);
  }
  const members = [...classes.values()];
  const found = new Set<string>();
  for (let stretch = 0; stretch < series.stretches.length; stretch++) {
    const here = members.flatMap((seats, c) => (seats.some(({ fits }) => fits[stretch]) ? [c] : []));
    if (here.length > 0) found.add(here.join());
  }
  const sets = [...found].sort().map((text) => new Set(text.split(',').map(Number)));
  const largest = sets.filter(
    (set) => !sets.some((other) => other.size > set.size && [...set].every((c) => other.has(c))),
  );
  return largest.map((set) => [...set].flatMap((c) => members[c]!.filter(({ fits }) => fits.includes(1))));
}
