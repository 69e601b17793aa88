import type { CycleEffect, OfferingEffect } from '../../../contracts/cycle/effect.ts';
import type { CycleEvent } from '../../../contracts/cycle/events.ts';
import type { OfferingResult } from '../../../contracts/offering/result.ts';
import type { OrganisationState } from '../../organisation/state.ts';
import { termsOf } from '../../procedure/standing.ts';
import type { Context } from '../../process.ts';
import { openOfferings } from '../execution/execution.ts';
import { isPending } from '../execution/requests.ts';
import { event, goOn, isOver, type Part } from '../kit.ts';
import type { CycleState } from '../state.ts';
import { costPerPoint, departmentEffects, points, type Reported, ratedAgain } from './measure.ts';
import { promisesOf } from './promise.ts';
import { totalOf } from './total.ts';

/** When the courses are over: what the plan promised against what was measured. */
export const effect = {
  folds: {
    EffectMeasured(state, measured) {
      state.effect = measured;
    },
  },
  follows: {},
} satisfies Part;

/**
 * Measures once every result is in, or at the date with those that are. An emergency change that nobody has decided yet
 * is waited for: it is approved afterwards or undone, never forgotten.
 */
export function effectDue(state: CycleState, context: Context): readonly CycleEvent[] {
  if (Object.values(state.changes).some(isPending)) return overdue(state, context);
  if (openOfferings(state).length > 0 && !isOver(state, context)) return [];
  const { total } = effectOf(state, context.organisation);
  const { offerings, promised, measured } = total;
  return [
    event('EffectMeasured', { offerings, promised, measured }),
    ...goOn(state, 'feedback', context, state.finished ? 'finished' : 'done'),
  ];
}

function overdue(state: CycleState, context: Context): readonly CycleEvent[] {
  const run = state.runs.effect ?? 1;
  if (!isOver(state, context) || state.overdue === `effect.${run}`) return [];
  return [event('StageOverdue', { stage: 'effect', run })];
}

/**
 * Promised against measured of every offering, department and the whole cycle, with participation, reaction (level 1),
 * learning (2), transfer (3), cost, and the cost of a weighted gap point closed. What is missing stays null. What fewer
 * people than `terms.delivery.privacy` are behind is null and flagged as hidden.
 */
export function effectOf(state: CycleState, organisation: OrganisationState): CycleEffect {
  const { privacy } = termsOf(state).delivery;
  const reported = reportsOf(state);
  const offerings = reported.map((one) => ({ row: rowOf(one, privacy), people: groupOf(one), closed: closedBy(one) }));
  return {
    offerings: offerings.map(({ row }) => row),
    departments: departmentEffects(reported, privacy, organisation),
    total: totalOf(offerings, privacy),
  };
}

/** Every promise with the result of its offering, by id. */
export function reportsOf(state: CycleState): Reported[] {
  return promisesOf(state).map((p) => ({ ...p, result: state.offerings[p.line.id]?.result ?? null }));
}

function groupOf({ result }: Reported): number {
  return result ? Math.min(result.present.length, ratedAgain(result)) : 0;
}

function closedBy({ result }: Reported): number | null {
  return result?.gapClosed ?? null;
}

const UNKNOWN = { answers: 0, mean: null };

function rowOf(one: Reported, privacy: number): OfferingEffect {
  const { line, fate, result } = one;
  const closed = closedBy(one);
  const measured = closed === null || groupOf(one) < privacy ? null : points(closed);
  const reaction = result?.reaction ?? UNKNOWN;
  const learning = result?.learning ?? { ...UNKNOWN, passed: null };
  const transfer = lastTransfer(result);
  const means = [reaction, learning, transfer.supervisors, transfer.participants];
  const cost = result?.cost ?? 0;
  return {
    offering: line.id,
    course: line.course,
    fate,
    held: result?.held ?? (fate === 'cancelled' ? false : null),
    seats: result?.seats ?? line.seats,
    invited: result?.invited ?? 0,
    present: result?.present.length ?? 0,
    absent: result?.absent.length ?? 0,
    promised: points(one.points),
    measured,
    cost,
    costPerPoint: costPerPoint(cost, measured),
    hidden: (closed !== null && measured === null) || means.some((m) => m.answers > 0 && m.mean === null),
    reaction,
    learning,
    transfer,
    figures: result?.figures ?? [],
  };
}

/** The last follow-up that anybody has answered: what has stayed. */
export function lastTransfer(result: OfferingResult | null): OfferingEffect['transfer'] {
  const last = result?.transfer.findLast((t) => t.supervisors.answers + t.participants.answers > 0);
  return last ?? { supervisors: UNKNOWN, participants: UNKNOWN };
}
