import { z } from 'zod';
import { letter } from './kind.ts';

/** For so long what somebody has asked for to sign in with is good, in minutes: they are there and wait for it. */
export const ASKED_LINK_MINUTES = 10;

/** To whoever asks how to come in; and what they open leads nowhere else. */
export const SESSION_NOTICES = {
  'session.link': letter('at-once', { path: z.string() }),
} as const;
