import { expect } from '@jest/globals';
import { type Instant, ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import type { OfferingResult } from '../../contracts/offering/result.ts';
import type { ImportBody } from '../../contracts/organisation.ts';
import type { Plan, PlannedOffering } from '../../contracts/planning.ts';
import { fieldKeyOf } from '../../domain/gaps/field-key.ts';
import { company } from '../api/selection-course.ts';
import { cycleTerms } from '../domain/cycle/run.ts';
import type { TestEngine } from '../harness/engine.ts';
import { START } from '../harness/start.ts';
import { type Habit as HabitOf, Journey } from './journey.ts';

/** What people look up before they answer. */
export interface Story {
  events(type: string): Promise<{ body: Record<string, unknown> }[]>;
}

export type Habit = HabitOf<Story>;

/** What a test says otherwise in the terms of a cycle. */
export interface Terms {
  readonly courses?: readonly { readonly id: string }[];
  readonly [key: string]: unknown;
}

/** Who opens the cycle; the year's other people are those of the small company. */
export const OPERATOR = 'D1-2';

const ELEMENTS = ['welding', 'safety', 'planning', 'coaching'];

const COURSES = ['C-WELD', 'C-SAFE', 'C-PLAN', 'C-COACH'];

/** Two who may teach everything. */
export const TRAINERS = ['D3-3', 'D4-3'].map((person) => ({ person, courses: COURSES, hours: 60 }));

/** The two, with the courses that a cycle has. */
export function trainersFor({ courses }: Terms): typeof TRAINERS {
  return courses ? TRAINERS.map((t) => ({ ...t, courses: courses.map((c) => c.id) })) : TRAINERS;
}

/** What makes a cycle small: two departments, two courses, no talks, and one thing to commit. */
export function smallTerms(): { courses: { id: string }[] } {
  const { courses, commitments } = cycleTerms() as { courses: { id: string }[]; commitments: { id: string }[] };
  const few = {
    departments: ['D2', 'D3'],
    talks: 'nobody',
    courses: courses.filter((c) => c.id === 'C-WELD' || c.id === 'C-SAFE'),
    commitments: commitments.filter((c) => c.id === 'money'),
  };
  return few;
}

/** Five departments of five, all in one post with four elements, with the level 4 asked for in each. */
export function yearCompany(): ImportBody {
  const elements = ELEMENTS.map((element) => ({
    element,
    name: element,
    nameZh: element,
    domain: 'skill' as const,
    importance: '3',
    level: '4',
  }));
  return { ...company(), posts: [{ code: 'POST', title: 'Fitter', titleZh: '钳工', elements }] };
}

/** A training-plan cycle over a whole year on the real engine, offerings and all. */
export class Year extends Journey {
  static async engine(): Promise<TestEngine> {
    const { TestEngine } = await import('../harness/engine.ts');
    const engine = await TestEngine.start({ timeSkipping: true });
    expect(await engine.send(ORGANISATION, 'system', 'importOrganisation', yearCompany())).toMatchObject({
      accepted: true,
    });
    await engine.send(ORGANISATION, 'system', 'grantRole', { person: OPERATOR, role: 'operations' });
    return engine;
  }

  static async open(
    engine: TestEngine,
    name: string,
    { terms = {}, habits = {} }: { terms?: Terms; habits?: Record<string, Habit> } = {},
  ): Promise<Year> {
    const year = new Year(engine, `cycle:${name}`, { ...HABITS, ...habits });
    const now = await engine.now();
    await year.do(OPERATOR, 'open', { ...cycleTerms(datesFrom(now)), ...terms });
    await year.do(OPERATOR, 'setTrainers', { trainers: trainersFor(terms) });
    return year;
  }

  /** A cycle of two departments with two courses, without talks, that comes to its plan in few steps. */
  static async small(
    engine: TestEngine,
    name: string,
    { terms = {}, habits = {} }: { terms?: object; habits?: Record<string, Habit> } = {},
  ): Promise<Year> {
    return Year.open(engine, name, { terms: { ...smallTerms(), ...terms }, habits });
  }

  /** The latest compiled plan. */
  async plan(): Promise<{ version: number; plan: Plan; digest: string }> {
    return (await this.events('PlanCompiled')).at(-1)!.body as never;
  }

  offering(id: string): StreamId {
    return `offering:${this.stream.slice(this.stream.indexOf(':') + 1)}.${id}`;
  }

  started(): Promise<Started[]> {
    return startedIn(this);
  }

  async results(): Promise<{ offering: string; result: OfferingResult }[]> {
    return (await this.events('OfferingConcluded')).map((e) => e.body as never);
  }
}

interface Started {
  readonly offering: string;
  readonly stream: StreamId;
  readonly planned: PlannedOffering;
}

async function startedIn(story: Story): Promise<Started[]> {
  return (await story.events('OfferingStarted')).map((e) => e.body as never);
}

/** The day of an instant, as dates of courses and plans are written. */
export const day = (at: Instant): string => new Date(at).toISOString().slice(0, 10);
const DAY = 86_400_000;

/** A plan for the half year that begins in four months; its execution ends after the last follow-up. */
export function datesFrom(now: Instant): object {
  const timetable = {
    mobilisation: '5bd',
    ratings: '10bd',
    talks: '10bd',
    needs: '10bd',
    summary: '3bd',
    sourcing: '3bd',
    compiling: '5bd',
    commitments: '5bd',
    approval: '15bd',
    execution: now + 450 * DAY,
    effect: '5bd',
    feedback: '5bd',
  };
  return { period: { from: day(now + 130 * DAY), to: day(now + 310 * DAY) }, timetable };
}

/** Whether somebody is rated one level below what the post asks. */
export function lags(person: string): boolean {
  return Number(person.split('-')[1]) % 2 === 0;
}

/** Levels in each element: one below the required in all but planning for those who lag, as required for others. */
export function levels(person: string | null, below = 1): Record<string, number> {
  return Object.fromEntries(
    ELEMENTS.map((e) => [fieldKeyOf(e), e !== 'planning' && person && lags(person) ? 4 - below : 4]),
  );
}

/** How people answer when a test does not say otherwise. */
export const HABITS: Record<string, Habit> = {
  'cycle-mobilisation': async () => ({ answer: 'accept' }),
  'cycle-ratings': async ({ aboutPerson }) => levels(aboutPerson),
  'cycle-talks': async () => ({
    held: day(START),
    element1: 'welding',
    means1: 'course',
    until1: day(START + 270 * DAY),
    goal1: 'Welds alone.',
  }),
  'cycle-signatures': async () => ({ agrees: true }),
  'cycle-needs': async ({ about }, year) => ({ answer: 'needs', confirmed: await proposed(year, about!) }),
  'cycle-commitments': async () => ({ answer: 'give' }),
  'cycle-approval': async () => ({ decision: 'approve' }),
  'cycle-changes': async () => ({ decision: 'approve' }),
  'offering-seats': async () => ({ comes: true }),
  'offering-support': async () => ({ goal: 'Bring back one thing to try.', clarified: true }),
  'offering-attendance': async () => ({ absent: [] }),
  'offering-reaction': async () => ({ relevance: 4, trainer: 5, organisation: 4, overall: 4, recommends: true }),
  'offering-transfer': async ({ form, aboutPerson, round }, year) => ({
    transfer: 4,
    ...(form === 'supervisor' ? await levelNow(year, round, aboutPerson) : {}),
  }),
  'offering-coaching': async () => ({ done: true, notes: 'An hour at the bench.' }),
};

async function proposed(year: Story, department: string): Promise<string[]> {
  const needs = (await year.events('NeedsProposed')).flatMap(
    (e) => e.body.needs as { need: string; department: string }[],
  );
  return needs.filter((n) => n.department === department).map((n) => n.need);
}

/** Half of the gap in the element of the course is closed when a supervisor looks again. */
async function levelNow(year: Story, round: string, person: string | null): Promise<object> {
  const started = (await startedIn(year)).find((o) => round.includes(`.${o.offering}.`))!;
  const element = { 'C-WELD': 'welding', 'C-SAFE': 'safety', 'C-PLAN': 'planning', 'C-COACH': 'coaching' }[
    started.planned.course
  ]!;
  const key = fieldKeyOf(element);
  return { [key]: levels(person, 0.5)[key] };
}
