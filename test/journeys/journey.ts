import type { StreamId } from '../../contracts/ids.ts';
import type { TestEngine } from '../harness/engine.ts';

export interface OpenTask {
  readonly round: StreamId;
  readonly id: string;
  readonly assignee: string;
  readonly about: string | null;
  readonly aboutPerson: string | null;
  readonly purpose: string;
  /** The form it names, when its round has several. */
  readonly form: string | null;
}

/** What a person does with a task: an answer, another command, or nothing (null) for now. */
export type Habit<J = unknown> = (
  task: OpenTask,
  journey: J,
) => Promise<{ type: string; body: object } | object | null>;

/** A procedure on the real engine, with people who do what their habits say and time that skips when nobody acts. */
export class Journey {
  readonly engine: TestEngine;
  readonly stream: StreamId;
  readonly habits: Record<string, Habit<this>>;
  #written = 0;

  constructor(engine: TestEngine, stream: StreamId, habits: Record<string, Habit<never>>) {
    this.engine = engine;
    this.stream = stream;
    this.habits = habits as Record<string, Habit<this>>;
  }

  /** Sends a command that must be accepted. */
  async do(actor: string, type: string, body: object, stream: StreamId = this.stream): Promise<void> {
    const outcome = await this.engine.send(stream, actor, type, body);
    if (!outcome.accepted) throw new Error(`${type} by ${actor}: ${outcome.detail}`);
  }

  async stage(): Promise<string> {
    const { rows } = await this.engine.database.pool.query<{ stage: string }>(
      'select stage from stream where id = $1',
      [this.stream],
    );
    return rows[0]!.stage;
  }

  /** Lets people act and time pass until the procedure comes to a stage. */
  async to(stage: string): Promise<void> {
    await this.until(async () => (await this.stage()) === stage, stage);
  }

  async until(there: () => Promise<boolean>, what: string): Promise<void> {
    for (let turn = 0; turn < 1000; turn++) {
      if (await there()) return;
      if (!(await this.#act())) await this.#pass(what);
    }
    throw new Error(`Did not come to ${what}; it is at ${await this.stage()}. ${this.engine.complaints}`);
  }

  async #act(): Promise<boolean> {
    let acted = false;
    for (const task of await this.open()) {
      const wanted = await (this.habits[task.purpose] ?? nothing)(task, this);
      if (!wanted) continue;
      const { type, body } =
        'type' in wanted ? (wanted as { type: string; body: object }) : { type: 'submit', body: { answer: wanted } };
      const outcome = await this.engine.send(task.round, task.assignee, type, { task: task.id, ...body });
      // What somebody has answered before may have taken the task back.
      if (!outcome.accepted && outcome.code !== 'task-not-open')
        throw new Error(`${type} by ${task.assignee} to ${task.purpose}: ${outcome.detail}`);
      acted = true;
    }
    return acted;
  }

  /** A minute while anything still follows from what has happened, else as long as nothing is to happen. */
  async #pass(what: string): Promise<void> {
    const { rows } = await this.engine.database.pool.query<{ wake: number | null; written: number }>(
      `select (select min(wake_at) from stream where not closed and wake_at is not null) as wake,
              (select count(*) from ledger) as written`,
    );
    const { wake, written } = rows[0]!;
    const minute = (await this.engine.now()) + 60_000;
    const next = written === this.#written ? Math.max(wake ?? 0, minute) : minute;
    this.#written = written;
    if (next > minute + 400 * 86_400_000) throw new Error(`Nothing happens any more on the way to ${what}.`);
    await this.engine.skipTo(next + 1000);
  }

  /** The open tasks of the rounds of the procedure and of the offerings that it has started. */
  async open(purpose?: string): Promise<OpenTask[]> {
    const { rows } = await this.engine.database.pool.query<OpenTask>(
      `select t.round, t.id, t.assignee, t.about, t.about_person as "aboutPerson", r.purpose, t.form
       from task t join round r on r.stream = t.round
       where (r.owner = $1 or r.owner in (select stream from offering where cycle = $1))
         and r.state = 'open' and t.state in ('open', 'drafted') and ($2::text is null or r.purpose = $2)
       order by t.round, t.id`,
      [this.stream, purpose ?? null],
    );
    return rows;
  }

  async events(type: string, stream: StreamId = this.stream): Promise<{ at: number; body: Record<string, unknown> }[]> {
    const { rows } = await this.engine.database.pool.query<{ at: number; body: string }>(
      'select at, body from ledger where stream = $1 and type = $2 order by version',
      [stream, type],
    );
    return rows.map((r) => ({ at: r.at, body: JSON.parse(r.body) as Record<string, unknown> }));
  }

  async notices(template: string): Promise<{ person: string; stream: string; at: number }[]> {
    const { rows } = await this.engine.database.pool.query<{ person: string; stream: string; at: number }>(
      `select person, stream, not_before as at from outbox
       where template = $1 and (stream = $2 or stream in (select stream from round where owner = $2)) order by id`,
      [template, this.stream],
    );
    return rows;
  }
}

const nothing: Habit<unknown> = async () => null;
