import { z } from 'zod';
import { Label } from '../form.ts';
import { PersonId } from '../ids.ts';
import { Code, Day } from '../organisation.ts';
import { Fact } from './fact.ts';
import { OfCycle } from './people/ability.ts';

const TeamTrainer = z.object({
  person: PersonId,
  name: z.string().nullable(),
  department: Code.nullable(),
  departmentName: Label.nullable(),
  topics: z.array(z.string()),
  courses: z.array(z.object({ course: Code, title: Label })),
  from: Day.nullable().describe('null: named by operations, without a term'),
  until: Day.nullable(),
  selection: z.string().nullable().describe('The selection by which they were appointed'),
  hours: z
    .object({ limit: z.number(), planned: z.number(), used: z.number(), left: z.number() })
    .nullable()
    .describe('Of teaching in the cycle; for themselves, and for who sees the whole cycle'),
  rating: z
    .object({ mean: z.number().nullable(), answers: z.number().int(), hidden: Fact.nullable() })
    .nullable()
    .describe('By participants, 1 to 5; for themselves, and for who sees the whole cycle'),
});

/** The team of trainers, by topic, and what nobody covers. */
export const TrainersView = z
  .object({
    cycle: OfCycle.nullable().describe('Of which hours and ratings are'),
    topics: z.array(z.object({ topic: z.string(), label: Label, trainers: z.array(PersonId), gap: Fact.nullable() })),
    trainers: z.array(TeamTrainer),
    gaps: z
      .array(Fact.extend({ element: Code.nullable(), name: Label.nullable() }))
      .describe('What the cycle found no trainer for; for who sees the whole cycle'),
  })
  .meta({ id: 'Trainers' });
export type TrainersView = z.infer<typeof TrainersView>;
