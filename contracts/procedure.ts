import { z } from 'zod';
import { Label } from './form.ts';
import { Instant, PersonId, RoundId } from './ids.ts';
import { ORDER_COMMANDS, ORDER_EVENTS } from './orders.ts';
import { Code } from './organisation.ts';
import { KeptReason } from './reasons.ts';
import { ClockTime, DurationText, Ladder, Length, Silence } from './round.ts';
import { line, Reason } from './text.ts';

// What every procedure says and takes: its terms, its stages, its rounds, and how operations steer it.

/** When a stage ends: an instant, or so long after it begins. */
export const When = z.union([Instant, DurationText]);
export type When = z.infer<typeof When>;

/** What may be said otherwise about the rounds of a purpose than the house rules say. */
export const RoundTerms = z.object({
  ladder: Ladder.optional(),
  silence: Silence.optional(),
  grace: Length.optional(),
  patience: Length.optional(),
});
export type RoundTerms = z.infer<typeof RoundTerms>;

/**
 * Where a procedure is at home: for whom it is done, by which clock and calendar its days are reckoned, and when a working
 * day ends, which is when answers are due; absent: at 18:00.
 */
export const HomeTerms = z.object({
  company: Label,
  timeZone: line(60),
  calendar: Code,
  dayEnds: ClockTime.optional(),
});
export type HomeTerms = z.infer<typeof HomeTerms>;

/** The planned beginning and end of each stage whose end the terms say. */
export const StagePlan = z.record(z.string(), z.object({ start: Instant, end: Instant }));
export type StagePlan = z.infer<typeof StagePlan>;

/** Years of the timetable that a calendar does not know whole, and of which operations are told. */
export const CalendarLack = z.object({
  calendar: z.string(),
  of: z.enum(['days', 'makeup_workdays']),
  years: z.array(z.number().int()),
  /** The latest year that it knows; null: none. */
  last: z.number().int().nullable(),
});
export type CalendarLack = z.infer<typeof CalendarLack>;

/** Commands by which operations steer a procedure, each with a reason; refused orders are seen to in every phase. */
export function steeringCommands<Stage extends z.ZodType<string>>(stage: Stage) {
  return {
    pause: z.object({ reason: Reason }),
    resume: z.object({ reason: Reason }),
    /** Another end of a stage that runs or is still to come. */
    moveDate: z.object({ stage, at: Instant, reason: Reason }),
    /** Ends the stage that runs before its time, or one that nothing but a person ends. */
    finishStage: z.object({ stage, reason: Reason }),
    reopenStage: z.object({ stage, reason: Reason }),
    cancel: z.object({ reason: Reason }),
    /** Somebody else of operations runs it from now on. */
    handOver: z.object({ to: PersonId, reason: Reason }),
    ...ORDER_COMMANDS,
  };
}

/** Events that every procedure's stream has, by its stages and by what its rounds are for. */
export function procedureEvents<
  Stage extends z.ZodType<string>,
  Purpose extends z.ZodType<string>,
  Terms extends z.ZodType<HomeTerms>,
>(stage: Stage, purpose: Purpose, terms: Terms) {
  const rounds = z.array(RoundId);
  return {
    /** `plan` and `lacks` are empty where nothing is planned but what time brings. */
    Opened: z.object({ terms, plan: StagePlan, lacks: z.array(CalendarLack) }),
    StageStarted: z.object({
      stage,
      /** 1 the first time, 2 when the stage runs again … */
      run: z.number().int(),
      /** When it ends, or should; null: time does not end it. */
      until: Instant.nullable(),
      /** What is planned from now on; empty where nothing is but what time brings. */
      plan: StagePlan,
      /** `done`: the stage before it is. What else there may be is the procedure's own. */
      because: z.string(),
    }),
    RoundStarted: z.object({
      round: RoundId,
      purpose,
      number: z.number().int(),
      due: Instant,
      /** Whom it asks, where it does not ask all. */
      people: z.array(PersonId),
    }),
    /** The procedure needs nothing more of a round; `close`: it has not settled by itself. */
    RoundConcluded: z.object({ round: RoundId, close: z.boolean() }),
    /** `rounds`: those that were put on hold by it. */
    Paused: z.object({ reason: KeptReason, rounds }),
    /** `rounds`: those that go on; `until`: the end of the stage from now on; `plan`: what is planned by that. */
    Resumed: z.object({ reason: KeptReason, rounds, until: Instant.nullable(), plan: StagePlan }),
    DateMoved: z.object({
      stage,
      at: Instant,
      plan: StagePlan,
      /** Those that no letter has told of before. */
      lacks: z.array(CalendarLack),
      /** The open rounds whose tasks move along. */
      rounds,
      reason: KeptReason,
    }),
    /** A person has ended the stage before its time. */
    StageFinished: z.object({ stage, reason: KeptReason }),
    StageReopened: z.object({ stage, reason: KeptReason }),
    Cancelled: z.object({ reason: KeptReason }),
    /** `from`: who ran it; null: the engine had opened it. */
    HandedOver: z.object({ from: PersonId.nullable(), to: PersonId, reason: KeptReason }),
    ...ORDER_EVENTS,
  };
}

/** The bodies of these events, by type. */
export type ProcedureEventBodies = {
  [T in keyof ReturnType<typeof procedureEvents>]: z.infer<ReturnType<typeof procedureEvents>[T]>;
};
/** The bodies of these commands, by type. */
export type SteeringBodies = {
  [T in keyof ReturnType<typeof steeringCommands>]: z.infer<ReturnType<typeof steeringCommands>[T]>;
};
