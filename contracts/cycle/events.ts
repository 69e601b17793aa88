import { z } from 'zod';
import { Sentence } from '../form.ts';
import { CycleId, Instant, OfferingId, PersonId, RoundId, SelectionId } from '../ids.ts';
import { OfferingResult } from '../offering/result.ts';
import { PassedOver } from '../offering/terms.ts';
import { Code } from '../organisation.ts';
import { Course, Plan, PlanConflict, PlannedOffering, PlanTrainer, Quote, Room } from '../planning.ts';
import { procedureEvents } from '../procedure.ts';
import { KeptReason } from '../reasons.ts';
import { Secret } from '../text.ts';
import { Change, ChangeEffect, ChangeId } from './changes.ts';
import { NewLimit } from './commands.ts';
import { GapFindings } from './gaps.ts';
import { Idp, Merged, MergedId, NeedFacts, NeedId, NeedQuestion, Proposal, Sourcing } from './needs.ts';
import { CyclePurpose, CycleStage, CycleTerms, Method } from './terms.ts';

const instant = Instant;
const round = RoundId;
const people = z.array(PersonId);
const offering = PlannedOffering.shape.id;

/** The three steps of the approval, one after the other. */
export const ApprovalStep = z.enum(['heads', 'management', 'hr']);
export type ApprovalStep = z.infer<typeof ApprovalStep>;

/** Somebody who has to approve, for a department (heads) or for the whole plan. */
export const Approver = z.object({
  person: PersonId,
  /** Whose part it is; null: the whole plan. */
  department: Code.nullable(),
  /** For whom a deputy stands in, and why; null: for themselves. */
  insteadOf: PersonId.nullable(),
  why: z.enum(['away', 'own', 'left']).nullable(),
});
export type Approver = z.infer<typeof Approver>;

const NeedTexts = { goal: Secret.nullable(), problem: Secret.nullable() };

const steered = procedureEvents(CycleStage, CyclePurpose, CycleTerms);

/** Events of a training-plan cycle, by type; the newest shape of each body. */
export const CYCLE_EVENTS = {
  ...steered,
  StageStarted: steered.StageStarted.extend({ because: z.enum(['done', 'finished', 'reopened', 'returned']) }),
  /** What the cycle before has left to this one. */
  Carried: z.object({
    from: CycleId,
    proposals: z.array(Proposal),
    idps: z.array(Idp),
    /** With what their authors wrote, sealed as it was; absent: nobody wrote anything. */
    needs: z.array(
      NeedFacts.extend({
        words: z.object({ by: PersonId.nullable(), goal: Secret.nullable(), problem: Secret.nullable() }).optional(),
      }),
    ),
  }),

  DepartmentAsked: z.object({
    department: Code,
    /** null: nobody is there to ask. */
    person: PersonId.nullable(),
    head: PersonId.nullable(),
    why: z.enum(['head', 'away', 'left', 'nobody']),
  }),
  DepartmentMobilised: z.object({
    department: Code,
    answer: z.enum(['accepted', 'delegated', 'declined', 'silent']),
    /** Who speaks for the department from now on. */
    speaker: PersonId.nullable(),
  }),
  MethodChanged: z.object({ method: Method, version: z.number().int(), reason: Secret.nullable() }),

  /** Tasks that go from one supervisor to another, because the person did. */
  SupervisorsChanged: z.object({
    moves: z.array(z.object({ round, task: z.string(), person: PersonId, from: PersonId, to: PersonId, due: instant })),
    /** Tasks about people who have left, or that ask by a post which the person no longer holds. */
    withdrawn: z.array(z.object({ round, task: z.string(), person: PersonId })),
    /** Tasks about people who have joined, or hold another post now. */
    added: z.array(z.object({ round, task: z.string(), person: PersonId })),
  }),
  /** Tasks of people who have left: those that others answer now, and those that were taken back. */
  LeaversReplaced: z.object({
    moves: z.array(z.object({ round, task: z.string(), from: PersonId, to: PersonId, due: instant })),
    withdrawn: z.array(z.object({ round, task: z.string() })),
  }),
  GapsRecorded: z.object({ findings: GapFindings }),

  IdpProposed: Idp.omit({ state: true }),
  IdpAnswered: z.object({ person: PersonId, state: z.enum(['signed', 'disputed', 'unsigned']) }),

  NeedsProposed: z.object({ needs: z.array(NeedFacts) }),
  NeedStated: NeedFacts.extend({ by: PersonId, ...NeedTexts }),
  NeedChanged: NeedFacts.extend({ by: PersonId, ...NeedTexts }),
  NeedWithdrawn: z.object({ need: NeedId, reason: KeptReason }),
  /** It has neither a diagnosed gap nor a stated problem, and goes back to its author with a question. */
  NeedSentBack: z.object({ need: NeedId, question: NeedQuestion, to: PersonId, round, task: z.string(), due: instant }),
  NeedQuestionAnswered: z.object({
    need: NeedId,
    /** `people`: it was said who they are; `problem`: that there is one of the business. */
    answer: z.enum(['problem', 'people', 'withdrawn', 'silent']),
    /** Who they are, when that was asked and answered; else nobody. */
    people,
    /** Some of them have a diagnosed gap in the element of the need. */
    diagnosed: z.boolean(),
  }),
  DepartmentReturned: z.object({
    department: Code,
    by: PersonId.nullable(),
    answer: z.enum(['needs', 'nil', 'silent']),
    /** The needs that stand, in the head's order; the first is the most wanted. */
    confirmed: z.array(NeedId),
    /** How many of them the head has put in order; those behind were stated and not ranked. */
    ranked: z.number().int().min(0),
    dropped: z.array(NeedId),
    /** What the answer named that is no need of the department that could be confirmed. */
    unknown: z.array(z.string()),
    /** Which answer of the task this is, 1 the first; 0: there is none. */
    revision: z.number().int().min(0),
  }),

  NeedsMerged: z.object({ merged: z.array(Merged) }),
  NeedsMergedByHand: z.object({ into: Merged, from: z.array(MergedId), reason: Secret }),
  NeedSplit: z.object({ merged: MergedId, into: z.array(Merged), reason: Secret }),

  CoursesSet: z.object({ courses: z.array(Course) }),
  RoomsSet: z.object({ rooms: z.array(Room) }),
  QuotesSet: z.object({ quotes: z.array(Quote) }),
  TrainersSet: z.object({ trainers: z.array(PlanTrainer.omit({ calendar: true, away: true })) }),
  /** From the appointments of selections. */
  TrainersRecognised: z.object({
    trainers: z.array(
      z.object({ person: PersonId, topics: z.array(z.string()), until: z.string(), selection: SelectionId }),
    ),
  }),
  NeedsSourced: z.object({ sourcing: z.array(Sourcing) }),
  SourceChosen: Sourcing.extend({ why: Secret }),

  LimitChanged: z.object({ limit: NewLimit, reason: Secret }),
  OfferingAmended: z.object({ offering: PlannedOffering, reason: Secret }),
  PlanCompiled: z.object({ version: z.number().int(), plan: Plan, digest: z.string() }),
  PlanInfeasible: z.object({ conflict: PlanConflict }),

  CommitmentAnswered: z.object({
    commitment: z.string(),
    answer: z.enum(['given', 'partly', 'refused', 'silent']),
    /** Of money or hours, what was committed. */
    amount: z.number().min(0).nullable(),
    /** Who has answered, or has declined to: the leader, or somebody in their place; null: nobody has. */
    by: PersonId.nullable(),
  }),
  CommitmentWithdrawn: z.object({ commitment: z.string(), reason: Secret }),

  /** A stage that a person ends, or that its outcome ends, is past its date. */
  StageOverdue: z.object({ stage: CycleStage, run: z.number().int() }),
  ApprovalAsked: z.object({
    step: ApprovalStep,
    version: z.number().int(),
    approvers: z.array(Approver),
    /** For whom nobody is left who may decide; the step waits for them. */
    missing: z.array(z.object({ person: PersonId, department: Code.nullable() })).default([]),
  }),
  ApprovalGiven: z.object({
    step: ApprovalStep,
    version: z.number().int(),
    person: PersonId,
    department: Code.nullable(),
    /** `passed`: stepped back, and somebody else is asked. */
    answer: z.enum(['approved', 'conditions', 'returned', 'deemed', 'passed']),
    /** Offerings that conditions or a return are about; empty: all of the approver's part. */
    touches: z.array(offering),
    round,
    task: z.string(),
  }),
  /** The plan goes back: these offerings are open again, all others stand. */
  PlanReturned: z.object({ step: ApprovalStep, by: people, touches: z.array(offering) }),
  PlanFrozen: z.object({ version: z.number().int(), digest: z.string() }),

  OfferingStarted: z.object({ offering, stream: OfferingId, planned: PlannedOffering }),
  ChangeRequested: z.object({
    change: ChangeId,
    what: Change,
    by: PersonId,
    emergency: z.boolean(),
    effect: ChangeEffect,
    /** Whose word it needs; null: nobody but those who asked could give it. */
    approver: PersonId.nullable(),
    round,
    task: z.string(),
    due: instant,
    reason: Secret,
  }),
  /** Somebody else has to decide it; null: there is nobody. */
  ChangePassedOn: z.object({
    change: ChangeId,
    approver: PersonId.nullable(),
    round,
    task: z.string(),
    due: instant,
  }),
  ChangeWithdrawn: z.object({ change: ChangeId, reason: Secret }),
  /** Carried out: with approval, or at once in an emergency. */
  ChangeApplied: z.object({
    change: ChangeId,
    /** Who approved it; null: nobody, since it is an emergency, or since silence counts as consent. */
    by: PersonId.nullable(),
    planned: PlannedOffering.nullable(),
    emergency: z.boolean(),
  }),
  /** Approved, but it cannot be carried out any more: nothing has changed. */
  ChangeFailed: z.object({
    change: ChangeId,
    by: PersonId.nullable(),
    /** The limit or the rule that it would break. */
    why: Sentence,
  }),
  ChangeRejected: z.object({ change: ChangeId, by: PersonId.nullable(), silent: z.boolean() }),
  /** An emergency change was approved afterwards. */
  ChangeConfirmed: z.object({ change: ChangeId, by: PersonId.nullable() }),
  /** An emergency change was refused afterwards: what it changed is as it was. */
  ChangeUndone: z.object({ change: ChangeId, by: PersonId.nullable(), planned: PlannedOffering.nullable() }),
  /** Free seats of an offering go to people on its waiting list, and others were passed over who cannot come. */
  SeatsGiven: z.object({ offering, people, passed: z.array(PassedOver) }),
  OfferingConcluded: z.object({ offering, result: OfferingResult }),

  EffectMeasured: z.object({ offerings: z.number().int(), promised: z.number(), measured: z.number().nullable() }),
  ProposalsMade: z.object({ proposals: z.array(Proposal) }),
  ProposalSettled: z.object({ proposal: z.string(), keep: z.boolean(), reason: Secret }),
  CycleClosed: z.object({
    /** Where every need has ended. */
    needs: z.record(z.string(), z.enum(['planned', 'cut', 'sent-back', 'coached', 'withdrawn'])),
  }),
} as const;
export type CycleEventType = keyof typeof CYCLE_EVENTS;
export type CycleEventBodies = { [T in CycleEventType]: z.infer<(typeof CYCLE_EVENTS)[T]> };
export type CycleEvent = {
  [T in CycleEventType]: { readonly type: T; readonly body: CycleEventBodies[T] };
}[CycleEventType];
