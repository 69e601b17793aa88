import { z } from 'zod';
import { Answer, Form, Label } from '../form.ts';
import { RoundPolicy } from '../round.ts';
import { Trouble } from '../trouble.ts';
import { changeableUntil, TaskAct } from './acts.ts';
import { Matter } from './matter/matter.ts';
import { Guide } from './sitting.ts';
import { Why } from './why.ts';

export const TASK_STATES = ['open', 'drafted', 'submitted', 'recused', 'declined', 'lapsed', 'withdrawn'] as const;
export const TaskStateName = z.enum(TASK_STATES);
export type TaskStateName = z.infer<typeof TaskStateName>;

const instant = z.number().int().describe('Procedure time, milliseconds since 1970');

const formKey = z.string().nullable().describe('Which of the forms of the round; null: the one of the round itself');

/** Where a round stands. */
export const RoundView = z
  .object({
    id: z.string(),
    owner: z.string().nullable(),
    purpose: z.string(),
    title: Label,
    state: z.enum(['open', 'held', 'settled']),
    openedAt: instant,
    due: instant,
    settledAt: instant.nullable(),
    tasks: z.number().int(),
    counts: z.record(z.string(), z.number().int()).describe('Tasks by state; a state without any is left out'),
    late: z
      .number()
      .int()
      .describe('Open tasks whose due instant has passed, before the round was put on hold if it is'),
    trouble: Trouble.nullable().describe('Why time does not act in it, for operations; null: it does'),
  })
  .meta({ id: 'Round' });
export type RoundView = z.infer<typeof RoundView>;

export const RoundList = z.object({ rounds: z.array(RoundView) }).meta({ id: 'RoundList' });

/** How a round's subjects stand by the field that its policy tallies. */
export const RoundStanding = z
  .object({
    id: z.string(),
    state: z.enum(['open', 'held', 'settled']),
    standing: z.array(
      z.object({
        place: z.number().int().describe('1 for the best; equal means share a place and the next one is skipped'),
        about: z.string(),
        mean: z.number(),
        answers: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'RoundStanding' });
export type RoundStanding = z.infer<typeof RoundStanding>;

/** A task as operations see it in a list. */
export const TaskLine = z.object({
  id: z.string(),
  assignee: z.string(),
  assigneeName: z.string().nullable(),
  about: z.string().nullable(),
  formKey,
  state: TaskStateName,
  due: instant,
  late: z
    .boolean()
    .describe(
      'The answer came late, or has not come and the due instant has passed, before the round was put on hold if it is',
    ),
  settledAt: instant.nullable(),
  revision: z.number().int(),
});
export type TaskLine = z.infer<typeof TaskLine>;

export const TaskPage = z
  .object({ tasks: z.array(TaskLine), next: z.string().nullable().describe('Give it as `after` to go on') })
  .meta({ id: 'TaskPage' });
export type TaskPage = z.infer<typeof TaskPage>;

/** A task with everything its assignee needs to answer it. */
export const TaskView = z
  .object({
    round: z.string(),
    task: z.string(),
    purpose: z.string(),
    title: Label,
    form: Form.describe('The form of this task'),
    formKey,
    policy: RoundPolicy.omit({ barred: true }),
    minutes: z.number().int(),
    assignee: z.string(),
    about: z.string().nullable(),
    state: TaskStateName,
    due: instant,
    late: z.boolean(),
    revision: z.number().int().describe('How many answers it has had'),
    draft: z.object({ revision: z.number().int(), content: Answer }).nullable(),
    answer: Answer.nullable().describe('The latest answer; null where the text of an erased person stood'),
    note: z.string().nullable().describe('Why it was last reopened, recused, declined or delegated'),
    of: Label.nullable().describe('The procedure that the round belongs to'),
    label: Label.describe('What it is about, for people'),
    why: Why.describe('Why its assignee is asked'),
    position: z
      .object({
        at: z
          .number()
          .int()
          .describe(
            'Its place among the tasks of its assignee in this round, 1 the first; 0: it is none of them any more',
          ),
        of: z.number().int(),
        previous: z.string().nullable(),
        next: z.string().nullable(),
      })
      .describe('Among those that are open or answered, by due instant, then by id'),
    may: z.array(TaskAct).describe('What the asker may do with it now'),
    changeableUntil,
    guide: z.array(Guide).describe('How to answer'),
    matter: Matter.nullable().describe(
      'What it is about; null: a round that was opened by hand, or a task that is held no longer',
    ),
  })
  .meta({ id: 'Task' });
export type TaskView = z.infer<typeof TaskView>;

export const DraftSaved = z.object({ revision: z.number().int() }).meta({ id: 'DraftSaved' });
