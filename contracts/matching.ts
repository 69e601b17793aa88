import { z } from 'zod';
import { Count } from './figure.ts';
import { line } from './text.ts';

const Id = line(120);
export const Pair = z.object({ application: Id, reviewer: Id });
export type Pair = z.infer<typeof Pair>;

/** How many reviewers of a block each application may or must have; without a value: of every block of the attribute. */
export const BlockQuota = z.object({
  attribute: line(60),
  value: line(120, 0).optional(),
  min: Count.optional(),
  max: Count.optional(),
});
export type BlockQuota = z.infer<typeof BlockQuota>;

export const MatchReviewer = z.object({
  reviewer: Id,
  maxLoad: Count,
  /** Department, language, seniority and so on, for quotas. */
  blocks: z.map(line(60), line(120, 0)).default(() => new Map()),
});
export type MatchReviewer = z.infer<typeof MatchReviewer>;

export const MatchProblem = z.object({
  applications: z.array(Id).min(1),
  reviewers: z.array(MatchReviewer).min(1),
  /** Higher fits better; a pair that is not listed has affinity 0. At most six decimals count. */
  affinity: z.array(Pair.extend({ affinity: z.number().min(-1_000_000).max(1_000_000) })),
  conflicts: z.array(Pair).default([]),
  perApplication: z.number().int().min(1).max(100),
  /** `total`: the largest sum; `fair`: first the largest smallest sum of an application, then the largest sum. */
  objective: z.enum(['total', 'fair']).default('total'),
  /** Only listed pairs may be assigned. */
  listedOnly: z.boolean().default(false),
  /** An assignment in force: as much of it as possible is kept, before anything else. */
  keep: z.array(Pair).optional(),
  quotas: z.array(BlockQuota).max(50).default([]),
});
export type MatchProblem = z.input<typeof MatchProblem>;

export interface Match {
  readonly objective: 'total' | 'fair';
  /** Sum of the affinities of all assignments. */
  readonly total: number;
  /** No assignment under the same rules has a larger total; equal to `total` when it is proved best. */
  readonly bound: number;
  /** The smallest sum of affinities that an application gets. */
  readonly minimum: number;
  /** Only with `fair` in large panels: no assignment has a larger smallest sum. Absent when `minimum` is proved best. */
  readonly minimumBound?: number;
  /** By application, then reviewer. */
  readonly assignments: readonly {
    readonly application: string;
    readonly reviewer: string;
    readonly affinity: number;
  }[];
  readonly load: Readonly<Record<string, number>>;
  /** Only with `keep`: pairs in force that go, and pairs that are new. */
  readonly removed?: readonly Pair[];
  readonly added?: readonly Pair[];
}

/** What is missing, where, and by how many. */
export interface Shortage {
  /** `application`: too few reviewers may take it; `reviewers`: these have too few places together; `quota`: a block cannot be filled. */
  readonly kind: 'application' | 'reviewers' | 'quota';
  readonly applications: readonly string[];
  readonly reviewers: readonly string[];
  readonly needed: number;
  readonly possible: number;
  readonly short: number;
  readonly sentence: string;
}

export interface Infeasible {
  readonly infeasible: true;
  readonly shortages: readonly Shortage[];
}
