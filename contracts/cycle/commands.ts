import { z } from 'zod';
import { PersonId } from '../ids.ts';
import { Code } from '../organisation.ts';
import {
  Course,
  DayWindow,
  LISTED,
  Money,
  PlannedOffering,
  PlanOutcome,
  PlanTrainer,
  Quote,
  Room,
} from '../planning.ts';
import { steeringCommands } from '../procedure.ts';
import { line, prose, Reason } from '../text.ts';
import { Change, ChangeId } from './changes.ts';
import { GapFindings } from './gaps.ts';
import { MergedId, NeedId, Proposal, Urgency } from './needs.ts';
import { CycleStage, CycleTerms, Method } from './terms.ts';

const reason = Reason;
/** The key of the work that this is the result of. */
const key = line(200);
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hexadecimal');

/** What a department head says about a need. */
export const StatedNeed = z.object({
  department: Code,
  element: Code.nullable().default(null),
  level: z.number().int().min(0).max(7).nullable().default(null),
  course: Code.nullable().default(null),
  people: z.array(PersonId).max(LISTED.people),
  urgency: Urgency,
  must: z.boolean().default(false),
  /** What people are to be able to do afterwards. */
  goal: prose(4000),
  /** The problem of the business behind it; empty: none was named. */
  problem: prose(4000, 0).default(''),
});
export type StatedNeed = z.infer<typeof StatedNeed>;

/** A limit of the plan and what it is to be. */
export const NewLimit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('budget'), line: Code, amount: Money }),
  z.object({ kind: z.literal('trainer'), person: PersonId, hours: z.number().min(0).max(4000) }),
  z.object({ kind: z.literal('window'), merged: MergedId, window: DayWindow.nullable() }),
  z.object({ kind: z.literal('must'), merged: MergedId, must: z.boolean() }),
  z.object({ kind: z.literal('days'), daysAPerson: z.number().int().min(1).max(200) }),
]);
export type NewLimit = z.infer<typeof NewLimit>;

/** Commands to a training-plan cycle, by type; the shape of each body. */
export const CYCLE_COMMANDS = {
  open: CycleTerms,
  /** A method of the toolkit, new or in a new version; a rating scale that changes re-forms tasks not yet drafted. */
  changeMethod: z.object({ method: Method, reason }),
  /** Takes in what the ratings show. */
  recordGaps: z.object({ key, findings: GapFindings }),
  stateNeed: StatedNeed,
  editNeed: StatedNeed.extend({ need: NeedId }),
  withdrawNeed: z.object({ need: NeedId, reason }),
  /** A whole list at once, all of it or nothing; by operations for the departments it names. */
  importNeeds: z.object({ needs: z.array(StatedNeed).min(1).max(20_000) }),
  mergeNeeds: z.object({ merged: z.array(MergedId).min(2).max(500), reason }),
  /** Takes some needs out of a merged one into one of their own; none named: every need for itself. */
  splitNeed: z.object({ merged: MergedId, needs: z.array(NeedId).max(5000).default([]), reason }),
  setCourses: z.object({ courses: z.array(Course).min(1).max(5000) }),
  setRooms: z.object({ rooms: z.array(Room).min(1).max(2000) }),
  setQuotes: z.object({ quotes: z.array(Quote).min(1).max(5000) }),
  /** Trainers beside those whom selections have appointed, or with other hours. */
  setTrainers: z.object({
    trainers: z
      .array(PlanTrainer.omit({ calendar: true, away: true }))
      .min(1)
      .max(2000),
  }),
  chooseSource: z.object({
    merged: MergedId,
    source: z.enum(['internal', 'outside', 'coaching', 'none']),
    course: Code.nullable().default(null),
    quote: Code.nullable().default(null),
    reason,
  }),
  changeLimit: z.object({ limit: NewLimit, reason }),
  /** Holds an offering of the compiled plan to these values; the rest is compiled around it. */
  amendOffering: z.object({
    offering: PlannedOffering.shape.id,
    days: PlannedOffering.shape.days.optional(),
    room: Code.nullable().optional(),
    trainer: PersonId.nullable().optional(),
    reason,
  }),
  recordPlan: z.object({
    key,
    outcome: PlanOutcome,
    /** The hash of the plan's canonical JSON; empty when there is no plan. */
    digest: z.union([Sha256, z.literal('')]),
  }),
  withdrawCommitment: z.object({ commitment: line(60), reason }),
  requestChange: z.object({ change: Change, emergency: z.boolean().default(false), reason }),
  withdrawChange: z.object({ change: ChangeId, reason }),
  /** Drops a proposal, or takes one back that was dropped, before the cycle closes. */
  settleProposal: z.object({ proposal: Proposal.shape.id, keep: z.boolean(), reason }),
  ...steeringCommands(CycleStage),
} as const;
export type CycleCommandType = keyof typeof CYCLE_COMMANDS;
export type CycleCommandBodies = { [T in CycleCommandType]: z.infer<(typeof CYCLE_COMMANDS)[T]> };
