import { z } from 'zod';
import { Count, Figure, Step } from '../figure.ts';
import { Anchor, Label, MOST_ANCHORS } from '../form.ts';
import { named, PersonId } from '../ids.ts';
import { Code, GRADES } from '../organisation.ts';
import { HomeTerms, RoundTerms, When } from '../procedure.ts';
import { DecimalText, RankingMethod } from '../ranking.ts';
import { DurationText } from '../round.ts';
import { line } from '../text.ts';

/** The stages of a selection, in the order of the procedure. */
export const STAGES = [
  'measures',
  'publicity',
  'call',
  'screening',
  'reviewers',
  'review',
  'ranking',
  'decision',
  'notice',
  'results',
  'closed',
] as const;
export const Stage = z.enum(STAGES);
export type Stage = z.infer<typeof Stage>;

/** What the rounds of a selection are for; also the beginning of their names. */
export const PURPOSES = [
  'acknowledgement',
  'endorsements',
  'nominations',
  'agreements',
  'screening',
  'screening-objections',
  'conflicts',
  'review',
  'discussion',
  'panel',
  'objections',
  'acceptance',
] as const;
export const Purpose = z.enum(PURPOSES);
export type Purpose = z.infer<typeof Purpose>;

/** The words for what a round is for, on the screen and in messages. */
export type RoundWord =
  | 'acknowledgement'
  | 'endorsement'
  | 'nomination'
  | 'agreement'
  | 'screening'
  | 'objection'
  | 'conflict'
  | 'review'
  | 'discussion'
  | 'panel'
  | 'acceptance';

/** The stages whose end the terms say; the public notice lasts for the objection period, a ranking takes no time. */
export const TIMED_STAGES = [
  'measures',
  'publicity',
  'call',
  'screening',
  'reviewers',
  'review',
  'decision',
  'results',
] as const;
export type TimedStage = (typeof TIMED_STAGES)[number];

export const Timetable = z.object({
  measures: When,
  publicity: When,
  call: When,
  screening: When,
  reviewers: When,
  review: When,
  decision: When,
  results: When,
  /** For the two reviewers who are far apart, after the reviews are in. */
  discussion: DurationText.default('3bd'),
  /** For the manager, after the application. */
  agreement: DurationText.default('5bd'),
  /** For whoever decides one objection. */
  objection: DurationText.default('5bd'),
});
export type Timetable = z.infer<typeof Timetable>;

/** One line of the rubric. */
export const Criterion = z.object({
  id: z.string().regex(named('[a-z][A-Za-z0-9_-]{0,31}'), 'must be a short name such as knowledge'),
  label: Label,
  min: Figure.default(0),
  max: Figure.default(10),
  step: Step.default(0.25),
  /** What a score looks like in practice. */
  anchors: z.array(Anchor).max(MOST_ANCHORS).default([]),
  weight: DecimalText,
  /** An application below this on the criterion takes no seat. */
  minimum: DecimalText.optional(),
});
export type Criterion = z.infer<typeof Criterion>;

/** Performance grades (1 to 5) enter as scores of one criterion; a year without a grade is missing, never 0. */
export const PerformanceRule = z.object({
  criterion: line(120),
  /** Grade to score. */
  scores: z.record(z.enum(['1', '2', '3', '4', '5']), Figure),
  /** The mean over so many latest years on record. */
  years: z.number().int().min(1).max(10).default(3),
});
export type PerformanceRule = z.infer<typeof PerformanceRule>;

/** Who may apply: one of the grades, or a technical backbone, or a named expert; and for how long in the company. */
export const Eligibility = z.object({
  grades: z.array(z.enum(GRADES)).default([]),
  technicalBackbones: z.boolean().default(false),
  experts: z.array(PersonId).max(1000).default([]),
  serviceMonths: z.number().int().min(0).max(600).default(0),
  /** So many months short of the service asked for, a person decides instead of the rule. */
  serviceMargin: z.number().int().min(0).max(120).default(0),
  /** The mean performance grade asked for; a missing record goes to a person. */
  performance: z.number().min(1).max(5).nullable().default(null),
});
export type Eligibility = z.infer<typeof Eligibility>;

export const Reviewer = z.object({
  person: PersonId,
  /** Topics the reviewer is competent in. */
  topics: z.array(line(60)).max(60).default([]),
  /** At most this many applications. */
  limit: z.number().int().min(1).max(2000),
});
export type Reviewer = z.infer<typeof Reviewer>;

/** How many reviewers see each application; `everyone`: all of them. */
export const Reviews = z.union([z.literal('everyone'), z.number().int().min(1).max(50)]);
export type Reviews = z.infer<typeof Reviews>;

export const Panel = z.object({
  members: z.array(PersonId).min(1).max(100),
  chair: PersonId,
  /** At least so many members must have voted. */
  quorum: Count.min(1),
});

/** Everything that is agreed before a selection opens. */
export const SelectionTerms = z.object({
  title: Label,
  ...HomeTerms.shape,
  timetable: Timetable,
  /** Departments in scope; empty: the whole company. */
  departments: z.array(Code).max(1000).default([]),
  topics: z
    .array(z.object({ id: line(60), label: Label }))
    .max(200)
    .default([]),
  eligibility: Eligibility,
  criteria: z.array(Criterion).min(1).max(29),
  /** The method's criteria and seats come from these terms. */
  method: RankingMethod.omit({ criteria: true, seats: true }).prefault({}),
  performance: PerformanceRule.nullable().default(null),
  seats: z.number().int().min(1).max(2000),
  leaders: z.array(PersonId).max(500).default([]),
  /** Decide where the eligibility rule cannot. */
  screeners: z.array(PersonId).min(1).max(100),
  reviewers: z.array(Reviewer).min(1).max(2000),
  reviews: Reviews,
  blind: z.boolean().default(true),
  /** Which relations keep a reviewer from an application; declared ones and the own application always do. */
  conflicts: z.object({ department: z.boolean().default(true), line: z.boolean().default(true) }).prefault({}),
  /**
   * Two reviewers further apart than this many points are asked to discuss; null: nobody is. Under `calibrated` their
   * severity is taken out first, and the difference must also be unusual in this panel (docs/ranking.md).
   */
  disagreementLimit: z.number().positive().max(1e12).nullable().default(null),
  panel: Panel,
  /** Decide objections. */
  handlers: z.array(PersonId).min(1).max(100),
  objectionPeriod: z.string().regex(/^[1-9]\d{0,2}bd$/, 'must be business days such as 5bd'),
  /** Who gets the seat that a candidate declines. */
  declinedSeat: z.enum(['next', 'nobody']).default('next'),
  termMonths: z.number().int().min(1).max(120),
  policies: z.partialRecord(Purpose, RoundTerms).default({}),
});
export type SelectionTerms = z.infer<typeof SelectionTerms>;
