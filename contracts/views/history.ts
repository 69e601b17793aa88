import { z } from 'zod';
import { Label } from '../form.ts';
import { PersonId, StreamId } from '../ids.ts';
import { Fact } from './fact.ts';

/** Something that has happened in a process, as somebody may see it. */
export const HistoryLine = Fact.extend({
  version: z
    .number()
    .int()
    .nullable()
    .describe('Its number in the stream; for operations and auditors, null for others'),
  at: z.number().int().describe('Procedure time, milliseconds since 1970'),
  by: PersonId.nullable().describe('Who has done it; null: nobody, or it is not for the asker to know'),
  machine: z.boolean().describe('Rostrum itself has done it, so that it can be folded away'),
  why: z
    .object({
      text: z.string().nullable().describe('In the words of whoever gave it; null: not for the asker, or erased'),
      code: z.string().nullable().describe('Why Rostrum itself did it'),
      about: z.string().nullable(),
    })
    .nullable(),
  command: z.string().nullable().describe('The command that it follows from; for operations and auditors'),
  hash: z
    .string()
    .nullable()
    .describe(
      "The chain's link, SHA-256 in hexadecimal, for operations and auditors; null for others, who could try by it what is hidden",
    ),
});
export type HistoryLine = z.infer<typeof HistoryLine>;

export const HistoryView = z
  .object({
    stream: StreamId,
    lines: z.array(HistoryLine).describe('Newest first'),
    next: z.string().nullable().describe('Give it as `before` to go on; null: there is no more'),
    names: z.record(z.string(), z.string()).describe('People by id'),
    title: Label.nullable().describe('What the process is called'),
    currency: z
      .string()
      .nullable()
      .describe('What its amounts and costs are counted in, in the smallest unit; null: it counts no money'),
    called: z.record(z.string(), Label).describe('Departments, elements, courses, rooms and needs by id'),
  })
  .meta({ id: 'History' });
export type HistoryView = z.infer<typeof HistoryView>;
