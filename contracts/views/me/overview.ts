import { z } from 'zod';
import { Label } from '../../form.ts';
import { PersonId } from '../../ids.ts';
import { Code } from '../../organisation.ts';
import { DayWindow } from '../../planning.ts';
import { Fact } from '../fact.ts';
import { InboxTask } from '../inbox.ts';
import { OfCycle } from '../people/ability.ts';

const instant = z.number().int().describe('Procedure time, milliseconds since 1970');
const hidden = Fact.nullable().describe('Why a figure is not shown, such as `small-group`; null: none is hidden');

const PromisedLine = z.object({
  offering: z.string(),
  title: Label,
  promised: z.number().describe('Weighted gap points'),
  measured: z.number().nullable().describe('null: nobody was rated again, or it is hidden'),
  difference: z.number().nullable(),
  hidden,
});

/** One screen for whoever leads: what is asked of them, what was promised, and what has come of it. */
export const OverviewView = z
  .object({
    now: instant,
    cycle: OfCycle.extend({
      currency: z.string(),
      period: DayWindow.describe('The days that the plan covers: figures are counted from the first of them'),
      until: instant.nullable(),
    }).nullable(),
    headline: Fact.nullable(),
    asked: z.object({
      tasks: z.array(InboxTask).describe('The two that are due first'),
      more: z.number().int().describe('How many more there are'),
    }),
    silent: z
      .array(
        z.object({
          department: Code,
          name: Label,
          head: PersonId.nullable(),
          people: z.number().int(),
          why: Fact,
        }),
      )
      .describe('Departments of which nothing is on record: whom to talk to'),
    offerings: z.array(PromisedLine).describe('Those that the asker sees, the furthest below the promise first'),
    figures: z
      .object({
        closed: z.object({
          measured: z.number().nullable().describe('Weighted gap points that were closed'),
          promised: z.number().describe('Of what was measured: only with this may it be compared'),
          inAll: z.number().describe('Promised of the whole plan'),
          hidden,
        }),
        seats: z.object({
          present: z.number().int(),
          absent: z.number().int(),
          seats: z.number().int().describe('Of the whole plan'),
          held: z.number().int().describe('Offerings that have been held'),
          offerings: z.number().int().describe('Of the whole plan'),
        }),
        cost: z.object({
          total: z.number().int().describe('In the smallest unit of the currency'),
          perPoint: z.number().int().nullable(),
          hidden,
        }),
        liked: z.object({ mean: z.number().nullable().describe('1 to 5'), answers: z.number().int(), hidden }),
      })
      .nullable()
      .describe('null: there is no cycle'),
    tookPart: z.array(
      z.object({
        department: Code,
        name: Label,
        rated: z.number().int().describe('People whom their supervisor has rated'),
        people: z.number().int(),
        returned: z.enum(['needs', 'nil', 'silent']).nullable().describe('null: not yet'),
      }),
    ),
    open: z
      .array(z.object({ element: Code, name: Label, people: z.number().int() }))
      .describe('Gaps that the cycle leaves open, by people, as its proposals name them'),
    proposals: z.number().int(),
    names: z.record(z.string(), z.string()),
  })
  .meta({ id: 'Overview' });
export type OverviewView = z.infer<typeof OverviewView>;

/** What somebody has done for the training of others; nobody else is shown it. */
export const SupportView = z
  .object({
    now: instant,
    given: z
      .array(
        Fact.extend({
          at: instant,
          round: z.string(),
          purpose: z.string(),
          of: Label.nullable().describe('The procedure that it was for'),
        }),
      )
      .describe('Newest first, one line for each round; at most 200'),
    missed: z.number().int().describe('What was asked in these rounds and not answered by them'),
  })
  .meta({ id: 'Support' });
export type SupportView = z.infer<typeof SupportView>;
