import type { Merged } from '../../../contracts/cycle/needs.ts';
import type { SourcingRules } from '../../../contracts/cycle/terms.ts';
import type { Course, DayWindow, Quote } from '../../../contracts/planning.ts';
import type { KnownTrainer } from '../state.ts';

/** A merged need with what its source depends on. */
export interface WantedSource extends Merged {
  /** Everybody who is to be trained, named once. */
  readonly people: number;
  /** 1 to 9; the hours of trainers go to the first. */
  readonly priority: number;
}

/** Everything that sources are chosen from. */
export interface Supply {
  readonly courses: Readonly<Record<string, Course>>;
  readonly quotes: Readonly<Record<string, Quote>>;
  /** Recognised and named trainers who can be had at all. */
  readonly trainers: readonly KnownTrainer[];
  readonly rules: SourcingRules;
  /** The days that the plan covers. */
  readonly period: DayWindow;
  /** The day on which it is chosen. */
  readonly today: string;
}

/**
 * The courses that meet a need, the cheapest for its people first, then the one with the lowest level: the one that its
 * head has in mind, or else all that raise its element up to its level.
 */
export function coursesFor({ course, element, level, people }: WantedSource, courses: Supply['courses']): Course[] {
  if (course !== null) return courses[course] ? [courses[course]] : [];
  if (element === null) return [];
  return Object.values(courses)
    .filter((c) => c.elements.includes(element) && c.level >= (level ?? 0))
    .sort((a, b) => costInside(a, people) - costInside(b, people) || a.level - b.level || (a.id < b.id ? -1 : 1));
}

/** How many runs so many people make. */
export function runsFor(people: number, seats: number): number {
  return Math.ceil(people / seats);
}

/** What an internal trainer's course costs for so many people. */
export function costInside({ runCost, seatCost, maxSeats }: Course, people: number): number {
  return runsFor(people, maxSeats) * runCost + people * seatCost;
}

/** A quote held against a need. */
export interface ComparedQuote {
  readonly quote: Quote;
  /** For all people of the need. */
  readonly cost: number;
  readonly overCeiling: boolean;
}

/**
 * The quotes for a need that can be taken up, cheapest for all its people first, of equal ones the better rated, then by
 * id. `overCeiling`: one seat costs more than the rules allow.
 */
export function compareQuotes(want: WantedSource, { courses, quotes, rules, period, today }: Supply): ComparedQuote[] {
  const able = new Map(coursesFor(want, courses).map((c) => [c.id, c]));
  const from = period.from > today ? period.from : today;
  return Object.values(quotes)
    .filter((q) => able.has(q.course) && q.validUntil >= from)
    .map((quote) => {
      const cost = costOutside(quote, able.get(quote.course)!, want.people);
      return { quote, cost, overCeiling: rules.seatCeiling !== null && cost > rules.seatCeiling * want.people };
    })
    .sort(
      (a, b) => a.cost - b.cost || (b.quote.rating ?? 0) - (a.quote.rating ?? 0) || (a.quote.id < b.quote.id ? -1 : 1),
    );
}

/** What an outside provider asks for so many people, in runs of as many as both the provider and the course take. */
export function costOutside({ runCost, seatCost, maxSeats }: Quote, course: Course, people: number): number {
  return runsFor(people, Math.min(maxSeats, course.maxSeats)) * runCost + people * seatCost;
}
