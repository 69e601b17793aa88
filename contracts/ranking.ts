import { z } from 'zod';
import { Count, Figure } from './figure.ts';
import { line } from './text.ts';

/** A decimal number as text, so that nothing is lost on the way: `4.25`, `-0.5`, `10`. */
export const DecimalText = z.string().regex(/^-?\d{1,15}(\.\d{1,12})?$/, 'must be a decimal number such as 0.25');

/** One score of one reviewer; null (or an empty text) is missing, never 0. */
export const Score = z.object({
  reviewer: line(120),
  application: line(120),
  criterion: line(120),
  score: z.union([Figure, DecimalText, z.literal(''), z.null()]),
});
export type Score = z.infer<typeof Score>;

export const RankedCriterion = z.object({
  criterion: line(120),
  weight: DecimalText,
  /** An application below this on the criterion takes no seat. */
  minimum: DecimalText.optional(),
});
export type RankedCriterion = z.infer<typeof RankedCriterion>;

/**
 * How many seats a block may or must get: `attribute` names a property of applications (department, topic), `value` one
 * block of it; without a value the quota holds for every block of the attribute.
 */
export const SeatQuota = z.object({
  attribute: line(60),
  value: line(120, 0).optional(),
  min: Count.optional(),
  max: Count.optional(),
});
export type SeatQuota = z.infer<typeof SeatQuota>;

/** Frozen with a call: together with the scores it determines every byte of the ranking. */
export const RankingMethod = z.object({
  version: z.literal(1).default(1),
  method: z.enum(['mean', 'trimmed', 'calibrated']).default('mean'),
  /** `trimmed` only: so many highest and so many lowest scores of each application and criterion are dropped. */
  trim: z.number().int().min(0).max(50).default(1),
  /** Each criterion's average is rounded half up to so many decimals; null: not rounded. */
  decimals: z.number().int().min(0).max(9).nullable().default(null),
  /** Empty: every criterion found in the scores, each with weight 1 / number of criteria. */
  criteria: z.array(RankedCriterion).max(60).default([]),
  /** An application with a lower score takes no seat. */
  threshold: DecimalText.optional(),
  seats: Count.optional(),
  quotas: z.array(SeatQuota).max(200).default([]),
  /** In order: a criterion's name, `median` or `highest-minimum` (of the reviewers' totals). What stays equal is a tie. */
  tieBreaks: z.array(line(120)).max(20).default([]),
  /** Of the simulated draws behind rank intervals. */
  seed: z.number().int().min(0).max(4_294_967_295).default(1),
});
export type RankingMethod = z.infer<typeof RankingMethod>;

/** `sure`: a seat in at least 95 of 100 draws; `unlikely`: in at most 5; `tie`: the panel must choose among equals. */
export type SeatChance = 'sure' | 'toss-up' | 'unlikely';

export interface RankedApplication {
  readonly application: string;
  /** 1 is best; equals share a rank and the next rank is skipped (1, 2, 2, 4). */
  readonly rank: number;
  readonly score: number;
  /** Ends of a 90 % interval of the score; null when the data say nothing about it. */
  readonly low: number | null;
  readonly high: number | null;
  readonly rankLow: number | null;
  readonly rankHigh: number | null;
  readonly criteria: Readonly<Record<string, number>>;
  readonly reviews: number;
  /** What keeps it from a seat: `threshold` or names of criteria below their minimum. */
  readonly below: readonly string[];
  /** Only with seats: whether it gets one, none, or ties for the last. */
  readonly seat?: 'yes' | 'no' | 'tie';
  readonly seatChance?: SeatChance;
  /** Share of the draws in which it gets a seat, 0 to 1. */
  readonly seatShare?: number;
}

export interface RankedReviewer {
  readonly reviewer: string;
  readonly reviews: number;
  /** Points below what an average reviewer gives the same applications; negative is mild; null: cannot be known. */
  readonly severity: number | null;
  /** How far the reviewer pulls applications apart, 1 is usual; null: cannot be known. */
  readonly spread: number | null;
  /** Correlation with the other reviewers of the same applications, -1 to 1; null: cannot be known. */
  readonly consistency: number | null;
  readonly flags: readonly string[];
}

/** An application that is not ranked. */
export interface Unranked {
  readonly application: string;
  /** The criteria on which it has no score; null: it has none at all. */
  readonly lacks: readonly string[] | null;
  readonly reason: string;
}

export interface Ranking {
  readonly version: 1;
  readonly method: RankingMethod['method'];
  readonly ranking: readonly RankedApplication[];
  /** Groups that stay equal after all tie-breaks: for the panel to decide. */
  readonly ties: readonly (readonly string[])[];
  readonly unranked: readonly Unranked[];
  readonly reviewers: readonly RankedReviewer[];
  readonly warnings: readonly string[];
}
