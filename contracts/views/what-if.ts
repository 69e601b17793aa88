import { z } from 'zod';
import { PersonId, StreamId } from '../ids.ts';

const instant = z.number().int().describe('Procedure time, milliseconds since 1970');
const span = z.object({ start: instant.nullable(), end: instant.nullable() });

const money = z
  .object({ limit: z.number().int(), planned: z.number().int() })
  .describe('In the smallest unit of the currency');

/** What becomes at once of the open tasks of a round. */
export const TaskChange = z.object({
  round: StreamId,
  added: z.number().int(),
  gone: z.number().int().describe('Taken back, or closed with the round'),
  moved: z.number().int().describe('Due at another time'),
  movedTo: instant.nullable().describe('The latest of the new times; null: none is moved'),
});
export type TaskChange = z.infer<typeof TaskChange>;

const Letters = z.object({
  messages: z.number().int(),
  people: z.number().int().describe('How many different people get them'),
  lines: z
    .array(z.object({ template: z.string(), at: instant, people: z.array(PersonId) }))
    .describe('By hour and kind, the earliest first; at most 500'),
});

/** What a command would bring about, were it sent now. */
export const WhatIf = z
  .object({
    refusal: z.string().nullable().describe('Why it would be refused; null: it would not, and all else is told'),
    stages: z
      .array(z.object({ stream: StreamId, stage: z.string(), before: span.nullable(), after: span.nullable() }))
      .describe('Stages that begin or end at another time'),
    tasks: z.array(TaskChange),
    money: z
      .array(z.object({ stream: StreamId, line: z.string(), before: money.nullable(), after: money.nullable() }))
      .describe('Budget lines with another limit or another sum planned'),
    more: Letters.describe('Messages that would be sent and are not sent without it'),
    fewer: Letters.describe('Messages that would not be sent any more'),
  })
  .meta({ id: 'WhatIf' });
export type WhatIf = z.infer<typeof WhatIf>;
