import { z } from 'zod';
import { EffectFigure, Mean } from '../offering/result.ts';
import { Code } from '../organisation.ts';
import { PlannedOffering } from '../planning.ts';

/** What an approved change has made of a line of the plan. */
export const LineFate = z.enum(['added', 'changed', 'cancelled']);
export type LineFate = z.infer<typeof LineFate>;

/** What was promised and what has come of it. Points are weighted gap points; money is in the smallest unit. */
const Kept = {
  promised: z.number(),
  /** null: nobody was rated again, or too few to be shown. */
  measured: z.number().nullable(),
  cost: z.number().int(),
  /** Cost of what was measured by the points it has closed; null: unknown, or nothing was closed. */
  costPerPoint: z.number().int().nullable(),
  /** Something is left out because fewer people than the privacy threshold are behind it. */
  hidden: z.boolean(),
};

/** Levels 1 to 3 as means over those who answered; a mean is null when too few did. */
const Levels = {
  /** 1 to 5. */
  reaction: Mean,
  /** 0 to 100, and how many passed. */
  learning: Mean.extend({ passed: z.number().int().nullable() }),
  /** 1 to 5 at the last follow-up that anybody answered. */
  transfer: z.object({ supervisors: Mean, participants: Mean }),
};

export const OfferingEffect = z.object({
  offering: PlannedOffering.shape.id,
  course: Code,
  /** null: as it was approved. */
  fate: LineFate.nullable(),
  /** null: it has not come to its end. */
  held: z.boolean().nullable(),
  seats: z.number().int(),
  invited: z.number().int(),
  present: z.number().int(),
  absent: z.number().int(),
  ...Kept,
  ...Levels,
  /** Level 4, as recorded. */
  figures: z.array(EffectFigure).default([]),
});
export type OfferingEffect = z.infer<typeof OfferingEffect>;

export const DepartmentEffect = z.object({
  department: Code,
  /** People of the department who have a seat in the plan, counted once a seat. */
  seats: z.number().int(),
  present: z.number().int(),
  absent: z.number().int(),
  ...Kept,
});
export type DepartmentEffect = z.infer<typeof DepartmentEffect>;

/** Promised against measured, by offering, by department, and for the whole cycle. */
export const CycleEffect = z.object({
  offerings: z.array(OfferingEffect),
  departments: z.array(DepartmentEffect),
  total: OfferingEffect.omit({ offering: true, course: true, fate: true, held: true, figures: true }).extend({
    offerings: z.number().int(),
    held: z.number().int(),
    /** The part of the promise that belongs to what was measured: only with this may `measured` be compared. */
    promisedOfMeasured: z.number(),
  }),
});
export type CycleEffect = z.infer<typeof CycleEffect>;
