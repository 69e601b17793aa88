import { z } from 'zod';
import { Label } from '../form.ts';
import { CycleId, named, PersonId, SelectionId } from '../ids.ts';
import { Code } from '../organisation.ts';
import { BudgetLine, Course, DayWindow, Money, Room } from '../planning.ts';
import { HomeTerms, RoundTerms, When } from '../procedure.ts';
import { DurationText } from '../round.ts';

import { line, prose } from '../text.ts';

/** The stages of a training-plan cycle, in the order of the procedure. */
export const CYCLE_STAGES = [
  'mobilisation',
  'ratings',
  'talks',
  'needs',
  'summary',
  'sourcing',
  'compiling',
  'commitments',
  'approval',
  'execution',
  'effect',
  'feedback',
  'closed',
] as const;
export const CycleStage = z.enum(CYCLE_STAGES);
export type CycleStage = z.infer<typeof CycleStage>;

/** What the rounds of a cycle are for; also the beginning of their names. */
export const CYCLE_PURPOSES = [
  'mobilisation',
  'ratings',
  'self-ratings',
  'talks',
  'signatures',
  'needs',
  'questions',
  'commitments',
  'approval',
  'changes',
] as const;
export const CyclePurpose = z.enum(CYCLE_PURPOSES);
export type CyclePurpose = z.infer<typeof CyclePurpose>;

/** When each stage ends: an instant, or so long after it begins. */
export const CycleTimetable = z.object({
  mobilisation: When,
  ratings: When,
  talks: When,
  needs: When,
  summary: When,
  sourcing: When,
  compiling: When,
  commitments: When,
  /** When all three steps of the approval should be through; each step has `approvalStep`. */
  approval: When,
  execution: When,
  effect: When,
  feedback: When,
  /** For the employee to sign what was agreed in the talk. */
  signature: DurationText.default('5bd'),
  /** For the author of a need that came back with a question. */
  question: DurationText.default('5bd'),
  approvalStep: DurationText.default('5bd'),
  /** For whoever decides a change request. */
  change: DurationText.default('3bd'),
});
export type CycleTimetable = z.infer<typeof CycleTimetable>;

/** One method of the needs toolkit that is given to managers: how to find out what people lack. */
export const Method = z.object({
  id: z.string().regex(named('[a-z][a-z0-9-]{0,39}'), 'must be a short name such as interview-guide'),
  kind: z.enum(['rating-scale', 'interview-guide', 'incident-list', 'priorities', 'document']),
  title: Label,
  /** What to do, in plain words; shown beside the task. */
  text: z.object({ en: prose(20_000), 'zh-CN': prose(20_000) }),
  /** A stored file that goes with it. */
  file: line(200).nullable().default(null),
});
export type Method = z.infer<typeof Method>;

/** What a leader is asked to commit: money, time, a venue, or a policy. */
export const CommitmentTerms = z.object({
  id: z.string().regex(named('[a-z][a-z0-9-]{0,39}'), 'must be a short name such as main-budget'),
  leader: PersonId,
  kind: z.enum(['budget', 'time', 'venue', 'policy']),
  text: Label,
  /** The budget line that it feeds, for `budget`. */
  line: Code.nullable().default(null),
  amount: Money.nullable().default(null),
  /** The room that it opens, for `venue`. */
  room: Code.nullable().default(null),
  /** Hours of people's time, for `time`. */
  hours: z.number().positive().max(1_000_000).nullable().default(null),
});
export type CommitmentTerms = z.infer<typeof CommitmentTerms>;

/** By which rules a merged need gets its source. */
export const SourcingRules = z.object({
  /** Tried in this order; the first that can do it, does. */
  order: z
    .array(z.enum(['internal', 'outside', 'coaching']))
    .min(1)
    .max(3)
    .default(['internal', 'outside', 'coaching']),
  /** A need of at most so many people is coached on the job rather than taught. */
  coachingUpTo: z.number().int().min(0).max(100).default(2),
  /** An outside quote is refused above this price a seat; null: no ceiling. */
  seatCeiling: Money.nullable().default(null),
  /** Hours that a recognised trainer may teach in the cycle. */
  trainerHours: z.number().min(0).max(2000).default(40),
});
export type SourcingRules = z.infer<typeof SourcingRules>;

export const Currency = z.string().regex(/^[A-Z]{3}$/, 'must be a currency such as CNY');

/** How offerings are delivered and followed up. Durations are counted back from the first day, or on from the last. */
export const DeliveryTerms = z.object({
  invite: DurationText.default('15bd'),
  /** When it is looked at whether enough seats are taken. */
  minimum: DurationText.default('5bd'),
  feedback: DurationText.default('5bd'),
  followUps: z.array(DurationText).max(4).default(['30d', '90d']),
  followUpTime: DurationText.default('10bd'),
  /** A transfer, 1 to 5, below this opens a coaching task. */
  transferFrom: z.number().min(1).max(5).default(3),
  coachingTime: DurationText.default('20bd'),
  /** A test score, 0 to 100, from which it counts as passed. */
  pass: z.number().min(0).max(100).default(60),
  /** Answers of fewer people than this are not shown. */
  privacy: z.number().int().min(2).max(50).default(5),
});
export type DeliveryTerms = z.infer<typeof DeliveryTerms>;

/** Everything that is agreed before a cycle opens. */
export const CycleTerms = z.object({
  title: Label,
  ...HomeTerms.shape,
  currency: Currency,
  /** The days that the plan covers. */
  period: DayWindow,
  /** The cycle whose findings, plans of people and open gaps go into this one. */
  previous: CycleId.nullable().default(null),
  timetable: CycleTimetable,
  /** Departments in scope; empty: the whole company. */
  departments: z.array(Code).max(5000).default([]),
  toolkit: z.array(Method).max(50).default([]),
  /** Employees rate themselves too. */
  selfRating: z.boolean().default(false),
  /** Self and supervisor at least this many levels apart are flagged. */
  ratingDistance: z.number().positive().max(7).default(1.5),
  /** A gap of at least this many levels is a diagnosed one. */
  gapFrom: z.number().min(0).max(7).default(0.5),
  /** Who talks about a development plan. */
  talks: z.enum(['everyone', 'with-gaps', 'nobody']).default('with-gaps'),
  /** What the diagnosed gaps of a department become that never answers. */
  silence: z.enum(['gaps', 'nothing']).default('gaps'),
  /** Selections whose appointments may teach. */
  selections: z.array(SelectionId).max(50).default([]),
  sourcing: SourcingRules.prefault({}),
  courses: z.array(Course).max(5000).default([]),
  rooms: z.array(Room).max(2000).default([]),
  /** The line of whoever's departments it names; the one that names none takes the rest. */
  budget: z
    .array(BudgetLine.extend({ departments: z.array(Code).max(5000).default([]) }))
    .min(1)
    .max(500),
  /** Days of courses that one person takes at most. */
  daysAPerson: z.number().int().min(1).max(200).default(10),
  commitments: z.array(CommitmentTerms).max(500).default([]),
  /** Top management and HR; the heads of the departments in the plan come first by themselves. */
  approval: z.object({ management: z.array(PersonId).min(1).max(50), hr: z.array(PersonId).min(1).max(50) }),
  /**
   * Who runs the cycle beside whoever opens it: they hear what waits, ask for changes, and record what was held. Who
   * approves is not among them.
   */
  operations: z.array(PersonId).max(50).optional(),
  /** Who stands in for whom: while the one is away, or may not decide for having asked. */
  deputies: z.record(PersonId, PersonId).default({}),
  /** A change that costs at most this much more is decided by HR; above it, by top management. */
  minorChange: Money.default(0),
  delivery: DeliveryTerms.prefault({}),
  policies: z.partialRecord(CyclePurpose, RoundTerms).default({}),
});
export type CycleTerms = z.infer<typeof CycleTerms>;
