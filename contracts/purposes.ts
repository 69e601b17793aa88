import type { CyclePurpose } from './cycle/terms.ts';
import { entryOf } from './entry.ts';
import type { OfferingPurpose } from './offering/terms.ts';
import type { RoundWord } from './selection/terms.ts';
import type { WhyCode } from './views/why.ts';

/** What a round of the house may be for. A kind that was admitted has other words for its own. */
export type RoundPurpose = RoundWord | `cycle-${CyclePurpose}` | `offering-${OfferingPurpose}`;

/** What follows from what a round is for, beside its words. */
export interface PurposeMeaning {
  /**
   * Whom the assignee of a task is told that it is about: somebody, or a department. `other`: nobody, whatever the task holds, since a
   * review may be blind.
   */
  readonly about: 'person' | 'department' | 'other';
  /** Why somebody is asked, as far as the purpose alone says; null: that follows from how they stand to whom it is about. */
  readonly why: WhyCode | null;
  /** In whose place whoever stands in for somebody answers: as their supervisor, or as the cycle names them; null: in nobody's. */
  readonly inPlaceOf: 'supervisor' | 'named' | null;
  /** Whether an answer is support of the training of others. */
  readonly support: boolean;
}

const USUAL = { about: 'other', why: null, inPlaceOf: null, support: false } as const;
const OF_PERSON = { ...USUAL, about: 'person' } as const;
const OF_DEPARTMENT = { ...USUAL, about: 'department', support: true } as const;
const BY_SUPERVISOR = { ...OF_PERSON, inPlaceOf: 'supervisor', support: true } as const;
const ONESELF = { ...USUAL, why: 'oneself' } as const;

/** What each purpose means, wherever it is asked: one that has no line is an error of the compiler. */
export const PURPOSES = {
  acknowledgement: { ...USUAL, why: 'leads-people' },
  endorsement: { ...USUAL, why: 'leader', support: true },
  nomination: { ...ONESELF, support: true },
  agreement: { ...OF_PERSON, support: true },
  screening: { ...USUAL, why: 'screener' },
  objection: { ...USUAL, why: 'handler' },
  conflict: { ...USUAL, why: 'in-the-pool' },
  review: { ...USUAL, why: 'reviewer', support: true },
  discussion: { ...USUAL, why: 'reviewer' },
  panel: { ...USUAL, why: 'panel', support: true },
  acceptance: ONESELF,
  'cycle-mobilisation': OF_DEPARTMENT,
  'cycle-ratings': BY_SUPERVISOR,
  'cycle-self-ratings': ONESELF,
  'cycle-talks': BY_SUPERVISOR,
  'cycle-signatures': ONESELF,
  'cycle-needs': OF_DEPARTMENT,
  'cycle-questions': { ...USUAL, why: 'author' },
  'cycle-commitments': { ...USUAL, why: 'leader', inPlaceOf: 'named', support: true },
  'cycle-approval': { ...OF_DEPARTMENT, why: 'approver', inPlaceOf: 'named' },
  'cycle-changes': { ...USUAL, why: 'decider', support: true },
  'offering-seats': ONESELF,
  'offering-support': BY_SUPERVISOR,
  'offering-attendance': { ...USUAL, why: 'trainer' },
  'offering-reaction': ONESELF,
  'offering-test': { ...OF_PERSON, why: 'trainer' },
  'offering-transfer': BY_SUPERVISOR,
  'offering-coaching': BY_SUPERVISOR,
} as const satisfies Readonly<Record<RoundPurpose, PurposeMeaning>>;

/** The purposes whose answers are support of the training of others. */
export type SupportPurpose = {
  [P in RoundPurpose]: (typeof PURPOSES)[P]['support'] extends true ? P : never;
}[RoundPurpose];

/** What a purpose means; one from outside the house means nothing by itself. */
export function meaningOf(purpose: string): PurposeMeaning {
  return entryOf<PurposeMeaning>(PURPOSES, purpose) ?? USUAL;
}
