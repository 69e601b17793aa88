import { z } from 'zod';
import { Figure } from '../figure.ts';
import { PersonId } from '../ids.ts';
import { Code } from '../organisation.ts';
import { line } from '../text.ts';

/** Mean of some answers; null when there are none, or fewer than the privacy threshold shows. */
export const Mean = z.object({ answers: z.number().int(), mean: z.number().nullable() });

/** A business figure of level 4, before and after. */
export const EffectFigure = z.object({
  name: line(200),
  unit: line(40, 0),
  before: Figure,
  after: Figure.nullable(),
});
export type EffectFigure = z.infer<typeof EffectFigure>;

/**
 * How an offering came out, in the figures that the cycle adds up, by Kirkpatrick's four levels: reaction, learning,
 * behaviour (transfer), results. D. L. Kirkpatrick, "Techniques for evaluating training programs", four articles in the
 * Journal of the American Society of Training Directors from 13(11), 1959, on; in a book: "Evaluating Training Programs:
 * The Four Levels", 1994.
 */
export const OfferingResult = z.object({
  held: z.boolean(),
  seats: z.number().int(),
  invited: z.number().int(),
  present: z.array(PersonId),
  absent: z.array(PersonId),
  /** Level 1, 1 to 5. */
  reaction: Mean,
  /** Level 1 of the trainer alone; left out in results from before it was kept. */
  trainer: Mean.optional(),
  /** Level 2, 0 to 100, and how many passed. */
  learning: Mean.extend({ passed: z.number().int().nullable() }),
  /** Level 3, 1 to 5, of each follow-up in turn, by supervisors and by participants. */
  transfer: z.array(z.object({ supervisors: Mean, participants: Mean })),
  /** Weighted gap points before and those closed, over the people rated again; null: nobody was. */
  gapBefore: z.number().nullable(),
  gapClosed: z.number().nullable(),
  /** How many people were rated again. */
  rated: z.number().int().optional(),
  /** The same by department, for departments of which at least as many were rated again as the privacy threshold. */
  departments: z.array(z.object({ department: Code, people: z.number().int(), gapClosed: z.number().nullable() })),
  /** Gap points still open by person and element at the last follow-up. */
  open: z.array(z.object({ person: PersonId, element: Code, gap: z.number() })),
  coached: z.number().int(),
  cost: z.number().int(),
  /** Level 4. */
  figures: z.array(EffectFigure),
});
export type OfferingResult = z.infer<typeof OfferingResult>;
