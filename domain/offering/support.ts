import type { PersonId, StreamId } from '../../contracts/ids.ts';
import type { OfferingEvent } from '../../contracts/offering/events.ts';
import { supervisorOf } from '../organisation/stand-in.ts';
import { order } from '../procedure/orders.ts';
import { task } from '../procedure/part.ts';
import { childOf, openRound, taskIn } from '../procedure/rounds.ts';
import type { Consequence, Context } from '../process.ts';
import { datedOf, dueBeforeStart, startOf } from './dates.ts';
import { formOf, TITLES } from './forms.ts';
import { event, notice, type Part } from './kit.ts';
import type { OfferingState } from './state.ts';
import { taskOf } from './tasks.ts';

/**
 * The supervisor's word before: what the participant is to bring back. It is told to the participant before the course.
 * The supervisor's support is one of the conditions of transfer in T. T. Baldwin and J. K. Ford, "Transfer of training: a
 * review and directions for future research", Personnel Psychology 41 (1988), 63-105.
 */
export const support = {
  folds: {
    SupportGiven(state, { person, clarified }) {
      state.support[person] = clarified;
    },
  },
  follows: {
    SupportGiven: (state, { person, supervisor }) => [notice(state, person, 'offering.support', { supervisor })],
  },
  sheets: { support: () => ({ title: TITLES.support, form: formOf('support'), minutes: 5, tasks: [] }) },
} satisfies Part;

/** Asks the supervisors of people who were offered a seat; who has none is not spoken for. */
export function supportAsked(state: OfferingState, people: readonly PersonId[], context: Context): Consequence[] {
  const round = openRound(state, 'support');
  if (!round) return [];
  const due = supportBy(state, context);
  const tasks = people.flatMap((person) => {
    const supervisor = supervisorOf(context.organisation, person, { from: context.now, to: due });
    if (!supervisor || person in state.support) return [];
    return [
      task(unusedTask(state, round.id, person, context), supervisor, { about: person, aboutPerson: person, due }),
    ];
  });
  return tasks.length ? [order(round.id, 'addTasks', { tasks }, 'tell')] : [];
}

/** The first name for a task about a person that the round has not used: whoever comes back is spoken for anew. */
function unusedTask(state: OfferingState, round: StreamId, person: PersonId, context: Context): string {
  let number = state.offers[person] ?? 1;
  while (taskIn(context, round, taskOf(person, number))) number++;
  return taskOf(person, number);
}

/** By when a supervisor is to have spoken: the end of the last working day before the course. */
export function supportBy(state: OfferingState, context: Context): number {
  const dated = datedOf(state);
  return dueBeforeStart(startOf(dated), dated, context);
}

/** Learns which supervisors have spoken. */
export function supportDue(state: OfferingState, context: Context): readonly OfferingEvent[] {
  const round = openRound(state, 'support');
  const child = round && childOf(context, round.id);
  if (!child) return [];
  return [...child.tasks.values()].flatMap(({ state: at, about, assignee, answer }) => {
    if (at !== 'submitted' || about === null || about in state.support) return [];
    return [event('SupportGiven', { person: about, supervisor: assignee, clarified: answer?.clarified === true })];
  });
}
