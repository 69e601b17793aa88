import { expect } from '@jest/globals';
import { ORGANISATION } from '../../contracts/ids.ts';
import { StreamReader } from '../../db/read/stream-reader.ts';
import { storedRanking } from '../../db/views/ranking.ts';
import { company, MEASURES, TERMS } from '../api/selection-course.ts';
import type { TestEngine } from '../harness/engine.ts';
import { type Habit as HabitOf, Journey } from './journey.ts';

export type Habit = HabitOf<Course>;

/** A selection on the real engine. */
export class Course extends Journey {
  /** Opens a selection and publishes its measures. */
  static async open(
    engine: TestEngine,
    name: string,
    { terms = {}, habits = {} }: { terms?: object; habits?: Record<string, Habit> } = {},
  ): Promise<Course> {
    const course = new Course(engine, `selection:${name}`, { ...HABITS, ...habits });
    await course.do('D1-3', 'open', { ...TERMS, ...terms });
    await course.do('D1-3', 'publishMeasures', { texts: MEASURES });
    return course;
  }

  static async engine(): Promise<TestEngine> {
    const { TestEngine } = await import('../harness/engine.ts');
    const engine = await TestEngine.start({ timeSkipping: true });
    expect(await engine.send(ORGANISATION, 'system', 'importOrganisation', company())).toMatchObject({
      accepted: true,
    });
    return engine;
  }

  apply(person: string): Promise<void> {
    const body = {
      profile: 'Ten years of practice.',
      topics: ['safety'],
      evidence: [],
      outline: 'An outline.',
      hoursPerMonth: 4,
    };
    return this.do(person, 'apply', body);
  }

  async ranking(): Promise<{ ranking: { application: string; rank: number; score: number }[] }> {
    return JSON.parse((await storedRanking(this.engine.database.pool, this.stream))!.bytes);
  }

  async outcomes(): Promise<Record<string, string | null>> {
    const state = (await new StreamReader(this.engine.database.pool, this.engine.database.keys).selection(
      this.stream,
    ))!;
    const applications = Object.values(state.applications);
    return Object.fromEntries(applications.map(({ person, code }) => [person, state.outcomes?.[code] ?? null]));
  }
}

/** How people answer when a test does not say otherwise. */
export const HABITS: Record<string, Habit> = {
  acknowledgement: async () => ({ acknowledged: true }),
  endorsement: async () => ({ supports: true, words: 'Go and teach.' }),
  agreement: async () => ({ agrees: true }),
  conflict: async () => ({ applications: [] }),
  review: async ({ about }) => scores(about),
  discussion: async () => null,
  panel: async (_, course) => ({ candidates: [(await course.ranking()).ranking[0]!.application], ground: 'none' }),
  objection: async () => ({ upheld: false, findings: 'Nothing was found.' }),
  acceptance: async () => ({ accepts: true }),
};

/** Scores that depend on the application alone. */
export function scores(about: string | null, shift = 0): object {
  const score = 3 + ([...`${about}`].reduce((sum, c) => sum + c.charCodeAt(0), 0) % 5) + shift;
  return { knowledge: score, communication: score, 'review-reasons': 'A remark on the outline.' };
}
