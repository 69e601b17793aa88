import { z } from 'zod';
import { Instant, PersonId, RoundId } from '../ids.ts';
import { Code, Day } from '../organisation.ts';
import { Money, PlannedOffering } from '../planning.ts';
import { procedureEvents } from '../procedure.ts';
import { KeptReason } from '../reasons.ts';
import { Secret } from '../text.ts';
import { EffectFigure, OfferingResult } from './result.ts';
import { OfferingPurpose, OfferingStage, OfferingTerms, PassedOver, Seat } from './terms.ts';

const instant = Instant;
const round = RoundId;

/** Events of an offering, by type; the newest shape of each body. */
export const OFFERING_EVENTS = {
  ...procedureEvents(OfferingStage, OfferingPurpose, OfferingTerms),
  /** A task goes to whoever is the person's supervisor now, or asks in the place of somebody who has left. */
  TaskHanded: z.object({ round, task: z.string(), to: PersonId, due: instant }),
  /** Nobody is left to ask, whom it is about has left, or they have no seat any more. */
  TasksDropped: z.object({ round, tasks: z.array(z.string()), why: z.enum(['left', 'seat']) }),
  /** Open answers are due by the new days of a course that was moved. */
  RoundsMoved: z.object({ rounds: z.array(z.object({ round, due: instant })) }),

  /** Somebody is asked to come: at first everybody of the plan, later whoever waits. */
  SeatsOffered: z.object({ people: z.array(PersonId), round, waited: z.boolean(), due: instant }),
  SeatAnswered: z.object({
    person: PersonId,
    /** `waits`: would come after all, and waits for a seat. */
    answer: z.enum(['accepted', 'declined', 'silent', 'waits']),
    /** Where they stood before. */
    before: Seat,
  }),
  SeatGivenUp: z.object({ person: PersonId, reason: Secret.nullable() }),
  WaitingListJoined: z.object({ person: PersonId }),
  WaitingListLeft: z.object({ person: PersonId }),
  /** A seat came free, and somebody who waits was not asked because they cannot come then. */
  WaiterPassedOver: PassedOver,
  /** Somebody who has a seat is away by the personnel system; `day`: the first day of the course on which they are. */
  SeatHolderAway: z.object({ person: PersonId, day: Day }),
  /** The trainer is away; `day`: the first day of the course on which they are; null: they have left the company. */
  TrainerAway: z.object({ person: PersonId, day: Day.nullable() }),
  /** How many seats are taken some days before the beginning; the trainer is told who comes. */
  SeatsCounted: z.object({ taken: z.number().int(), needed: z.number().int() }),
  /** Fewer seats are taken than the course needs; operations decide by a change request. */
  SeatsShort: z.object({ taken: z.number().int(), needed: z.number().int() }),
  /** The supervisor's word before: what the participant is to bring back. */
  SupportGiven: z.object({ person: PersonId, supervisor: PersonId, clarified: z.boolean() }),

  OfferingChanged: z.object({
    planned: PlannedOffering,
    kind: z.enum(['move', 'trainer', 'seats', 'participants']),
    place: z.string(),
    provider: z.string().nullable(),
    roomSeats: z.number().int().nullable(),
    /** When the stage ends by the new days; null: time does not end it. */
    until: instant.nullable(),
    /** Who has come into the line of the plan, and who has gone out of it. */
    added: z.array(PersonId),
    removed: z.array(PersonId),
    /** Who was to teach it before. */
    trainerBefore: PersonId.nullable(),
    /** When it was to begin before. */
    startBefore: instant,
    reason: KeptReason,
  }),
  /**
   * Its cycle was cancelled when it had been held: what is known by now, and who was there, is its result. `rounds`: on hold
   * with the cycle until now, and asked on.
   */
  OfferingEnded: z.object({ reason: KeptReason, rounds: z.array(round) }),

  AttendanceRecorded: z.object({ present: z.array(PersonId), absent: z.array(PersonId) }),
  ReactionGathered: z.object({ answers: z.number().int(), means: z.record(z.string(), z.number()) }),
  TestsRecorded: z.object({ scores: z.array(z.object({ person: PersonId, score: z.number() })) }),
  /** Level 3, of one follow-up: 1 to 5 by supervisor and participant, and the element rated again; null: no answer. */
  TransferReported: z.object({
    followUp: z.number().int(),
    people: z.array(
      z.object({
        person: PersonId,
        supervisor: z.number().nullable(),
        own: z.number().nullable(),
        levels: z.array(z.object({ element: Code, rated: z.number() })),
      }),
    ),
  }),
  CoachingAsked: z.object({ person: PersonId, coach: PersonId, round, task: z.string(), due: instant }),
  CoachingDone: z.object({ person: PersonId, done: z.boolean() }),
  FigureRecorded: EffectFigure,
  CostRecorded: z.object({ line: Code, amount: Money, note: Secret }),
  OfferingClosed: z.object({ result: OfferingResult }),
} as const;
export type OfferingEventType = keyof typeof OFFERING_EVENTS;
export type OfferingEventBodies = { [T in OfferingEventType]: z.infer<(typeof OFFERING_EVENTS)[T]> };
export type OfferingEvent = {
  [T in OfferingEventType]: { readonly type: T; readonly body: OfferingEventBodies[T] };
}[OfferingEventType];
