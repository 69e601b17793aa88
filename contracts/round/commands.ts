import { z } from 'zod';
import { Answer, Form } from '../form.ts';
import { Instant, PersonId } from '../ids.ts';
import { GivenReason } from '../reasons.ts';
import { line, Reason } from '../text.ts';
import { MOST_TASKS } from './policy.ts';
import { FormKey, OfTask, Owners, RoundSpec, TaskId, TaskScope, TaskSpec } from './spec.ts';

/** Commands to a round, by type; the shape of each body. */
export const ROUND_COMMANDS = {
  open: z.object({ spec: RoundSpec, tasks: z.array(TaskSpec).max(MOST_TASKS) }),
  addTasks: z.object({ tasks: z.array(TaskSpec).min(1).max(MOST_TASKS) }),
  saveDraft: z.object(OfTask),
  submit: z.object({ ...OfTask, answer: Answer }),
  /** Answers that were gathered in a table, all of them or none; what stands as a task's answer already changes nothing. */
  takeAnswers: z.object({
    answers: z
      .array(z.object({ ...OfTask, assignee: PersonId, answer: Answer }))
      .min(1)
      .max(MOST_TASKS),
  }),
  reopen: z.object({ ...OfTask, reason: Reason, due: Instant.nullable().default(null) }),
  /** Its assignee takes an answer back before it is due, to give another; both stay in the ledger. */
  takeBack: z.object(OfTask),
  /** Writes now to whoever owes an answer, beside the ladder. */
  remind: z.object({ tasks: TaskScope }),
  recuse: z.object({ ...OfTask, reason: Reason }),
  decline: z.object({ ...OfTask, reason: Reason }),
  delegate: z.object({ ...OfTask, to: PersonId, reason: Reason }),
  /** `due`: by when whoever gets them is to answer, where there is less time by now; for procedures. */
  reassign: z.object({
    tasks: z.array(TaskId).min(1).max(MOST_TASKS),
    to: PersonId,
    due: Instant.optional(),
    reason: GivenReason,
  }),
  /** `exactly`: by that instant also where there was more time, because what is asked about is sooner; for procedures. */
  extend: z.object({ tasks: TaskScope, due: Instant, exactly: z.boolean().default(false), reason: GivenReason }),
  withdraw: z.object({ tasks: TaskScope, reason: GivenReason }),
  /** Answers the vacancy of a recused, declined or lapsed task: by a new task, or by none. */
  fill: z.object({ ...OfTask, by: TaskSpec.nullable(), reason: GivenReason }),
  /** Gives tasks that nobody has begun a form under a new key; those that are drafted or answered keep theirs. */
  reform: z.object({ tasks: TaskScope, key: FormKey, form: Form, reason: GivenReason }),
  /**
   * From now on these people hold no task of the round, or none about some of its subjects: who is judged there has
   * changed. What they hold of it is taken back. For procedures.
   */
  bar: z.object({
    people: z.array(PersonId).min(1).max(MOST_TASKS),
    about: z.union([z.literal('all'), z.array(line(120)).min(1).max(MOST_TASKS)]),
    reason: GivenReason,
  }),
  hold: z.object({ reason: GivenReason }),
  /** `datesStand`: what is asked about does not wait, so that it is due when it was, however long the round was held; for procedures. */
  release: z.object({ datesStand: z.boolean().default(false), reason: GivenReason }),
  /** `owners`: who runs its procedure from now on. */
  handOver: z.object({ owners: Owners }),
  close: z.object({ reason: GivenReason }),
} as const;
export type RoundCommandType = keyof typeof ROUND_COMMANDS;
export type RoundCommandBodies = { [T in RoundCommandType]: z.infer<(typeof ROUND_COMMANDS)[T]> };
