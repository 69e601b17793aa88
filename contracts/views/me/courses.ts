import { z } from 'zod';
import { Label } from '../../form.ts';
import { PersonId } from '../../ids.ts';
import { OfferingStage } from '../../offering/terms.ts';
import { Day } from '../../organisation.ts';
import { Fact } from '../fact.ts';
import { InboxTask } from '../inbox.ts';
import { CourseHours, SEATS } from '../offering.ts';

/** A course of somebody's, as both who takes part and who teaches see it. */
const MyCourse = z.object({
  id: z.string(),
  cycle: z.string(),
  offering: z.string().describe('Its name in the plan, such as O-001'),
  title: Label,
  benefit: Label,
  goal: Label,
  days: z.array(Day).readonly(),
  daily: CourseHours,
  place: z.string(),
  stage: OfferingStage,
  paused: z.boolean(),
  over: z.boolean(),
  cancelled: z.boolean(),
  next: Fact.nullable().describe('What comes next; null: nothing does'),
  asked: z.array(InboxTask).describe('What is asked of the asker in it'),
});

const Taken = MyCourse.extend({
  trainer: PersonId.nullable(),
  provider: z.string().nullable(),
  seat: z.enum(SEATS),
  waits: z.number().int().nullable().describe('Place on the waiting list, 1 the first'),
  present: z.boolean().nullable(),
  score: z.number().nullable(),
});

const Taught = MyCourse.extend({
  hours: z.number(),
  seats: z.object({
    offered: z.number().int(),
    taken: z.number().int(),
    needed: z.number().int(),
    waiting: z.number().int(),
  }),
  participants: z.array(
    z.object({ person: PersonId, seat: z.enum(SEATS), present: z.boolean().nullable(), score: z.number().nullable() }),
  ),
  reaction: z.record(z.string(), z.number()).nullable().describe('Means of the feedback; null: too few answered'),
});

/** The courses that somebody takes part in or waits for, and those they teach; by their first day. */
export const MyCoursesView = z
  .object({
    now: z.number().int(),
    taking: z.array(Taken),
    teaching: z.array(Taught),
    names: z.record(z.string(), z.string()),
  })
  .meta({ id: 'MyCourses' });
export type MyCoursesView = z.infer<typeof MyCoursesView>;
