import { z } from 'zod';
import { PersonId } from './ids.ts';

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

export const Language = z.enum(['en', 'zh-CN']);
export type Language = z.infer<typeof Language>;

/** A zone of time that the machine knows. */
export const Zone = z
  .string()
  .max(60)
  .refine(isZone, { message: 'must be the name of a time zone, such as Asia/Shanghai' });

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    // An offset such as +08:00 is taken for a zone as well, and knows no summer time.
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

/** From when until when, by the clock where the person is, no letter comes that can wait; over midnight where `from` is later. */
export const QuietHours = z
  .strictObject({ from: hour, until: hour })
  .refine(({ from, until }) => from !== until, { message: 'must end at another hour than they begin' });
export type QuietHours = z.infer<typeof QuietHours>;

/** What somebody wants of Rostrum. */
export const Settings = z
  .strictObject({
    language: Language.nullable().describe('Of pages and letters; null: as the directory has it'),
    zone: Zone.nullable().describe('In which hours are told; null: as the directory has it'),
    theme: z.enum(['auto', 'light', 'dark']),
    rhythm: Rhythm.describe('When letters come that can wait'),
    quiet: QuietHours.nullable().describe('When no letter comes that can wait until they are over; null: at no hour'),
  })
  .meta({ id: 'Settings' });
export type Settings = z.infer<typeof Settings>;

/** What holds for whoever has said nothing. */
export const UNSAID: Settings = { language: null, zone: null, theme: 'auto', rhythm: AT_ONCE, quiet: null };

/** The same, with what others say of the person, which they cannot change here. */
export const SettingsView = Settings.extend({
  directory: z
    .object({ language: Language.nullable(), zone: z.string().nullable(), calendar: z.string().nullable() })
    .describe('What the directory says; null: it does not know the person'),
  deputy: z
    .object({ id: PersonId, name: z.string().nullable() })
    .nullable()
    .describe('Who stands in for the person on leave, as they have said by `nameDeputy`; null: nobody in particular'),
  quietHours: z
    .object({ from: z.string(), until: z.string() })
    .describe('When no reminder is sent, HH:MM where the directory says that the person is'),
}).meta({ id: 'SettingsView' });
export type SettingsView = z.infer<typeof SettingsView>;
