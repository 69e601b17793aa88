import type { LimitRef, PlannedOffering, PlanProblem } from '../../contracts/planning.ts';
import { placeOf, type Span } from './days.ts';
import { limitKey, type Relaxed } from './limit.ts';

/** What kept offerings have taken. Every diary is a new one. */
export interface Kept {
  money(line: string): number;
  hours(trainer: string): number;
  rooms(room: string): Uint8Array;
  /** Days on which somebody teaches or learns. */
  teaching(person: string): Uint8Array;
  days(person: string): { diary: Uint8Array; days: number };
}

/** Kept offerings, without those whose standing is looked away from. */
export function keptOf(problem: PlanProblem, relaxed: Relaxed): PlannedOffering[] {
  return problem.keep.filter(({ id }) => !relaxed.has(limitKey({ kind: 'must', id })));
}

export function takeKept(problem: PlanProblem, span: Span, relaxed: Relaxed): Kept {
  const keep = keptOf(problem, relaxed);
  const sum = (mine: (o: PlannedOffering) => boolean, figure: (o: PlannedOffering) => number) =>
    keep.reduce((total, o) => total + (mine(o) ? figure(o) : 0), 0);
  const learning = indexed(keep, (o) => o.participants);
  const teaching = indexed(keep, (o) => (o.trainer === null ? [] : [o.trainer]));
  const halls = indexed(keep, (o) => (o.room === null ? [] : [o.room]));
  const diary = (...offerings: (readonly PlannedOffering[] | undefined)[]) => {
    const days = new Uint8Array(span.length);
    for (const day of offerings.flatMap((some) => (some ?? []).flatMap((o) => o.days))) {
      const place = placeOf(span, day);
      if (place >= 0 && place < span.length) days[place] = 1;
    }
    return days;
  };
  return {
    money: (line) =>
      sum(
        (o) => o.budgetLine === line,
        (o) => o.cost,
      ),
    hours: (trainer) => (teaching.get(trainer) ?? []).reduce((total, o) => total + o.hours, 0),
    rooms: (room) => diary(halls.get(room)),
    teaching: (person) => diary(teaching.get(person), learning.get(person)),
    days: (person) => ({
      diary: diary(learning.get(person), teaching.get(person)),
      days: (learning.get(person) ?? []).reduce((total, o) => total + o.days.length, 0),
    }),
  };
}

function indexed(keep: readonly PlannedOffering[], names: (o: PlannedOffering) => readonly string[]) {
  const index = new Map<string, PlannedOffering[]>();
  for (const offering of keep)
    for (const name of names(offering)) index.set(name, [...(index.get(name) ?? []), offering]);
  return index;
}

/** `need|course|quote|person` of every place that a kept offering gives. */
export function keptClaims(problem: PlanProblem, relaxed: Relaxed): ReadonlySet<string> {
  return new Set(
    keptOf(problem, relaxed).flatMap((o) =>
      o.needs.flatMap((need) => o.participants.map((p) => claimKey(need, o.course, o.quote, p))),
    ),
  );
}

export function claimKey(need: string, course: string, quote: string | null, person: string): string {
  return `${need}|${course}|${quote ?? ''}|${person}`;
}

/** Kept offerings stand, so money and hours beyond a limit are a conflict by themselves. */
export function brokenByKept(problem: PlanProblem, kept: Kept, relaxed: Relaxed): LimitRef[] {
  const broken = [
    ...problem.budget
      .filter(({ id, amount }) => kept.money(id) > amount)
      .map(({ id }): LimitRef => ({ kind: 'budget', id })),
    ...problem.trainers
      .filter(({ person, hours }) => kept.hours(person) > hours)
      .map(({ person }): LimitRef => ({ kind: 'trainer', id: person })),
  ];
  return broken.filter((limit) => !relaxed.has(limitKey(limit)));
}
