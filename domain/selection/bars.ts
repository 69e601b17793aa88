import type { PersonId } from '../../contracts/ids.ts';
import type { HouseReason } from '../../contracts/reasons.ts';
import type { RoundPolicy, TaskSpec } from '../../contracts/round.ts';
import type { Purpose } from '../../contracts/selection/terms.ts';
import { order, STANDS_SO } from '../procedure/orders.ts';
import { openRounds } from '../procedure/rounds.ts';
import type { Order } from '../process.ts';
import { seeingByOffice } from './blindness.ts';
import { isJudging } from './round-rules.ts';
import { type SelectionState, standing } from './state.ts';

/**
 * Whom a round of a purpose bars when it opens: nobody judges where they stand themselves, whoever objects decides
 * no objection, and whoever sees who has applied reviews nothing blind. Whoever it asks is not barred, lest a change meanwhile stop the round.
 */
export function barredIn(
  state: SelectionState,
  purpose: Purpose,
  tasks: readonly TaskSpec[],
): Pick<RoundPolicy, 'barred'> {
  if (!isJudging(purpose)) return {};
  const asked = new Set(tasks.map((t) => t.assignee));
  const applicants = standing(state).map((a) => a.person);
  const isReview = purpose === 'review' || purpose === 'discussion';
  const others = [...(purpose === 'objections' ? objectors(state) : []), ...(isReview ? seeingByOffice(state) : [])];
  const barred = [...new Set([...applicants, ...others])];
  const kept = barred.filter((p) => !asked.has(p));
  return kept.length ? { barred: kept } : {};
}

/** Everybody who has objected during the public notice, whatever came of it. */
export function objectors(state: SelectionState): PersonId[] {
  return [...new Set(Object.values(state.objections).map((o) => o.by))];
}

/**
 * Orders that keep somebody from the rounds that judge and are open already, or in these from some applications alone.
 * It lasts until the rounds end: an application that is withdrawn frees nobody.
 */
export function keepFromJudging(
  state: SelectionState,
  person: PersonId,
  about: 'all' | readonly string[],
  reason: HouseReason,
  purposes: (purpose: Purpose) => boolean = isJudging,
): Order[] {
  return openRounds(state)
    .filter((r) => purposes(r.purpose))
    .map(({ id }) => order(id, 'bar', { people: [person], about, reason }, STANDS_SO));
}
