import { cut } from '../../../contracts/cleaned.ts';
import type { CycleEvent } from '../../../contracts/cycle/events.ts';
import { personal } from '../../../contracts/private.ts';
import type { Context, Rejection } from '../../process.ts';
import { refuse } from '../../refuse.ts';
import { alarm, event, goOn, isOver, type Part } from '../kit.ts';
import { type CycleState, latestPlan } from '../state.ts';
import { amended, faultOfAmendment } from './amendments.ts';
import { withPlanner } from './limits.ts';

/** Compiling the plan: again whenever what it is compiled from has changed, until a person, or the date, takes it. */
export const compiling = {
  commands: {
    recordPlan(state, { body }) {
      if (!planWanted(state) || body.key !== planKey(state)) {
        return refuse('outdated/plan-compiled-anew', {});
      }
      const { outcome, digest } = body;
      if (!outcome.feasible) return [event('PlanInfeasible', { conflict: outcome.conflict })];
      return [event('PlanCompiled', { version: (latestPlan(state)?.version ?? 0) + 1, plan: outcome.plan, digest })];
    },
    amendOffering(state, { actor, body }, { organisation }) {
      if (state.stage !== 'compiling') {
        return state.frozen
          ? refuse('wrong-stage/plan-frozen', {})
          : refuse('wrong-stage/amended-while-compiled', { stage: state.stage });
      }
      const before = latestPlan(state)?.plan.offerings.find((o) => o.id === body.offering);
      if (!before) return refuse('not-found/no-offering-in-plan', { offering: body.offering });
      const { days, room, trainer } = body;
      const after = amended(state, state.amendments[before.id] ?? before, {
        ...(days ? { days } : {}),
        ...(room !== undefined ? { room } : {}),
        ...(trainer !== undefined ? { trainer } : {}),
      });
      const fault = faultOfAmendment(state, organisation, after);
      if (fault) return fault;
      return [event('OfferingAmended', { offering: after, reason: personal(actor, body.reason) })];
    },
  },
  folds: {
    PlanCompiled(state, { version, plan, digest }, { at }) {
      state.versions = [...state.versions, { version, plan, digest, at }];
      state.compiled = state.basis;
      state.conflict = null;
    },
    PlanInfeasible(state, { conflict }) {
      state.compiled = state.basis;
      state.conflict = conflict;
    },
    OfferingAmended(state, { offering }, { actor }) {
      state.amendments = { ...state.amendments, [offering.id]: offering };
      state.planners = withPlanner(state, actor);
      state.basis++;
    },
    StageOverdue(state, { stage, run }) {
      state.overdue = `${stage}.${run}`;
    },
  },
  follows: {
    PlanInfeasible: (state, { conflict }) =>
      alarm(state, 'plan-infeasible', { limits: conflict.limits.map((l) => cut(`${l.kind} ${l.id}`, 200)) }),
    StageOverdue: (state, { stage }) =>
      stage === 'compiling' ? alarm(state, 'plan-overdue', { stage }) : alarm(state, 'offerings-open', { stage }),
  },
} satisfies Part;

/** Goes on at the date when there is a plan. Without one the date brings an alarm and nothing else: no plan, no approval. */
export function compilingDue(state: CycleState, context: Context): readonly CycleEvent[] {
  if (!isOver(state, context)) return [];
  if (!faultOfPlanAtHand(state)) return goOn(state, 'commitments', context, state.finished ? 'finished' : 'done');
  const run = state.runs.compiling ?? 1;
  if (state.compiled !== state.basis || state.overdue === `compiling.${run}`) return [];
  return [event('StageOverdue', { stage: 'compiling', run })];
}

/** True when the result of a compilation is waited for. */
export function planWanted(state: CycleState): boolean {
  return state.stage === 'compiling' && state.compiled !== state.basis;
}

export function planKey(state: CycleState): string {
  return `plan.${state.basis}`;
}

/** Why the plan at hand cannot be taken; null when it is feasible and of today's limits. */
export function faultOfPlanAtHand(state: CycleState): Rejection | null {
  if (state.compiled !== state.basis) {
    return refuse('too-early/being-compiled', {});
  }
  if (!state.conflict) return null;
  return refuse('too-early/no-plan', { conflict: state.conflict.sentence });
}
