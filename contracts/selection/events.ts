import { z } from 'zod';
import { Instant, PersonId, RoundId } from '../ids.ts';
import { procedureEvents } from '../procedure.ts';
import { RankingMethod } from '../ranking.ts';
import { KeptReason } from '../reasons.ts';
import { Secret } from '../text.ts';
import { ApplicationCode, Document, FoundDisagreement, MatchShortage, Measures, ReviewPair } from './commands.ts';
import { Criterion, Panel, Purpose, Reviewer, Reviews, SelectionTerms, Stage } from './terms.ts';

const instant = Instant;
const people = z.array(PersonId);
const round = RoundId;
const application = ApplicationCode;

/** A review that is asked of a reviewer: in which round and task; null: its round has not been opened yet. */
export const AssignedReview = ReviewPair.extend({ round: round.nullable(), task: z.string() });

/** One person's ballot in the panel. */
export const Ballot = z.object({ candidates: z.array(application), ground: z.string() });

/** Why a selection goes back to a stage, or on to one. */
export const Because = z.enum(['done', 'objection', 'reopened', 'corrected', 'nobody']);

/** Feedback on one criterion: the applicant's score beside the field's median and the threshold; null is missing. */
export const CriterionFeedback = z.object({
  criterion: z.string(),
  score: z.number().nullable(),
  median: z.number().nullable(),
  minimum: z.number().nullable(),
});

export const Standing = z.enum(['candidate', 'reserve', 'not-selected', 'unranked', 'ineligible']);
export const Outcome = z.enum(['appointed', 'declined', 'not-selected', 'ineligible', 'withdrawn']);

const steered = procedureEvents(Stage, Purpose, SelectionTerms);

const submitted = z.object({
  application,
  person: PersonId,
  department: z.string(),
  /** Who is asked to agree to the time; null: nobody is above the applicant. */
  manager: PersonId.nullable(),
  task: z.string().nullable(),
  agreementDue: instant,
  topics: z.array(z.string()),
  evidence: z.array(z.string()),
  hoursPerMonth: z.number(),
  profile: Secret,
  outline: Secret,
});

/** Events of a selection, by type; the newest shape of each body. */
export const SELECTION_EVENTS = {
  ...steered,
  StageStarted: steered.StageStarted.extend({
    because: Because,
    /** The applications that the re-run is about; empty: all. */
    applications: z.array(application),
    /** The reviews to be asked for again. */
    reviews: z.array(ReviewPair),
  }),
  /** `byHand`: who has answered about what in tasks that operations added; absent: nobody. */
  RoundConcluded: steered.RoundConcluded.extend({
    byHand: z.array(z.object({ application, person: PersonId })).optional(),
  }),

  MeasuresPublished: z.object({ version: z.number().int(), texts: Measures, reason: Secret.nullable() }),
  MeasuresAcknowledged: z.object({ version: z.number().int(), by: people, deemed: people }),
  MeasuresRefused: z.object({ version: z.number().int(), by: people }),

  /** The notice of a kind has gone to these people of a department. */
  PeopleTold: z.object({ of: z.enum(['publicity', 'call', 'notice']), department: z.string(), people }),
  NoticeReached: z.object({ person: PersonId, department: z.string() }),
  EndorsementsGathered: z.object({ supporting: people, refusing: people, silent: people }),
  DepartmentsUnreached: z.object({ departments: z.array(z.string()) }),

  CriteriaFrozen: z.object({ version: z.number().int() }),
  CriteriaCorrected: z.object({
    version: z.number().int(),
    criteria: z.array(Criterion),
    method: RankingMethod.omit({ criteria: true, seats: true }),
    reason: Secret,
  }),
  Nominated: z.object({ person: PersonId, by: PersonId, round, due: instant, reason: Secret }),
  /** Somebody was nominated who had been already: nobody is asked by it, and it counts like the first time. */
  NominatedAgain: z.object({ person: PersonId, by: PersonId }),
  NominationAnswered: z.object({ person: PersonId, answer: z.enum(['accepted', 'declined', 'silent']) }),
  LateAllowed: z.object({ person: PersonId, reason: Secret }),
  ApplicationSubmitted: submitted.extend({ late: z.boolean(), round: round.nullable() }),
  ApplicationEdited: submitted.extend({ round: round.nullable(), withdraw: z.string().nullable() }),
  ApplicationWithdrawn: z.object({
    application,
    reason: KeptReason,
    /** The open tasks about it, which are taken back. */
    tasks: z.array(z.object({ round, tasks: z.array(z.string()) })),
  }),
  /** The agreement is asked of somebody else above the applicant; all null: nobody above is left who may give it. */
  AgreementAsked: z.object({
    application,
    manager: PersonId.nullable(),
    round: round.nullable(),
    task: z.string().nullable(),
    agreementDue: instant,
    /** The question that it takes the place of, as its holder has left or is on leave until after it was due; else null. */
    instead: z.object({ round, task: z.string(), why: z.enum(['left', 'away']) }).nullable(),
  }),
  AgreementSettled: z.object({
    application,
    answer: z.enum(['agreed', 'deemed', 'refused', 'silent']),
    /** Who has answered, or has declined to: the manager, or to whom they gave the task; null: nobody has. */
    by: PersonId.nullable(),
  }),

  ScreeningAsked: z.object({
    application,
    screener: PersonId.nullable(),
    round,
    task: z.string(),
    due: instant,
    /** The vacant task that this one takes the place of. */ fills: z.string().nullable(),
    reasons: z.array(z.string()),
  }),
  ApplicationScreened: z.object({
    application,
    eligible: z.boolean(),
    reasons: z.array(z.string()),
    /** `rule`, or who decided. */
    by: z.string(),
    /** The score of the performance record by the stated rule; null: missing. */
    performance: z.number().nullable(),
    note: Secret.nullable(),
  }),
  ScreeningObjected: z.object({
    application,
    handler: PersonId,
    round,
    task: z.string(),
    due: instant,
    grounds: Secret,
  }),
  ScreeningObjectionPassedOn: z.object({
    application,
    handler: PersonId.nullable(),
    round,
    task: z.string(),
    fills: z.string().nullable(),
  }),
  ScreeningObjectionResolved: z.object({
    application,
    upheld: z.boolean(),
    by: PersonId,
    /** Why, when it was decided outside the round of objections; the answer in the round says it otherwise. */
    note: Secret.nullable().default(null),
  }),

  PanelChanged: z.object({ panel: Panel, reason: Secret }),
  ScreenersChanged: z.object({ screeners: people, reason: Secret }),

  ConflictsDeclared: z.object({
    reviewer: PersonId,
    applications: z.array(application),
    reason: Secret.nullable(),
  }),
  /** The organisation has changed, so that somebody may not decide any more about applications that they were asked about. */
  ConflictsArisen: z.object({
    person: PersonId,
    applications: z.array(application),
    /** Their open reviews, which somebody else gives. */
    reviews: z.array(z.object({ round: round.nullable(), task: z.string() })),
  }),
  /** Somebody who judges, or was asked for something, has left the company: what they had not answered is taken back. */
  JudgeLeft: z.object({
    person: PersonId,
    /** Their open reviews, which somebody else gives. */
    reviews: z.array(z.object({ round: round.nullable(), task: z.string() })),
    tasks: z.array(z.object({ round, tasks: z.array(z.string()) })),
  }),
  ConflictsGathered: z.object({ silent: people }),
  ReviewersAdded: z.object({ reviewers: z.array(Reviewer), reason: Secret }),
  ReviewsLowered: z.object({ reviews: Reviews, reason: Secret }),
  ReviewersShort: z.object({ shortages: z.array(MatchShortage) }),
  ReviewersMatched: z.object({
    added: z.array(AssignedReview),
    removed: z.array(ReviewPair),
    /** Open tasks of removed pairs. */
    tasks: z.array(z.object({ round, tasks: z.array(z.string()) })),
  }),

  /** Somebody else holds a review: it was given to them by hand in its round. */
  ReviewHandedOn: z.object({ round, task: z.string(), application, from: PersonId, to: PersonId }),
  ReviewerReplaced: z.object({
    round,
    task: z.string(),
    application,
    from: PersonId,
    why: z.enum(['recused', 'declined', 'lapsed']),
    /** Whose review is asked for instead; null: it is waived. */
    to: PersonId.nullable(),
    waived: z.enum(['full-panel', 'nobody-left']).nullable(),
    /** When the task became vacant; a task can become vacant twice. */
    vacantAt: instant,
  }),
  DisagreementsFound: z.object({ disagreements: z.array(FoundDisagreement) }),
  RankingRecorded: z.object({ number: z.number().int(), bytes: z.string(), digest: z.string() }),

  VotesCast: z.object({ ballots: z.record(PersonId, Ballot) }),
  DecisionReturned: z.object({ why: z.enum(['quorum', 'reason']), departures: z.array(application), to: people }),
  DecisionTaken: z.object({
    candidates: z.array(application),
    departures: z.array(z.object({ application, change: z.enum(['in', 'out']), grounds: z.array(z.string()) })),
    votes: z.record(application, z.number().int()),
    /** Applications on which the chair's vote was cast. */
    cast: z.array(application),
    /** Who was in the chair, of those who voted; null: nobody has voted. */
    chair: PersonId.nullable(),
  }),

  ObjectionRaised: z.object({
    objection: z.string(),
    by: PersonId,
    about: application.nullable(),
    handler: PersonId.nullable(),
    round,
    task: z.string(),
    due: instant,
    grounds: Secret,
  }),
  ObjectionPassedOn: z.object({
    objection: z.string(),
    handler: PersonId.nullable(),
    round,
    task: z.string(),
    fills: z.string().nullable(),
    due: instant,
  }),
  HandlersAdded: z.object({ handlers: people, reason: Secret }),
  ObjectionResolved: z.object({
    objection: z.string(),
    upheld: z.boolean(),
    /** Who decided it, whomever it was given to first. */
    by: PersonId,
    stage: Stage.nullable(),
    /** The end of the objection period once no objection is open; null: one still is. */
    until: instant.nullable(),
  }),

  ResultGiven: z.object({
    application,
    standing: Standing,
    rank: z.number().int().nullable(),
    score: z.number().nullable(),
    criteria: z.array(CriterionFeedback),
    strengths: z.array(z.string()),
    gaps: z.array(z.string()),
  }),
  SeatOffered: z.object({
    application,
    round,
    task: z.string(),
    due: instant,
    /** True: the seat has come free, and goes to the next in line. */
    reserve: z.boolean(),
  }),
  OfferAnswered: z.object({ application, accepted: z.boolean(), silent: z.boolean() }),
  CertificatesRecorded: z.object({ documents: z.array(Document) }),
  Appointed: z.object({
    application,
    person: PersonId,
    /** First and last day, YYYY-MM-DD. */
    from: z.string(),
    until: z.string(),
    /** null: the certificate could not be made. */
    document: z.string().nullable(),
  }),
  SelectionClosed: z.object({ outcomes: z.record(application, Outcome) }),
} as const;
export type SelectionEventType = keyof typeof SELECTION_EVENTS;
export type SelectionEventBodies = { [T in SelectionEventType]: z.infer<(typeof SELECTION_EVENTS)[T]> };
export type SelectionEvent = {
  [T in SelectionEventType]: { readonly type: T; readonly body: SelectionEventBodies[T] };
}[SelectionEventType];
