import { z } from 'zod';
import { Form } from '../form.ts';
import { Instant, PersonId } from '../ids.ts';
import { KeptReason } from '../reasons.ts';
import { Secret } from '../text.ts';
import { Silence } from './policy.ts';
import { FormKey, OfTask, Owners, RoundSpec, TaskId, TaskScope, TaskSpec } from './spec.ts';

const SealedAnswer = z.record(
  z.string(),
  z.union([z.number(), z.string(), z.boolean(), z.array(z.string()), z.null(), Secret]),
);
export type SealedAnswer = z.infer<typeof SealedAnswer>;

/** Whose letters wait for a civil hour, and until when; everybody else's goes out at once. */
const Waits = z.array(z.object({ until: Instant, people: z.array(PersonId) }));
export type Waits = z.infer<typeof Waits>;

/** Events of a round, by type; the newest shape of each body. */
export const ROUND_EVENTS = {
  RoundOpened: RoundSpec,
  TasksAdded: z.object({ tasks: z.array(TaskSpec.extend({ due: Instant })), waits: Waits }),
  TaskDrafted: z.object(OfTask),
  TaskSubmitted: z.object({ ...OfTask, answer: SealedAnswer, late: z.boolean(), revision: Instant }),
  TaskReopened: z.object({ ...OfTask, reason: Secret, due: Instant, waits: Waits }),
  TaskTakenBack: z.object(OfTask),
  /** Beside the ladder, because a person has asked for it. */
  TasksReminded: z.object({ tasks: z.array(TaskId), waits: Waits }),
  TaskRecused: z.object({ ...OfTask, reason: Secret }),
  TaskDeclined: z.object({ ...OfTask, reason: Secret }),
  TaskDelegated: z.object({ ...OfTask, to: PersonId, reason: Secret, waits: Waits }),
  TasksReassigned: z.object({
    tasks: z.array(TaskId),
    to: PersonId,
    /** What was due sooner is due then; null: dates stay. */
    due: Instant.nullable(),
    reason: KeptReason,
    waits: Waits,
    /** Who has held them and knows of them. */
    from: z.array(z.object({ person: PersonId, tasks: z.array(TaskId) })),
  }),
  /** `tasks`: those that are due later by it. `round`: so are tasks that are added from now on. */
  TasksExtended: z.object({
    tasks: z.union([z.literal('all'), z.array(TaskId)]),
    due: Instant,
    round: z.boolean(),
    reason: KeptReason,
    waits: Waits,
  }),
  TasksWithdrawn: z.object({ tasks: TaskScope, reason: KeptReason }),
  TasksLapsed: z.object({ tasks: z.array(TaskId), means: Silence }),
  VacancyFilled: z.object({ ...OfTask, by: TaskId.nullable(), reason: KeptReason }),
  TasksReformed: z.object({ key: FormKey, form: Form, tasks: z.array(TaskId), reason: KeptReason }),
  /** One message a person: each task with the rung of its own ladder. `escalated`: who else hears of which tasks. */
  RemindersSent: z.object({
    sent: z.array(
      z.object({ person: PersonId, tasks: z.array(z.object({ task: TaskId, rung: z.number().int().min(0) })) }),
    ),
    escalated: z.array(z.object({ to: PersonId, as: z.enum(['manager', 'owner']), tasks: z.array(TaskId) })),
    /** Rungs of which others hear while the assignee is on leave; the assignee is told of them when back. */
    apart: z.array(z.object({ task: TaskId, rung: z.number().int().min(0) })),
  }),
  PeopleBarred: z.object({
    people: z.array(PersonId),
    about: z.union([z.literal('all'), z.array(z.string())]),
    reason: KeptReason,
  }),
  RoundHandedOver: z.object({ owners: Owners }),
  RoundHeld: z.object({ reason: KeptReason }),
  /** What was due, or given out, while the round stood still has the time that was left then; `due`: the round's own. */
  RoundReleased: z.object({
    reason: KeptReason,
    due: Instant,
    moved: z.array(
      z.object({
        due: Instant,
        /** When the latest letter about them was written. */
        armed: Instant,
        becomes: Instant,
        /** The rungs that this letter has said, and that are behind them whatever the ladder says from now on. */
        said: z.array(z.number().int().min(0)),
        /** Whose tasks these are; null: everybody's who is not named with the same. */
        people: z.array(PersonId).nullable(),
      }),
    ),
  }),
  RoundSettled: z.object({
    how: z.enum(['answered', 'closed']),
    answers: z.number().int(),
    reason: KeptReason.nullable(),
  }),
} as const;
export type RoundEventType = keyof typeof ROUND_EVENTS;
export type RoundEventBodies = { [T in RoundEventType]: z.infer<(typeof ROUND_EVENTS)[T]> };
export type RoundEvent = {
  [T in RoundEventType]: { readonly type: T; readonly body: RoundEventBodies[T] };
}[RoundEventType];
