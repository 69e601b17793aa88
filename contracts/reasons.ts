import { z } from 'zod';
import { type Private, personal } from './private.ts';
import { line, Reason, Secret } from './text.ts';

/** Why the engine itself does something to a round or a course; notices have the words for each, in both languages. */
export const HOUSE_REASONS = [
  'applicant-left',
  'application-changed',
  'application-withdrawn',
  'change-request',
  'conflict-arisen',
  'conflict-declared',
  'course-cancelled',
  'course-gone-on',
  'course-moved',
  'cycle-cancelled',
  'cycle-gone-on',
  'cycle-paused',
  'cycle-resumed',
  'date-moved',
  'employee-gone',
  'gap-closed',
  'handed-over',
  'handler-replaced',
  'idp-changed',
  'judge-applied',
  'judge-objected',
  'need-changed',
  'person-left',
  'post-new',
  'procedure-cancelled',
  'procedure-gone-on',
  'procedure-paused',
  'procedure-resumed',
  'request-withdrawn',
  'responsible-changed',
  'review-waived-full-panel',
  'review-waived-nobody-left',
  'reviewer-matched',
  'reviewer-replaced',
  'scale-changed',
  'screener-replaced',
  'seat-gone',
  'selection-cancelled',
  'selection-gone-on',
  'selection-paused',
  'selection-resumed',
  'speaker-left',
  'supervisor-away',
  'supervisor-changed',
  'was-absent',
] as const;
export type HouseReasonCode = (typeof HOUSE_REASONS)[number];

export const HouseReason = z
  .object({
    code: z.enum(HOUSE_REASONS),
    /** What it is about, such as the number of a change request. */
    about: line(60).optional(),
  })
  .strict();
export type HouseReason = z.infer<typeof HouseReason>;

/** A reason as commands carry it that people and the engine give: people in words, the engine by its code. */
export const GivenReason = z.union([Reason, HouseReason]);
export type GivenReason = z.infer<typeof GivenReason>;

/** A reason as events hold it: people's words sealed, the engine's code in the open. */
export const KeptReason = z.union([Secret, HouseReason]);
export type KeptReason = Private | HouseReason;

export function house(code: HouseReasonCode, about?: string): HouseReason {
  return about === undefined ? { code } : { code, about };
}

/** A reason as it is to be kept, of whoever gave it. */
export function keptReason(actor: string, given: GivenReason): KeptReason {
  return typeof given === 'string' ? personal(actor, given) : given;
}

export function isHouseReason(value: unknown): value is HouseReason {
  return HouseReason.safeParse(value).success;
}
