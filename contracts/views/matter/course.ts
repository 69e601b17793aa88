import { z } from 'zod';
import { OfferingView } from '../offering.ts';

const course = OfferingView.describe('As the asker sees it');
const person = z.object({ id: z.string(), name: z.string().nullable() }).nullable().describe('Whom it is about');

const about = { course, person };

export const SeatMatter = z.object({ purpose: z.literal('offering-seats'), course });
export const SupportMatter = z.object({ purpose: z.literal('offering-support'), ...about });
export const ReactionMatter = z.object({ purpose: z.literal('offering-reaction'), course });
export const TestMatter = z.object({ purpose: z.literal('offering-test'), ...about });
export const CoachingMatter = z.object({ purpose: z.literal('offering-coaching'), ...about });

/** Everybody whose seat was taken; who was absent is said of them. */
export const AttendanceMatter = z.object({
  purpose: z.literal('offering-attendance'),
  course,
  people: z.array(z.object({ id: z.string(), name: z.string().nullable() })),
});

/** What came of the course at work, asked of the supervisor and of the participant. */
export const TransferMatter = z.object({
  purpose: z.literal('offering-transfer'),
  ...about,
  goal: z.string().nullable().describe('What the supervisor had hoped for before the course'),
});
