/** How often one person may ask within a minute, at one process of the API. */
export interface Limits {
  /** What only looks. */
  readonly reads: number;
  /** What changes something. */
  readonly writes: number;
}

/** Far above what anybody does by hand, and what a program does that waits for each answer. */
export const LIMITS: Limits = { reads: 6000, writes: 3000 };
