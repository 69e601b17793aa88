import { z } from 'zod';
import { Count, Figure } from '../figure.ts';
import { PersonId } from '../ids.ts';
import { Day } from '../organisation.ts';
import { steeringCommands } from '../procedure.ts';
import { RankingMethod } from '../ranking.ts';
import { line, prose, Reason, verbatim } from '../text.ts';
import { Criterion, Panel, Reviewer, Reviews, SelectionTerms, Stage } from './terms.ts';

/** A passage of the management measures in both languages. */
const Passage = z.object({ en: prose(10_000), 'zh-CN': prose(10_000) });

/** The management measures: published before anything opens. */
export const Measures = z.object({
  incentives: Passage,
  workloadProtection: Passage,
  duties: Passage,
  term: Passage,
  useOfResults: Passage,
});
export type Measures = z.infer<typeof Measures>;

/** The neutral number of an application, which is all that a blind review shows: `A-7K3Q`. */
export const ApplicationCode = z.string().regex(/^A-[0-9A-Z]{4,8}$/, 'must be an application number such as A-7K3Q');
export type ApplicationCode = string;

export const ApplicationForm = z.object({
  profile: prose(20_000),
  topics: z.array(line(60)).max(60),
  /** Ids of stored files. */
  evidence: z.array(line(200)).max(50).default([]),
  outline: prose(20_000),
  hoursPerMonth: z.number().min(0.5).max(200),
});
export type ApplicationForm = z.infer<typeof ApplicationForm>;

/** As much of an application as somebody has written so far; nothing is obligatory. */
export const UnsentApplication = z.object({
  profile: prose(20_000, 0).optional(),
  topics: ApplicationForm.shape.topics.optional(),
  evidence: z.array(line(200)).max(50).optional(),
  outline: prose(20_000, 0).optional(),
  hoursPerMonth: z.number().min(0).max(200).nullable().optional(),
});
export type UnsentApplication = z.infer<typeof UnsentApplication>;

export const ReviewPair = z.object({ application: ApplicationCode, reviewer: PersonId });
export type ReviewPair = z.infer<typeof ReviewPair>;

/** Why no assignment exists, as the matching found it: what is missing, where, and by how many. */
export const MatchShortage = z.object({
  kind: z.enum(['application', 'reviewers', 'quota']),
  applications: z.array(line(120)).max(2000),
  reviewers: z.array(line(120)).max(2000),
  needed: Count,
  possible: Count,
  short: Count,
  sentence: line(4000),
});
export type MatchShortage = z.infer<typeof MatchShortage>;

export const FoundDisagreement = z.object({
  application: ApplicationCode,
  reviewers: z.tuple([PersonId, PersonId]),
  difference: Figure,
});
export type FoundDisagreement = z.infer<typeof FoundDisagreement>;

/** What was made for a person; null: it could not be made. */
export const Document = z.object({ person: PersonId, document: line(200).nullable() });

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hexadecimal');
/** The key of the work that this is the result of. */
const key = line(200);
const reason = Reason;

/** Commands to a selection, by type; the shape of each body. */
export const SELECTION_COMMANDS = {
  open: SelectionTerms,
  publishMeasures: z.object({ texts: Measures }),
  changeMeasures: z.object({ texts: Measures, reason }),
  /** The person has opened or acknowledged the publicity notice. */
  recordReach: z.object({ person: PersonId }),
  nominate: z.object({ person: PersonId, reason }),
  apply: ApplicationForm,
  editApplication: ApplicationForm,
  withdrawApplication: z.object({ reason }),
  allowLate: z.object({ person: PersonId, reason }),
  correctCriteria: z.object({
    criteria: z.array(Criterion).min(1).max(29),
    method: RankingMethod.omit({ criteria: true, seats: true }).optional(),
    reason,
  }),
  objectToScreening: z.object({ grounds: Reason }),
  /** By a person, where the rule or the round cannot. */
  decideScreening: z.object({ application: ApplicationCode, eligible: z.boolean(), reason }),
  /** Before the panel is asked. */
  setPanel: Panel.extend({ reason }),
  /** Until the review opens; those who have been asked already decide what they were asked. */
  setScreeners: z.object({ screeners: z.array(PersonId).min(1).max(100), reason }),
  declareConflict: z.object({ applications: z.array(ApplicationCode).min(1).max(2000), reason }),
  addReviewers: z.object({ reviewers: z.array(Reviewer).min(1).max(500), reason }),
  lowerReviews: z.object({ reviews: Reviews, reason }),
  recordMatch: z.object({
    key,
    pairs: z.array(ReviewPair).max(20_000),
    shortages: z.array(MatchShortage).max(2000).default([]),
  }),
  recordDisagreements: z.object({ key, disagreements: z.array(FoundDisagreement).max(20_000) }),
  /** The ranking as canonical JSON. */
  recordRanking: z.object({ number: Count.min(1), bytes: verbatim(20_000_000), digest: Sha256 }),
  /** About an application, or about the procedure (null). */
  raiseObjection: z.object({ about: ApplicationCode.nullable(), grounds: Reason }),
  addHandlers: z.object({ handlers: z.array(PersonId).min(1).max(100), reason }),
  recordCertificates: z.object({
    key,
    documents: z.array(Document).max(2000),
    /** The first day of the term as it is printed; the appointment says the same. */
    from: Day,
  }),
  ...steeringCommands(Stage),
  /** `applications`: whose reviews are asked for again; empty: all. */
  reopenStage: z.object({ stage: Stage, applications: z.array(ApplicationCode).max(2000).default([]), reason }),
} as const;
export type SelectionCommandType = keyof typeof SELECTION_COMMANDS;
export type SelectionCommandBodies = { [T in SelectionCommandType]: z.infer<(typeof SELECTION_COMMANDS)[T]> };
