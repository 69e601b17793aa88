import { z } from 'zod';
import { type AboutIn, ids, letter } from './kind.ts';

/** What a round writes, to one person about all of their tasks that it concerns. */
export const ROUND_NOTICES = {
  'round.invitation': letter('before-due', { tasks: ids }),
  'round.reminder': letter('before-due', { tasks: ids, rung: z.number().int().nullable() }),
  'round.escalation': letter('at-once', { tasks: ids, as: z.enum(['manager', 'owner']) }),
  'round.delegated': letter('before-due', { tasks: ids }),
  'round.reassigned': letter('before-due', { tasks: ids }),
  'round.handedOver': letter('any-time', { tasks: ids }),
  'round.extended': letter('any-time', { tasks: ids }),
  'round.withdrawn': letter('any-time', { tasks: ids }),
  'round.reopened': letter('before-due', { tasks: ids, answered: z.boolean() }),
} as const;
export type RoundNotices = AboutIn<typeof ROUND_NOTICES>;
