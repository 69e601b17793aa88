/** How often one person may ask within a minute, at one process of the API. */
export interface Limits {
  /** What only looks. */
  readonly reads: number;
  /** What changes something. */
  readonly writes: number;
}
