import type { PersonId } from '../../contracts/ids.ts';
import type { RoundSpec } from '../../contracts/round.ts';
import type { Rejection } from '../process.ts';
import { refuse } from '../refuse.ts';
import { isPending, type RoundState, type Task } from './state.ts';

/** Person and subject to the task that they hold about it, have answered, or have recused themselves from. */
export type Holdings = Map<string, Pick<Task, 'id' | 'state'>>;

/**
 * Who holds what, where the tasks about one subject need different people; null where anybody may hold several. Tasks
 * without a subject are all about the same. `except`: tasks that are about to change hands.
 */
export function holdingsOf({ spec, tasks }: RoundState, except: readonly string[] = []): Holdings | null {
  if (!spec?.policy.distinct) return null;
  const moving = new Set(except);
  const holdings: Holdings = new Map();
  for (const t of tasks.values()) {
    const counts = isPending(t) || t.state === 'submitted' || t.state === 'recused';
    if (counts && !moving.has(t.id)) hold(holdings, t, t.assignee);
  }
  return holdings;
}

/** Takes down that a person holds a task, for those that are given out beside it. */
export function hold(
  holdings: Holdings | null,
  { id, about, state = 'open' }: Pick<Task, 'id' | 'about'> & Partial<Pick<Task, 'state'>>,
  person: PersonId,
): void {
  holdings?.set(keyOf(about, person), { id, state });
}

/** Why a person cannot hold a task beside what they hold about the same subject; null: they can. */
export function refusalOfSecond(
  { title }: RoundSpec,
  holdings: Holdings | null,
  { id, about }: Pick<Task, 'id' | 'about'>,
  person: PersonId,
): Rejection | null {
  const held = holdings?.get(keyOf(about, person));
  if (!held || held.id === id) return null;
  const facts = { person, held: held.id, title, task: id };
  if (held.state === 'recused')
    return about === null
      ? refuse('not-allowed/recused-here', facts)
      : refuse('not-allowed/recused-from-subject', { ...facts, about });
  return about === null
    ? refuse('not-allowed/holds-one', facts)
    : refuse('not-allowed/holds-one-about', { ...facts, about });
}

function keyOf(about: string | null, person: PersonId): string {
  return JSON.stringify([about, person]);
}
