import { z } from 'zod';
import { Count } from '../figure.ts';
import { PersonId } from '../ids.ts';
import { ORDER_COMMANDS } from '../orders.ts';
import { Code } from '../organisation.ts';
import { Money, PlannedOffering } from '../planning.ts';
import { GivenReason } from '../reasons.ts';
import { line, Reason } from '../text.ts';
import { EffectFigure } from './result.ts';
import { OfferingStage, OfferingTerms, PassedOver } from './terms.ts';

const reason = Reason;
/** Of an order of the cycle. */
const given = GivenReason;

/** Commands to an offering, by type; the shape of each body. */
export const OFFERING_COMMANDS = {
  /** By the cycle, from an approved line of its plan. */
  open: OfferingTerms,
  /** By the cycle, when a change request was applied or undone: the line as it is now. */
  change: z.object({
    planned: PlannedOffering,
    kind: z.enum(['move', 'trainer', 'seats', 'participants']),
    /** Who comes by what a change of people was reckoned from: it is reckoned anew when that is not so any more. */
    attending: z.array(PersonId).max(1000).nullable().default(null),
    place: line(300, 0),
    provider: line(200).nullable(),
    /** How many the room holds; null: it is held in none of the house. */
    roomSeats: Count.min(1).nullable(),
    reason: given,
  }),
  /** By the cycle, when a change request cancels it: it is not held. */
  cancel: z.object({ reason: given }),
  /** By the cycle, when it is cancelled itself: what has not been held is not, and of what has nothing more is asked. */
  end: z.object({ reason: given }),
  /** By the cycle, when it is paused: nothing is asked and nothing goes on; the days of the course stand. */
  pause: z.object({ reason: given }),
  resume: z.object({ reason: given }),
  /**
   * By the cycle, which knows where else people are: free seats for people on the waiting list, and who was passed over
   * because they cannot be in two places.
   */
  offerSeats: z.object({ people: z.array(PersonId).max(1000), passed: z.array(PassedOver).max(1000) }),
  /** A participant cannot come; the first on the waiting list is asked. */
  giveUpSeat: z.object({ reason }),
  joinWaitingList: z.object({ person: PersonId }),
  leaveWaitingList: z.object({ person: PersonId }),
  /** By the trainer or operations, in place of the attendance task, or to correct it. */
  recordAttendance: z.object({ present: z.array(PersonId).max(1000), absent: z.array(PersonId).max(1000) }),
  /** Level 2: scores from 0 to 100. */
  recordTests: z.object({
    scores: z
      .array(z.object({ person: PersonId, score: z.number().min(0).max(100) }))
      .min(1)
      .max(1000),
  }),
  /** Level 4. */
  recordFigure: EffectFigure,
  /** What was paid, on which line. */
  recordCost: z.object({ line: Code, amount: Money, note: Reason }),
  finishStage: z.object({ stage: OfferingStage, reason }),
  handOver: z.object({ to: PersonId, reason: given }),
  ...ORDER_COMMANDS,
} as const;
export type OfferingCommandType = keyof typeof OFFERING_COMMANDS;
export type OfferingCommandBodies = { [T in OfferingCommandType]: z.infer<(typeof OFFERING_COMMANDS)[T]> };
