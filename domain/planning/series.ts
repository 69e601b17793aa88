import type { Course, DayWindow, PlanDemand, Quote } from '../../contracts/planning.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { placeOf, stretches, workdaysOf } from './days.ts';
import { ENDLESS, type Ground } from './ground.ts';
import { compareText, limitKey } from './limit.ts';
import { compareGains, type DraftSeat, type Seat } from './seat.ts';

/** The runs of one course by one means, paid from one line. */
export interface Series {
  readonly index: number;
  readonly key: string;
  readonly course: Course;
  readonly quote: Quote | null;
  readonly line: string;
  readonly runCost: number;
  readonly seatCost: number;
  readonly min: number;
  /** By course and quote; a room may hold fewer. */
  readonly max: number;
  /** Every stretch of days that suits somebody's calendar, as places in the span, in order. */
  readonly stretches: readonly (readonly number[])[];
  readonly seats: readonly Seat[];
  /** Trainers who may teach it, by place in the layout; null: nobody of ours is needed. */
  readonly teachers: readonly number[] | null;
  /** Per trainer of `teachers`, 1 for the stretches that suit calendar and diary. */
  readonly teacherFits: readonly Uint8Array[];
  /** Rooms that hold the fewest seats allowed, by place in the layout; null: none is needed. */
  readonly halls: readonly number[] | null;
  readonly hallFits: readonly Uint8Array[];
}

export function seriesOf(ground: Ground, drafts: ReadonlyMap<string, readonly DraftSeat[]>) {
  const seats: Seat[] = [];
  const keys = [...drafts.keys()].filter((key) => drafts.get(key)!.length > 0).sort(compareText);
  const series = keys.map((key, index) => {
    const one = oneSeries(ground, key, index, drafts.get(key)!, seats.length);
    seats.push(...one.seats);
    return one;
  });
  return { series, seats };
}

function oneSeries(ground: Ground, key: string, index: number, drafts: readonly DraftSeat[], first: number): Series {
  const demand = drafts[0]!.claims[0]!.demand;
  const terms = termsOf(ground, demand);
  const { course, quote, min } = terms;
  const teachers = teachersOf(ground, demand);
  const calendars = [
    ...drafts.map(({ person }) => ground.people.get(person)!.calendar),
    ...(teachers ?? []).map((t) => ground.teachers[t]!.calendar),
  ];
  const days = daysByCalendar(ground, calendars, course.days);
  const quoteFree = quote === null || ground.relaxed.has(limitKey({ kind: 'window', id: quote.id }));
  const last = quoteFree ? ENDLESS : placeOf(ground.span, quote.validUntil);
  const texts = [...new Set([...days.values()].flatMap((some) => [...some]))];
  const found = texts
    .map((text) => ({ text, places: text.split(',').map(Number) }))
    .filter((s) => s.places[0]! <= last);
  found.sort((a, b) => compareDays(a.places, b.places));
  const fits = (calendar: Calendar | null, diary: Uint8Array) =>
    Uint8Array.from(found, ({ text, places }) =>
      (calendar === null || days.get(calendar)!.has(text)) && places.every((place) => !diary[place]) ? 1 : 0,
    );
  const halls = hallsOf(ground, course.room, min);
  const seats = [...drafts]
    .sort((a, b) => compareGains(b.gains, a.gains) || compareText(a.person, b.person))
    .map((draft, i): Seat => {
      const { calendar, diary } = ground.people.get(draft.person)!;
      const works = fits(calendar, diary);
      const own = draft.window === null ? works : fits(calendar, withWindow(ground, diary, draft.window));
      return { ...draft, index: first + i, series: index, fits: own, works, calendarKey: calendar?.id ?? '' };
    });
  return {
    ...terms,
    index,
    key,
    line: demand.budgetLine,
    stretches: found.map(({ places }) => places),
    seats,
    teachers,
    teacherFits: (teachers ?? []).map((t) => fits(ground.teachers[t]!.calendar, ground.teachers[t]!.diary)),
    halls,
    hallFits: (halls ?? []).map((h) => fits(null, ground.halls[h]!.diary)),
  };
}

/** What a run and a seat cost and how many seats there may be. */
function termsOf({ problem, relaxed }: Ground, demand: PlanDemand) {
  const course = problem.courses.find(({ id }) => id === demand.course)!;
  const quote = demand.source === 'outside' ? problem.quotes.find(({ id }) => id === demand.quote)! : null;
  const free = relaxed.has(limitKey({ kind: 'seats', id: course.id }));
  return {
    course,
    quote,
    runCost: (quote ?? course).runCost,
    seatCost: (quote ?? course).seatCost,
    min: free ? 1 : course.minSeats,
    max: free ? ENDLESS : Math.min(course.maxSeats, quote?.maxSeats ?? course.maxSeats),
  };
}

function teachersOf({ problem, teachers, relaxed }: Ground, demand: PlanDemand): number[] | null {
  const { source, course } = demand;
  if (source === 'outside' || relaxed.has(limitKey({ kind: 'trainer', id: course }))) return null;
  const able = new Set(problem.trainers.filter(({ courses }) => courses.includes(course)).map(({ person }) => person));
  return teachers.flatMap(({ id }, t) => (able.has(id) ? [t] : []));
}

function hallsOf({ halls, relaxed }: Ground, needed: boolean, min: number): number[] | null {
  if (!needed || relaxed.has(limitKey({ kind: 'rooms', id: 'all' }))) return null;
  return halls.flatMap(({ room }, h) => (room.seats >= min ? [h] : []));
}

/**
 * A run takes days that follow one another in the calendar of everybody in it. Without any calendar, because all are
 * looked away from, any days in a row will do.
 */
function daysByCalendar({ span }: Ground, calendars: readonly (Calendar | null)[], days: number) {
  const found = new Map<Calendar | null, Set<string>>();
  const distinct = new Set(calendars);
  for (const calendar of distinct) {
    if (calendar === null && distinct.size > 1) continue;
    found.set(calendar, new Set(stretches(workdaysOf(span, calendar), days)));
  }
  return found;
}

function withWindow({ span }: Ground, diary: Uint8Array, window: DayWindow): Uint8Array {
  const from = placeOf(span, window.from);
  const to = placeOf(span, window.to);
  return diary.map((taken, place) => (place < from || place > to ? 1 : taken));
}

function compareDays(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return 0;
}
