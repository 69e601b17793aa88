import { z } from 'zod';
import { Answer, Label } from '../../form.ts';
import { Criterion } from '../../selection/terms.ts';
import { ApplicationLine, ApplicationView } from '../selection.ts';

const application = ApplicationView.nullable().describe(
  'Without its author when the review is blind; null: the asker may not see it any more',
);
const topics = z.array(z.object({ id: z.string(), label: Label })).describe('Those of the call');

/** The line manager agrees to the time that it takes. */
export const AgreementMatter = z.object({ purpose: z.literal('agreement'), application, topics });

/** Whether the applicant may go forward; `reasons`: what the rule could not decide, by their codes. */
export const ScreeningMatter = z.object({
  purpose: z.literal('screening'),
  application,
  topics,
  reasons: z.array(z.string()),
});

const rubric = z.array(Criterion).describe('The criteria that are scored here, with weights and minimums');
const blind = z.boolean().describe('Name, department and dates are hidden');

export const ReviewMatter = z.object({ purpose: z.literal('review'), application, topics, rubric, blind });

/** Two reviewers are far apart: what each has said. */
export const DiscussionMatter = z.object({
  purpose: z.literal('discussion'),
  application,
  topics,
  rubric,
  blind,
  own: Answer.nullable(),
  other: Answer.nullable().describe('Of the other reviewer, who is not named; scores alone where reviews are blind'),
});

/** Before reviews are given out: what a reviewer may be given. */
export const ConflictMatter = z.object({
  purpose: z.literal('conflict'),
  applications: z.array(ApplicationLine),
  topics,
});

export const PanelMatter = z.object({
  purpose: z.literal('panel'),
  seats: z.number().int(),
  chair: z.boolean().describe('The asker is in the chair'),
  candidates: z.array(
    ApplicationLine.extend({
      rank: z.number().int().nullable(),
      score: z.number().nullable(),
      seat: z
        .enum(['yes', 'no', 'tie'])
        .describe('Whether the ranking gives it a seat; whatever departs from that needs a ground'),
    }),
  ),
  topics,
});

/** Of the public notice, or of the screening. */
export const ObjectionMatter = z.object({
  purpose: z.literal('objection'),
  against: z.enum(['screening', 'notice']),
  application: application.describe('null: the objection is about the procedure'),
  topics,
  grounds: z.string().nullable().describe('null: their author was erased'),
});
