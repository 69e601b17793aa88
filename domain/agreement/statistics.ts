import type { Level } from './alpha.ts';
import type { IccForm } from './icc.ts';

/** One statistic in words: what it is, what its value means here, and where its formula stands. */
export interface Sentence {
  readonly statistic: string;
  readonly en: string;
  readonly 'zh-CN': string;
  readonly source: string;
}

/** How far reviewers agree; null where a statistic cannot be computed. */
export interface Agreement {
  readonly alpha: Readonly<Record<Level, number | null>>;
  readonly icc: Readonly<Record<IccForm, number | null>>;
  /** 95 % intervals of the intraclass correlations. */
  readonly icc_intervals: Readonly<Record<IccForm, readonly [number, number] | null>>;
  readonly kendall_w: number | null;
  readonly reviewers: number;
  readonly applications: number;
  /** True when every reviewer has scored every application. */
  readonly complete: boolean;
  readonly sentences: readonly Sentence[];
}
