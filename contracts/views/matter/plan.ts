import { z } from 'zod';
import { ApprovalStep } from '../../cycle/events.ts';
import { CommitmentTerms } from '../../cycle/terms.ts';
import { Label } from '../../form.ts';
import { ChangesView } from '../cycle/changes.ts';
import { names } from '../cycle/parts.ts';
import { DifferenceView, SeenCut, SeenOffering } from '../cycle/plan.ts';

const currency = z.string();
const courses = z.record(z.string(), Label).describe('Titles by id');
const rooms = z.record(z.string(), z.string()).describe('Names by id');
const lines = z.record(z.string(), Label).describe('Budget lines by id');

export const CommitmentMatter = z.object({
  purpose: z.literal('cycle-commitments'),
  commitment: CommitmentTerms.omit({ leader: true }),
  asked: z.number().describe('Money in the smallest unit of the currency, or hours'),
  currency,
  label: Label.nullable().describe('Of the budget line'),
  room: z.string().nullable(),
});

const Figures = z.object({
  offerings: z.number().int(),
  places: z.number().int(),
  cost: z.number(),
  effect: z.number(),
  left: z.number().int().describe('People left out, counted once for each need'),
});

/** The plan, as far as whoever approves sees it. */
export const ApprovalMatter = z.object({
  purpose: z.literal('cycle-approval'),
  step: ApprovalStep,
  version: z.number().int(),
  digest: z.string(),
  department: z.object({ id: z.string(), name: Label.nullable() }).nullable().describe('null: the whole plan'),
  part: z.array(SeenOffering).describe('The offerings that the word is about'),
  mine: z.record(z.string(), z.array(z.string())).describe('People of the department by offering'),
  left: z
    .array(
      z.object({
        need: z.string(),
        what: Label.describe('The need as people call it'),
        people: z.array(z.string()),
        limit: z.string().describe('The kind of limit that it was left out for'),
        lost: SeenCut.shape.lost.describe(
          'Weighted gap points that stay open; null: the approver sees some of the people only, and it is of all of them',
        ),
      }),
    )
    .describe('What the plan leaves out, as far as the approver sees its people'),
  last: z
    .object({ version: z.number().int(), answer: z.enum(['approved', 'conditions', 'returned', 'deemed', 'passed']) })
    .nullable()
    .describe('The word that the approver gave last'),
  returned: z
    .array(
      z.object({
        step: ApprovalStep,
        person: z.string(),
        version: z.number().int(),
        touches: z.array(z.string()),
        comments: z.string().nullable(),
      }),
    )
    .describe('Why the plan has come back since the version that is compared with'),
  figures: Figures,
  before: Figures.nullable().describe('Of the version that is compared with; null: there is none'),
  difference: DifferenceView,
  answered: z.array(z.object({ person: z.string(), answered: z.boolean() })).describe('Who is asked in this step'),
  currency,
  courses,
  rooms,
  providers: z.record(z.string(), z.string()).describe('Provider of each quote in it'),
  lines,
  names,
});

/** A change request with what it brings about. */
export const ChangeMatter = z.object({
  purpose: z.literal('cycle-changes'),
  change: ChangesView.shape.changes.element.nullable(),
  currency,
  courses,
  rooms,
  lines,
  names,
});
