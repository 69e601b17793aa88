import { z } from 'zod';
import { Label } from '../form.ts';
import { DirectoryLine } from './operations.ts';

const Path = z.string().nullable().describe('Its page in the app; null: it has none that the asker may open');

/** What the asker may see that is called like a text; so many of each kind at most. */
export const FindView = z
  .object({
    people: z.array(DirectoryLine.extend({ path: Path })),
    procedures: z.array(
      z.object({ id: z.string(), kind: z.string(), title: Label, stage: z.string(), closed: z.boolean(), path: Path }),
    ),
    courses: z
      .array(
        z.object({ id: z.string(), offering: z.string(), title: Label, from: z.string(), to: z.string(), path: Path }),
      )
      .describe('For operations and auditors all, for others those they teach or are on the list of'),
    applications: z
      .array(z.object({ selection: z.string(), of: Label, application: z.string(), path: Path }))
      .describe('Found by their number, such as A-7K3Q'),
    more: z
      .array(z.enum(['people', 'procedures', 'courses', 'applications']))
      .describe('Kinds of which there is more than is shown; say more of what is looked for'),
  })
  .meta({ id: 'Find' });
export type FindView = z.infer<typeof FindView>;
