import { z } from 'zod';
import { PersonId } from '../ids.ts';
import { type AboutIn, attention, instant, letter, people } from './kind.ts';

/** What may wait for whoever runs a course. */
export const OFFERING_ATTENTIONS = ['seats-short', 'attendance', 'away', 'trainer-away', 'trainer-left'] as const;
export type OfferingAttention = (typeof OFFERING_ATTENTIONS)[number];

/** Of the entry in somebody's calendar: a message with a higher number replaces those with lower ones. */
const sequence = z.number().int();
/** YYYY-MM-DD. */
const day = z.string();

/** To those whom a change concerns, in what part: who waits and who leads have no entry in their calendar. */
const concerned = {
  as: z.enum(['participant', 'waiting', 'trainer', 'supervisor']),
  sequence: sequence.optional(),
  people: people.optional(),
};

export const OFFERING_NOTICES = {
  'offering.invitation': letter('before-due', { answerBy: instant, sequence }),
  'offering.seat': letter('before-due', { answerBy: instant.nullable(), back: z.boolean().optional(), sequence }),
  'offering.waiting': letter('any-time', { place: z.number().int() }),
  'offering.noSeat': letter('any-time', {}),
  'offering.away': letter('at-once', { day, lastDay: day.nullable() }),
  'offering.passedOver': letter('any-time', {
    why: z.enum(['away', 'course', 'teaching']),
    day,
    other: z.string().nullable(),
  }),
  'offering.support': letter('any-time', { supervisor: PersonId }),
  'offering.trainer': letter('at-once', { sequence }),
  'offering.briefing': letter('at-once', {}),
  'offering.released': letter('at-once', { sequence }),
  'offering.trainerChanged': letter('at-once', { sequence }),
  'offering.moved': letter('at-once', concerned),
  'offering.cancelled': letter('at-once', concerned),
  'offering.removed': letter('at-once', { why: z.enum(['declined', 'given-up', 'removed']), sequence }),
  'offering.absent': letter('any-time', { person: PersonId }),
  'offering.attention': attention('at-once', OFFERING_ATTENTIONS),
} as const;
export type OfferingNotices = AboutIn<typeof OFFERING_NOTICES>;
