import { z } from 'zod';
import { Label } from '../../form.ts';
import { SelectionView } from '../selection.ts';

const instant = z.number().int().describe('Procedure time, milliseconds since 1970');
const measures = SelectionView.shape.measures;

export const AcknowledgementMatter = z.object({ purpose: z.literal('acknowledgement'), measures });

/** What a leader is asked to stand behind. */
export const EndorsementMatter = z.object({
  purpose: z.literal('endorsement'),
  measures,
  seats: z.number().int(),
  termMonths: z.number().int(),
  opens: instant.nullable().describe('When people may apply'),
  closes: instant.nullable(),
});

export const NominationMatter = z.object({
  purpose: z.literal('nomination'),
  by: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
  reason: z.string().nullable(),
  measures,
  closes: instant.nullable().describe('When the call closes'),
});

export const AcceptanceMatter = z.object({
  purpose: z.literal('acceptance'),
  movedUp: z.boolean().describe('Was next in line for a seat that has come free; false: is a candidate of the panel'),
  topics: z.array(Label),
  hoursPerMonth: z.number(),
  termMonths: z.number().int(),
  measures,
});
