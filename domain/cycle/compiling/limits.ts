import type { NewLimit } from '../../../contracts/cycle/commands.ts';
import type { Actor } from '../../../contracts/ids.ts';
import { personal } from '../../../contracts/private.ts';
import { termsOf } from '../../procedure/standing.ts';
import type { Rejection } from '../../process.ts';
import { refuse } from '../../refuse.ts';
import { event, type Part, place } from '../kit.ts';
import type { CycleState } from '../state.ts';

/** The limits that a plan is compiled within; operations move them before it is agreed. */
export const limits = {
  commands: {
    changeLimit(state, { actor, body }) {
      const { limit } = body;
      if (place(state.stage) > place('compiling')) {
        return state.frozen
          ? refuse('wrong-stage/plan-frozen', {})
          : refuse('wrong-stage/limits-while-compiled', { stage: state.stage });
      }
      const fault = faultOfLimit(state, limit);
      if (fault) return fault;
      return [event('LimitChanged', { limit, reason: personal(actor, body.reason) })];
    },
  },
  folds: {
    LimitChanged(state, { limit }, { actor }) {
      setLimit(state, limit);
      state.planners = withPlanner(state, actor);
    },
  },
  follows: {},
} satisfies Part;

/** Writes a limit into the state; the plan has to be compiled anew. */
export function setLimit(state: CycleState, limit: NewLimit): void {
  state.limits = [...state.limits.filter((l) => limitName(l) !== limitName(limit)), limit];
  state.basis++;
}

export function withPlanner({ planners }: CycleState, actor: Actor): CycleState['planners'] {
  return actor === 'system' || planners.includes(actor) ? planners : [...planners, actor];
}

function limitName(limit: NewLimit): string {
  switch (limit.kind) {
    case 'budget':
      return `budget ${limit.line}`;
    case 'trainer':
      return `trainer ${limit.person}`;
    case 'days':
      return 'days';
    default:
      return `${limit.kind} ${limit.merged}`;
  }
}

function faultOfLimit(state: CycleState, limit: NewLimit): Rejection | null {
  switch (limit.kind) {
    case 'budget':
      return termsOf(state).budget.some((b) => b.id === limit.line)
        ? null
        : refuse('not-found/no-budget-line-of', {
            line: limit.line,
            known: termsOf(state).budget.map((b) => b.id),
          });
    case 'trainer':
      return state.trainers[limit.person] ? null : refuse('not-found/no-trainer', { person: limit.person });
    case 'days':
      return null;
    default:
      if (!state.merged[limit.merged]) return refuse('not-found/no-merged-need', { merged: limit.merged });
      return limit.kind === 'window' && limit.window && limit.window.to < limit.window.from
        ? refuse('wrong-date/window-backwards', { from: limit.window.from, to: limit.window.to })
        : null;
  }
}

/** What a budget line may spend, in the smallest unit: as terms, limits, commitments and changes have left it. */
export function lineLimit(state: CycleState, line: string): number {
  const changed = state.budgetChanges[line];
  if (changed !== undefined) return changed;
  const moved = state.limits.findLast((l) => l.kind === 'budget' && l.line === line);
  if (moved?.kind === 'budget') return moved.amount;
  return termsOf(state).budget.find((b) => b.id === line)?.amount ?? 0;
}

/** The hours that a trainer was given by a changed limit; undefined: no limit of theirs was changed. */
export function hoursLimit(state: CycleState, person: string): number | undefined {
  const moved = state.limits.findLast((l) => l.kind === 'trainer' && l.person === person);
  return moved?.kind === 'trainer' ? moved.hours : undefined;
}

/** How many days of courses one person takes at most. */
export function daysLimit(state: CycleState): number {
  const moved = state.limits.findLast((l) => l.kind === 'days');
  return moved?.kind === 'days' ? moved.daysAPerson : termsOf(state).daysAPerson;
}

/** The days between which a merged need is to be met; null: any of the plan. */
export function windowOf(state: CycleState, merged: string) {
  const moved = state.limits.findLast((l) => l.kind === 'window' && l.merged === merged);
  return moved?.kind === 'window' ? moved.window : null;
}

/** True when operations, or somebody who asked for the need, have said that it must be met. */
export function isMust(state: CycleState, merged: string): boolean {
  const moved = state.limits.findLast((l) => l.kind === 'must' && l.merged === merged);
  if (moved?.kind === 'must') return moved.must;
  return (state.merged[merged]?.needs ?? []).some((n) => state.needs[n]?.must);
}
