import type { OfferingEvent } from '../../contracts/offering/events.ts';
import { supervisorOf } from '../organisation/stand-in.ts';
import { order } from '../procedure/orders.ts';
import { task } from '../procedure/part.ts';
import { nextRound, openRound, taskIn } from '../procedure/rounds.ts';
import { termsOf } from '../procedure/standing.ts';
import { dueIn } from '../procedure/timetable.ts';
import type { Context } from '../process.ts';
import { formOf, titleOf } from './forms.ts';
import { event, type Part, startRound } from './kit.ts';
import type { OfferingState, Transfer } from './state.ts';
import { taskOf } from './tasks.ts';

/** Where little of a course is done at work, the supervisor coaches the participant on the job. */
export const coaching = {
  folds: {
    CoachingAsked(state, { person, coach, task: id }) {
      state.coaching[person] = { coach, task: id, done: null };
    },
    CoachingDone(state, { person, done }) {
      const asked = state.coaching[person];
      if (asked) state.coaching[person] = { ...asked, done };
    },
  },
  follows: {
    CoachingAsked: (_state, { person, coach, round, task: id, due }) => [
      order(round, 'addTasks', { tasks: [task(id, coach, { about: person, aboutPerson: person, due })] }, 'tell'),
    ],
  },
  sheets: {
    coaching: (state) => ({
      title: titleOf(termsOf(state).course.title, 'coaching'),
      form: formOf('coaching'),
      minutes: 10,
      tasks: [],
    }),
  },
} satisfies Part;

/** Low is what either of the two puts below the terms' level: both see a part of it. Who is being coached is not asked twice. */
export function coachingWanted(state: OfferingState, report: Transfer, context: Context): readonly OfferingEvent[] {
  const { delivery, ...terms } = termsOf(state);
  const due = dueIn(delivery.coachingTime, terms, context);
  const round = openRound(state, 'coaching')?.id ?? nextRound(state, 'coaching').round;
  const asked = report.people.flatMap(({ person, supervisor, own }) => {
    const low = [supervisor, own].some((t) => t !== null && t < delivery.transferFrom);
    const known = context.organisation.people.get(person)?.employed;
    const coach = known && low ? supervisorOf(context.organisation, person, { from: context.now, to: due }) : null;
    if (!coach || state.coaching[person]?.done === null) return [];
    return [event('CoachingAsked', { person, coach, round, task: taskOf(person, report.followUp + 1), due })];
  });
  if (!asked.length) return [];
  return openRound(state, 'coaching') ? asked : [startRound(state, 'coaching', due), ...asked];
}

/** Learns which coaching has been done; what was declined, or never spoken of, was not. */
export function coachingDue(state: OfferingState, context: Context): readonly OfferingEvent[] {
  const round = openRound(state, 'coaching');
  if (!round) return [];
  return Object.entries(state.coaching).flatMap(([person, { task: id, done }]) => {
    const asked = done === null ? taskIn(context, round.id, id) : undefined;
    if (!asked || asked.state === 'open' || asked.state === 'drafted') return [];
    return [event('CoachingDone', { person, done: asked.state === 'submitted' && asked.answer?.done === true })];
  });
}

/** Operations end the follow-up: coaching that has not been reported counts as not done. */
export function coachingEnded(state: OfferingState): readonly OfferingEvent[] {
  return Object.entries(state.coaching).flatMap(([person, { done }]) =>
    done === null ? [event('CoachingDone', { person, done: false })] : [],
  );
}
