import { z } from 'zod';
import { Label } from './form.ts';

/** Why time does not act in a procedure, and what whoever runs it can do. */
export const Trouble = z
  .object({
    why: z.string().describe('What the engine came upon when it last looked'),
    mend: Label.describe('What to do about it'),
  })
  .meta({ id: 'Trouble' });
export type Trouble = z.infer<typeof Trouble>;

/** What is shown of a procedure in which the engine has recorded that time fails; null: it does not. */
export function troubleOf(why: string | null): Trouble | null {
  return why === null ? null : { why, mend: MEND_TIME };
}

/** What helps where time fails. */
export const MEND_TIME = {
  en: "Read the engine's log for this procedure; people can act in it all the same, and time is tried again every few minutes.",
  'zh-CN': '请查看引擎日志中有关该流程的记录；人员仍可继续操作，系统每隔几分钟会重试。',
};
