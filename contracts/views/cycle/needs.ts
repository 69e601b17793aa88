import { z } from 'zod';
import { Merged, MergedId, NeedFacts, NeedQuestion, Sourcing } from '../../cycle/needs.ts';
import { Label } from '../../form.ts';
import { PersonId } from '../../ids.ts';
import { Code } from '../../organisation.ts';
import { Course, Quote, Room } from '../../planning.ts';
import { DepartmentLine } from './overview.ts';
import { elements, names } from './parts.ts';

export const NEED_STATES = ['proposed', 'stated', 'sent-back', 'confirmed', 'dropped', 'withdrawn'] as const;

export const NeedLine = NeedFacts.extend({
  state: z.enum(NEED_STATES),
  rank: z.number().int().nullable().describe("Its place in the head's order, 1 first"),
  by: PersonId.nullable().describe('null: the ratings found it'),
  goal: z.string().nullable(),
  problem: z.string().nullable().describe('The problem of the business behind it'),
  question: z.object({ what: NeedQuestion, answered: z.boolean() }).nullable().describe('Why it was sent back'),
  merged: MergedId.nullable(),
  outcome: z
    .enum(['planned', 'cut', 'sent-back', 'coached', 'withdrawn'])
    .nullable()
    .describe('Where it ends by the approved plan; null before'),
});
export type NeedLine = z.infer<typeof NeedLine>;

export const NeedsView = z
  .object({
    needs: z.array(NeedLine),
    departments: z.array(DepartmentLine.pick({ department: true, name: true, returned: true, needs: true })),
    elements,
    names,
  })
  .meta({ id: 'CycleNeeds' });
export type NeedsView = z.infer<typeof NeedsView>;

export const MergedView = z
  .object({
    merged: z.array(
      Merged.extend({
        departments: z.array(Code).describe('Who asked'),
        people: z.number().int(),
        urgency: z.number().int().describe('The most urgent of its needs'),
        must: z.boolean(),
        why: z.enum(['same-element', 'same-course', 'alone', 'by-hand']).describe('Why its needs are together'),
        priority: z.number().int().describe('1 to 9, of its most pressing need'),
        handwork: z.enum(['merged', 'split']).nullable().describe('Made by hand'),
      }),
    ),
    elements,
  })
  .meta({ id: 'CycleMerged' });
export type MergedView = z.infer<typeof MergedView>;

const Trainer = z.object({
  person: PersonId,
  name: z.string().nullable(),
  courses: z.array(Code),
  topics: z.array(z.string()),
  hours: z.number().describe('That they may teach in the cycle'),
  until: z.string().nullable().describe('The last day of the appointment; null: named by operations'),
});

export const SourcingView = z
  .object({
    sourcing: z.array(
      Sourcing.extend({ why: z.array(Label).describe('The choice and what was passed over, a sentence each') }),
    ),
    quotes: z.array(Quote),
    trainers: z.array(Trainer),
  })
  .meta({ id: 'CycleSourcing' });
export type SourcingView = z.infer<typeof SourcingView>;

/** What the plan is made of. */
export const CatalogueView = z
  .object({ courses: z.array(Course), rooms: z.array(Room), quotes: z.array(Quote), trainers: z.array(Trainer) })
  .meta({ id: 'CycleCatalogue' });
export type CatalogueView = z.infer<typeof CatalogueView>;
