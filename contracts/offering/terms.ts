import { z } from 'zod';
import { Currency, DeliveryTerms } from '../cycle/terms.ts';
import { Count } from '../figure.ts';
import { CycleId, PersonId } from '../ids.ts';
import { Code, Day } from '../organisation.ts';
import { Course, PlannedOffering } from '../planning.ts';
import { HomeTerms } from '../procedure.ts';
import { line } from '../text.ts';

/** The stages of the delivery of a course, in the order of the procedure. */
export const OFFERING_STAGES = ['planned', 'invitation', 'teaching', 'feedback', 'follow-up', 'closed'] as const;
export const OfferingStage = z.enum(OFFERING_STAGES);
export type OfferingStage = z.infer<typeof OfferingStage>;

/** What the rounds of an offering are for; also the beginning of their names. */
export const OFFERING_PURPOSES = [
  'seats',
  'support',
  'attendance',
  'reaction',
  'test',
  'transfer',
  'coaching',
] as const;
export const OfferingPurpose = z.enum(OFFERING_PURPOSES);
export type OfferingPurpose = z.infer<typeof OfferingPurpose>;

/** Where somebody stands in an element before the course: what it is measured against afterwards. */
export const Baseline = z.object({
  person: PersonId,
  element: Code,
  /** Decimal texts as the post's ability model has them. */
  required: line(10),
  importance: line(10),
  /** The supervisor's rating; null: missing, and stays so. */
  rated: z.number().min(0).max(7).nullable(),
});
export type Baseline = z.infer<typeof Baseline>;

/**
 * Where somebody stands who was asked to come. Whoever never answered keeps the seat; `waits` has declined, would come
 * after all, and is on the waiting list.
 */
export const SEATS = ['asked', 'accepted', 'declined', 'silent', 'given-up', 'waits'] as const;
export const Seat = z.enum(SEATS);
export type Seat = z.infer<typeof Seat>;

/** Why somebody on the waiting list was not offered a free seat, and on which day of the course. */
export const PassedOver = z.object({
  person: PersonId,
  /** On leave; in another course; teaching one. */
  why: z.enum(['away', 'course', 'teaching']),
  day: Day,
  /** The other course, by its name in the plan. */
  offering: PlannedOffering.shape.id.nullable(),
});
export type PassedOver = z.infer<typeof PassedOver>;

/** Everything that an offering starts from: the approved line of the plan, and nothing else starts one. */
export const OfferingTerms = z.object({
  cycle: CycleId,
  /** Who runs the cycle: hears what waits for operations, and is asked where no trainer of the house can be. */
  owner: PersonId.nullable(),
  /** Who else runs the cycle. */
  operations: z.array(PersonId).max(50).optional(),
  planned: PlannedOffering,
  course: Course,
  ...HomeTerms.shape,
  currency: Currency,
  /** Where it is held, in words. */
  place: line(300, 0),
  /** How many the room holds; null: it is held in none of the house. */
  roomSeats: Count.min(1).nullable(),
  /** The outside provider; null: an internal trainer. */
  provider: line(200).nullable(),
  delivery: DeliveryTerms,
  baseline: z.array(Baseline).max(60_000),
  /** The hash of the approved plan. */
  digest: line(200, 0),
});
export type OfferingTerms = z.infer<typeof OfferingTerms>;
