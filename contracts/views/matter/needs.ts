import { z } from 'zod';
import { Label } from '../../form.ts';
import { DayWindow } from '../../planning.ts';
import { NeedLine } from '../cycle/needs.ts';
import { StageDates } from '../cycle/overview.ts';
import { elements, names } from '../cycle/parts.ts';

const department = z.object({ id: z.string(), name: Label.nullable(), people: z.number().int() });
const courses = z.record(z.string(), Label).describe('Titles of the courses in it, by id');

/** What the department is asked to take part in. */
export const MobilisationMatter = z.object({
  purpose: z.literal('cycle-mobilisation'),
  department,
  period: DayWindow,
  stages: z.array(StageDates),
});

/** The needs that are proposed and stated, to be confirmed and ranked. */
export const NeedsMatter = z.object({
  purpose: z.literal('cycle-needs'),
  department,
  needs: z.array(NeedLine),
  choices: z
    .object({ elements, courses, people: names })
    .describe(
      'Of what a further need can be made: what the posts of the department ask for, the catalogue, its people',
    ),
  courses,
  elements,
  names,
});

export const QuestionMatter = z.object({
  purpose: z.literal('cycle-questions'),
  need: NeedLine.nullable(),
  people: names.describe('People of the department, of whom those who need it are chosen'),
  courses,
  elements,
  names,
});
