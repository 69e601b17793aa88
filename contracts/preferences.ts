import { z } from 'zod';

const hour = z.number().int().min(0).max(23).describe('An hour of the clock where the person is');

/** Monday is 1, Sunday 7. */
const day = z.number().int().min(1).max(7).describe('1 is Monday, 7 Sunday');

/** When somebody gets letters that can wait: as they are written, or those of a day or a week together. */
export const Rhythm = z.discriminatedUnion('letters', [
  z.strictObject({ letters: z.literal('at-once') }),
  z.strictObject({ letters: z.literal('daily'), hour }),
  z.strictObject({ letters: z.literal('weekly'), day, hour }),
]);
export type Rhythm = z.infer<typeof Rhythm>;

/** Those of them that gather. */
export type Gathering = Exclude<Rhythm, { letters: 'at-once' }>;

export const AT_ONCE: Rhythm = { letters: 'at-once' };

/** What somebody wants of Rostrum. */
export const Preferences = z.strictObject({ rhythm: Rhythm }).meta({ id: 'Preferences' });
export type Preferences = z.infer<typeof Preferences>;
