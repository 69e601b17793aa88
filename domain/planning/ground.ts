import type { PlanProblem, PlanTrainer, Room } from '../../contracts/planning.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { mark, type Span, spanOf } from './days.ts';
import { type Kept, takeKept } from './kept.ts';
import { compareText, HORIZON, limitKey, type Relaxed } from './limit.ts';

/** Somebody in the plan, as a participant, a trainer or both. */
export interface Person {
  readonly id: string;
  /** null: any day will do, because the limit is looked away from. */
  readonly calendar: Calendar | null;
  /** 1 on days that are taken: away, or in a kept offering. */
  readonly diary: Uint8Array;
  /** Days of training that they may still spend. */
  readonly daysLeft: number;
}

export interface Teacher {
  readonly id: string;
  readonly calendar: Calendar | null;
  readonly diary: Uint8Array;
  readonly hoursLeft: number;
  /** True when this person's limits are looked away from. */
  readonly free: boolean;
}

export interface Hall {
  readonly room: Room;
  readonly diary: Uint8Array;
}

/** Who and what there is, in the order of their names, with everything that stands already taken off. */
export interface Ground {
  readonly problem: PlanProblem;
  readonly span: Span;
  readonly relaxed: Relaxed;
  readonly kept: Kept;
  /** By participant id. */
  readonly people: ReadonlyMap<string, Person>;
  readonly teachers: readonly Teacher[];
  readonly halls: readonly Hall[];
  /** Money left by budget line. */
  readonly money: ReadonlyMap<string, number>;
}

/** How much longer a horizon is when it is looked away from. */
const A_YEAR = 366;
/** More than any plan has of anything. */
export const ENDLESS = 1_000_000_000_000;

export function groundOf(problem: PlanProblem, relaxed: Relaxed): Ground {
  const horizonFree = relaxed.has(limitKey({ kind: 'window', id: HORIZON }));
  const span = spanOf(problem.horizon, horizonFree ? A_YEAR : 0);
  const kept = takeKept(problem, span, relaxed);
  const base = { problem, span, relaxed, kept };
  const people = Object.keys(problem.people).sort(compareText);
  return {
    ...base,
    people: new Map(people.map((id) => [id, personOf(base, id)])),
    teachers: sorted(problem.trainers, (t) => t.person).map((trainer) => teacherOf(base, trainer)),
    halls: sorted(problem.rooms, (r) => r.id).map((room) => ({
      room,
      diary: mark(kept.rooms(room.id), span, room.closed),
    })),
    money: new Map(
      sorted(problem.budget, (line) => line.id).map(({ id, amount }) => [
        id,
        relaxed.has(limitKey({ kind: 'budget', id })) ? ENDLESS : Math.max(0, amount - kept.money(id)),
      ]),
    ),
  };
}

type Base = Pick<Ground, 'problem' | 'span' | 'relaxed' | 'kept'>;

function personOf({ problem, span, relaxed, kept }: Base, id: string): Person {
  const { calendar, away } = problem.people[id]!;
  const taken = kept.days(id);
  if (relaxed.has(limitKey({ kind: 'calendar', id })))
    return { id, calendar: null, diary: new Uint8Array(span.length), daysLeft: ENDLESS };
  return {
    id,
    calendar: problem.calendars[calendar]!,
    diary: mark(taken.diary, span, away),
    daysLeft: problem.daysAPerson - taken.days,
  };
}

function teacherOf({ problem, span, relaxed, kept }: Base, trainer: PlanTrainer): Teacher {
  const id = trainer.person;
  if (relaxed.has(limitKey({ kind: 'trainer', id })))
    return { id, calendar: null, diary: new Uint8Array(span.length), hoursLeft: ENDLESS, free: true };
  return {
    id,
    calendar: problem.calendars[trainer.calendar]!,
    diary: mark(kept.teaching(id), span, trainer.away),
    hoursLeft: trainer.hours - kept.hours(id),
    free: false,
  };
}

function sorted<T>(rows: readonly T[], name: (row: T) => string): T[] {
  return [...rows].sort((a, b) => compareText(name(a), name(b)));
}
