import { z } from 'zod';

const ids = z.array(z.string());
const window = z.object({ from: z.string(), to: z.string() });
const rows = z.object({ added: ids, changed: ids, unchanged: z.number().int() });

/** What an import would change, and why it cannot be taken, if it cannot. */
export const ImportCheck = z
  .object({
    faults: z.array(z.string()).describe('Why it cannot be taken, a sentence each; empty when it can'),
    people: z.object({
      joined: ids.describe('Whom nobody knows yet'),
      back: ids.describe('Who had left'),
      changed: z.array(z.object({ person: z.string(), fields: z.array(z.string()) })),
      unchanged: z.number().int(),
      unlisted: ids.describe('Who works here and is not listed; they stay'),
    }),
    departments: rows,
    posts: rows,
    anchors: rows.describe('Elements whose levels are explained'),
    calendars: z.object({
      added: ids,
      changed: z.array(
        z.object({ calendar: z.string(), set: ids.describe('Days'), gone: ids.describe('Days'), weekend: z.boolean() }),
      ),
      unchanged: z.number().int(),
    }),
    absences: z
      .array(z.object({ person: z.string(), added: z.array(window), gone: z.array(window) }))
      .describe('Those whose days change; an absence that the import does not give is gone only if it is complete'),
  })
  .meta({ id: 'ImportCheck' });
export type ImportCheck = z.infer<typeof ImportCheck>;
