import type { Actor, PersonId } from '../../contracts/ids.ts';
import { rolesOf } from '../organisation/roles.ts';
import { termsOf } from '../procedure/standing.ts';
import type { Context } from '../process.ts';
import { type CycleState, runners } from './state.ts';

const MOST_NAMED = 5;

/**
 * True for whoever runs the cycle, and HR, which approves it. Whoever has once moved a limit is not: they did so as
 * somebody of operations, and are that only as long as they have the role.
 */
export function isSteering(state: CycleState, actor: Actor): boolean {
  return actor === 'system' || steering(state).includes(actor);
}

/** The same, and whoever is of operations at the moment. */
export function maySteer(
  state: CycleState,
  actor: Actor,
  { organisation, now }: Pick<Context, 'organisation' | 'now'>,
) {
  return isSteering(state, actor) || rolesOf(organisation, actor, now).some(({ role }) => role === 'operations');
}

/** Who that is, for a sentence: `whoever steers the cycle (E001, E050) and operations`. */
export function steeringNamed(state: CycleState): string {
  const names = steering(state);
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
  return `whoever steers the cycle (${names.slice(0, MOST_NAMED).join(', ')}${more}) and operations`;
}

function steering(state: CycleState): PersonId[] {
  return [...new Set([...runners(state), ...termsOf(state).approval.hr])];
}
