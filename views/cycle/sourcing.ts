import { seesDepartment } from '../../access/sight/cycle.ts';
import type { CatalogueView, SourcingView } from '../../contracts/views/cycle.ts';
import { hoursLimit } from '../../domain/cycle/compiling/limits.ts';
import { sentencesOfSourcing } from '../../domain/cycle/sourcing/sentences.ts';
import type { CycleState } from '../../domain/cycle/state.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import type { CycleReading } from './reading.ts';

/** Where the training of each merged need comes from, and why; quotes and trainers beside it for whole sight. */
export function sourcingView({ state, sight }: CycleReading, names: ReadonlyMap<string, string>): SourcingView {
  const sourcing = Object.values(state.sourcing).filter((s) =>
    (state.merged[s.merged]?.needs ?? []).some((id) => seesDepartment(sight, state.needs[id]?.department ?? '')),
  );
  return {
    sourcing: sourcing
      .sort((a, b) => (a.merged < b.merged ? -1 : 1))
      .map((sourced) => ({ ...sourced, why: sentencesOfSourcing(sourced) })),
    quotes: sight.whole ? Object.values(state.quotes) : [],
    trainers: sight.whole ? trainersOf(state, names) : [],
  };
}

/** Courses for everybody; what they cost from outside, the rooms and the trainers for whole sight. */
export function catalogueView({ state, sight }: CycleReading, names: ReadonlyMap<string, string>): CatalogueView {
  return {
    courses: Object.values(state.courses),
    rooms: Object.values(state.rooms),
    quotes: sight.whole ? Object.values(state.quotes) : [],
    trainers: sight.whole ? trainersOf(state, names) : [],
  };
}

function trainersOf(state: CycleState, names: ReadonlyMap<string, string>): SourcingView['trainers'] {
  const usual = termsOf(state).sourcing.trainerHours;
  return Object.values(state.trainers).map(({ person, courses, topics, hours, until }) => ({
    person,
    name: names.get(person) ?? null,
    courses: [...courses],
    topics: [...topics],
    hours: hoursLimit(state, person) ?? hours ?? usual,
    until,
  }));
}
