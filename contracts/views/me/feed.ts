import { z } from 'zod';

/** How it stands with the calendar feed of whoever asks. */
export const FeedStanding = z
  .object({ madeAt: z.number().int().nullable().describe('Real time; null: there is none') })
  .meta({ id: 'FeedStanding' });

/** A new calendar feed. Its path is told once: of the secret in it only a digest is kept. */
export const NewFeed = z.object({ path: z.string(), madeAt: z.number().int() }).meta({ id: 'NewFeed' });
