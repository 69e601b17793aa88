import { z } from 'zod';
import { Label } from '../../form.ts';
import { PersonId } from '../../ids.ts';
import { Code, Day } from '../../organisation.ts';
import { Fact } from '../fact.ts';
import { SEATS } from '../offering.ts';
import { AbilityCell, OfCycle } from './ability.ts';

const instant = z.number().int().describe('Procedure time, milliseconds since 1970');
const elements = z.record(z.string(), Label);

const Signature = z.object({
  as: z.enum(['supervisor', 'employee']),
  person: PersonId,
  answer: z
    .enum(['signed', 'disputed', 'unsigned', 'open'])
    .describe('A supervisor signs by handing in the record of the talk'),
  at: instant.nullable(),
  comment: z.string().nullable().describe('For the two, operations and auditors'),
});

/** What supervisor and employee have agreed on in one cycle. */
export const DevelopmentPlan = z.object({
  cycle: OfCycle,
  state: z.enum(['proposed', 'signed', 'disputed', 'unsigned']),
  held: Day.nullable().describe('The day of the talk'),
  items: z.array(
    z.object({
      element: Code.nullable().describe('null: another subject'),
      means: Fact,
      until: Day,
      goal: z.string().nullable().describe('What will be different; null: nothing was said, or it was erased'),
    }),
  ),
  remarks: z.string().nullable().describe('For the two, operations and auditors'),
  signatures: z.array(Signature),
  history: z.array(Fact.extend({ at: instant, by: PersonId })).describe('Newest first'),
});
export type DevelopmentPlan = z.infer<typeof DevelopmentPlan>;

const PersonCourse = z.object({
  offering: z.string(),
  stream: z.string().nullable(),
  title: Label,
  benefit: Label,
  goal: Label,
  raises: z.array(Code).describe('Elements of the post that it raises'),
  days: z.array(Day),
  when: z.enum(['before', 'after']).describe('After: it is known who was there, or it is over'),
  trainer: PersonId.nullable(),
  seat: z.enum(SEATS).nullable().describe('null: nobody was asked yet, or it is not for the asker'),
  present: z.boolean().nullable(),
  score: z.number().nullable(),
  transfer: z.array(z.object({ supervisor: z.number().nullable(), own: z.number().nullable() })),
  coaching: z.enum(['asked', 'done', 'not-done']).nullable(),
  said: z
    .object({ goal: z.string().nullable(), by: PersonId, clarified: z.boolean(), at: instant.nullable() })
    .nullable()
    .describe('What the supervisor hopes for, as it was said before the course'),
  toSay: z
    .object({ round: z.string(), task: z.string(), due: instant, late: z.boolean(), drafted: z.boolean() })
    .nullable()
    .describe('It is the asker who is to say it, and has not yet'),
});

/** One person: what the post requires, what was agreed, and what they are taught. */
export const DevelopmentView = z
  .object({
    now: instant,
    person: PersonId,
    name: z.string().nullable(),
    department: z.object({ id: Code, name: Label }),
    post: z.object({ code: Code, title: Label }),
    supervisor: PersonId.nullable(),
    cycle: OfCycle.nullable(),
    before: OfCycle.nullable(),
    cells: z.array(AbilityCell),
    hidden: Fact.nullable().describe('Why there are no cells; null: there are, or no cycle is about the person'),
    meanGap: z.number().nullable(),
    plans: z.array(DevelopmentPlan).describe('The latest first'),
    courses: z.array(PersonCourse).describe('By their first day'),
    elements,
    names: z.record(z.string(), z.string()),
  })
  .meta({ id: 'Development' });
export type DevelopmentView = z.infer<typeof DevelopmentView>;
