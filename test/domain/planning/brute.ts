import type { PlanProblem } from '../../../contracts/planning.ts';
import { isWorkday } from '../../../domain/calendar/workday.ts';

interface Ask {
  readonly person: string;
  readonly course: string;
  /** By rank, 1 first. */
  readonly value: readonly number[];
  readonly must: boolean;
}

interface Held {
  readonly course: string;
  readonly days: readonly string[];
  readonly trainer: string;
  readonly room: string;
  readonly who: readonly string[];
}

/**
 * The best value by rank of a tiny problem, by trying every way of holding its courses; null when what must stand
 * cannot. Knows internal courses in rooms, one budget line, no windows: enough to judge a compiler by.
 */
export function bestByBruteForce(problem: PlanProblem): number[] | null {
  const asks = asksOf(problem);
  const days = workdaysOf(problem);
  let best: number[] | null = null;
  const none = new Array<number>(9).fill(0);
  const sum = (held: readonly Held[]) =>
    asks.reduce((value, ask) => (inside(held, ask) ? value.map((v, rank) => v + ask.value[rank]!) : value), none);
  const visit = (at: number, held: readonly Held[], left: number) => {
    if (at === asks.length) {
      const value = sum(held);
      if (best === null || compare(value, best) > 0) best = value;
      return;
    }
    const ask = asks[at]!;
    if (inside(held, ask)) return visit(at + 1, held, left);
    if (!ask.must) visit(at + 1, held, left);
    const rest = asks.slice(at + 1).filter((other) => other.course === ask.course && !inside(held, other));
    for (const others of subsets(rest.map(({ person }) => person)))
      for (const one of waysToHold(problem, days, ask.course, [ask.person, ...others])) {
        const price = priceOf(problem, one);
        if (price <= left && fitsWith(problem, held, one)) visit(at + 1, [...held, one], left - price);
      }
  };
  visit(0, [], problem.budget[0]!.amount);
  return best;
}

function asksOf(problem: PlanProblem): Ask[] {
  const asks = new Map<string, Ask>();
  for (const d of problem.demands)
    d.people.forEach((person, i) => {
      const key = `${d.course}|${person}`;
      const known = asks.get(key);
      const value = (known?.value ?? new Array<number>(9).fill(0)).map(
        (v, r) => v + (r === d.priority - 1 ? d.effect[i]! : 0),
      );
      asks.set(key, { person, course: d.course, value, must: d.must || (known?.must ?? false) });
    });
  return [...asks.values()];
}

function inside(held: readonly Held[], { person, course }: Ask): boolean {
  return held.some((one) => one.course === course && one.who.includes(person));
}

function subsets(names: readonly string[]): string[][] {
  return names.reduce<string[][]>((sets, name) => sets.flatMap((set) => [set, [...set, name]]), [[]]);
}

function workdaysOf(problem: PlanProblem): string[] {
  const days: string[] = [];
  for (let at = Date.parse(problem.horizon.from); at <= Date.parse(problem.horizon.to); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

const away = (windows: readonly { from: string; to: string }[], day: string) =>
  windows.some(({ from, to }) => from <= day && day <= to);

function waysToHold(problem: PlanProblem, days: readonly string[], id: string, who: readonly string[]): Held[] {
  const course = problem.courses.find((c) => c.id === id)!;
  if (who.length < course.minSeats || who.length > course.maxSeats) return [];
  const ways: Held[] = [];
  for (const trainer of problem.trainers)
    for (const room of problem.rooms) {
      if (!trainer.courses.includes(id) || room.seats < who.length || who.includes(trainer.person)) continue;
      for (const first of days.keys())
        for (const last of days.keys()) {
          const all = [...who.map((p) => problem.people[p]!), { calendar: trainer.calendar, away: trainer.away }];
          const chosen = days
            .slice(first, last + 1)
            .filter((day) => all.every((x) => isWorkday(day, problem.calendars[x.calendar]!)));
          const between = days.slice(first, last + 1).filter((day) => !chosen.includes(day));
          const free = chosen.every((day) => !away(room.closed, day) && all.every((x) => !away(x.away, day)));
          const edges = chosen[0] === days[first] && chosen.at(-1) === days[last];
          const inARow = between.every((day) => all.every((x) => !isWorkday(day, problem.calendars[x.calendar]!)));
          if (chosen.length === course.days && free && edges && inARow)
            ways.push({ course: id, days: chosen, trainer: trainer.person, room: room.id, who });
        }
    }
  return ways;
}

function priceOf(problem: PlanProblem, one: Held): number {
  const course = problem.courses.find((c) => c.id === one.course)!;
  const room = problem.rooms.find((r) => r.id === one.room)!;
  return course.runCost + course.seatCost * one.who.length + room.dayCost * one.days.length;
}

function fitsWith(problem: PlanProblem, held: readonly Held[], one: Held): boolean {
  const sameDay = held.filter((other) => other.days.some((day) => one.days.includes(day)));
  const busy = (other: Held) => [...other.who, other.trainer];
  if (sameDay.some((other) => other.room === one.room || busy(other).some((p) => busy(one).includes(p)))) return false;
  const all = [...held, one];
  const hours = (o: Held) => problem.courses.find((c) => c.id === o.course)!.hours;
  const trainer = problem.trainers.find(({ person }) => person === one.trainer)!;
  const taught = all.filter((o) => o.trainer === one.trainer).reduce((sum, o) => sum + hours(o), 0);
  const spent = (p: string) => all.filter((o) => o.who.includes(p)).reduce((sum, o) => sum + o.days.length, 0);
  return taught <= trainer.hours && one.who.every((p) => spent(p) <= problem.daysAPerson);
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let rank = 0; rank < a.length; rank++) if (a[rank] !== b[rank]) return a[rank]! - b[rank]!;
  return 0;
}
