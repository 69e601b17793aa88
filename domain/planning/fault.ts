import type { LimitRef } from '../../contracts/planning.ts';
import type { Because } from '../../contracts/refusals/refusal.ts';

/** A limit that a plan breaks, and where. */
export interface PlanFault {
  /** The offering that breaks it, the first of several; empty when no offering is at fault. */
  readonly offering: string;
  readonly limit: LimitRef;
  readonly why: Because;
}
