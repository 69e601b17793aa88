import { z } from 'zod';
import { Label } from '../../form.ts';
import { PersonId } from '../../ids.ts';
import { Code, Day } from '../../organisation.ts';
import { Fact } from '../fact.ts';
import { AbilityCell, OfCycle } from './ability.ts';

const instant = z.number().int().describe('Procedure time, milliseconds since 1970');

const Member = z.object({
  person: PersonId,
  name: z.string().nullable(),
  department: Code,
  post: Code,
  rated: z.number().int().describe('Elements that are rated'),
  missing: z.number().int().describe('Elements that are not'),
  meanGap: z.number().nullable().describe('In levels, counting important elements more; null: nothing is rated'),
  team: z.number().int().describe('How many report to them'),
  plan: z
    .enum(['proposed', 'signed', 'disputed', 'unsigned'])
    .nullable()
    .describe('How the development plan of this cycle stands; null: there is none yet'),
  courses: z.array(
    z.object({
      offering: z.string(),
      stream: z.string().nullable(),
      title: Label,
      from: z.string(),
      to: z.string(),
      present: z.boolean().nullable().describe('null: not known yet'),
      transfer: z.number().nullable().describe('What the supervisor said last of how it is used at work, 1 to 5'),
    }),
  ),
});

const ElementRow = z.object({
  element: Code,
  name: Label,
  required: z.number().int().describe('People whose post needs it'),
  rated: z.number().int(),
  meanGap: z.number().nullable().describe('In levels, over those who are rated'),
  weighted: z.number().nullable().describe('Sum of the weighted gaps'),
  met: z.number().int().describe('Gaps that the plan meets'),
});

const PostRow = z.object({
  post: Code,
  title: Label,
  people: z.number().int(),
  rated: z.number().int().describe('People of whom something is rated'),
  meanGap: z.number().nullable(),
  elements: z.array(ElementRow.omit({ name: true })),
});

/** Something that waits for the asker and is about one of these people. */
const Waiting = z.object({
  round: z.string().nullable().describe('null: it is in no round; a talk about a plan that was objected to'),
  task: z.string().nullable(),
  purpose: z.string(),
  title: Label,
  person: PersonId,
  due: instant.nullable(),
  late: z.boolean(),
  drafted: z.boolean(),
  minutes: z.number().int(),
});

/** The people who report to somebody, against what their posts require. */
export const TeamView = z
  .object({
    now: instant,
    of: PersonId.describe('Whose team it is'),
    cycle: OfCycle.nullable().describe('null: no cycle is about them'),
    before: OfCycle.nullable().describe('The cycle before, whose ratings stand beside'),
    grouping: z.enum(['people', 'posts']).describe('Above 15 people, posts; ask for one with `post`'),
    people: z.array(Member),
    posts: z.array(PostRow),
    elements: z.array(ElementRow).describe('Darkest first'),
    cells: z.array(AbilityCell),
    figures: z.object({
      people: z.number().int(),
      elements: z.number().int(),
      gaps: z.number().int().describe('Gaps at least as large as the cycle diagnoses'),
      met: z.number().int().describe('Of these, those that the plan meets'),
    }),
    summary: Fact.nullable(),
    waits: z.array(Waiting),
    mayAskForChanges: z.boolean(),
    planned: z
      .array(
        z.object({
          offering: z.string(),
          title: Label,
          from: Day,
          raises: z.array(Code),
          people: z.array(PersonId).describe('Of those shown, who takes part'),
        }),
      )
      .describe('What the approved plan holds and has not begun, for whoever may ask for changes of it'),
    names: z.record(z.string(), z.string()),
  })
  .meta({ id: 'Team' });
export type TeamView = z.infer<typeof TeamView>;

/** Who of the asker's people is late in a round, as the letters told the asker: what was tried, and whom to talk to. */
export const TeamLateView = z
  .object({
    now: instant,
    title: Label,
    of: Label.nullable().describe('The procedure that the round belongs to'),
    told: instant.describe('When the asker was last told'),
    people: z.array(
      z.object({
        person: PersonId,
        name: z.string().nullable(),
        tasks: z.number().int().describe('Answers that are still open'),
        begun: z.number().int().describe('Of these, those with a draft'),
        due: instant.describe('Of the earliest'),
        reminded: z.array(instant).describe('When they were written to, the earliest first'),
        talkTo: PersonId.describe('Who reports to the asker: themselves, or whoever is between the two'),
      }),
    ),
    names: z.record(z.string(), z.string()),
  })
  .meta({ id: 'TeamLate' });
export type TeamLateView = z.infer<typeof TeamLateView>;
