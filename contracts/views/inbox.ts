import { z } from 'zod';
import { Label } from '../form.ts';
import { Settings } from '../settings.ts';
import { HeldRole } from './roles.ts';

/** One open task in a person's inbox. */
export const InboxTask = z.object({
  round: z.string(),
  task: z.string(),
  purpose: z.string().describe('What kind of answer is asked for, such as review or agreements'),
  title: Label,
  of: Label.nullable().describe('The procedure that the round belongs to'),
  about: z.string().nullable().describe('What the task is about, such as the number of an application'),
  due: z.number().int().describe('Procedure time, milliseconds since 1970'),
  late: z.boolean(),
  drafted: z.boolean(),
  draftRevision: z.number().int().describe('0 when nothing is saved'),
  minutes: z.number().int().describe('About how long one answer takes'),
});
export type InboxTask = z.infer<typeof InboxTask>;

export const Inbox = z.object({ now: z.number().int(), tasks: z.array(InboxTask) }).meta({ id: 'Inbox' });
export type Inbox = z.infer<typeof Inbox>;

/** A page of the bar. */
export const Page = z.enum([
  ...(['overview', 'board', 'cycles', 'selections', 'courses', 'messages', 'people', 'history'] as const),
  ...(['desk', 'team', 'plan', 'trainers'] as const),
]);
export type Page = z.infer<typeof Page>;

/** The person who asks. */
export const Me = z
  .object({
    person: z.string(),
    name: z.string().nullable(),
    department: z.string().nullable(),
    locale: z.enum(['en', 'zh-CN']).nullable().describe('As they want it, or else as the directory has it'),
    timeZone: z.string().nullable().describe('The same'),
    theme: Settings.shape.theme,
    relations: z
      .object({
        reports: z.number().int().describe('How many people report to them directly'),
        heads: z.array(z.string()).describe('The departments that they are the head of'),
        inCourses: z.boolean().describe('Whether they take part in a course, or teach one'),
      })
      .describe('What they are to others'),
    sees: z.array(Page).describe('What stands in their bar, in its order'),
    home: Page.describe('Where they come to first'),
    roles: z.array(HeldRole).describe('Roles that hold today'),
    operations: z.boolean(),
    openTasks: z.number().int(),
    lateTasks: z.number().int(),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;
