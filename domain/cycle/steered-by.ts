import { type Actor, type PersonId, SYSTEM } from '../../contracts/ids.ts';
import { isOperations } from '../organisation/roles.ts';
import { ableToRun } from '../procedure/runners.ts';
import { termsOf } from '../procedure/standing.ts';
import type { Context } from '../process.ts';
import { type CycleState, runners } from './state.ts';

const MOST_NAMED = 5;

/**
 * True for whoever is of operations at the moment, and for HR, which approves the cycle. To have opened it, to be named in its
 * terms or to have once moved a limit gives no rights: whoever did so is of operations only as long as they have the role.
 */
export function maySteer(state: CycleState, actor: Actor, at: Pick<Context, 'organisation' | 'now'>): boolean {
  return actor === SYSTEM || termsOf(state).approval.hr.includes(actor) || isOperations(at.organisation, actor, at.now);
}

/** True for whoever hears everything of the plan: who steers it, top management, and whoever is asked to approve all of it. */
export function hearsWhole(state: CycleState, actor: Actor, at: Pick<Context, 'organisation' | 'now'>): boolean {
  return (
    maySteer(state, actor, at) ||
    termsOf(state).approval.management.includes(actor) ||
    (state.approval?.approvers ?? []).some((a) => a.person === actor && a.department === null)
  );
}

/** Who that is beside operations, for a sentence. */
export function steeringNamed(state: CycleState, at: Pick<Context, 'organisation' | 'now'>): string[] {
  const names = steering(state, at);
  return names.length > MOST_NAMED ? [...names.slice(0, MOST_NAMED), '…'] : names;
}

function steering(state: CycleState, at: Pick<Context, 'organisation' | 'now'>): PersonId[] {
  return [...new Set([...ableToRun(runners(state), at), ...termsOf(state).approval.hr])];
}
