import type { Solver } from '../assignment/solver.ts';
import { Draft, type Run } from './draft.ts';
import { ENDLESS } from './ground.ts';
import type { Layout } from './layout.ts';
import { Rows } from './rows.ts';
import type { Seat } from './seat.ts';
import type { Series } from './series.ts';
import { type SeatColumn, solveByRank } from './stages.ts';

/** Up to so many columns the whole plan, days and all, is one program. */
const MOST_COLUMNS = 4000;
const NODES = 20_000;

/** One possible run: who is in it is open, when, by whom and where is a choice of columns. */
interface Place {
  readonly series: Series;
  /** Column, stretch, trainer. */
  readonly taught: { column: number; stretch: number; teacher: number | null }[];
  readonly held: { column: number; stretch: number; hall: number | null }[];
  readonly seats: SeatColumn[];
}

export interface Exact {
  /** null: what must stand cannot. */
  readonly draft: Draft | null;
  readonly proven: boolean;
}

/** The best plan there is, by one program over runs, days, trainers, rooms and people; null: too large for that. */
export function exact(layout: Layout, solver: Solver): Exact | null {
  if (columnsOf(layout) > MOST_COLUMNS) return null;
  const whole = new Whole(layout);
  for (const series of layout.series) whole.add(series);
  whole.daysOfPeople();
  const seats = whole.places.flatMap((place) => place.seats);
  const staged = solveByRank(whole.rows, seats, { effort: { nodes: NODES }, stop: false, cost: whole.cost }, solver);
  if (staged === null) return { draft: null, proven: true };
  const proven = staged.reached.every((value, rank) => value >= staged.bounds[rank]!);
  const draft = new Draft(layout);
  for (const run of whole.places.flatMap((place) => runOf(place, staged.values))) draft.put(run);
  const overdrawn = [...layout.money.keys()].some((line) => draft.moneyLeft(line) < 0);
  return overdrawn ? null : { draft, proven };
}

function runOf({ series, taught, held, seats }: Place, values: Float64Array): Run[] {
  const by = taught.find(({ column }) => values[column]! > 0.5);
  const at = held.find(({ column }) => values[column]! > 0.5);
  if (!by || !at) return [];
  const chosen = seats.filter(({ column }) => values[column]! > 0.5).map(({ seat }) => seat.index);
  return [{ series: series.index, stretch: by.stretch, teacher: by.teacher, hall: at.hall, seats: chosen }];
}

function placesOf(series: Series): number {
  return Math.floor(series.seats.length / series.min);
}

function columnsOf({ series }: Layout): number {
  return series.reduce((sum, one) => {
    const ways = (one.teachers?.length ?? 1) + (one.halls?.length ?? 1);
    return sum + placesOf(one) * (one.stretches.length * ways + one.seats.length);
  }, 0);
}

class Whole {
  readonly rows = new Rows();
  readonly places: Place[] = [];
  readonly cost: number[] = [];
  readonly #layout: Layout;
  readonly #rows = new Map<string, number>();

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  /** The row of a limit, made when it is first asked for. */
  #most(key: string, upper: number): number {
    const row = this.#rows.get(key) ?? this.rows.most(upper);
    this.#rows.set(key, row);
    return row;
  }

  #money(series: Series): number {
    const left = this.#layout.money.get(series.line)!;
    return this.#most(`money|${series.line}`, left >= ENDLESS ? Infinity : left / 100);
  }

  add(series: Series): void {
    const once = new Map(series.seats.map((seat) => [seat.index, this.rows.row(seat.must ? 1 : 0, 1)]));
    for (let n = 0; n < placesOf(series); n++) this.places.push(this.#place(series, once));
  }

  #place(series: Series, once: ReadonlyMap<number, number>): Place {
    const one = this.rows.most(1);
    const few = this.rows.row(0, Infinity);
    const full = this.rows.most(0);
    const same = series.stretches.map(() => this.rows.row(0, 0));
    const taught = this.#taught(series, one, few, same);
    const held = this.#held(series, full, same);
    const seats = series.seats.map((seat) => {
      const there = this.rows.most(0);
      const column = this.rows.column(1, true, [
        [once.get(seat.index)!, 1],
        [few, 1],
        [full, 1],
        [there, 1],
        [this.#money(series), series.seatCost / 100],
        [this.#most(`days|${seat.person}`, this.#layout.people.get(seat.person)!.daysLeft), series.course.days],
      ]);
      this.cost[column] = series.seatCost;
      for (const { column: by, stretch, teacher } of taught)
        if (seat.fits[stretch] && !this.#is(teacher, seat)) this.rows.enter(by, there, -1);
      return { column, seat };
    });
    return { series, taught, held, seats };
  }

  #is(teacher: number | null, { person }: Seat): boolean {
    return teacher !== null && this.#layout.teachers[teacher]!.id === person;
  }

  #taught(series: Series, one: number, few: number, same: readonly number[]) {
    const found: Place['taught'] = [];
    const who = series.teachers === null ? [null] : series.teachers;
    for (const [k, teacher] of who.entries())
      for (const [stretch, places] of series.stretches.entries()) {
        const free = teacher === null || this.#layout.teachers[teacher]!.free;
        if (!free && !series.teacherFits[k]![stretch]) continue;
        const column = this.rows.column(1, true, [
          [one, 1],
          [few, -series.min],
          [same[stretch]!, 1],
          [this.#money(series), series.runCost / 100],
        ]);
        this.cost[column] = series.runCost;
        found.push({ column, stretch, teacher });
        if (free || teacher === null) continue;
        const { hoursLeft } = this.#layout.teachers[teacher]!;
        this.rows.enter(column, this.#most(`hours|${teacher}`, hoursLeft), series.course.hours);
        for (const place of places) this.rows.enter(column, this.#most(`teacher|${teacher}|${place}`, 1), 1);
      }
    return found;
  }

  #held(series: Series, full: number, same: readonly number[]) {
    const found: Place['held'] = [];
    const where = series.halls === null ? [null] : series.halls;
    for (const [k, hall] of where.entries())
      for (const [stretch, places] of series.stretches.entries()) {
        if (hall !== null && !series.hallFits[k]![stretch]) continue;
        const room = hall === null ? null : this.#layout.halls[hall]!.room;
        const cost = (room?.dayCost ?? 0) * series.course.days;
        const column = this.rows.column(1, true, [
          [same[stretch]!, -1],
          [full, -Math.min(series.max, room?.seats ?? series.max, series.seats.length)],
          [this.#money(series), cost / 100],
        ]);
        this.cost[column] = cost;
        found.push({ column, stretch, hall });
        if (hall === null) continue;
        for (const place of places) this.rows.enter(column, this.#most(`hall|${hall}|${place}`, 1), 1);
      }
    return found;
  }

  /** Who could be in several runs, or teaches too, is in one place a day. */
  daysOfPeople(): void {
    const roles = new Map<string, { place: Place; column: number }[]>();
    for (const place of this.places)
      for (const { column, seat } of place.seats)
        roles.set(seat.person, [...(roles.get(seat.person) ?? []), { place, column }]);
    for (const [person, own] of roles) {
      const teacher = this.#layout.teachers.findIndex(({ id, free }) => id === person && !free);
      const several = new Set(own.map(({ place }) => place.series.index)).size > 1 || own.length > this.#seatsOf(own);
      if (this.#layout.people.get(person)!.calendar === null || (!several && teacher === -1)) continue;
      for (const { place, column } of own) this.#occupy(person, teacher, place, column);
    }
  }

  /** A person with one seat in one series is in one run at most, whatever the number of places. */
  #seatsOf(own: readonly { place: Place; column: number }[]): number {
    return new Set(own.map(({ place }) => place)).size;
  }

  /** A day is theirs when they are in a run (1) that is on that day (1): 1 + 1 - 1. */
  #occupy(person: string, teacher: number, place: Place, seat: number): void {
    const days = new Map<number, number>();
    for (const { column, stretch } of place.taught)
      for (const day of place.series.stretches[stretch]!) {
        let row = days.get(day);
        if (row === undefined) {
          row = this.rows.most(1);
          days.set(day, row);
          this.rows.enter(seat, row, 1);
          this.rows.column(1, false, [
            [row, -1],
            [this.#personDay(person, teacher, day), 1],
          ]);
        }
        this.rows.enter(column, row, 1);
      }
  }

  #personDay(person: string, teacher: number, day: number): number {
    const key = `person|${person}|${day}`;
    const known = this.#rows.has(key);
    const row = this.#most(key, 1);
    if (known || teacher === -1) return row;
    for (const place of this.places)
      for (const { column, stretch, teacher: by } of place.taught)
        if (by === teacher && place.series.stretches[stretch]!.includes(day)) this.rows.enter(column, row, 1);
    return row;
  }
}
