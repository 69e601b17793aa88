import type { Course, LimitRef, PlanDemand, PlannedOffering, PlanProblem } from '../../contracts/planning.ts';
import { DAY_MS } from '../calendar/day.ts';
import { isWorkday } from '../calendar/workday.ts';
import type { PlanFault } from './fault.ts';

/** What one offering breaks by itself. */
export function faultsOfOffering(problem: PlanProblem, o: PlannedOffering): PlanFault[] {
  const course = problem.courses.find(({ id }) => id === o.course);
  const fault = (kind: LimitRef['kind'], id: string, sentence: string): PlanFault => ({
    offering: o.id,
    limit: { kind, id },
    sentence: `${o.id}: ${sentence}`,
  });
  if (!course) return [fault('seats', o.course, `there is no course ${o.course}; choose one of the catalogue.`)];
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

function daysOf(o: PlannedOffering, course: Course): string[] {
  const faults: string[] = [];
  if (o.days.length !== course.days)
    faults.push(`it has ${o.days.length} days, but ${course.id} takes ${course.days}.`);
  if (o.days.some((day, i) => i > 0 && day <= o.days[i - 1]!)) faults.push('its days are not in order; sort them.');
  if (o.hours !== course.hours) faults.push(`it has ${o.hours} hours, but ${course.id} takes ${course.hours}.`);
  return faults;
}

type Named = readonly [id: string, sentence: string];

/** Before, after or outside: horizon, windows of its needs, quote. */
function outside({ horizon, quotes, demands }: PlanProblem, o: PlannedOffering): Named[] {
  const faults: Named[] = [];
  const first = o.days[0]!;
  const last = o.days.at(-1)!;
  if (first < horizon.from || last > horizon.to)
    faults.push(['horizon', `it is held on ${first}, but the plan goes from ${horizon.from} to ${horizon.to}.`]);
  const quote = quotes.find(({ id }) => id === o.quote);
  if (quote && first > quote.validUntil)
    faults.push([
      quote.id,
      `it begins on ${first}, but quote ${quote.id} can be taken up until ${quote.validUntil} only.`,
    ]);
  for (const person of o.participants) {
    const own = demands.filter((d) => serves(o, d) && d.people.includes(person));
    if (own.length === 0 || own.some((d) => suits(o, d))) continue;
    const { need, window } = own[0]!;
    const when = `need ${need} of ${person} is for ${window!.from} to ${window!.to}`;
    faults.push([need, `it is held on ${first}, but ${when}; choose other days.`]);
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

/** Somebody's calendar and absences; days that do not follow one another. */
function notThere(
  problem: PlanProblem,
  days: readonly string[],
  calendarId: string,
  away: readonly { from: string; to: string }[],
): string | null {
  const calendar = problem.calendars[calendarId]!;
  for (const day of days) {
    if (!isWorkday(day, calendar)) return `does not work on ${day} by calendar ${calendarId}`;
    if (away.some(({ from, to }) => from <= day && day <= to)) return `is away on ${day}`;
  }
  for (let day = nextDay(days[0]!); day < days.at(-1)!; day = nextDay(day))
    if (!days.includes(day) && isWorkday(day, calendar)) return `works on ${day}, between the days of the course`;
  return null;
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}

function peopleOf(problem: PlanProblem, o: PlannedOffering): Named[] {
  return o.participants.flatMap((id): Named[] => {
    const person = problem.people[id];
    if (!person) return [[id, `the working calendar of ${id} is unknown.`]];
    const reason = notThere(problem, o.days, person.calendar, person.away);
    return reason ? [[id, `${id} ${reason}; choose other days or take ${id} out.`]] : [];
  });
}

function seatsOf({ quotes }: PlanProblem, o: PlannedOffering, course: Course): string[] {
  const faults: string[] = [];
  const n = o.participants.length;
  const most = Math.min(course.maxSeats, quotes.find(({ id }) => id === o.quote)?.maxSeats ?? course.maxSeats);
  if (n < course.minSeats)
    faults.push(`it has ${n} participants; ${course.id} is held for ${course.minSeats} or more.`);
  if (n > most) faults.push(`it has ${n} participants; there are ${most} seats at most.`);
  if (new Set(o.participants).size < n) faults.push('somebody is in it twice; take them out once.');
  return faults;
}

function roomOf({ rooms }: PlanProblem, o: PlannedOffering, course: Course): string[] {
  if (!course.room && o.room === null) return [];
  const room = rooms.find(({ id }) => id === o.room);
  if (!room) return [`it needs a room; choose one of those of the plan.`];
  const faults: string[] = [];
  if (room.seats < o.participants.length)
    faults.push(`room ${room.id} has ${room.seats} seats for ${o.participants.length} people.`);
  const shut = o.days.find((day) => room.closed.some(({ from, to }) => from <= day && day <= to));
  if (shut) faults.push(`room ${room.id} cannot be had on ${shut}.`);
  return faults;
}

function trainerOf(problem: PlanProblem, o: PlannedOffering, course: Course): string[] {
  if (o.quote !== null)
    return o.trainer === null ? [] : [`it is taught from outside by quote ${o.quote} and by ${o.trainer}; choose one.`];
  const trainer = problem.trainers.find(({ person }) => person === o.trainer);
  if (!trainer) return ['it has neither a trainer of the plan nor a quote; choose one.'];
  const faults: string[] = [];
  if (!trainer.courses.includes(course.id)) faults.push(`${trainer.person} may not teach ${course.id}.`);
  if (o.participants.includes(trainer.person)) faults.push(`${trainer.person} cannot teach and take part at once.`);
  const reason = notThere(problem, o.days, trainer.calendar, trainer.away);
  if (reason) faults.push(`trainer ${trainer.person} ${reason}.`);
  return faults;
}

function costOf({ quotes, rooms }: PlanProblem, o: PlannedOffering, course: Course): string[] {
  const quote = quotes.find(({ id }) => id === o.quote);
  if (o.quote !== null && quote?.course !== course.id) return [`quote ${o.quote} is not for ${course.id}.`];
  const terms = quote ?? course;
  const room = rooms.find(({ id }) => id === o.room)?.dayCost ?? 0;
  const cost = terms.runCost + terms.seatCost * o.participants.length + room * o.days.length;
  return cost === o.cost ? [] : [`it is put down with ${o.cost}, but costs ${cost}.`];
}

/** Nobody is in a course without a need, nobody pays from another line. */
function demandsOf({ demands }: PlanProblem, o: PlannedOffering): Named[] {
  const served = demands.filter((d) => serves(o, d));
  const asked = new Set(served.flatMap(({ people }) => people));
  return [
    ...o.participants
      .filter((p) => !asked.has(p))
      .map((p): Named => [p, `${p} is in it without a need for ${o.course}.`]),
    ...o.needs
      .filter((need) => !served.some((d) => d.need === need && d.people.some((p) => o.participants.includes(p))))
      .map((need): Named => [need, `need ${need} is named but nobody is in it for that.`]),
    ...served
      .filter((d) => d.budgetLine !== o.budgetLine && d.people.some((p) => o.participants.includes(p)))
      .map((d): Named => [d.need, `need ${d.need} is paid from line ${d.budgetLine}, not ${o.budgetLine}.`]),
  ];
}
