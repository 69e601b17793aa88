import type { Instant, PersonId } from '../../contracts/ids.ts';
import type { OfferingEvent } from '../../contracts/offering/events.ts';
import { house } from '../../contracts/reasons.ts';
import { isAwayFor } from '../organisation/stand-in.ts';
import { order } from '../procedure/orders.ts';
import { stands } from '../procedure/refused-orders.ts';
import { type CalledRound, childOf, openRound, openRounds, taskIn } from '../procedure/rounds.ts';
import { hearersFor } from '../procedure/runners.ts';
import { termsOf } from '../procedure/standing.ts';
import { holderFor, openSpan, whyHanded } from '../procedure/supervised.ts';
import { dueIn } from '../procedure/timetable.ts';
import type { Context } from '../process.ts';
import type { Task } from '../round/state.ts';
import { ATTENDANCE_TIME } from './dates.ts';
import { event, type Part } from './kit.ts';
import { holds } from './seats.ts';
import { type OfferingState, plannedOf, runners } from './state.ts';
import { supportBy } from './support.ts';
import { extend } from './tasks.ts';

/** Tasks follow the people: to the supervisor of now, and nowhere when whom they are about has left. */
export const handing = {
  folds: {
    TaskHanded(state, { task, to }) {
      for (const [person, asked] of Object.entries(state.coaching)) {
        if (asked.task === task && asked.done === null) state.coaching[person] = { ...asked, coach: to };
      }
    },
    TasksDropped() {},
    RoundsMoved(state, { rounds }) {
      state.moved = false;
      for (const { round, due } of rounds) {
        const called = state.rounds[round];
        if (called) state.rounds[called.id] = { ...called, due };
      }
    },
  },
  follows: {
    TaskHanded: (state, { round, task: id, to, due }, context) => {
      const called = state.rounds[round];
      const task = taskIn(context, round, id);
      const supervised = called && task?.about && ofSupervisor(called, task);
      const reason = supervised ? whyHanded(context.organisation, task.about, to) : house('responsible-changed');
      return [order(round, 'reassign', { tasks: [id], to, due, reason }, 'tell')];
    },
    TasksDropped: (_state, { round, tasks, why }) => [
      why === 'left'
        ? order(round, 'withdraw', { tasks, reason: house('person-left') }, 'tell')
        : order(round, 'withdraw', { tasks, reason: house('seat-gone') }, 'tell'),
    ],
    RoundsMoved: (_state, { rounds }, context) => rounds.flatMap(({ round, due }) => extend(round, due, context)),
  },
} satisfies Part;

/** True for tasks that the supervisor of whom they are about has to answer. */
function ofSupervisor({ purpose }: CalledRound, { form }: Task): boolean {
  return purpose === 'support' || purpose === 'coaching' || (purpose === 'transfer' && form === 'supervisor');
}

/** Hands on, or drops, the open tasks of all rounds whose people have moved or left. */
export function handingDue(state: OfferingState, context: Context): readonly OfferingEvent[] {
  return openRounds(state).flatMap((round) => {
    const child = childOf(context, round.id);
    if (!child || child.phase === 'settled' || round.purpose === 'seats') return [];
    const dropped: string[] = [];
    const handed: OfferingEvent[] = [];
    for (const { open } of child.desks.values()) {
      for (const id of open) {
        const due = dueAnew(state, round, context);
        const to = holderOf(state, round, child.tasks.get(id)!, due, context);
        if (to === undefined || stands(state, round.id, to === null ? 'withdraw' : 'reassign', id)) continue;
        if (to === null) dropped.push(id);
        else handed.push(event('TaskHanded', { round: round.id, task: id, to, due }));
      }
    }
    return dropped.length
      ? [event('TasksDropped', { round: round.id, tasks: dropped, why: 'left' }), ...handed]
      : handed;
  });
}

/** Takes back what is still asked about people who have no seat any more. */
export function freedDue(state: OfferingState, context: Context): readonly OfferingEvent[] {
  return (['seats', 'support'] as const).flatMap((purpose) => {
    const round = openRound(state, purpose);
    const child = round && childOf(context, round.id);
    if (!round || !child || child.phase === 'settled') return [];
    const tasks = [...child.desks.values()]
      .flatMap(({ open }) => [...open])
      .filter((id) => isFreed(state, purpose, child.tasks.get(id)!) && !stands(state, round.id, 'withdraw', id));
    return tasks.length ? [event('TasksDropped', { round: round.id, tasks, why: 'seat' })] : [];
  });
}

/** Nobody needs the answer: the seat is not theirs. Somebody who has declined and is asked once more has been asked by hand. */
function isFreed(state: OfferingState, purpose: 'seats' | 'support', { about, revision }: Task): boolean {
  const person = about ?? '';
  if (holds(state, person)) return false;
  const seat = state.seats[person];
  const again = seat === 'declined' || seat === 'waits' || (seat === 'given-up' && revision > 0);
  return purpose === 'support' || !again;
}

/** By when whoever gets a task now is to answer: they have as much time as the task had at first. */
function dueAnew(state: OfferingState, { purpose }: CalledRound, context: Context): Instant {
  if (purpose === 'support') return supportBy(state, context);
  const { delivery, ...terms } = termsOf(state);
  const time: Readonly<Record<string, string>> = {
    transfer: delivery.followUpTime,
    coaching: delivery.coachingTime,
    test: delivery.feedback,
    attendance: ATTENDANCE_TIME,
  };
  const length = time[purpose];
  return length === undefined ? context.now : dueIn(length, terms, context);
}

/**
 * Who is to have a task from now on; undefined: whoever has it keeps it, or is back within the time that others would get;
 * null: nobody.
 */
function holderOf(
  state: OfferingState,
  round: CalledRound,
  task: Task,
  due: Instant,
  context: Context,
): PersonId | null | undefined {
  const works = (person: PersonId) => context.organisation.people.get(person)?.employed === true;
  if (task.about !== null && !works(task.about)) return null;
  if (ofSupervisor(round, task)) {
    const to = holderFor(task, task.about!, context);
    return to && holderFor({ ...task, due: Math.max(task.due, due) }, task.about!, context);
  }
  if (works(task.assignee)) return undefined;
  if (round.purpose !== 'attendance' && round.purpose !== 'test') return null;
  const able = recorders(state, context).filter((p) => p !== task.assignee && p !== task.aboutPerson);
  return able.find((p) => !task.barred.includes(p) && !(round.purpose === 'attendance' && holds(state, p))) ?? null;
}

/**
 * Who can say who was there and how tests came out: the trainer; for an outside provider whoever runs the cycle. Those who are
 * on leave for longer come last.
 */
export function recorders(state: OfferingState, context: Context): PersonId[] {
  const { organisation, now } = context;
  const people = new Set([plannedOf(state).trainer, ...hearersFor(runners(state), context)]);
  const able = [...people].filter((p): p is PersonId => p !== null && organisation.people.get(p)?.employed === true);
  const isAway = (p: PersonId) => isAwayFor(organisation, p, openSpan(now, p, context));
  return [...able.filter((p) => !isAway(p)), ...able.filter(isAway)];
}
