import type { TestDatabase } from '../harness/database.ts';
import type { OpenTask } from '../journeys/journey.ts';
import { HABITS, type Habit, type Story } from '../journeys/year.ts';
import { ask, type TestApi } from './harness.ts';
import type { Procedure } from './procedure.ts';

/** People who work through their inboxes over HTTP until a cycle comes to a stage, and its courses with it. */
export class CycleCourse implements Story {
  readonly habits: Record<string, Habit>;
  readonly #api: TestApi;
  readonly #procedure: Procedure;
  readonly #database: TestDatabase;
  readonly stream: string;

  constructor(
    parts: { readonly api: TestApi; readonly procedure: Procedure; readonly database: TestDatabase },
    stream: string,
    habits: Record<string, Habit> = {},
  ) {
    this.#api = parts.api;
    this.#procedure = parts.procedure;
    this.#database = parts.database;
    this.stream = stream;
    this.habits = { ...HABITS, ...habits };
  }

  async to(stage: string): Promise<void> {
    await this.until(async () => (await this.stage()) === stage, stage);
  }

  async until(there: () => Promise<boolean>, what: string): Promise<void> {
    for (let turn = 0; turn < 600; turn++) {
      if (await there()) return;
      if (await this.#answer()) continue;
      if (!(await this.#procedure.sleep())) break;
    }
    throw new Error(`Stuck at ${await this.stage()} on the way to ${what}: ${this.#procedure.complaints}`);
  }

  async stage(): Promise<string> {
    return (await ask(this.#api, 'OPS', 'GET', `/api/cycles/${this.stream}`)).json.stage;
  }

  async events(type: string): Promise<{ body: Record<string, unknown> }[]> {
    const { rows } = await this.#database.pool.query<{ body: string }>(
      'select body from ledger where stream = $1 and type = $2 order by version',
      [this.stream, type],
    );
    return rows.map(({ body }) => ({ body: JSON.parse(body) as Record<string, unknown> }));
  }

  async #answer(): Promise<boolean> {
    let answered = false;
    for (const task of await this.open()) {
      const answer = await this.habits[task.purpose]?.(task, this);
      if (!answer) continue;
      const path = `/api/rounds/${task.round}/tasks/${encodeURIComponent(task.id)}/submit`;
      const reply = await ask(this.#api, task.assignee, 'POST', path, { answer });
      if (reply.status !== 200) throw new Error(`${task.purpose} ${task.id}: ${reply.text}`);
      answered = true;
    }
    return answered;
  }

  /** The open tasks of the cycle's rounds and of its courses'. */
  async open(): Promise<OpenTask[]> {
    const { rows } = await this.#database.pool.query<OpenTask>(
      `select t.round, t.id, t.assignee, t.about, t.about_person as "aboutPerson", r.purpose, t.form
       from task t join round r on r.stream = t.round
       where (r.owner = $1 or r.owner in (select stream from offering where cycle = $1))
         and r.state = 'open' and t.state in ('open', 'drafted') order by t.round, t.id`,
      [this.stream],
    );
    return rows;
  }
}
