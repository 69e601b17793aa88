import type { SelectionEvent, SelectionEventBodies } from '../../contracts/selection/events.ts';
import { termsOf } from '../procedure/standing.ts';
import { event } from './kit.ts';
import { type Application, type SelectionState, type Standing, takenOut } from './state.ts';

/** An applicant's result: where they stand, and per criterion their score beside the field's median and the minimum. */
export function feedbackFor(state: SelectionState, application: Application): SelectionEvent {
  const row = state.ranking?.ranking.find((r) => r.application === application.code);
  const criteria = termsOf(state).criteria.map(({ id, minimum }) => ({
    criterion: id,
    score: row?.criteria[id] ?? null,
    median: medianOf(state.ranking?.ranking.flatMap((r) => r.criteria[id] ?? []) ?? []),
    minimum: minimum === undefined ? null : Number(minimum),
  }));
  const known = row ? criteria : [];
  return event('ResultGiven', {
    application: application.code,
    standing: standingOf(state, application),
    rank: row?.rank ?? null,
    score: row?.score ?? null,
    criteria: known,
    strengths: known.filter((c) => isStrength(c)).map((c) => c.criterion),
    gaps: known.filter((c) => isGap(c)).map((c) => c.criterion),
  });
}

type Line = SelectionEventBodies['ResultGiven']['criteria'][number];

function isStrength({ score, median, minimum }: Line): boolean {
  return score !== null && median !== null && score > median && (minimum === null || score >= minimum);
}

function isGap({ score, median, minimum }: Line): boolean {
  return score !== null && ((median !== null && score < median) || (minimum !== null && score < minimum));
}

function standingOf(state: SelectionState, { code, screening }: Application): Standing {
  if (!screening?.eligible) return 'ineligible';
  if (state.decision?.candidates.includes(code)) return 'candidate';
  const row = state.ranking?.ranking.find((r) => r.application === code);
  if (!row) return 'unranked';
  return row.below.length === 0 && !takenOut(state).includes(code) ? 'reserve' : 'not-selected';
}

function medianOf(values: readonly number[]): number | null {
  if (!values.length) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** How each application ended: exactly one outcome each. */
export function outcomesOf(state: SelectionState): SelectionEventBodies['SelectionClosed']['outcomes'] {
  return Object.fromEntries(Object.values(state.applications).map((a) => [a.code, outcomeOf(a)] as const));
}

function outcomeOf(a: Application): SelectionEventBodies['SelectionClosed']['outcomes'][string] {
  if (a.withdrawn) return 'withdrawn';
  if (!a.screening?.eligible) return 'ineligible';
  if (a.appointment) return 'appointed';
  return a.offer === 'declined' ? 'declined' : 'not-selected';
}
