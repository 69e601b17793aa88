import type { Proposal } from '../../../contracts/cycle/needs.ts';
import type { OrganisationState } from '../../organisation/state.ts';
import type { CycleState } from '../state.ts';
import { openGaps } from './open-gaps.ts';
import { unmetNeeds } from './unmet.ts';
import { courseVerdicts, trainerVerdicts } from './verdicts.ts';

/**
 * What the next cycle should take up, each with the figures it rests on: needs not met, gaps still open, courses to
 * drop, trainers to train, courses to repeat. Numbered on from the proposals that the cycle knows already, so that a
 * number means one thing in a cycle's ledger.
 */
export function proposalsOf(state: CycleState, organisation: OrganisationState): Proposal[] {
  const unmet = unmetNeeds(state);
  const { drop, repeat } = courseVerdicts(state, unmet);
  const findings = [...unmet, ...openGaps(state, organisation, unmet), ...drop, ...trainerVerdicts(state), ...repeat];
  const last = Math.max(0, ...Object.keys(state.proposals).map((id) => Number(id.slice(2))));
  return findings.map((finding, i) => ({ id: `P-${String(last + i + 1).padStart(3, '0')}`, ...finding }));
}
