/** Something that is kept beside the ledger and is not what it should be. */
export interface KeptFault {
  /** As in `file file-1f…`, `outcome of round:r1 4b…` or `role P3 operations`. */
  readonly what: string;
  /** One sentence: what is wrong. */
  readonly sentence: string;
}
