import { z } from 'zod';
import { Form, Label } from '../form.ts';
import { Instant, named, PersonId, StreamId } from '../ids.ts';
import { line } from '../text.ts';
import { ClockTime, MOST_TASKS, OfSelf, RoundPolicy } from './policy.ts';

/**
 * With this begins the id of every task that people add to a round of a procedure, and of no other: the procedure finds its
 * tasks by their ids, and makes them of numbers and names that may come to be at any time.
 */
export const BY_HAND = '+';

export const TaskId = z
  .string()
  .min(1)
  .max(120)
  .regex(named('[+]?[A-Za-z0-9][A-Za-z0-9._:-]*'), 'must be a task such as A-7K3Q.E017');

/** Names one of the forms of a round, such as the code of a post. */
export const FormKey = z
  .string()
  .min(1)
  .max(60)
  .regex(named('[A-Za-z0-9][A-Za-z0-9._:-]*'), 'must be a short name such as FITTER');

export const TaskSpec = z.object({
  id: TaskId,
  assignee: PersonId,
  /** What the task is about, such as an application's number. */
  about: line(120).nullable().default(null),
  /** Whom free text in the answer is about; its key seals the text. Absent: the author's own. */
  aboutPerson: PersonId.nullable().default(null),
  due: Instant.nullable().default(null),
  /** Which of the round's forms it is answered on. Null or absent: the round's own; in `fill`, that of the vacancy. */
  form: FormKey.nullable().optional(),
  /** People who may not hold this task; absent: whoever may hold a task of the round; in `fill`, as for the vacancy. */
  barred: z.array(PersonId).max(500).optional(),
  /** Absent: as the policy says; in `fill`, as for the vacancy. */
  self: OfSelf.optional(),
  /** People from whom the policy's `apart` keeps its holder, beside whom it is about: whoever objects; in `fill`, as for the vacancy. */
  apartFrom: z.array(PersonId).max(20).optional(),
});
export type TaskSpec = z.infer<typeof TaskSpec>;

/** At most this many forms beside the round's own. */
export const MOST_FORMS = 500;

/** At most so many people who run a procedure hear of silence in its rounds. */
export const MOST_OWNERS = 100;
export const Owners = z.array(PersonId).max(MOST_OWNERS);

export const RoundSpec = z.object({
  owner: StreamId.nullable(),
  purpose: line(60),
  title: Label,
  form: Form,
  /** Forms for tasks that name one by its key. */
  forms: z
    .record(FormKey, Form)
    .refine((forms) => Object.keys(forms).length <= MOST_FORMS, `may be at most ${MOST_FORMS}`)
    .optional(),
  policy: RoundPolicy,
  due: Instant,
  /** Who runs the procedure that asks, and hears of silence on the rungs for the owner; whoever opens it by hand. */
  owners: Owners.default([]),
  /**
   * Where and by which calendar its time is reckoned when it stands still, and when a working day ends there (absent: at
   * 18:00); null: where its first owner works.
   */
  place: z
    .object({ timeZone: line(64), calendar: line(64), dayEnds: ClockTime.optional() })
    .nullable()
    .default(null),
  /** About how many minutes one answer takes; shown to the person. */
  minutes: z.number().int().min(1).max(600).default(10),
});
export type RoundSpec = z.infer<typeof RoundSpec>;

/** What names a task in a command or an event. */
export const OfTask = { task: TaskId };
/** Some tasks of a round, or all. */
export const TaskScope = z.union([z.literal('all'), z.array(TaskId).min(1).max(MOST_TASKS)]);
