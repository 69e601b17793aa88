import type { CycleEvent } from '../../contracts/cycle/events.ts';
import type { Context } from '../process.ts';
import type { Part } from './part.ts';
import type { CycleState } from './state.ts';

export const ratings: Part = {};

export function ratingsDue(_state: CycleState, _context: Context): readonly CycleEvent[] {
  return [];
}

/** True when the findings of the ratings are waited for. */
export function gapsWanted(_state: CycleState, _context: Context): boolean {
  return false;
}

export function gapsKey(state: CycleState): string {
  return `gaps.${state.runs.ratings ?? 1}`;
}
