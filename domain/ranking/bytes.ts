import type { Ranking } from '../../contracts/ranking.ts';
import { byName } from './method.ts';

/** Rounds to six decimals, the precision in which a ranking is kept; never gives -0. */
export function fixed(value: number): number {
  return Number(value.toFixed(6)) + 0;
}

/**
 * A ranking as canonical JSON: keys sorted, no white space, numbers with at most six decimals. The same scores and
 * method give the same bytes, so that a ranking can be checked against the ledger years later.
 */
export function rankingBytes(ranking: Ranking): string {
  return canonical(ranking);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, v]) => v !== undefined);
  return `{${entries
    .sort(([a], [b]) => byName(a, b))
    .map(([key, v]) => `${JSON.stringify(key)}:${canonical(v)}`)
    .join(',')}}`;
}
