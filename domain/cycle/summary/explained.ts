import type { Merged } from '../../../contracts/cycle/needs.ts';
import type { PersonId } from '../../../contracts/ids.ts';
import type { CycleState, Need } from '../state.ts';
import { needPriorities } from './priorities.ts';

/** The needs that are in some merged needs. */
export function needsIn(state: CycleState, merged: readonly string[]): Need[] {
  return merged.flatMap((id) => state.merged[id]!.needs.flatMap((n) => state.needs[n] ?? []));
}

/** Who asked for a merged need, why they are together, and how soon it is wanted. */
export interface MergeExplained {
  readonly merged: Merged;
  readonly why: 'same-element' | 'same-course' | 'alone' | 'by-hand';
  /** 1 to 9; see `priorityOfNeed`. */
  readonly priority: number;
  readonly people: readonly PersonId[];
  readonly askedBy: readonly (Pick<Need, 'need' | 'department' | 'origin' | 'by' | 'urgency' | 'must' | 'rank'> & {
    readonly priority: number;
    readonly people: number;
  })[];
}

/** Explains a merged need; undefined when there is none of that id. `priorities`: as of `needPriorities`, when at hand. */
export function explainMerge(
  state: CycleState,
  id: string,
  priorities: ReadonlyMap<string, number> = needPriorities(state),
): MergeExplained | undefined {
  const merged = state.merged[id];
  if (!merged) return undefined;
  const needs = needsIn(state, [id]);
  const askedBy = needs.map(({ need, department, origin, by, urgency, must, rank, people }) => ({
    ...{ need, department, origin, by, urgency, must, rank },
    priority: priorities.get(need) ?? 9,
    people: people.length,
  }));
  return {
    merged,
    why: whyTogether(state, merged),
    priority: Math.min(9, ...askedBy.map((a) => a.priority)),
    people: [...new Set(needs.flatMap((n) => n.people))].sort(),
    askedBy,
  };
}

function whyTogether(state: CycleState, { id, element, needs }: Merged): MergeExplained['why'] {
  if (state.handwork[id]) return 'by-hand';
  if (needs.length < 2) return 'alone';
  return element === null ? 'same-course' : 'same-element';
}
