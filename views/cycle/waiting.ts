import type { CycleView } from '../../contracts/views/cycle.ts';
import type { Desk } from '../../db/views/cycles.ts';
import type { CycleState } from '../../domain/cycle/state.ts';
import { waitingForOperations } from '../../domain/cycle/view.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import { openRounds } from '../../domain/procedure/rounds.ts';

const MOST_NAMED = 200;

type Waiting = NonNullable<CycleView['machinery']>['waiting'];

/** Whom the open rounds wait for, and what operations have to do. */
export function waitingOf(state: CycleState, organisation: OrganisationState, desks: readonly Desk[]): Waiting {
  const inRounds = openRounds(state).flatMap(({ id, purpose }) => {
    const people = desks.filter((d) => d.round === id).map((d) => d.person);
    if (!people.length) return [];
    return [{ round: id, purpose, people: people.slice(0, MOST_NAMED), count: people.length, what: null }];
  });
  const forOperations = waitingForOperations(state, organisation).map((what) => {
    return { round: null, purpose: null, people: [], count: 0, what };
  });
  return [...inRounds, ...forOperations];
}
