import type { ClaimedMessage } from '../../db/outbox/claim.ts';
import { versionOf } from '../../domain/cycle/approval/looked.ts';
import type { CycleState } from '../../domain/cycle/state.ts';

interface PlanDesk {
  readonly state: CycleState;
  readonly to: string;
  readonly about: ClaimedMessage['about'];
}

/** The facts of messages about the plan, by template; the cycle's title and link are put beside them. */
export const PLAN_FACTS: Readonly<Record<string, (desk: PlanDesk) => object>> = {
  'cycle.planFrozen': ({ state, about }) => ({
    version: about.version,
    digest: about.digest,
    offerings: versionOf(state, Number(about.version))?.plan.offerings.length ?? 0,
  }),
  'cycle.changeDecided': ({ state, to, about: { change, offering, outcome } }) => {
    const { by, failure } = state.changes[String(change)]!;
    return { change, offering, outcome, asked: to === by, why: failure };
  },
};
