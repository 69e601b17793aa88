import type { Course, LimitRef, PlanDemand, PlannedOffering, PlanProblem } from '../../contracts/planning.ts';
import type { Because } from '../../contracts/refusals/refusal.ts';
import { DAY_MS } from '../calendar/day.ts';
import { isWorkday } from '../calendar/workday.ts';
import { moneyFact } from '../money.ts';
import { because } from '../refuse.ts';
import type { PlanFault } from './fault.ts';

/** What one offering breaks by itself. */
export function faultsOfOffering(problem: PlanProblem, o: PlannedOffering): PlanFault[] {
  const course = problem.courses.find(({ id }) => id === o.course);
  const fault = (kind: LimitRef['kind'], id: string, why: Because): PlanFault => ({
    offering: o.id,
    limit: { kind, id },
    why,
  });
  if (!course)
    return [fault('seats', o.course, because('plan-limits/no-course', { offering: o.id, course: o.course }))];
  return [
    ...daysOf(o, course).map((s) => fault('calendar', o.course, s)),
    ...outside(problem, o).map(([id, s]) => fault('window', id, s)),
    ...peopleOf(problem, o).map(([id, s]) => fault('calendar', id, s)),
    ...seatsOf(problem, o, course).map((s) => fault('seats', o.course, s)),
    ...roomOf(problem, o, course).map((s) => fault('rooms', o.room ?? 'all', s)),
    ...trainerOf(problem, o, course).map((s) => fault('trainer', o.trainer ?? o.course, s)),
    ...costOf(problem, o, course).map((s) => fault('budget', o.budgetLine, s)),
    ...demandsOf(problem, o).map(([id, s]) => fault('seats', id, s)),
  ];
}

function daysOf({ id: offering, ...o }: PlannedOffering, course: Course): Because[] {
  const faults: Because[] = [];
  const of = { offering, course: course.id };
  if (o.days.length !== course.days)
    faults.push(because('plan-limits/count-of-days', { ...of, days: o.days.length, takes: course.days }));
  if (o.days.some((day, i) => i > 0 && day <= o.days[i - 1]!))
    faults.push(because('plan-limits/order-of-days', { offering }));
  if (o.hours !== course.hours)
    faults.push(because('plan-limits/count-of-hours', { ...of, hours: o.hours, takes: course.hours }));
  return faults;
}

type Named = readonly [id: string, why: Because];

/** Before, after or outside: horizon, windows of its needs, quote. */
function outside({ horizon, quotes, demands }: PlanProblem, o: PlannedOffering): Named[] {
  const faults: Named[] = [];
  const first = o.days[0]!;
  const last = o.days.at(-1)!;
  if (first < horizon.from || last > horizon.to)
    faults.push(['horizon', because('plan-limits/outside-plan', { offering: o.id, day: first, ...horizon })]);
  const quote = quotes.find(({ id }) => id === o.quote);
  if (quote && first > quote.validUntil)
    faults.push([
      quote.id,
      because('plan-limits/quote-over', { offering: o.id, day: first, quote: quote.id, until: quote.validUntil }),
    ]);
  for (const person of o.participants) {
    const own = demands.filter((d) => serves(o, d) && d.people.includes(person));
    if (own.length === 0 || own.some((d) => suits(o, d))) continue;
    const { need, window } = own[0]!;
    const { from, to } = window!;
    faults.push([need, because('plan-limits/outside-window', { offering: o.id, day: first, need, person, from, to })]);
  }
  return faults;
}

/** The offering teaches this need, as far as course and means go. */
export function serves(o: PlannedOffering, d: PlanDemand): boolean {
  return o.course === d.course && o.needs.includes(d.need) && o.quote === (d.source === 'outside' ? d.quote : null);
}

/** Its days lie within those of the need. */
export function suits(o: PlannedOffering, { window }: PlanDemand): boolean {
  return window === null || (window.from <= o.days[0]! && o.days.at(-1)! <= window.to);
}

/** Why somebody is not there: whoever takes part may be taken out, in place of a trainer there must be another one. */
const NOT_THERE = {
  participant: {
    notWorking: 'plan-limits/not-working',
    away: 'plan-limits/away',
    worksBetween: 'plan-limits/works-between',
  },
  trainer: {
    notWorking: 'plan-limits/trainer-not-working',
    away: 'plan-limits/trainer-away',
    worksBetween: 'plan-limits/trainer-works-between',
  },
} as const;

interface Attendee {
  readonly person: string;
  readonly calendar: string;
  readonly away: readonly { readonly from: string; readonly to: string }[];
}

/** Somebody's calendar and absences; days that do not follow one another. */
function notThere(
  problem: PlanProblem,
  { id: offering, days }: PlannedOffering,
  { person, calendar: calendarId, away }: Attendee,
  as: keyof typeof NOT_THERE,
): Because | null {
  const calendar = problem.calendars[calendarId]!;
  const why = NOT_THERE[as];
  for (const day of days) {
    if (!isWorkday(day, calendar)) return because(why.notWorking, { offering, person, day, calendar: calendarId });
    if (away.some(({ from, to }) => from <= day && day <= to)) return because(why.away, { offering, person, day });
  }
  for (let day = nextDay(days[0]!); day < days.at(-1)!; day = nextDay(day))
    if (!days.includes(day) && isWorkday(day, calendar)) return because(why.worksBetween, { offering, person, day });
  return null;
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}

function peopleOf(problem: PlanProblem, o: PlannedOffering): Named[] {
  return o.participants.flatMap((id): Named[] => {
    const person = problem.people[id];
    if (!person) return [[id, because('plan-limits/no-calendar-known', { offering: o.id, person: id })]];
    const reason = notThere(problem, o, { ...person, person: id }, 'participant');
    return reason ? [[id, reason]] : [];
  });
}

function seatsOf({ quotes }: PlanProblem, o: PlannedOffering, course: Course): Because[] {
  const faults: Because[] = [];
  const offering = o.id;
  const n = o.participants.length;
  const most = Math.min(course.maxSeats, quotes.find(({ id }) => id === o.quote)?.maxSeats ?? course.maxSeats);
  if (n < course.minSeats)
    faults.push(
      because('plan-limits/too-few-people', { offering, people: n, course: course.id, min: course.minSeats }),
    );
  if (n > most) faults.push(because('plan-limits/too-many-people', { offering, people: n, most }));
  if (new Set(o.participants).size < n) faults.push(because('plan-limits/person-twice', { offering }));
  return faults;
}

function roomOf({ rooms }: PlanProblem, o: PlannedOffering, course: Course): Because[] {
  const offering = o.id;
  if (!course.room && o.room === null) return [];
  const room = rooms.find(({ id }) => id === o.room);
  if (!room) return [because('plan-limits/needs-room', { offering })];
  const faults: Because[] = [];
  if (room.seats < o.participants.length)
    faults.push(
      because('plan-limits/room-small', {
        ...{ offering, room: room.id, seats: room.seats },
        people: o.participants.length,
      }),
    );
  const shut = o.days.find((day) => room.closed.some(({ from, to }) => from <= day && day <= to));
  if (shut) faults.push(because('plan-limits/room-shut', { offering, room: room.id, day: shut }));
  return faults;
}

function trainerOf(problem: PlanProblem, o: PlannedOffering, course: Course): Because[] {
  const offering = o.id;
  if (o.quote !== null)
    return o.trainer === null
      ? []
      : [because('plan-limits/taught-twice', { offering, quote: o.quote, person: o.trainer })];
  const trainer = problem.trainers.find(({ person }) => person === o.trainer);
  if (!trainer) return [because('plan-limits/taught-by-nobody', { offering })];
  const faults: Because[] = [];
  const { person } = trainer;
  if (!trainer.courses.includes(course.id))
    faults.push(because('plan-limits/may-not-teach', { offering, person, course: course.id }));
  if (o.participants.includes(person)) faults.push(because('plan-limits/teaches-and-learns', { offering, person }));
  const reason = notThere(problem, o, trainer, 'trainer');
  if (reason) faults.push(reason);
  return faults;
}

function costOf({ quotes, rooms, currency }: PlanProblem, o: PlannedOffering, course: Course): Because[] {
  const offering = o.id;
  const quote = quotes.find(({ id }) => id === o.quote);
  if (o.quote !== null && quote?.course !== course.id)
    return [because('plan-limits/quote-of-another', { offering, quote: o.quote, course: course.id })];
  const terms = quote ?? course;
  const room = rooms.find(({ id }) => id === o.room)?.dayCost ?? 0;
  const cost = terms.runCost + terms.seatCost * o.participants.length + room * o.days.length;
  return cost === o.cost
    ? []
    : [
        because('plan-limits/cost-differs', {
          offering,
          said: moneyFact(o.cost, currency),
          cost: moneyFact(cost, currency),
        }),
      ];
}

/** Nobody is in a course without a need, nobody pays from another line. */
function demandsOf({ demands }: PlanProblem, o: PlannedOffering): Named[] {
  const offering = o.id;
  const served = demands.filter((d) => serves(o, d));
  const asked = new Set(served.flatMap(({ people }) => people));
  return [
    ...o.participants
      .filter((p) => !asked.has(p))
      .map((p): Named => [p, because('plan-limits/without-need', { offering, person: p, course: o.course })]),
    ...o.needs
      .filter((need) => !served.some((d) => d.need === need && d.people.some((p) => o.participants.includes(p))))
      .map((need): Named => [need, because('plan-limits/need-of-nobody', { offering, need })]),
    ...served
      .filter((d) => d.budgetLine !== o.budgetLine && d.people.some((p) => o.participants.includes(p)))
      .map(
        (d): Named => [
          d.need,
          because('plan-limits/other-line', { offering, need: d.need, line: d.budgetLine, other: o.budgetLine }),
        ],
      ),
  ];
}
