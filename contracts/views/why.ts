import { z } from 'zod';
import { Label } from '../form.ts';

/** Why somebody is asked: a fact, which the screen words in the reader's language. */
export const WHYS = [
  'oneself',
  'supervisor',
  'next-above',
  'instead',
  'head',
  'speaker',
  'leads-people',
  'leader',
  'reviewer',
  'in-the-pool',
  'panel',
  'screener',
  'handler',
  'approver',
  'author',
  'decider',
  'trainer',
  'asked',
] as const;
export const WhyCode = z.enum(WHYS);
export type WhyCode = z.infer<typeof WhyCode>;

/**
 * `oneself`: it is about them. `supervisor`, `next-above`: of whom it is about; `instead`: of neither, but in the place of
 * somebody. `head`, `speaker`: of a department. `in-the-pool`: of reviewers, who declare conflicts before they review.
 * `author`: of what is asked about. `asked`: by whoever opened the round.
 */
export const Why = z
  .object({
    code: WhyCode,
    facts: z.object({
      person: z.object({ id: z.string(), name: z.string().nullable() }).optional().describe('Whom it is about'),
      inPlaceOf: z
        .object({ id: z.string(), name: z.string().nullable() })
        .optional()
        .describe('The direct manager of whom it is about, who is not asked'),
      people: z.number().int().optional().describe('How many people it is about, where there are several'),
      department: Label.optional(),
      topics: z.array(Label).optional().describe('What a reviewer was chosen for: in common with the applications'),
    }),
  })
  .meta({ id: 'Why' });
export type Why = z.infer<typeof Why>;
