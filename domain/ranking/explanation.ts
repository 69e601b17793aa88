import type { RankingMethod, SeatChance } from '../../contracts/ranking.ts';
import type { Comparison } from './comparison.ts';

/** What one criterion does to a score, and to the distance from the other application. */
export interface CriterionPart {
  readonly criterion: string;
  readonly weight: number;
  readonly value: number;
  /** Weight times value: the points it brings to the score. */
  readonly points: number;
  /** Mean of all ranked applications on this criterion. */
  readonly usual: number;
}

/** One reviewer's part in an application's standing. */
export interface ReviewerPart {
  readonly reviewer: string;
  /** The weighted total that the reviewer gave. */
  readonly total: number;
  /** Points below what an average reviewer gives, over all this reviewer's reviews; null: cannot be known. */
  readonly severity: number | null;
  /** Score and rank without this reviewer's scores anywhere; null: the application would have no score. */
  readonly without: { readonly score: number; readonly rank: number } | null;
}

export interface Explanation {
  readonly application: string;
  readonly method: RankingMethod['method'];
  readonly rank: number;
  /** How many applications are ranked. */
  readonly of: number;
  readonly score: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly rankLow: number | null;
  readonly rankHigh: number | null;
  readonly below: readonly string[];
  /** Only with seats: whether it takes one, how sure that is, and in what share of the draws it does. */
  readonly seat: 'yes' | 'no' | 'tie' | null;
  readonly seatChance: SeatChance | null;
  readonly seatShare: number | null;
  readonly tiedWith: readonly string[];
  readonly criteria: readonly CriterionPart[];
  readonly reviews: readonly ReviewerPart[];
  /** With the application asked for, else with the next one before it (for the first: the next one after it). */
  readonly comparison: Comparison | null;
  readonly sentences: { readonly en: readonly string[]; readonly 'zh-CN': readonly string[] };
}

/** An explanation before it is put into words. */
export type Facts = Omit<Explanation, 'sentences'>;
