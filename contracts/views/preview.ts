import { z } from 'zod';
import { Label } from '../form.ts';
import { PersonId } from '../ids.ts';

const instant = z.number().int().describe('Procedure time, milliseconds since 1970');
const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();

/** What opening a procedure now would bring about: its whole timetable, and every message of it and of its rounds. */
export const Preview = z
  .object({
    refusal: z.string().nullable().describe('Why it cannot be opened like this; null: it can, and all else is told'),
    notes: list(Label).describe('What does not keep it from opening and is to be known before'),
    stages: list(
      z.object({
        stage: z.string(),
        start: instant.nullable().describe('By the timetable; null: it says nothing of this stage'),
        end: instant.nullable(),
        latestStart: instant.nullable().describe('When nobody answers early; null: it cannot be foreseen'),
        latestEnd: instant.nullable().describe('When nobody answers early, and silence has been given its meaning'),
      }),
    ),
    messages: list(
      z.object({
        stage: z.string(),
        purpose: z.string().nullable().describe('What the round is for that sends it; null: the procedure itself'),
        template: z.string(),
        rung: z.number().int().nullable().describe('Which reminder, 0 the first; null: none'),
        at: instant,
        timeZone: z.string(),
        local: z.string().describe('By the clock where these people are'),
        people: list(PersonId),
        tasks: z.number().int(),
        atMost: z.boolean().describe('Who is asked depends on answers to come: these people at most'),
      }),
    ),
    total: z.number().int(),
    days: list(z.object({ day: z.string(), messages: z.number().int(), people: z.number().int() })),
    mostInAll: list(z.object({ person: PersonId, messages: z.number().int() })),
    mostInADay: list(z.object({ person: PersonId, day: z.string(), messages: z.number().int() })),
  })
  .meta({ id: 'Preview' });
export type Preview = z.infer<typeof Preview>;
