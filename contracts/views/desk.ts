import { z } from 'zod';
import { Label } from '../form.ts';
import { changeableUntil, TaskAct } from './acts.ts';
import { Why } from './why.ts';

const instant = z.number().int().describe('Procedure time, milliseconds since 1970');

const DeskTask = z.object({
  task: z.string(),
  about: z.string().nullable().describe('What it is about, such as the number of an application'),
  label: Label.describe('The same for people: a name, a number, a department'),
  state: z.enum(['open', 'drafted', 'submitted']),
  due: instant,
  late: z.boolean(),
  savedAt: z
    .number()
    .int()
    .nullable()
    .describe('When its draft was last saved, by the clock on the wall; null: none is'),
});
export type DeskTask = z.infer<typeof DeskTask>;

/** What one round asks of somebody: thirteen reviews are one thing. */
const DeskGroup = z.object({
  round: z.string(),
  purpose: z.string(),
  title: Label,
  of: Label.nullable().describe('The procedure that the round belongs to'),
  why: Why,
  due: instant.describe('The earliest of what is open'),
  late: z.boolean(),
  held: z.boolean().describe('The round stands still'),
  minutes: z.number().int().describe('About how long one answer takes'),
  done: z.number().int(),
  drafted: z.number().int(),
  total: z.number().int().describe('Open and answered tasks together'),
  next: z.string().describe('The task to go on with: what was drafted last, or else what is due first'),
  tasks: z.array(DeskTask),
  may: z.array(TaskAct),
});
export type DeskGroup = z.infer<typeof DeskGroup>;

const Answered = z.object({
  round: z.string(),
  task: z.string(),
  purpose: z.string(),
  title: Label,
  of: Label.nullable(),
  label: Label,
  at: instant,
  changeableUntil,
});

const ComingCourse = z.object({
  what: z.literal('course'),
  at: instant,
  title: Label,
  place: z.string(),
  as: z.enum(['participant', 'trainer']),
  path: z.string().describe('Of the app'),
});

/** A stage that begins of a procedure in which somebody has, or has had, a task, or that is about their people. */
const ComingStage = z.object({
  what: z.literal('stage'),
  at: instant.describe('When it begins, as it is planned now'),
  title: Label.describe('Of the procedure'),
  kind: z.string(),
  stage: z.string(),
  path: z.string().describe('Of the app'),
});

/** What is asked of somebody, what they have answered lately, and what comes. */
export const Desk = z
  .object({
    now: instant,
    groups: z.array(DeskGroup).describe('By due instant'),
    answered: z.array(Answered).describe('The latest first; at most 20'),
    coming: z
      .array(z.discriminatedUnion('what', [ComingCourse, ComingStage]))
      .describe('Courses of theirs and stages of their procedures, by when they begin; at most 10'),
    away: z
      .object({
        until: z.string().describe('The last day, YYYY-MM-DD'),
        deputy: z
          .object({ id: z.string(), name: z.string().nullable() })
          .nullable()
          .describe('Who stands in, as they have said themselves; null: nobody in particular'),
      })
      .nullable(),
  })
  .meta({ id: 'Desk' });
export type Desk = z.infer<typeof Desk>;
