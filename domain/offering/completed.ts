import type { PersonId } from '../../contracts/ids.ts';
import type { OfferingEventBodies } from '../../contracts/offering/events.ts';
import { termsOf } from '../procedure/standing.ts';
import type { DomainEvent } from '../process.ts';
import type { OfferingState } from './state.ts';

/** Whether somebody has completed a course: they were there, and have passed the test where there was one. */
export function hasCompleted(state: OfferingState, person: PersonId): boolean {
  if (!state.attendance?.present.includes(person)) return false;
  const { course, delivery } = termsOf(state);
  const score = state.tests[person];
  return score === undefined ? !course.test : score >= delivery.pass;
}

/** Whether an event records that somebody was there, or their score: on the last of these their certificate stands. */
export function recordsCompletion({ type, body }: DomainEvent, person: PersonId): boolean {
  if (type === 'AttendanceRecorded')
    return (body as OfferingEventBodies['AttendanceRecorded']).present.includes(person);
  return (
    type === 'TestsRecorded' &&
    (body as OfferingEventBodies['TestsRecorded']).scores.some((score) => score.person === person)
  );
}
