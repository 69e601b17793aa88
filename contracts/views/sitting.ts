import { z } from 'zod';
import { Revision } from '../figure.ts';
import { Answer, Form, Label } from '../form.ts';
import { CommandId } from '../ids.ts';
import { ProblemDetails } from '../problems.ts';
import { TaskId } from '../round.ts';
import { changeableUntil, TaskAct } from './acts.ts';
import { Why } from './why.ts';

const instant = z.number().int().describe('Procedure time, milliseconds since 1970');

/** How to answer, in plain words: a method of the toolkit that the procedure gives. */
export const Guide = z.object({
  title: Label,
  text: z.object({ en: z.string(), 'zh-CN': z.string() }),
  version: z.number().int(),
});
export type Guide = z.infer<typeof Guide>;

const SittingTask = z.object({
  task: z.string(),
  about: z.string().nullable(),
  label: Label,
  formKey: z.string().nullable(),
  state: z.enum(['open', 'drafted', 'submitted']),
  due: instant,
  late: z.boolean(),
  draft: z.object({ revision: z.number().int(), content: Answer }).nullable(),
  answer: Answer.nullable().describe(
    'The latest one, also where it was taken back; null where none is, or its text was erased',
  ),
  revision: z.number().int().describe('How many answers it has had'),
  changeableUntil,
});

/** All that one round asks of somebody in one read: what was answered, what is begun, what is open. */
export const Sitting = z
  .object({
    round: z.string(),
    purpose: z.string(),
    title: Label,
    of: Label.nullable(),
    why: Why,
    due: instant.describe('Of the round'),
    state: z.enum(['open', 'held', 'settled']),
    minutes: z.number().int(),
    may: z.array(TaskAct),
    forms: z
      .array(
        z.object({
          key: z.string().nullable(),
          form: Form,
          post: Label.nullable().describe('The post whose people are rated by it; null: it is not for one post'),
        }),
      )
      .describe('Those of the tasks'),
    tasks: z.array(SittingTask).describe('By due instant, then by id'),
    guide: z.array(Guide),
    earlier: z
      .record(z.string(), z.array(z.object({ task: z.string(), score: z.number() })))
      .describe('Scores that one has given in this round, by field'),
  })
  .meta({ id: 'Sitting' });
export type Sitting = z.infer<typeof Sitting>;

/** So many drafts, or answers, come at once. */
export const MOST_AT_ONCE = 100;

const once = <T extends { task: string }>(items: readonly T[]) =>
  new Set(items.map((i) => i.task)).size === items.length;
const TWICE = 'names a task twice: give each once';

export const DraftsBody = z.object({
  drafts: z
    .array(z.object({ task: TaskId, content: Answer, revision: Revision }))
    .min(1)
    .max(MOST_AT_ONCE)
    .refine(once, TWICE),
});
export type DraftsBody = z.infer<typeof DraftsBody>;

export const AnswersBody = z.object({
  answers: z
    .array(z.object({ task: TaskId, answer: Answer, commandId: CommandId.optional() }))
    .min(1)
    .max(MOST_AT_ONCE)
    .refine(once, TWICE),
});
export type AnswersBody = z.infer<typeof AnswersBody>;

const outcome = { task: z.string(), problem: ProblemDetails.nullable().describe('null: it was done') };

export const DraftOutcomes = z
  .object({
    outcomes: z.array(
      z.object({ ...outcome, revision: z.number().int().describe('That stands now; 0 where none is known') }),
    ),
  })
  .meta({ id: 'DraftOutcomes' });
export type DraftOutcomes = z.infer<typeof DraftOutcomes>;

export const AnswerOutcomes = z
  .object({ outcomes: z.array(z.object({ ...outcome, commandId: CommandId })) })
  .meta({ id: 'AnswerOutcomes' });
export type AnswerOutcomes = z.infer<typeof AnswerOutcomes>;
