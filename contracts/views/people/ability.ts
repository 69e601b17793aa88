import { z } from 'zod';
import { IdpItem } from '../../cycle/needs.ts';
import { Label } from '../../form.ts';
import { PersonId } from '../../ids.ts';
import { Code } from '../../organisation.ts';
import { Fact } from '../fact.ts';

/** What was made of a gap: a code beside its sentence, see `GAP_FATES`. */
export const GAP_FATES = [
  'planned',
  'cancelled',
  'left-out',
  'coached',
  'no-source',
  'sent-back',
  'dropped',
  'withdrawn',
  'proposed',
  'asked',
  'too-small',
  'not-asked',
] as const;

/** One element of somebody's post. Levels are 0 to 7; null is unknown, never 0. */
export const AbilityCell = z.object({
  person: PersonId,
  element: Code,
  importance: z.number(),
  required: z.number(),
  rated: z.number().nullable().describe('By the supervisor; null: not rated'),
  own: z.number().nullable().describe('By themselves, shown beside the rating; null: not rated by both'),
  apart: z.boolean().describe('The two are so far apart that it is worth a talk'),
  gap: z.number().nullable(),
  weighted: z.number().nullable().describe('Gap times importance'),
  fate: Fact.nullable().describe(
    `What was made of the gap: ${GAP_FATES.join(', ')}; null: there is none that is known`,
  ),
  goal: IdpItem.pick({ means: true, until: true }).nullable().describe('What the development plan says of it'),
  before: z
    .object({ required: z.number(), rated: z.number().nullable(), gap: z.number().nullable() })
    .nullable()
    .describe('The same in the cycle before, where there was one'),
});
export type AbilityCell = z.infer<typeof AbilityCell>;

/** A cycle that what is shown is of. */
export const OfCycle = z.object({ id: z.string(), title: Label, stage: z.string(), gapFrom: z.number() });
export type OfCycle = z.infer<typeof OfCycle>;
