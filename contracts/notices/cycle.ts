import { z } from 'zod';
import { PersonId } from '../ids.ts';
import { type AboutIn, attention, letter } from './kind.ts';

/** What may wait for whoever runs a cycle. */
export const CYCLE_ATTENTIONS = [
  'calendar-ends',
  'calendar-unannounced',
  'department-without-head',
  'head-away',
  'department-declined',
  'delegate-refused',
  'previous-not-closed',
  'posts-unratable',
  'plan-disputed',
  'needs-unknown',
  'needs-without-source',
  'proposals-made',
  'plan-infeasible',
  'plan-overdue',
  'offerings-open',
  'commitment-short',
  'commitment-withdrawn',
  'approver-missing',
  'plan-conditions',
  'plan-returned',
  'change-failed',
  'change-silent',
  'change-undone',
] as const;
export type CycleAttention = (typeof CYCLE_ATTENTIONS)[number];

/** What has become of a change request. */
export const CHANGE_OUTCOMES = ['applied', 'emergency', 'rejected', 'failed', 'confirmed', 'undone'] as const;
export type ChangeOutcome = (typeof CHANGE_OUTCOMES)[number];

const department = z.string();
const version = z.number().int();

export const CYCLE_NOTICES = {
  'cycle.mobilisation': letter('before-due', { department: department.optional() }),
  'cycle.speaker': letter('any-time', { department, asked: PersonId.nullish() }),
  'cycle.methodChanged': letter('any-time', { method: z.string(), version }),
  'cycle.planDisputed': letter('any-time', { person: PersonId }),
  'cycle.steered': letter('at-once', { what: z.enum(['paused', 'resumed', 'reopened', 'cancelled']) }),
  'cycle.departmentSilent': letter('any-time', {
    department,
    confirmed: z.number().int(),
    dropped: z.number().int(),
  }),
  'cycle.planFrozen': letter('any-time', { version, digest: z.string() }),
  'cycle.changeDecided': letter('at-once', {
    change: z.string(),
    outcome: z.enum(CHANGE_OUTCOMES),
    offering: z.string().nullable(),
  }),
  'cycle.attention': attention('at-once', CYCLE_ATTENTIONS),
} as const;
export type CycleNotices = AboutIn<typeof CYCLE_NOTICES>;
