import { z } from 'zod';
import { PersonId } from '../../ids.ts';
import { Code } from '../../organisation.ts';
import { elements, names } from './parts.ts';

/** The gaps of the people whom the asker may see, exactly as reckoned; missing is null, never 0. */
export const GapsView = z
  .object({
    gaps: z.array(
      z.object({
        person: PersonId,
        post: z.string(),
        element: Code,
        importance: z.number(),
        required: z.number(),
        rated: z.number().nullable(),
        gap: z.number().nullable(),
        weighted: z.number().nullable(),
        status: z.enum(['rated', 'missing']),
      }),
    ),
    employees: z.array(
      z.object({
        person: PersonId,
        ratedElements: z.number().int(),
        missingElements: z.number().int(),
        importanceSum: z.number().nullable(),
        weightedGapSum: z.number().nullable(),
        weightedMeanGap: z.number().nullable(),
        largestGapElement: z.string().nullable(),
      }),
    ),
    departments: z
      .array(
        z.object({
          department: Code,
          element: Code,
          employeesRequired: z.number().int(),
          employeesRated: z.number().int(),
          gapSum: z.number().nullable(),
          weightedGapSum: z.number().nullable(),
          meanGap: z.number().nullable(),
          rank: z.number().int().nullable(),
        }),
      )
      .describe('Over the people in `employees` alone'),
    pairs: z
      .array(
        z.object({
          person: PersonId,
          element: Code,
          supervisor: z.number(),
          self: z.number(),
          difference: z.number(),
          flagged: z.boolean(),
        }),
      )
      .describe("The supervisor's rating beside the own one, where there are both"),
    elements,
    names,
  })
  .meta({ id: 'CycleGaps' });
export type GapsView = z.infer<typeof GapsView>;
