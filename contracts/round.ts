import { z } from 'zod';
import { Count } from './figure.ts';
import { Answer, Form, Label } from './form.ts';
import { Instant, named, PersonId, StreamId } from './ids.ts';
import { GivenReason, KeptReason } from './reasons.ts';
import { line, Reason, Secret } from './text.ts';

/** `3bd` business days, `3d` calendar days, `PT4H` hours; a leading minus means before. */
export const DurationText = z
  .string()
  .regex(/^-?(\d{1,3}(bd|d)|PT(?=\d)(\d{1,4}H)?(\d{1,4}M)?)$/, 'must be like 3bd, 3d or PT4H, at most 999 days');

/** A time of day by the clock, HH:MM. */
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as 18:00');

/** One rung of a reminder ladder: when, counted from the due instant, and who is told. */
export const Rung = z.object({ offset: DurationText, to: z.enum(['assignee', 'manager', 'owner']) });
export type Rung = z.infer<typeof Rung>;

/** A length of time: `PT0H` none; never before. */
export const Length = DurationText.refine(
  (text) => !text.startsWith('-'),
  'must not be negative: write it without the minus',
);

/** So many rungs a ladder has at most. */
export const MOST_RUNGS = 12;

/** The reminders of a round, in any order; no two at the same moment, since a person gets one message at a time. */
export const Ladder = z
  .array(Rung)
  .max(MOST_RUNGS)
  .superRefine((rungs, context) => {
    const seen = new Map<string, string>();
    for (const [i, { offset }] of rungs.entries()) {
      const twin = seen.get(momentOf(offset));
      if (twin !== undefined)
        context.addIssue({
          code: 'custom',
          path: [i, 'offset'],
          message: `two rungs are at the same moment, ${twin} and ${offset}: leave one out, or move it`,
        });
      seen.set(momentOf(offset), offset);
    }
  });

/** The same for offsets that always mean the same moment, such as `0bd` and `-0d`, or `PT90M` and `PT1H30M`. */
function momentOf(offset: string): string {
  const minus = offset.startsWith('-') ? '-' : '';
  const [, days, kind] = /(\d+)(bd|d)$/.exec(offset) ?? [];
  if (days !== undefined) return Number(days) === 0 ? '0' : `${minus}${Number(days)}${kind}`;
  const [, hours = 0, minutes = 0] = /PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(offset) ?? [];
  const length = Number(hours) * 60 + Number(minutes);
  return length === 0 ? '0' : `${minus}${length}M`;
}

/** What an unanswered task means once it is due. */
export const Silence = z.enum(['wait', 'nil', 'consent', 'replace']);
export type Silence = z.infer<typeof Silence>;

/** At most this many tasks in one round. */
export const MOST_TASKS = 20_000;

/**
 * A task and the person it is about. `barred`: they never hold it, however it comes to them; `only`: nobody else does,
 * since it is their own word; `allowed`: either.
 */
export const OfSelf = z.enum(['barred', 'allowed', 'only']);
export type OfSelf = z.infer<typeof OfSelf>;

/**
 * Which relations keep people apart: that of one department, that of one line; with `below`, whoever reports to somebody, at any
 * distance, is kept from judging them; with `watching`, a role that sees everything keeps whoever has it from judging anybody.
 */
export const Apart = z.object({
  department: z.boolean(),
  line: z.boolean(),
  below: z.literal(true).optional(),
  watching: z.literal(true).optional(),
});
export type Apart = z.infer<typeof Apart>;

export const RoundPolicy = z.object({
  ladder: Ladder.default([]),
  /** Whoever would hear of silence and is away for longer is passed over for the next above. */
  patience: Length.default('3bd'),
  silence: Silence.default('wait'),
  /** How long after the due instant silence is given its meaning. */
  grace: Length.default('PT0H'),
  /** Answers after the due instant while the round is still open. */
  late: z.enum(['accept', 'refuse']).default('accept'),
  /** `answered`: when no task is open or vacant; `closed`: only by the command. */
  settles: z.enum(['answered', 'closed']).default('answered'),
  /** At least this many answers, else closing the round needs a reason. */
  quorum: Count.default(0),
  /** A task that is recused, declined or lapsed under `replace` waits for its owner to name somebody else. */
  replaces: z.boolean().default(false),
  delegation: z.boolean().default(true),
  /** True: the tasks about one subject are held by different people, however they come to them; absent: by anybody. */
  distinct: z.boolean().optional(),
  /** True: a task is answered by whom it was given to, or by nobody; absent: it may change hands. */
  own: z.boolean().optional(),
  /** The field whose mean over the answers about a subject makes the provisional standing. */
  tally: line(40).nullable().default(null),
  /** The owner is told of every answer, not only of the end. */
  tells: z.boolean().default(false),
  /** False: a letter of its owner asks and leads to the task, so that nobody gets two; absent: the round asks by itself. */
  announces: z.boolean().optional(),
  /** In which states a settled task may be asked anew: those whose new answer counts; absent: in all. */
  reopens: z.array(z.enum(['submitted', 'recused', 'declined', 'lapsed', 'withdrawn'])).optional(),
  /** People who may hold no task of the round (four eyes); absent: everybody may. */
  barred: z.array(PersonId).max(MOST_TASKS).optional(),
  /**
   * Who never holds or answers a task about a subject (`about` and `aboutPerson`), by the organisation as it is then: people
   * of the department of whom it is about, or above or below them in the line; absent: neither keeps anybody.
   */
  apart: Apart.optional(),
  /** Of every task that does not say otherwise. */
  self: OfSelf.default('barred'),
});
export type RoundPolicy = z.infer<typeof RoundPolicy>;

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
const Owners = z.array(PersonId).max(MOST_OWNERS);

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

const task = { task: TaskId };
const scope = z.union([z.literal('all'), z.array(TaskId).min(1).max(MOST_TASKS)]);

/** Commands to a round, by type; the shape of each body. */
export const ROUND_COMMANDS = {
  open: z.object({ spec: RoundSpec, tasks: z.array(TaskSpec).max(MOST_TASKS) }),
  addTasks: z.object({ tasks: z.array(TaskSpec).min(1).max(MOST_TASKS) }),
  saveDraft: z.object(task),
  submit: z.object({ ...task, answer: Answer }),
  /** Answers that were gathered in a table, all of them or none; what stands as a task's answer already changes nothing. */
  takeAnswers: z.object({
    answers: z
      .array(z.object({ ...task, assignee: PersonId, answer: Answer }))
      .min(1)
      .max(MOST_TASKS),
  }),
  reopen: z.object({ ...task, reason: Reason, due: Instant.nullable().default(null) }),
  recuse: z.object({ ...task, reason: Reason }),
  decline: z.object({ ...task, reason: Reason }),
  delegate: z.object({ ...task, to: PersonId, reason: Reason }),
  /** `due`: by when whoever gets them is to answer, where there is less time by now; for procedures. */
  reassign: z.object({
    tasks: z.array(TaskId).min(1).max(MOST_TASKS),
    to: PersonId,
    due: Instant.optional(),
    reason: GivenReason,
  }),
  /** `exactly`: by that instant also where there was more time, because what is asked about is sooner; for procedures. */
  extend: z.object({ tasks: scope, due: Instant, exactly: z.boolean().default(false), reason: GivenReason }),
  withdraw: z.object({ tasks: scope, reason: GivenReason }),
  /** Answers the vacancy of a recused, declined or lapsed task: by a new task, or by none. */
  fill: z.object({ ...task, by: TaskSpec.nullable(), reason: GivenReason }),
  /** Gives tasks that nobody has begun a form under a new key; those that are drafted or answered keep theirs. */
  reform: z.object({ tasks: scope, key: FormKey, form: Form, reason: GivenReason }),
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
  TaskDrafted: z.object(task),
  TaskSubmitted: z.object({ ...task, answer: SealedAnswer, late: z.boolean(), revision: Instant }),
  TaskReopened: z.object({ ...task, reason: Secret, due: Instant, waits: Waits }),
  TaskRecused: z.object({ ...task, reason: Secret }),
  TaskDeclined: z.object({ ...task, reason: Secret }),
  TaskDelegated: z.object({ ...task, to: PersonId, reason: Secret, waits: Waits }),
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
  TasksWithdrawn: z.object({ tasks: scope, reason: KeptReason }),
  TasksLapsed: z.object({ tasks: z.array(TaskId), means: Silence }),
  VacancyFilled: z.object({ ...task, by: TaskId.nullable(), reason: KeptReason }),
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
