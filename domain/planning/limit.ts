import type { LimitRef } from '../../contracts/planning.ts';

/** All rooms together are one limit: which of them is short depends on what the others hold. */
export const ALL_ROOMS = 'all';
/** The first and last day of the whole plan, as a limit. */
export const HORIZON = 'horizon';

export function limitKey({ kind, id }: LimitRef): string {
  return `${kind}:${id}`;
}

/** Limits that are looked away from, by `limitKey`, to find out which of them a conflict needs. */
export type Relaxed = ReadonlySet<string>;

export const NOTHING_RELAXED: Relaxed = new Set();

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
