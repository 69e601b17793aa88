import { z } from 'zod';
import { PersonId } from '../ids.ts';
import { STAGES } from '../selection/terms.ts';
import { type AboutIn, attention, ids, instant, letter } from './kind.ts';

/** What may wait for whoever runs a selection. */
export const SELECTION_ATTENTIONS = [
  'calendar-ends',
  'calendar-unannounced',
  'measures-refused',
  'departments-unreached',
  'screener-missing',
  'handler-missing',
  'reviewers-short',
  'review-waived',
  'no-quorum',
  'certificates-missing',
  'applicant-left',
  'judge-left',
] as const;
export type SelectionAttention = (typeof SELECTION_ATTENTIONS)[number];

/** What they hear of without having to do anything. */
export const SELECTION_NEWS = [
  'objection',
  'objection-upheld',
  'objection-dismissed',
  'screening-objection',
  'screening-objection-upheld',
  'screening-objection-dismissed',
  'seat-declined',
  'seat-silent',
  'reserve-offered',
  'closed',
  'closed-without',
] as const;
export type SelectionNews = (typeof SELECTION_NEWS)[number];

const version = z.number().int();

export const SELECTION_NOTICES = {
  'selection.measures': letter('before-due', { version }),
  'selection.publicity': letter('before-due', { closesAt: instant }),
  'selection.call': letter('before-due', { opensAt: instant, closesAt: instant }),
  'selection.criteriaCorrected': letter('at-once', { version, closesAt: instant }),
  'selection.nominated': letter('before-due', { nominator: PersonId }),
  'selection.nominationAnswered': letter('any-time', {
    person: PersonId,
    answer: z.enum(['accepted', 'declined', 'silent']),
  }),
  'selection.unreached': letter('at-once', { department: z.string() }),
  'selection.lateAllowed': letter('at-once', {}),
  'selection.applicationReceived': letter('any-time', { code: z.string() }),
  'selection.agreement': letter('any-time', {
    code: z.string(),
    answer: z.enum(['agreed', 'deemed', 'refused', 'silent']),
  }),
  'selection.ineligible': letter('at-once', { code: z.string(), reasons: ids, objectUntil: instant }),
  'selection.reviewer': letter('any-time', { applications: ids }),
  'selection.decisionReturned': letter('at-once', { why: z.enum(['quorum', 'reason']), departures: ids }),
  'selection.publicNotice': letter('at-once', { candidates: ids, objectUntil: instant }),
  'selection.objectionReceived': letter('any-time', {
    objection: z.string().optional(),
    application: z.string().optional(),
  }),
  'selection.objectionResolved': letter('at-once', {
    objection: z.string().optional(),
    application: z.string().optional(),
    upheld: z.boolean(),
    /** Until when may be objected now, and until when it was posted; absent: that has not moved. */
    objectUntil: instant.optional(),
    posted: instant.optional(),
  }),
  'selection.noticeMoved': letter('at-once', { objectUntil: instant, posted: instant }),
  'selection.result': letter('at-once', {
    code: z.string(),
    standing: z.string(),
    rank: z.number().int().nullable(),
    score: z.number().nullable(),
    of: z.number().int(),
    strengths: ids,
    gaps: ids,
  }),
  'selection.appointed': letter('at-once', {
    /** First and last day, YYYY-MM-DD. */
    termFrom: z.string(),
    termTo: z.string(),
    document: z.string().nullable(),
  }),
  'selection.steered': letter('at-once', {
    what: z.enum(['paused', 'resumed', 'moved']),
    /** Of a date that was moved: the stage and its new end. */
    stage: z.enum(STAGES).optional(),
    at: instant.optional(),
  }),
  'selection.cancelled': letter('at-once', {}),
  'selection.attention': attention('at-once', SELECTION_ATTENTIONS),
  'selection.news': attention('any-time', SELECTION_NEWS),
} as const;
export type SelectionNotices = AboutIn<typeof SELECTION_NOTICES>;
