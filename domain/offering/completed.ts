import type { PersonId } from '../../contracts/ids.ts';
import { termsOf } from '../procedure/standing.ts';
import type { OfferingState } from './state.ts';

/** Whether somebody has completed a course: they were there, and have passed the test where there was one. */
export function hasCompleted(state: OfferingState, person: PersonId): boolean {
  if (!state.attendance?.present.includes(person)) return false;
  const { course, delivery } = termsOf(state);
  const score = state.tests[person];
  return score === undefined ? !course.test : score >= delivery.pass;
}
