import { z } from 'zod';
import { Figure } from '../figure.ts';
import { PersonId, RoundId } from '../ids.ts';
import { Code, Day } from '../organisation.ts';
import { TaskId } from '../round.ts';
import { line } from '../text.ts';

/** `N-00001`: what one department needs. */
export const NeedId = z.string().regex(/^N-\d{5}$/, 'must be a need such as N-00001');
/** `M-0001`: needs of one or more departments that are met together. */
export const MergedId = z.string().regex(/^M-\d{4,6}$/, 'must be a merged need such as M-0001');

export const Urgency = z.union([z.literal(1), z.literal(2), z.literal(3)]);

/** What a need says in figures and ids; its texts are sealed beside it. */
export const NeedFacts = z.object({
  need: NeedId,
  department: Code,
  /** `gap`: found by the ratings; `stated`: by the head; `carried`: from the cycle before. */
  origin: z.enum(['gap', 'stated', 'carried']),
  element: Code.nullable(),
  /** The level that is needed, a whole number; null without an element. */
  level: z.number().int().min(0).max(7).nullable(),
  /** A course that the head has in mind. */
  course: Code.nullable(),
  people: z.array(PersonId).max(5000),
  /** 1 now, 2 this year, 3 can wait. */
  urgency: Urgency,
  /** Asked for by law or contract: never cut. */
  must: z.boolean(),
  /** Some of its people have a diagnosed gap in its element. */
  diagnosed: z.boolean(),
});
export type NeedFacts = z.infer<typeof NeedFacts>;

/** What a need without a diagnosed gap and without a stated problem is asked. */
export const NeedQuestion = z.enum(['which-problem', 'who']);
export type NeedQuestion = z.infer<typeof NeedQuestion>;

export const Merged = z.object({
  id: MergedId,
  element: Code.nullable(),
  level: z.number().int().min(0).max(7).nullable(),
  course: Code.nullable(),
  needs: z.array(NeedId).min(1).max(5000),
});
export type Merged = z.infer<typeof Merged>;

/** Why a merged need is sourced as it is. */
export const SourceReason = z.enum([
  'trainer-qualified',
  'cheapest-quote',
  'few-people',
  'nothing-else',
  'no-course',
  'no-trainer',
  'no-quote',
  'over-ceiling',
  'trainers-full',
  'by-hand',
]);
export type SourceReason = z.infer<typeof SourceReason>;

/** Where a merged need's training comes from: the choice, its reason, and what was looked at. */
export const Sourcing = z.object({
  merged: MergedId,
  source: z.enum(['internal', 'outside', 'coaching', 'none']),
  course: Code.nullable(),
  quote: Code.nullable(),
  reason: SourceReason,
  /** Why the sources tried before it could not do it, in the order tried. */
  passed: z.array(z.object({ source: z.enum(['internal', 'outside', 'coaching']), reason: SourceReason })),
  /** Trainers who could teach it, by id. */
  trainers: z.array(PersonId).max(500),
  /** What it would cost by the course's or quote's figures, for all its people; null without a course. */
  cost: z.number().int().min(0).nullable(),
  /** Quotes compared, cheapest first. */
  quotes: z.array(Code).max(50),
});
export type Sourcing = z.infer<typeof Sourcing>;

/** A finding of a cycle that the next one takes up, with the figures it rests on. */
export const Proposal = z.object({
  id: z.string().regex(/^P-\d{3,5}$/),
  kind: z.enum(['need-unmet', 'gap-open', 'drop-course', 'train-trainer', 'repeat-course']),
  department: Code.nullable(),
  element: Code.nullable(),
  level: z.number().int().min(0).max(7).nullable(),
  course: Code.nullable(),
  trainer: PersonId.nullable(),
  people: z.array(PersonId).max(5000),
  /** Named figures and ids: where it was seen. */
  evidence: z.record(line(40), z.union([Figure, line(200, 0), z.array(line(200)), z.null()])),
});
export type Proposal = z.infer<typeof Proposal>;

/** One goal of a person's development plan. */
export const IdpItem = z.object({
  element: Code.nullable(),
  means: z.enum(['course', 'coaching', 'project', 'self-study']),
  /** The day by which it is to be reached. */
  until: Day,
});
export type IdpItem = z.infer<typeof IdpItem>;

/** A development plan in figures and ids; its words are in the round's answer. */
export const Idp = z.object({
  person: PersonId,
  supervisor: PersonId,
  items: z.array(IdpItem).max(10),
  round: RoundId,
  task: TaskId,
  state: z.enum(['proposed', 'signed', 'disputed', 'unsigned']),
});
export type Idp = z.infer<typeof Idp>;
