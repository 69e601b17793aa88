import { z } from 'zod';
import { Label } from '../../contracts/form.ts';
import { PersonId } from '../../contracts/ids.ts';
import type { KindWords } from '../../contracts/kinds.ts';
import { PLAIN_WORKFLOW } from '../../contracts/kinds.ts';
import { type AboutIn, attention, letter } from '../../contracts/notices/kind.ts';
import { HomeTerms, procedureEvents, steeringCommands, When } from '../../contracts/procedure.ts';

// A test drive: some people try a tool and report, one of them decides whether it is bought, and all are told.

export const WORDS: KindWords = { workflow: PLAIN_WORKFLOW, noun: 'test drive', procedure: true };

export const STAGES = ['trying', 'deciding', 'telling', 'closed'] as const;
export const Stage = z.enum(STAGES);
export type Stage = z.infer<typeof Stage>;

export const Purpose = z.enum(['report', 'verdict']);
export type Purpose = z.infer<typeof Purpose>;

/** When each stage but the last ends. */
export const Timetable = z.object({ trying: When, deciding: When, telling: When });

export const Terms = z.object({
  title: Label,
  ...HomeTerms.shape,
  timetable: Timetable,
  drivers: z.array(PersonId).min(1).max(1000),
  decider: PersonId,
});
export type Terms = z.infer<typeof Terms>;

export const COMMANDS = { open: Terms, ...steeringCommands(Stage) };
export type Commands = { [T in keyof typeof COMMANDS]: z.infer<(typeof COMMANDS)[T]> };

export const EVENTS = {
  ...procedureEvents(Stage, Purpose, Terms),
  /** What the drivers gave it on average; null: none of them has reported. */
  Reported: z.object({ mean: z.number().nullable(), reports: z.number().int() }),
  Decided: z.object({ buy: z.boolean() }),
  DriveEnded: z.object({ bought: z.boolean() }),
};
export type Events = { [T in keyof typeof EVENTS]: z.infer<(typeof EVENTS)[T]> };

/** What may wait for whoever runs one. */
export const ATTENTIONS = ['calendar-ends', 'calendar-unannounced', 'nobody-reported'] as const;
export type Attention = (typeof ATTENTIONS)[number];

export const NOTICES = {
  'testDrive.decided': letter('any-time', {}),
  'testDrive.attention': attention('at-once', ATTENTIONS),
} as const;
export type Notices = AboutIn<typeof NOTICES>;
