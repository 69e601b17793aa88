import { z } from 'zod';
import { Label } from '../form.ts';

/** Why something is as it is: a code to tell it by, the figures and ids behind it, and one sentence in both languages. */
export const Fact = z
  .object({
    code: z.string(),
    facts: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]))
      .describe('Money in the smallest unit of `currency`; days as YYYY-MM-DD'),
    text: Label,
  })
  .meta({ id: 'Fact' });
export type Fact = z.infer<typeof Fact>;
