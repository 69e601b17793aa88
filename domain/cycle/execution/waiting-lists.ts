import type { CycleEvent } from '../../../contracts/cycle/events.ts';
import type { PassedOver } from '../../../contracts/offering/terms.ts';
import { startOf } from '../../offering/dates.ts';
import { freeSeats, wantsGiving } from '../../offering/seats.ts';
import { type OfferingState, plannedOf } from '../../offering/state.ts';
import { order } from '../../procedure/orders.ts';
import { stands } from '../../procedure/refused-orders.ts';
import { termsOf } from '../../procedure/standing.ts';
import type { Context } from '../../process.ts';
import { event, type Part } from '../kit.ts';
import type { CycleState } from '../state.ts';
import { attendedLines, courseOf, hindranceOf } from './attending.ts';

/**
 * Seats that come free go to those who wait, the first to join first. The cycle gives them, because it alone knows where
 * else people are: nobody is put into two places at once, or called from their leave.
 */
export const waitingLists = {
  folds: { SeatsGiven() {} },
  follows: {
    SeatsGiven: (state, { offering, people, passed }) => [
      order(state.offerings[offering]!.stream, 'offerSeats', { people, passed }, 'tell'),
    ],
  },
} satisfies Part;

/** One offering at a time: whoever is given a seat in it is taken on its days for the next one. */
export function seatsDue(state: CycleState, context: Context): readonly CycleEvent[] {
  for (const [offering, { stream, result }] of Object.entries(state.offerings)) {
    const course = result ? undefined : courseOf(state, offering, context);
    if (!course || !isGiving(course, context) || stands(state, stream, 'offerSeats')) continue;
    const given = giveIn(state, course, context);
    if (given.people.length || given.passed.length) return [event('SeatsGiven', { offering, ...given })];
  }
  return [];
}

function isGiving(course: OfferingState, { now }: Context): boolean {
  return (
    course.phase === 'running' &&
    wantsGiving(course) &&
    now < startOf({ terms: termsOf(course), planned: plannedOf(course) })
  );
}

function giveIn(state: CycleState, course: OfferingState, context: Context) {
  const lines = attendedLines(state, context);
  const line = plannedOf(course);
  const people: string[] = [];
  const passed: PassedOver[] = [];
  for (const person of course.waiting) {
    if (people.length === freeSeats(course)) break;
    if (!context.organisation.people.get(person)?.employed) continue;
    const hindrance = hindranceOf(person, line, lines, context);
    if (hindrance === null) people.push(person);
    else if (!isKnown(course.passed[person], hindrance)) passed.push({ person, ...hindrance });
  }
  return { people, passed };
}

function isKnown(told: PassedOver | undefined, { why, day, offering }: Omit<PassedOver, 'person'>): boolean {
  return told?.why === why && told.day === day && told.offering === offering;
}
