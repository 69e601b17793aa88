import { z } from 'zod';
import { Label } from '../../form.ts';
import { GapsView } from '../cycle/gaps.ts';
import { elements, names } from '../cycle/parts.ts';
import { DevelopmentPlan } from '../people/development.ts';

const person = z.object({
  id: z.string(),
  name: z.string().nullable(),
  department: Label.nullable(),
  post: z.object({ code: z.string(), title: Label }).nullable(),
});

/** Whom a rating is about; what the levels mean, and which is asked for, is at the fields of the form. */
export const RatingsMatter = z.object({ purpose: z.literal('cycle-ratings'), person });
export const SelfRatingsMatter = z.object({ purpose: z.literal('cycle-self-ratings'), person });

/** What the talk is about: where the ratings have found somebody, the largest gap first. */
export const TalkMatter = z.object({
  purpose: z.literal('cycle-talks'),
  person,
  gaps: GapsView.shape.gaps,
  elements,
});

/** The development plan that is to be signed. */
export const SignatureMatter = z.object({
  purpose: z.literal('cycle-signatures'),
  supervisor: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
  held: z.string().nullable().describe('The day of the talk'),
  items: DevelopmentPlan.shape.items,
  remarks: z.string().nullable(),
  elements,
  signatures: DevelopmentPlan.shape.signatures.describe('Of the supervisor and of whoever is asked, in this order'),
  history: DevelopmentPlan.shape.history,
  names,
});
