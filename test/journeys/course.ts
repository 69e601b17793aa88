import { expect } from '@jest/globals';
import type { StreamId } from '../../contracts/ids.ts';
import { ORGANISATION } from '../../contracts/ids.ts';
import type { Stage } from '../../contracts/selection/terms.ts';
import { company, MEASURES, TERMS } from '../api/selection-course.ts';
import type { TestEngine } from '../harness/engine.ts';

export interface OpenTask {
  readonly round: StreamId;
  readonly id: string;
  readonly assignee: string;
  readonly about: string | null;
  readonly purpose: string;
}

/** What a person does with a task: an answer, another command, or nothing (null) for now. */
export type Habit = (task: OpenTask, course: Course) => Promise<{ type: string; body: object } | object | null>;

/** A selection on the real engine, with people who do what their habits say and time that skips when nobody acts. */
export class Course {
  readonly engine: TestEngine;
  readonly stream: StreamId;
  readonly habits: Record<string, Habit>;
  readonly #refused = new Set<string>();

  private constructor(engine: TestEngine, stream: StreamId, habits: Record<string, Habit>) {
    this.engine = engine;
    this.stream = stream;
    this.habits = { ...HABITS, ...habits };
  }

  /** Opens a selection and publishes its measures. */
  static async open(
    engine: TestEngine,
    name: string,
    { terms = {}, habits = {} }: { terms?: object; habits?: Record<string, Habit> } = {},
  ): Promise<Course> {
    const course = new Course(engine, `selection:${name}`, habits);
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

  /** Sends a command that must be accepted. */
  async do(actor: string, type: string, body: object, stream: StreamId = this.stream): Promise<void> {
    const outcome = await this.engine.send(stream, actor, type, body);
    if (!outcome.accepted) throw new Error(`${type} by ${actor}: ${outcome.detail}`);
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

  async stage(): Promise<string> {
    const { rows } = await this.engine.database.pool.query<{ stage: string }>(
      'select stage from stream where id = $1',
      [this.stream],
    );
    return rows[0]!.stage;
  }

  /** Lets people act and time pass until the selection comes to a stage. */
  async to(stage: Stage): Promise<void> {
    await this.until(async () => (await this.stage()) === stage, stage);
  }

  async until(there: () => Promise<boolean>, what: string): Promise<void> {
    for (let turn = 0; turn < 400; turn++) {
      if (await there()) return;
      if (!(await this.#act())) await this.#pass(what);
    }
    throw new Error(`Did not come to ${what}; it is at ${await this.stage()}. ${this.engine.complaints}`);
  }

  async #act(): Promise<boolean> {
    let acted = false;
    for (const task of await this.open()) {
      if (this.#refused.has(`${task.round} ${task.id}`)) continue;
      const wanted = await (this.habits[task.purpose] ?? nothing)(task, this);
      if (!wanted) continue;
      const { type, body } =
        'type' in wanted ? (wanted as { type: string; body: object }) : { type: 'submit', body: { answer: wanted } };
      await this.do(task.assignee, type, { task: task.id, ...body }, task.round);
      acted = true;
    }
    return acted;
  }

  async #pass(what: string): Promise<void> {
    const { rows } = await this.engine.database.pool.query<{ wake: number | null }>(
      'select min(wake_at) as wake from stream where not closed and wake_at is not null',
    );
    const now = await this.engine.now();
    // Slow work and pokes need a moment of the server's time, not of ours.
    const next = Math.max(rows[0]?.wake ?? 0, now + 60_000);
    if (next > now + 400 * 86_400_000) throw new Error(`Nothing happens any more on the way to ${what}.`);
    await this.engine.skipTo(next + 1000);
  }

  /** The open tasks of the selection's rounds. */
  async open(purpose?: string): Promise<OpenTask[]> {
    const { rows } = await this.engine.database.pool.query<OpenTask>(
      `select t.round, t.id, t.assignee, t.about, r.purpose from task t join round r on r.stream = t.round
       where r.owner = $1 and r.state = 'open' and t.state in ('open', 'drafted') and ($2::text is null or r.purpose = $2)
       order by t.round, t.id`,
      [this.stream, purpose ?? null],
    );
    return rows;
  }

  async events(type: string): Promise<{ at: number; body: Record<string, unknown> }[]> {
    const { rows } = await this.engine.database.pool.query<{ at: number; body: string }>(
      'select at, body from ledger where stream = $1 and type = $2 order by version',
      [this.stream, type],
    );
    return rows.map((r) => ({ at: r.at, body: JSON.parse(r.body) as Record<string, unknown> }));
  }

  async ranking(): Promise<{ ranking: { application: string; rank: number; score: number }[] }> {
    const { rows } = await this.engine.database.pool.query<{ bytes: string }>(
      'select bytes from ranking where selection = $1 order by number desc limit 1',
      [this.stream],
    );
    return JSON.parse(rows[0]!.bytes);
  }

  async outcomes(): Promise<Record<string, string | null>> {
    const { rows } = await this.engine.database.pool.query<{ person: string; outcome: string | null }>(
      'select person, outcome from application where selection = $1 order by person',
      [this.stream],
    );
    return Object.fromEntries(rows.map((r) => [r.person, r.outcome]));
  }

  async notices(template: string): Promise<{ person: string; at: number }[]> {
    const { rows } = await this.engine.database.pool.query<{ person: string; at: number }>(
      `select person, not_before as at from outbox
       where template = $1 and (stream = $2 or stream in (select stream from round where owner = $2)) order by id`,
      [template, this.stream],
    );
    return rows;
  }
}

const nothing: Habit = async () => null;

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
