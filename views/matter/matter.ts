import { entryOf } from '../../contracts/entry.ts';
import type { Matter } from '../../contracts/views/matter/matter.ts';
import type { TaskStateName } from '../../contracts/views/round.ts';
import type { AskedFor, OfCycle, OfOffering, OfSelection } from './asked.ts';
import { OF_CYCLE } from './cycle.ts';
import { OF_OFFERING } from './offering.ts';
import { OF_SELECTION } from './selection.ts';

/** In these states a task is its assignee's; one that is gone shows them nothing that they may not see otherwise. */
const HELD: ReadonlySet<TaskStateName> = new Set(['open', 'drafted', 'submitted']);

/**
 * What a task is about, for whoever holds it and whoever sees all; null: it is of a round that somebody has opened by hand, of a
 * kind from outside, or held no longer.
 */
export async function matterOf(asked: AskedFor<unknown>): Promise<Matter | null> {
  const { owner, held, who } = asked;
  if (asked.state === undefined || !(who.all || HELD.has(held.state))) return null;
  const [kind] = owner.split(':');
  if (kind === 'selection') return (await entryOf(OF_SELECTION, held.purpose)?.(asked as OfSelection)) ?? null;
  if (kind === 'cycle') return (await entryOf(OF_CYCLE, held.purpose)?.(asked as OfCycle)) ?? null;
  if (kind === 'offering') return (await entryOf(OF_OFFERING, held.purpose)?.(asked as OfOffering)) ?? null;
  return null;
}
