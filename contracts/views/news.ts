import { z } from 'zod';
import { StreamId } from '../ids.ts';

/** What is said of a stream over the connection that stays open, as `data` of an event `news`. */
export const NewsLine = z
  .object({
    stream: StreamId,
    version: z.number().int().nullable().describe('Up to which version; for operations and auditors, null for others'),
    kinds: z.array(z.string()).describe('What has happened, by type, as `code` in the history'),
  })
  .meta({ id: 'News' });
export type NewsLine = z.infer<typeof NewsLine>;
