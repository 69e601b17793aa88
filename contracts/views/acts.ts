import { z } from 'zod';

/** What the holder of a task may do with it. */
export const TASK_ACTS = ['submit', 'delegate', 'recuse', 'decline', 'takeBack'] as const;
export const TaskAct = z.enum(TASK_ACTS);
export type TaskAct = z.infer<typeof TaskAct>;

export const changeableUntil = z
  .number()
  .int()
  .nullable()
  .describe(
    'Until when the answer may be taken back; sooner where the round settles with the last answer before. null: it stands',
  );
