import { z } from 'zod';
import { Figure } from './figure.ts';
import { Label, Sentence } from './form.ts';
import { PersonId } from './ids.ts';
import { type CalendarRecord, Code, Day, SpellDay } from './organisation.ts';
import { line } from './text.ts';

/** Money in the smallest unit of the cycle's currency (fen, cents): a whole number, so that sums are exact. */
export const Money = z.number().int().min(0).max(1_000_000_000_000);
export type Money = z.infer<typeof Money>;

/** At most so many things does one record list, whether it is sent or stands in a table. */
export const LISTED = {
  elements: 60,
  topics: 60,
  spells: 400,
  courses: 500,
  people: 5000,
  needs: 2000,
  days: 20,
  participants: 1000,
} as const;

/** Days from the first to the last, both included. */
export const DayWindow = z.object({ from: Day, to: Day });

/** The same for what may have no beginning or no end, such as when a room cannot be had. */
export const Spell = z.object({ from: SpellDay, to: SpellDay });
export type DayWindow = z.infer<typeof DayWindow>;

/** How a course is taught. */
export const TRAINING_FORMS = [
  'lecture',
  'outdoor',
  'sand-table',
  'video',
  'case',
  'discussion',
  'role-play',
  'game',
  'coaching',
] as const;

/** A course of the catalogue: what is taught, to which elements of ability, at what length and price. */
export const Course = z.object({
  id: Code,
  title: Label,
  /** The elements of ability that it raises. */
  elements: z.array(Code).min(1).max(LISTED.elements),
  /** The level up to which it takes people. */
  level: z.number().min(0).max(7),
  form: z.enum(TRAINING_FORMS).default('lecture'),
  /** Hours of teaching in one run. */
  hours: z.number().positive().max(400),
  /** Working days that one run takes, one after the other. */
  days: z.number().int().min(1).max(20),
  minSeats: z.number().int().min(1).max(1000),
  maxSeats: z.number().int().min(1).max(1000),
  /** Needs a room; a course online does not. */
  room: z.boolean().default(true),
  /** Topics of the selection whose recognised trainers may teach it. */
  topics: z.array(line(60)).max(LISTED.topics).default([]),
  /** What one run by an internal trainer costs, and what each seat adds. */
  runCost: Money.default(0),
  seatCost: Money.default(0),
  /** The share of a participant's gap that it is expected to close, 0 to 1. */
  closes: z.number().min(0).max(1).default(0.5),
  /** It ends with a test (level 2), of which the trainer gives the scores. */
  test: z.boolean().optional(),
  /** Plain words: what a participant gains and can do afterwards. */
  benefit: Label,
  goal: Label,
});
export type Course = z.infer<typeof Course>;

export const Room = z.object({
  id: Code,
  name: line(200),
  site: line(60, 0).default(''),
  seats: z.number().int().min(1).max(5000),
  dayCost: Money.default(0),
  /** When it cannot be had. */
  closed: z.array(Spell).max(LISTED.spells).default([]),
});
export type Room = z.infer<typeof Room>;

/** What an outside provider asks for a course. */
export const Quote = z.object({
  id: Code,
  provider: line(200),
  course: Code,
  runCost: Money,
  seatCost: Money.default(0),
  maxSeats: z.number().int().min(1).max(1000),
  /** The last day on which it can be taken up. */
  validUntil: SpellDay,
  /** 1 to 5 from earlier courses; null: none yet. */
  rating: z.number().min(1).max(5).nullable().default(null),
});
export type Quote = z.infer<typeof Quote>;

/** Somebody who may teach, with how much of it. */
export const PlanTrainer = z.object({
  person: PersonId,
  /** Courses that they may teach. */
  courses: z.array(Code).max(LISTED.courses),
  /** At most so many hours of teaching in the cycle. */
  hours: z.number().min(0).max(4000),
  calendar: Code,
  away: z.array(Spell).max(LISTED.spells).default([]),
});
export type PlanTrainer = z.infer<typeof PlanTrainer>;

/** One demand: a need, by which course and by whom it is to be met, and what is lost when it is not. */
export const PlanDemand = z.object({
  need: line(60),
  course: Code,
  source: z.enum(['internal', 'outside']),
  /** The quote by which an outside provider teaches it; null for internal. */
  quote: Code.nullable().default(null),
  /** Never cut: without it there is no plan. */
  must: z.boolean().default(false),
  /** 1 the most urgent: a need of a more urgent rank is never cut for one of a less urgent rank if both cannot stand. */
  priority: z.number().int().min(1).max(9),
  people: z.array(PersonId).min(1).max(LISTED.people),
  /** The expected effect, in weighted gap points closed, by person in the order of `people`. */
  effect: z.array(Figure.min(0)).max(LISTED.people),
  /** Held not before and not after these days; null: any day of the horizon. */
  window: DayWindow.nullable().default(null),
  budgetLine: Code,
});
export type PlanDemand = z.infer<typeof PlanDemand>;

export const BudgetLine = z.object({ id: Code, label: Label, amount: Money });
export type BudgetLine = z.infer<typeof BudgetLine>;

/** One dated run of a course, as the plan has it. */
export const PlannedOffering = z.object({
  /** `O-001`; keeps its name in the next version when it is still the same course for the same needs. */
  id: z.string().regex(/^O-\d{3,5}$/, 'must be an offering such as O-001'),
  course: Code,
  needs: z.array(line(60)).min(1).max(LISTED.needs),
  /** The working days that it takes, in order. */
  days: z.array(Day).min(1).max(LISTED.days),
  room: Code.nullable(),
  trainer: PersonId.nullable(),
  quote: Code.nullable(),
  seats: z.number().int().min(1).max(1000),
  participants: z.array(PersonId).min(1).max(LISTED.participants),
  cost: Money,
  budgetLine: Code,
  /** Hours of teaching. */
  hours: z.number().min(0).max(400),
  /** Weighted gap points that it promises to close. */
  effect: Figure.min(0),
});
export type PlannedOffering = z.infer<typeof PlannedOffering>;

/** A limit by its kind and the name of what it limits, as people know it. */
export const LimitRef = z.object({
  kind: z.enum(['budget', 'rooms', 'trainer', 'window', 'seats', 'calendar', 'must']),
  id: line(200),
});
export type LimitRef = z.infer<typeof LimitRef>;

/** A need, or some of its people, that the plan leaves out: for which limit, and what is lost. */
export const PlanCut = z.object({
  need: line(60),
  people: z.array(PersonId).min(1),
  limit: LimitRef,
  sentence: line(1000),
  /** Weighted gap points that stay open. */
  lost: Figure.min(0),
});
export type PlanCut = z.infer<typeof PlanCut>;

export const Plan = z.object({
  offerings: z.array(PlannedOffering).max(5000),
  cuts: z.array(PlanCut).max(20_000),
  budget: z.array(z.object({ line: Code, planned: Money, limit: Money })),
  trainers: z.array(z.object({ person: PersonId, hours: Figure, limit: Figure })),
  /** Weighted gap points promised, and an upper bound of what any plan could promise. */
  effect: Figure,
  bound: Figure,
});
export type Plan = z.infer<typeof Plan>;

/** Why there is no plan: limits that cannot stand together; each of them is needed for the conflict. */
export const PlanConflict = z.object({
  limits: z.array(LimitRef.extend({ sentence: Sentence })).min(1),
  sentence: Sentence,
});
export type PlanConflict = z.infer<typeof PlanConflict>;

export const PlanOutcome = z.discriminatedUnion('feasible', [
  z.object({ feasible: z.literal(true), plan: Plan }),
  z.object({ feasible: z.literal(false), conflict: PlanConflict }),
]);
export type PlanOutcome = z.infer<typeof PlanOutcome>;

/** Everything that a plan is compiled from. */
export interface PlanProblem {
  /** First and last day on which anything may be held. */
  readonly horizon: DayWindow;
  readonly courses: readonly Course[];
  readonly rooms: readonly Room[];
  readonly quotes: readonly Quote[];
  readonly trainers: readonly PlanTrainer[];
  readonly budget: readonly BudgetLine[];
  readonly demands: readonly PlanDemand[];
  /** Calendar by id; a day is worked as the calendar says. */
  readonly calendars: Readonly<Record<string, z.infer<typeof CalendarRecord>>>;
  /** Calendar id and absences of each participant. */
  readonly people: Readonly<Record<string, { readonly calendar: string; readonly away: readonly DayWindow[] }>>;
  /** Offerings of an earlier version that stand as they are; their money, rooms, hours and people are taken. */
  readonly keep: readonly PlannedOffering[];
  /** The earlier version, for the names of offerings that are still the same. */
  readonly before: readonly PlannedOffering[];
  /** In what its money is, for sentences; absent: they say it in the smallest unit. */
  readonly currency?: string;
  /** At most so many offerings of one participant in a day are one; this many days in the whole horizon. */
  readonly daysAPerson: number;
}
