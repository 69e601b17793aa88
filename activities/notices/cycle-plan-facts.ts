import type { AboutOf } from '../../contracts/notices/all.ts';
import { versionOf } from '../../domain/cycle/approval/looked.ts';
import type { CycleState } from '../../domain/cycle/state.ts';
import type { FactsBut } from './told.ts';

type PlanLetter = 'cycle.planFrozen' | 'cycle.changeDecided';

interface PlanDesk<N extends PlanLetter> {
  readonly state: CycleState;
  readonly to: string;
  readonly about: AboutOf<N>;
}

/** The facts of messages about the plan, by template; the cycle's title and link are put beside them. */
export const PLAN_FACTS: {
  readonly [N in PlanLetter]: (desk: PlanDesk<N>) => FactsBut<N, 'procedureTitle'>;
} = {
  'cycle.planFrozen': ({ state, about }) => ({
    version: about.version,
    digest: about.digest,
    offerings: versionOf(state, about.version)?.plan.offerings.length ?? 0,
  }),
  'cycle.changeDecided': ({ state, to, about: { change, offering, outcome } }) => {
    const { by, failure } = state.changes[change]!;
    return { change, offering, outcome, asked: to === by, why: failure };
  },
};
