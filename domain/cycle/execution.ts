import type { CycleEvent } from '../../contracts/cycle/events.ts';
import type { StreamId } from '../../contracts/ids.ts';
import type { Context } from '../process.ts';
import type { Part } from './part.ts';
import type { CycleState } from './state.ts';

export const execution: Part = {};

export function executionDue(_state: CycleState, _context: Context): readonly CycleEvent[] {
  return [];
}

/** The offerings that have been started and have not come to their end. */
export function openOfferings(_state: CycleState): StreamId[] {
  return [];
}
