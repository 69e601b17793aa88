import type { StreamId } from '../../contracts/ids.ts';
import { World } from '../access/world.ts';
import { CycleCourse } from '../api/cycle-course.ts';
import { ask, DAY, openRound, type Reply, request, reviewSpec } from '../api/harness.ts';
import { Course, MEASURES, TERMS } from '../api/selection-course.ts';
import { cycleTerms } from '../domain/cycle/run.ts';
import { datesFrom, smallTerms, trainersFor } from '../journeys/year.ts';

/** Who asks: one of each kind of person, whoever can break most for the others last. */
export const KINDS = [
  { kind: 'nobody in particular', person: 'D5-9' },
  { kind: 'reviewer and applicant', person: 'D3-2' },
  { kind: 'manager', person: 'D2-1' },
  { kind: 'operations', person: 'OPS' },
] as const;

/** What there is to ask about, by the name under which requests speak of it. */
export type Known = Readonly<Record<string, readonly string[]>>;

const [NOBODY, BOTH, HEAD] = KINDS.map(({ person }) => person) as [string, string, string];
const FORM = { profile: 'Twenty years.', topics: ['safety'], outline: 'Why valves stick.', hoursPerMonth: 4 };
const REVIEWERS = [BOTH, 'D4-1', 'D5-1'].map((person) => ({ person, topics: ['safety'], limit: 5 }));

/**
 * An installation in the middle of its work: a cycle in execution with its courses, a selection in review with
 * applications, one whose call is open, and a round opened by hand.
 */
export class Stage {
  readonly world: World;

  private constructor(world: World) {
    this.world = world;
  }

  static async set(): Promise<Stage> {
    const stage = new Stage(await World.open());
    await stage.#cycle();
    await stage.#selections();
    const tasks = [NOBODY, BOTH, HEAD].map((assignee, n) => ({ id: `T${n}`, assignee }));
    await openRound(stage.world.api, 'feedback', tasks, reviewSpec(stage.world.procedure.now + 9 * DAY));
    return stage;
  }

  async #cycle(): Promise<void> {
    const { api, procedure, database } = this.world;
    const small = smallTerms();
    const terms = cycleTerms({ ...datesFrom(procedure.now), ...small });
    await this.#must('OPS', '/api/cycles', { id: 'plan-2027', terms });
    await this.#must('OPS', '/api/cycles/plan-2027/setTrainers', { trainers: trainersFor(small) });
    const course = new CycleCourse({ api, procedure, database }, 'cycle:plan-2027');
    await course.to('needs');
    const level = { element: 'welding', level: 4, people: ['D2-3'], urgency: 1, goal: 'Weld.', problem: 'Scrap.' };
    await this.#must(HEAD, '/api/cycles/plan-2027/stateNeed', { department: 'D2', ...level });
    await course.to('execution');
    const { lines } = (await ask(api, 'OPS', 'GET', '/api/cycles/plan-2027/plan')).json;
    const seats = lines.map(({ stream }: { stream: string }) => `/api/offerings/${stream}`);
    await course.until(async () => {
      const { participants } = (await ask(api, 'OPS', 'GET', seats[0])).json;
      return participants.some(({ seat }: { seat: string }) => seat === 'accepted');
    }, 'the seats');
  }

  async #selections(): Promise<void> {
    const { api, procedure } = this.world;
    const first = { ...TERMS, reviewers: REVIEWERS, timetable: { ...TERMS.timetable, review: '60bd' } };
    const stages = [
      { id: 'trainers', terms: first, applicants: ['D2-2', 'D2-3'], to: 'review' },
      {
        id: 'others',
        terms: { ...TERMS, timetable: { ...TERMS.timetable, call: '60bd' } },
        applicants: [BOTH],
        to: 'call',
      },
    ] as const;
    for (const { id, terms, applicants, to } of stages) {
      await this.#must('OPS', '/api/selections', { id, terms });
      await this.#must('OPS', `/api/selections/${id}/publishMeasures`, { texts: MEASURES });
      const course = new Course(api, procedure, `selection:${id}`);
      await course.to('call');
      for (const person of applicants) {
        const evidence = [await this.#stored(person)];
        await this.#must(person, `/api/selections/${id}/apply`, { ...FORM, evidence });
      }
      await course.to(to);
    }
  }

  async #must(person: string, path: string, body: object): Promise<Reply> {
    const reply = await ask(this.world.api, person, 'POST', path, body);
    if (reply.status !== 200) throw new Error(`${path}: ${reply.text}`);
    return reply;
  }

  async #stored(person: string): Promise<string> {
    const headers = { authorization: `Bearer dev:${person}`, 'content-type': 'text/plain' };
    const init = { method: 'POST', headers, body: `A proof of ${person}.` };
    return (await request(this.world.api, '/api/files?name=proof.txt', init)).json.id;
  }

  /** The ids of all that there is. */
  async known(): Promise<Known> {
    const { pool } = this.world.database;
    const list = async (text: string) => (await pool.query<{ it: string }>(text)).rows.map(({ it }) => it);
    const streams = (await list('select id as it from stream order by id')) as StreamId[];
    const named = (kind: string) => {
      const of = streams.filter((stream) => stream.startsWith(`${kind}:`));
      return [...of, ...of.map((stream) => stream.slice(kind.length + 1))];
    };
    const codes = await Promise.all(
      ['trainers', 'others'].map(async (id) => {
        const { json } = await ask(this.world.api, 'OPS', 'GET', `/api/selections/${id}/applications`);
        return json.applications.map(({ code }: { code: string }) => code);
      }),
    );
    return {
      streams,
      rounds: named('round'),
      selections: named('selection'),
      cycles: named('cycle'),
      offerings: named('offering'),
      tasks: await list('select distinct id as it from task order by id'),
      files: await list('select id as it from file order by id'),
      documents: await list('select id as it from document order by id'),
      applications: codes.flat(),
      people: [NOBODY, BOTH, HEAD, 'D2-2', 'D2-3', 'D3-3', 'D4-1'],
      departments: ['D2', 'D3'],
      courses: ['C-WELD', 'C-SAFE'],
      elements: ['welding', 'safety'],
    };
  }

  close(): Promise<void> {
    return this.world.close();
  }
}
