import { seesRatings } from '../../access/sight/cycle.ts';
import type { PersonId, StreamId } from '../../contracts/ids.ts';
import type { GapsView } from '../../contracts/views/cycle.ts';
import { place } from '../../domain/cycle/kit.ts';
import { employeesInScope } from '../../domain/cycle/people.ts';
import { gapsOf, ratingsIn } from '../../domain/cycle/ratings/findings.ts';
import { compareRatings } from '../../domain/gaps/comparison.ts';
import { departmentGaps } from '../../domain/gaps/departments.ts';
import { employeeGaps } from '../../domain/gaps/employees.ts';
import type { Person } from '../../domain/organisation/state.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import type { RoundState } from '../../domain/round/state.ts';
import { refusing } from '../refused.ts';
import { elementNames } from './elements.ts';
import type { CycleReading } from './reading.ts';

export interface GapQuestion {
  readonly department?: string | undefined;
  readonly person?: PersonId | undefined;
}

/** The people whose gaps somebody may see and asks for; their own are shown once the ratings are over. */
export function peopleAsked({ state, organisation, sight }: CycleReading, asked: GapQuestion): readonly Person[] {
  const over = place(state.stage) > place('ratings');
  const seen = employeesInScope(termsOf(state), organisation).filter(
    ({ id, department }) =>
      (asked.department === undefined || department === asked.department) &&
      (asked.person === undefined || id === asked.person) &&
      (seesRatings(sight, organisation, id) || (over && id === sight.person)),
  );
  if (!seen.length && (asked.person !== undefined || asked.department !== undefined)) {
    throw asked.person === undefined
      ? refusing('not-found/no-gaps-of-department', { department: asked.department! })
      : refusing('not-found/no-gaps-of-person', { person: asked.person });
  }
  return seen;
}

/** Their gaps by the ratings so far, to the last decimal. */
export function gapsView(
  { state, organisation }: CycleReading,
  people: readonly Person[],
  rounds: ReadonlyMap<StreamId, RoundState>,
  names: ReadonlyMap<string, string>,
): GapsView {
  const ids = new Set(people.map((p) => p.id));
  const gaps = gapsOf(state, rounds, organisation).filter((r) => ids.has(r.person));
  const pairs = compareRatings(
    ratingsIn(state, rounds, 'ratings').filter((r) => ids.has(r.person)),
    ratingsIn(state, rounds, 'self-ratings').filter((r) => ids.has(r.person)),
    termsOf(state).ratingDistance,
  );
  return {
    gaps,
    employees: employeeGaps(people, gaps),
    departments: departmentGaps(people, gaps),
    pairs,
    elements: elementNames(organisation, new Set(gaps.map((g) => g.element))),
    names: Object.fromEntries(names),
  };
}
