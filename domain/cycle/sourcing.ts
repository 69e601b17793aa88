import type { CycleEvent } from '../../contracts/cycle/events.ts';
import type { StreamId } from '../../contracts/ids.ts';
import type { Context } from '../process.ts';
import type { Part } from './part.ts';
import type { CycleState } from './state.ts';

export const sourcing: Part = {};

export function sourcingDue(_state: CycleState, _context: Context): readonly CycleEvent[] {
  return [];
}

/** The selections whose appointments are still to be read. */
export function sourcingWatches(_state: CycleState): StreamId[] {
  return [];
}
