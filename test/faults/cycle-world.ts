import { isDeepStrictEqual } from 'node:util';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { transaction } from '../../db/connection.ts';
import { askLooks } from '../../db/looks.ts';
import { StreamReader } from '../../db/read/stream-reader.ts';
import type { CycleState } from '../../domain/cycle/state.ts';
import type { OfferingState } from '../../domain/offering/state.ts';
import type { Outcome } from '../../domain/turn/outcome.ts';
import { seemsAtRest } from '../../engine/rest.ts';
import { cycleTerms } from '../domain/cycle/run.ts';
import type { TestDatabase } from '../harness/database.ts';
import type { OpenTask } from '../journeys/journey.ts';
import { datesFrom, HABITS, OPERATOR, smallTerms, trainersFor } from '../journeys/year.ts';
import type { WorkerDoor } from './workers.ts';

/** A cycle with its offerings and rounds at the door, where two workers take turns; time goes on when it is told to. */
export class CycleWorld {
  readonly cycle: StreamId;
  now: number;
  readonly #database: TestDatabase;
  readonly #workers: readonly WorkerDoor[];
  readonly #reader: StreamReader;
  #turns = 0;

  constructor(database: TestDatabase, workers: readonly WorkerDoor[], cycle: StreamId, now: number) {
    this.#database = database;
    this.#workers = workers;
    this.cycle = cycle;
    this.now = now;
    this.#reader = new StreamReader(database.pool, database.keys);
  }

  async open(): Promise<void> {
    const few = { ...smallTerms(), talks: 'with-gaps', selfRating: true, deputies: { 'D1-1': 'D5-1' } };
    await this.must(this.cycle, OPERATOR, 'open', { ...cycleTerms(datesFrom(this.now)), ...few });
    await this.must(this.cycle, OPERATOR, 'setTrainers', { trainers: trainersFor(few) });
    await this.settle();
  }

  /** One command, decided by the worker whose turn it is. */
  async send(stream: StreamId, actor: string, type: string, body: unknown): Promise<Outcome> {
    return this.#worker().well.send(stream, actor, type, body, this.now);
  }

  async must(stream: StreamId, actor: string, type: string, body: unknown): Promise<void> {
    const outcome = await this.send(stream, actor, type, body);
    if (!outcome.accepted) throw new Error(`${type} by ${actor}: ${outcome.detail}`);
  }

  /** Lets every stream look at what has changed, and slow work be done, until nothing follows any more. */
  async settle(): Promise<void> {
    for (let before = -1, sweeps = 0; ; sweeps++) {
      const written = await this.#written();
      if (written === before) return;
      if (sweeps > 50) throw new Error('It does not come to rest.');
      before = written;
      for (const { id } of await this.streams()) await this.#look(id);
    }
  }

  /** Every stream is told the same by its row as by a fold, and a fold finds nothing that had to follow. */
  async demandToldAsFolded(): Promise<void> {
    const written = await this.#written();
    for (const { id } of await this.streams()) {
      const told = await this.#worker().well.look(id, this.now);
      await this.#database.pool.query('update stream set waits = null where id = $1', [id]);
      const folded = await this.#worker().well.look(id, this.now);
      if (!isDeepStrictEqual(folded, told)) throw new Error(`${id} was told otherwise than it is folded.`);
    }
    if ((await this.#written()) !== written) throw new Error('Something had to follow in a stream at rest.');
  }

  /** Every stream is seen to be at rest without a lock exactly as long as its row says so, and nothing was asked for that may follow. */
  async demandSeenAsTold(): Promise<void> {
    const { pool } = this.#database;
    for (const { id, wake } of await this.streams()) {
      const instants = wake === null ? [this.now] : [this.now, wake - 1, wake, wake + 1];
      for (const at of instants) {
        if ((await seemsAtRest(pool, id, at)) === (wake === null || at < wake)) continue;
        throw new Error(`${id}, which wakes at ${wake}, is seen otherwise at ${at}.`);
      }
      for (const rest of [true, false]) {
        await transaction(pool, (c) => askLooks(c, [{ stream: id, held: false, rest }]));
        if ((await seemsAtRest(pool, id, this.now)) !== rest) throw new Error(`${id} hides what was asked of it.`);
      }
      await this.#look(id);
    }
  }

  async #look(stream: StreamId): Promise<void> {
    const seen = await this.#worker().well.look(stream, this.now);
    for (const work of seen.work) await this.#worker().well.work(stream, work);
  }

  #worker(): WorkerDoor {
    return this.#workers[this.#turns++ % this.#workers.length]!;
  }

  async #written(): Promise<number> {
    const { rows } = await this.#database.pool.query<{ n: number }>('select count(*) as n from ledger');
    return rows[0]!.n;
  }

  /** The streams of the cycle that are not closed, its own first. */
  async streams(): Promise<{ id: StreamId; wake: number | null }[]> {
    const name = this.cycle.slice('cycle:'.length);
    const { rows } = await this.#database.pool.query<{ id: StreamId; wake: number | null }>(
      `select id, wake_at as wake from stream
       where not closed and (id = $1 or starts_with(id, $2) or starts_with(id, $3) or starts_with(id, $4)) order by id = $1 desc, id`,
      [this.cycle, `round:cycle.${name}.`, `round:offering.${name}.`, `offering:${name}.`],
    );
    return rows;
  }

  /** Time goes on to when something is due, or by so many hours. */
  async pass(hours: number | 'due'): Promise<void> {
    const wakes = (await this.streams()).flatMap((s) => s.wake ?? []).filter((at) => at > this.now);
    this.now = hours === 'due' ? Math.min(...wakes, this.now + 30 * 86_400_000) : this.now + hours * 3_600_000;
    await this.settle();
  }

  async tasks(): Promise<OpenTask[]> {
    const { rows } = await this.#database.pool.query<OpenTask>(
      `select t.round, t.id, t.assignee, t.about, t.about_person as "aboutPerson", r.purpose, t.form
       from task t join round r on r.stream = t.round
       where (r.owner = $1 or r.owner in (select stream from offering where cycle = $1))
         and r.state = 'open' and t.state in ('open', 'drafted') order by t.round, t.id`,
      [this.cycle],
    );
    return rows;
  }

  /** Everybody answers what is open, as they should. */
  async everybody(): Promise<boolean> {
    const tasks = await this.tasks();
    for (const task of tasks) {
      const answer = await this.answerTo(task);
      await this.send(task.round, task.assignee, 'submit', { task: task.id, answer });
    }
    await this.settle();
    return tasks.length > 0;
  }

  /** The answer that the house would like. */
  async answerTo(task: OpenTask): Promise<object> {
    const habit = HABITS[task.purpose === 'cycle-self-ratings' ? 'cycle-ratings' : task.purpose];
    const story = { events: (type: string) => this.events(type) };
    return ((await habit?.(task, story)) as object | null | undefined) ?? { named: true, problem: 'Seams leak.' };
  }

  /** Everybody does what they should until a stage has come. */
  async to(stage: string): Promise<void> {
    for (let turn = 0; turn < 300; turn++) {
      if ((await this.state()).stage === stage) return;
      if (!(await this.everybody())) await this.pass('due');
    }
    throw new Error(`The cycle does not come to ${stage}; it is at ${(await this.state()).stage}.`);
  }

  async state(): Promise<CycleState> {
    return (await this.#reader.cycle(this.cycle))!;
  }

  async offerings(): Promise<OfferingState[]> {
    const started = Object.values((await this.state()).offerings).map((o) => o.stream);
    return [...(await this.#reader.offerings(started)).values()];
  }

  async events(type: string, stream: StreamId = this.cycle): Promise<{ body: Record<string, unknown> }[]> {
    const { rows } = await this.#database.pool.query<{ body: string }>(
      'select body from ledger where stream = $1 and type = $2 order by version',
      [stream, type],
    );
    return rows.map((r) => ({ body: JSON.parse(r.body) }));
  }

  /** What the personnel system says from now on. */
  async organisation(type: string, body: unknown): Promise<void> {
    await this.send(ORGANISATION, 'system', type, body);
    await this.settle();
  }
}
