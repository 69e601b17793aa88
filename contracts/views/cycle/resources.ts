import { z } from 'zod';
import { Label } from '../../form.ts';
import { PersonId } from '../../ids.ts';
import { Code } from '../../organisation.ts';

export const ResourcesView = z
  .object({
    currency: z.string(),
    lines: z
      .array(
        z.object({
          line: Code,
          label: Label,
          limit: z.number(),
          committed: z.number().nullable().describe('null: nobody was asked'),
          planned: z.number(),
          used: z.number(),
        }),
      )
      .describe('Money in the smallest unit of the currency'),
    rooms: z
      .array(
        z.object({
          room: Code,
          name: z.string(),
          committed: z.boolean().nullable(),
          planned: z.number(),
          used: z.number(),
        }),
      )
      .describe('In days'),
    trainers: z
      .array(
        z.object({
          person: PersonId,
          name: z.string().nullable(),
          limit: z.number(),
          planned: z.number(),
          used: z.number(),
        }),
      )
      .describe('In hours of teaching'),
    time: z
      .object({ asked: z.number(), committed: z.number(), planned: z.number(), used: z.number() })
      .describe("Hours of people's time"),
  })
  .meta({ id: 'CycleResources' });
export type ResourcesView = z.infer<typeof ResourcesView>;
