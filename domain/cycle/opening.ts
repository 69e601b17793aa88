import { CYCLE_STAGES, type CycleTerms } from '../../contracts/cycle/terms.ts';
import type { Instant } from '../../contracts/ids.ts';
import { dayFor } from '../organisation/day-for.ts';
import { opening } from '../procedure/opening.ts';
import { termsOf } from '../procedure/standing.ts';
import type { Context, Rejection } from '../process.ts';
import { refuse } from '../refuse.ts';
import { type CycleShape, kit } from './kit.ts';
import { employeesInScope } from './people.ts';
import { emptyCycle } from './state.ts';
import { faultOfTerms } from './terms-faults.ts';
import { faultOfPlan, planOf } from './timetable.ts';
import { faultOfPeriod } from './timetable-faults.ts';

/** Opening a cycle. */
export const opened = opening<CycleShape>(kit, {
  initial: emptyCycle,
  refusalOf: (terms, context, { stream, actor }) =>
    terms.previous === stream
      ? refuse('terms-invalid/own-predecessor', { stream })
      : refusalOfTerms(terms, context, actor),
  planned: {
    planOf: (terms, { now, organisation }) => planOf(CYCLE_STAGES[0], now, terms.timetable, terms, organisation),
    people: (state, organisation) => employeesInScope(termsOf(state), organisation),
  },
  take(state, { toolkit, courses, rooms }, at) {
    state.toolkit = Object.fromEntries(toolkit.map((method) => [method.id, { method, version: 1, since: at }]));
    state.courses = byId(courses);
    state.rooms = byId(rooms);
  },
});

function byId<T extends { readonly id: string }>(rows: readonly T[]): Record<string, T> {
  return Object.fromEntries(rows.map((row) => [row.id, row]));
}

/** The first thing that keeps a cycle from opening now by these terms; null: it can. */
export function refusalOfTerms(terms: CycleTerms, context: Context, owner: string): Rejection | null {
  const fault = faultOfTerms(terms, context.organisation, owner);
  if (fault) return fault;
  const plan = planOf('mobilisation', context.now, terms.timetable, terms, context.organisation);
  const day = (at: Instant) => dayFor(at, owner, context.organisation, terms.timeZone);
  return faultOfPlan(plan, context.now, day) ?? faultOfPeriod(terms, plan, owner, context);
}
