import type { Layout } from './layout.ts';
import { compareGains, RANKS, type Seat } from './seat.ts';
import type { Series } from './series.ts';

/** One run of a series: its stretch of days, who teaches it where, and who is in it. */
export interface Run {
  readonly series: number;
  readonly stretch: number;
  /** Place in the layout; null: nobody of ours, no room. */
  readonly teacher: number | null;
  readonly hall: number | null;
  readonly seats: readonly number[];
}

/** What a run costs: once, for each seat, and for its room on each day. */
export function runCost(layout: Layout, series: Series, hall: number | null, seats: number): number {
  const dayCost = hall === null ? 0 : layout.halls[hall]!.room.dayCost;
  return series.runCost + series.seatCost * seats + dayCost * series.course.days;
}

export function capacityOf(layout: Layout, series: Series, hall: number | null): number {
  return Math.min(series.max, hall === null ? series.max : layout.halls[hall]!.room.seats);
}

/** A plan in the making: every run that is put in takes its money, days and hours at once. */
export class Draft {
  readonly layout: Layout;
  readonly runs = new Set<Run>();
  readonly #money: Map<string, number>;
  readonly #hours: Float64Array;
  readonly #teachers: Uint8Array[];
  readonly #halls: Uint8Array[];
  readonly #diaries = new Map<string, Uint8Array>();
  readonly #daysLeft = new Map<string, number>();
  readonly #seated = new Map<number, Run>();

  constructor(layout: Layout) {
    this.layout = layout;
    this.#money = new Map(layout.money);
    this.#hours = Float64Array.from(layout.teachers, ({ hoursLeft }) => hoursLeft);
    this.#teachers = layout.teachers.map(({ diary }) => Uint8Array.from(diary));
    this.#halls = layout.halls.map(({ diary }) => Uint8Array.from(diary));
    for (const [id, person] of layout.people) {
      this.#diaries.set(id, Uint8Array.from(person.diary));
      this.#daysLeft.set(id, person.daysLeft);
    }
  }

  moneyLeft(line: string): number {
    return this.#money.get(line)!;
  }

  hoursLeft(teacher: number): number {
    return this.#hours[teacher]!;
  }

  runOf(seat: number): Run | undefined {
    return this.#seated.get(seat);
  }

  /** The person has these days to themselves, and days of training left. */
  canAttend(seat: Seat, stretch: number): boolean {
    const { stretches, course } = this.layout.series[seat.series]!;
    if (!seat.fits[stretch] || this.#daysLeft.get(seat.person)! < course.days) return false;
    const diary = this.#diaries.get(seat.person)!;
    return stretches[stretch]!.every((place) => !diary[place]);
  }

  /** The trainer, by place in `series.teachers`, has these days and the hours. */
  canTeach(series: Series, k: number, stretch: number): boolean {
    const t = series.teachers![k]!;
    const teacher = this.layout.teachers[t]!;
    if (teacher.free) return true;
    if (!series.teacherFits[k]![stretch] || this.#hours[t]! < series.course.hours) return false;
    const own = this.#diaries.get(teacher.id);
    return series.stretches[stretch]!.every((place) => !this.#teachers[t]![place] && !own?.[place]);
  }

  canHold(series: Series, k: number, stretch: number): boolean {
    const diary = this.#halls[series.halls![k]!]!;
    return series.hallFits[k]![stretch] === 1 && series.stretches[stretch]!.every((place) => !diary[place]);
  }

  put(run: Run): void {
    this.#turn(run, 1);
    this.runs.add(run);
  }

  take(run: Run): void {
    this.#turn(run, -1);
    this.runs.delete(run);
  }

  /** The sums of what is planned, by rank. */
  gains(): number[] {
    const sums = new Array<number>(RANKS).fill(0);
    for (const seat of this.#seated.keys())
      this.layout.seats[seat]!.gains.forEach((gain, rank) => {
        sums[rank]! += gain;
      });
    return sums;
  }

  cost(): number {
    return [...this.runs].reduce(
      (sum, run) => sum + runCost(this.layout, this.layout.series[run.series]!, run.hall, run.seats.length),
      0,
    );
  }

  #turn(run: Run, sign: 1 | -1): void {
    const { layout } = this;
    const series = layout.series[run.series]!;
    const places = series.stretches[run.stretch]!;
    const set = (diary: Uint8Array | undefined) => {
      if (diary) for (const place of places) diary[place] = sign === 1 ? 1 : 0;
    };
    const cost = runCost(layout, series, run.hall, run.seats.length);
    this.#money.set(series.line, this.#money.get(series.line)! - sign * cost);
    if (run.hall !== null) set(this.#halls[run.hall]);
    if (run.teacher !== null && !layout.teachers[run.teacher]!.free) {
      this.#hours[run.teacher]! -= sign * series.course.hours;
      set(this.#teachers[run.teacher]);
      this.#block(layout.teachers[run.teacher]!.id, set);
    }
    for (const index of run.seats) {
      const { person } = layout.seats[index]!;
      this.#block(person, set);
      this.#daysLeft.set(person, this.#daysLeft.get(person)! - sign * series.course.days);
      if (sign === 1) this.#seated.set(index, run);
      else this.#seated.delete(index);
    }
  }

  /** Whose calendar is looked away from may be in two places at once. */
  #block(person: string, set: (diary: Uint8Array | undefined) => void): void {
    if (this.layout.people.get(person)?.calendar !== null) set(this.#diaries.get(person));
  }
}

/** The better draft has more of the earlier rank, then costs less. */
export function betterDraft(a: Draft, b: Draft): Draft {
  const order = compareGains(a.gains(), b.gains());
  return order > 0 || (order === 0 && a.cost() <= b.cost()) ? a : b;
}
