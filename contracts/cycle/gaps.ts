import { z } from 'zod';
import { Count, Figure } from '../figure.ts';
import { PersonId } from '../ids.ts';
import { Code } from '../organisation.ts';

/** What one department lacks in one element, over the people who were rated. Sums are exact decimals as numbers. */
export const DepartmentGap = z.object({
  department: Code,
  element: Code,
  required: Count,
  rated: Count,
  /** null: nobody is rated. */
  gapSum: Figure.nullable(),
  weightedSum: Figure.nullable(),
  meanGap: Figure.nullable(),
});
export type DepartmentGap = z.infer<typeof DepartmentGap>;

/** People of a department with a diagnosed gap in an element, by the whole level that they need. */
export const DiagnosedNeed = z.object({
  department: Code,
  element: Code,
  level: z.number().int().min(0).max(7),
  people: z.array(PersonId).min(1).max(5000),
  /** Weighted gap points of all of them. */
  points: Figure,
});
export type DiagnosedNeed = z.infer<typeof DiagnosedNeed>;

export const GapFindings = z.object({
  departments: z.array(DepartmentGap).max(200_000),
  diagnosed: z.array(DiagnosedNeed).max(50_000),
  rated: Count,
  missing: Count,
  /** How many pairs of self and supervisor are far apart. */
  apart: Count,
});
export type GapFindings = z.infer<typeof GapFindings>;
