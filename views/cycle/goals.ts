import type { IdpItem } from '../../contracts/cycle/needs.ts';
import { goalsSaid } from '../../domain/cycle/talks/goals.ts';

type Said = Readonly<Record<string, unknown>> | null | undefined;

/** What was written in an answer under a key; null: nothing. */
export function textIn(answer: Said, key: string): string | null {
  const value = answer?.[key];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The items of a development plan with the words of their goals, which stand in the talk's record alone; null: none were written. */
export function withGoals(items: readonly IdpItem[], record: Said): (IdpItem & { readonly goal: string | null })[] {
  const goals = goalsSaid(record ?? {});
  return items.map((item, i) => ({ ...item, goal: goals[i] === undefined ? null : textIn(record, `goal${goals[i]}`) }));
}
