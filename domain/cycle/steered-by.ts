import type { Actor } from '../../contracts/ids.ts';
import { termsOf } from '../procedure/standing.ts';
import { type CycleState, runners } from './state.ts';

/** True for whoever runs the cycle, those who have steered its plan, and HR, which approves it. */
export function isSteering(state: CycleState, actor: Actor): boolean {
  return (
    actor === 'system' ||
    runners(state).includes(actor) ||
    state.planners.includes(actor) ||
    termsOf(state).approval.hr.includes(actor)
  );
}
