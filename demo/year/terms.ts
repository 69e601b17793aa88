import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StreamId } from '../../contracts/ids.ts';
import type { Quote } from '../../contracts/planning.ts';
import type { DataFolder } from '../../files/data-folder.ts';
import { readTrainingFolder, type TrainingFolder } from '../../files/training-folder.ts';
import { cycleTermsFor, type Terms } from '../../samples/training.ts';
import { businessDays } from '../pace.ts';

const DAY = 86_400_000;
const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Courses, quotes, rooms and trainers of a data folder; rooms of the samples where it has none. */
export async function trainingOf(folder: string): Promise<TrainingFolder> {
  const own = await readTrainingFolder(folder);
  if (own.rooms.length) return own;
  // A list of what providers sell knows neither the company's rooms nor who could teach instead.
  const samples = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'samples');
  return { ...own, rooms: (await readTrainingFolder(samples)).rooms };
}

/** What is left of real time until the plan's period begins, on a busy machine: its first course is not due before it is approved. */
const SLACK_SECONDS = 12;

export interface YearChoices {
  readonly owner: string;
  readonly now: number;
  readonly selection: StreamId;
  readonly daysPerSecond: number;
}

/**
 * The terms of a compressed year that begins now: three and a half months until the plan is approved, a quarter of
 * courses, then the follow-ups after 30 and 90 days as in life. Rooms are open throughout.
 */
export function yearTerms(
  { organisation }: DataFolder,
  training: TrainingFolder,
  { owner, now, selection, daysPerSecond }: YearChoices,
): Terms {
  const lasting = (days: number, seconds: number) => businessDays(days, seconds, daysPerSecond);
  const slack = Math.ceil(SLACK_SECONDS * daysPerSecond);
  const inDays = (days: number) => now + (days + slack) * DAY;
  const bought = training.trainers.length === 0;
  return cycleTermsFor(organisation, {
    title: { en: 'Training plan 2028', 'zh-CN': '2028 年培训计划' },
    owner,
    period: { from: day(inDays(140)), to: day(inDays(230)) },
    executionEnds: inDays(355),
    timetable: {
      ...{ mobilisation: lasting(4, 4), ratings: lasting(8, 6), talks: lasting(6, 5), needs: lasting(6, 5) },
      ...{ summary: '1bd', sourcing: '1bd', compiling: lasting(12, 10), commitments: lasting(4, 4) },
      ...{ approval: lasting(15, 12), effect: '3bd', feedback: '2bd' },
      ...{ signature: lasting(5, 4), approvalStep: lasting(4, 4), change: lasting(3, 4) },
    },
    courses: training.courses,
    rooms: training.rooms.map((room) => ({ ...room, closed: [] })),
    selections: [selection],
    other: { delivery: { invite: '25bd', feedback: '15bd', followUps: ['30d', '90d'], followUpTime: '20bd' } },
    // Money for about a dozen offerings: the rest is cut, which is seen as well.
    ...(bought ? { currency: 'USD', perHead: 120_000 } : { perHead: 100_000 }),
  });
}

/** The quotes, good until the plan's last day. */
export function quotesUntil({ quotes }: TrainingFolder, terms: Terms): Quote[] {
  const planned = new Set(terms.courses?.map((c) => c.id));
  return quotes.filter((q) => planned.has(q.course)).map((q) => ({ ...q, validUntil: terms.period.to }));
}

/** Of a company whose files name no trainers, three technical backbones teach the short courses of the list. */
export function namedTrainers({ organisation }: DataFolder, training: TrainingFolder): TrainingFolder['trainers'] {
  if (training.trainers.length) return training.trainers;
  const courses = training.courses.filter((c) => c.hours <= SHORT).map((c) => c.id);
  const backbones = (organisation.people ?? []).filter((p) => p.technicalBackbone).map((p) => p.id);
  return backbones
    .sort()
    .slice(0, 3)
    .map((person) => ({ person, courses, hours: 60 }));
}

/** Hours of a course that somebody prepares beside their work. */
const SHORT = 16;
