import { isEmployed } from '../../organisation/scope.ts';
import { termsOf } from '../../procedure/standing.ts';
import type { Context } from '../../process.ts';
import { hoursLimit } from '../compiling/limits.ts';
import type { CycleState, KnownTrainer } from '../state.ts';
import { prioritiesOf } from '../summary/priorities.ts';
import { localDay } from '../timetable.ts';
import type { Supply, WantedSource } from './supply.ts';

/** Every merged need with its people and its priority. */
export function wantedSources(state: CycleState): WantedSource[] {
  const priorities = prioritiesOf(state);
  return Object.values(state.merged).map((merged) => ({
    ...merged,
    people: new Set(merged.needs.flatMap((n) => state.needs[n]?.people ?? [])).size,
    priority: priorities.get(merged.id) ?? 9,
  }));
}

/** What there is to choose from, as the cycle and the organisation stand. */
export function supplyOf(state: CycleState, { now, organisation }: Pick<Context, 'now' | 'organisation'>): Supply {
  const { sourcing: rules, period, timeZone } = termsOf(state);
  const trainers = Object.values(state.trainers)
    .filter((t) => isEmployed(organisation, t.person))
    .map((t): KnownTrainer => ({ ...t, hours: hoursLimit(state, t.person) ?? t.hours }));
  return { courses: state.courses, quotes: state.quotes, trainers, rules, period, today: localDay(now, timeZone) };
}
