import { z } from 'zod';
import { Label } from '../form.ts';
import { PersonId, StreamId } from '../ids.ts';
import { EffectFigure, OfferingResult } from '../offering/result.ts';
import { OfferingStage, PassedOver } from '../offering/terms.ts';
import { RefusedOrderLine } from '../orders.ts';
import { Day } from '../organisation.ts';
import { Course } from '../planning.ts';
import { Trouble } from '../trouble.ts';

const instant = z.number().int().describe('Procedure time, milliseconds since 1970');

/** An offering in a list. */
export const OfferingLine = z.object({
  id: z.string(),
  cycle: z.string(),
  offering: z.string().describe('Its name in the plan, such as O-001'),
  title: Label,
  from: Day,
  to: Day,
  place: z.string(),
  trainer: PersonId.nullable(),
  trainerName: z.string().nullable(),
  provider: z.string().nullable(),
  teaches: z.boolean().describe('The asker is its trainer'),
  takesPart: z.boolean().describe('The asker is on its list'),
  stage: OfferingStage,
  paused: z.boolean(),
  cancelled: z.boolean(),
  closed: z.boolean(),
});
export type OfferingLine = z.infer<typeof OfferingLine>;
export const OfferingList = z.object({ offerings: z.array(OfferingLine) }).meta({ id: 'OfferingList' });

/** Between which hours a course is held on each of its days, by the clock of the place. */
export const CourseHours = z.object({
  from: z.number().int().describe('Hour of the day'),
  to: z.number().int().describe('Hour of the day'),
  timeZone: z.string(),
});

export const SEATS = ['planned', 'waiting', 'asked', 'accepted', 'declined', 'silent', 'given-up'] as const;

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();

const Participant = z.object({
  person: PersonId,
  seat: z.enum(SEATS),
  waits: z.number().int().nullable().describe('Place on the waiting list, 1 the first'),
  passedOver: PassedOver.omit({ person: true })
    .nullable()
    .describe('Why a free seat was not offered: on leave, in another course, or teaching one'),
  spokenFor: z.boolean().describe('The supervisor has said what to bring back'),
  present: z.boolean().nullable(),
  score: z.number().nullable(),
  transfer: list(z.object({ supervisor: z.number().nullable(), own: z.number().nullable() }))
    .nullable()
    .describe('Level 3, follow-up by follow-up'),
  coaching: z.enum(['asked', 'done', 'not-done']).nullable(),
});

/** An offering as everybody may see it, with what concerns the asker; small groups are hidden. */
export const OfferingView = z
  .object({
    id: z.string(),
    cycle: z.string(),
    offering: z.string(),
    digest: z.string().describe('The hash of the approved plan from which it was started'),
    title: Label,
    course: Course.pick({ id: true, form: true, hours: true, benefit: true, goal: true }),
    phase: z.enum(['unopened', 'running', 'paused', 'cancelled', 'closed']),
    stage: OfferingStage,
    until: instant.nullable(),
    days: list(Day),
    daily: CourseHours,
    place: z.string(),
    trainer: PersonId.nullable(),
    provider: z.string().nullable(),
    seats: z.object({
      offered: z.number().int(),
      taken: z.number().int(),
      needed: z.number().int().describe('With fewer it is not worth holding'),
      waiting: z.number().int(),
    }),
    participants: list(Participant).describe(
      'For operations and the trainer all, for supervisors their people, for everybody themselves',
    ),
    certificate: z
      .boolean()
      .describe('The asker was there, and has passed the test where there was one: there is a certificate of it'),
    reaction: z.record(z.string(), z.number()).nullable().describe('Level 1, for operations and the trainer'),
    result: OfferingResult.nullable().describe('For operations'),
    figures: z.array(EffectFigure).describe('Level 4, for operations'),
    cost: z.number().int().nullable().describe('What was paid so far, for operations'),
    waiting: list(z.object({ purpose: z.string(), people: list(z.string()), what: z.string().nullable() })).describe(
      'Whom it waits for, for operations',
    ),
    refusedOrders: z.array(RefusedOrderLine).describe('Orders that were refused, for operations'),
    rounds: z
      .array(z.object({ id: StreamId, purpose: z.string(), due: instant, concluded: z.boolean() }))
      .describe('For operations'),
    trouble: Trouble.nullable().describe('Why time does not act in it, for operations; null: it does'),
    names: z.record(z.string(), z.string()),
  })
  .meta({ id: 'Offering' });
export type OfferingView = z.infer<typeof OfferingView>;
