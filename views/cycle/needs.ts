import { seesDepartment } from '../../access/sight/cycle.ts';
import type { MergedView, NeedLine, NeedsView } from '../../contracts/views/cycle.ts';
import type { Pool } from '../../db/connection.ts';
import type { KeyRing } from '../../db/keys.ts';
import { unsealed } from '../../db/read/unsealed.ts';
import { isMust } from '../../domain/cycle/compiling/limits.ts';
import { outcomesOf } from '../../domain/cycle/needs/outcomes.ts';
import type { CycleState, Need } from '../../domain/cycle/state.ts';
import { explainMerge } from '../../domain/cycle/summary/explained.ts';
import { needPriorities } from '../../domain/cycle/summary/priorities.ts';
import { departmentLines } from './departments.ts';
import { elementNames } from './elements.ts';
import type { CycleReading } from './reading.ts';

export interface NeedQuestion {
  readonly department?: string | undefined;
  readonly state?: Need['state'] | undefined;
}

/** The needs that somebody may see and asks for, by number. */
export function needsAsked({ state, sight }: CycleReading, asked: NeedQuestion): Need[] {
  return Object.values(state.needs)
    .filter((n) => seesDepartment(sight, n.department))
    .filter((n) => asked.department === undefined || n.department === asked.department)
    .filter((n) => asked.state === undefined || n.state === asked.state)
    .sort((a, b) => (a.need < b.need ? -1 : 1));
}

/** Needs with their texts in the clear, and what each department has returned. */
export async function needsView(
  { pool, keys }: { readonly pool: Pool; readonly keys: KeyRing },
  reading: CycleReading,
  needs: readonly Need[],
  names: ReadonlyMap<string, string>,
): Promise<NeedsView> {
  const { state, organisation, sight } = reading;
  const sealed = needs.map(({ goal, problem }) => ({ goal, problem }));
  const texts = (await unsealed(pool, keys, sealed)) as Pick<NeedLine, 'goal' | 'problem'>[];
  const mergedOf = mergedByNeed(state);
  const outcomes = state.outcomes ?? (state.frozen ? outcomesOf(state) : {});
  return {
    needs: needs.map((n, i) => needLine(n, texts[i]!, mergedOf.get(n.need) ?? null, outcomes[n.need] ?? null)),
    departments: departmentLines(state, organisation, sight, names).map(
      ({ department, name, returned, needs: count }) => ({ department, name, returned, needs: count }),
    ),
    elements: elementNames(
      organisation,
      needs.map((n) => n.element),
    ),
    names: Object.fromEntries(names),
  };
}

function needLine(
  need: Need,
  { goal, problem }: Pick<NeedLine, 'goal' | 'problem'>,
  merged: string | null,
  outcome: NeedLine['outcome'],
): NeedLine {
  const { problemNamed: _, question, goal: _goal, problem: _problem, ...facts } = need;
  return {
    ...facts,
    goal,
    problem,
    question: question && { what: question.what, answered: question.answered },
    merged,
    outcome,
  };
}

function mergedByNeed(state: CycleState): ReadonlyMap<string, string> {
  return new Map(Object.values(state.merged).flatMap(({ id, needs }) => needs.map((need) => [need, id] as const)));
}

/** What is met together: for whole sight all of it, for a department what it has asked for. */
export function mergedView({ state, organisation, sight }: CycleReading): MergedView {
  const priorities = needPriorities(state);
  const merged = Object.values(state.merged)
    .filter((m) => m.needs.some((id) => seesDepartment(sight, state.needs[id]?.department ?? '')))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((m) => {
      const needs = m.needs.flatMap((id) => state.needs[id] ?? []);
      const explained = explainMerge(state, m.id, priorities)!;
      return {
        ...m,
        departments: [...new Set(needs.map((n) => n.department))].sort(),
        people: new Set(needs.flatMap((n) => n.people)).size,
        urgency: Math.min(3, ...needs.map((n) => n.urgency)),
        must: isMust(state, m.id),
        why: explained.why,
        priority: explained.priority,
        handwork: state.handwork[m.id]?.how ?? null,
      };
    });
  return {
    merged,
    elements: elementNames(
      organisation,
      merged.map((m) => m.element),
    ),
  };
}
