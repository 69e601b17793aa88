import type { CycleEvent } from '../../contracts/cycle/events.ts';
import type { Context } from '../process.ts';
import type { Part } from './part.ts';
import type { CycleState } from './state.ts';

export const compiling: Part = {};

export function compilingDue(_state: CycleState, _context: Context): readonly CycleEvent[] {
  return [];
}

/** True when the result of a compilation is waited for. */
export function planWanted(_state: CycleState): boolean {
  return false;
}

export function planKey(state: CycleState): string {
  return `plan.${state.basis}`;
}
