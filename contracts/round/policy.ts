import { z } from 'zod';
import { Count } from '../figure.ts';
import { PersonId } from '../ids.ts';
import { line } from '../text.ts';

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
