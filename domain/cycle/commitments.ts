import type { CycleEvent } from '../../contracts/cycle/events.ts';
import type { Context } from '../process.ts';
import type { Part } from './part.ts';
import type { CycleState } from './state.ts';

export const commitments: Part = {};

export function commitmentsDue(_state: CycleState, _context: Context): readonly CycleEvent[] {
  return [];
}
