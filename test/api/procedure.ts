import { randomUUID } from 'node:crypto';
import { makeAdvance } from '../../activities/advance/advance.ts';
import { makeWork } from '../../activities/work/index.ts';
import type { Advanced, CommandRef } from '../../contracts/advance.ts';
import type { StreamId } from '../../contracts/ids.ts';
import { Clock } from '../../db/clock.ts';
import { type Outcome, outcomesOf, type Sent, storeCommands } from '../../db/commands.ts';
import { engineOf } from '../../workers/engine-worker.ts';
import type { TestDatabase } from '../harness/database.ts';

/**
 * The real door, the real slow work and the real tables, with time moved by hand in the place of Temporal: what a
 * workflow does with a status (pokes, children, work, wakes) is done here, in one thread.
 */
export class Procedure {
  now: number;
  readonly complaints: string[] = [];
  readonly #database: TestDatabase;
  readonly #advance: ReturnType<typeof makeAdvance>;
  readonly #work: ReturnType<typeof makeWork>;
  readonly #wakes = new Map<StreamId, number>();
  readonly #told = new Map<StreamId, number>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(database: TestDatabase, now: number) {
    this.now = now;
    this.#database = database;
    const complain = (what: string, about: object) => void this.complaints.push(`${what} ${JSON.stringify(about)}`);
    const parts = { ...database, clock: new Clock() };
    this.#advance = makeAdvance(database.pool, engineOf({ ...parts, complain }));
    this.#work = makeWork(parts);
  }

  /** As the gateway does, one at a time: resolves when the command is decided and what follows at once is done. */
  send(stream: StreamId, command: Sent): Promise<Outcome> {
    const done = this.#last.then(async () => {
      const { refs } = await storeCommands(this.#database.pool, stream, [command]);
      await this.#turn(stream, refs);
      return (await outcomesOf(this.#database.pool, stream, [command.id])).get(command.id)!;
    });
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** Sends a command that must be accepted. */
  async do(stream: StreamId, actor: string, type: string, body: unknown): Promise<void> {
    const outcome = await this.send(stream, { id: randomUUID(), actor, type, body });
    if (!outcome.accepted) throw new Error(`${type}: ${outcome.detail}`);
  }

  /** Sleeps until the next instant at which time alone changes something. False: there is none. */
  async sleep(): Promise<boolean> {
    const next = Math.min(...this.#wakes.values());
    if (!Number.isFinite(next)) return false;
    this.now = Math.max(this.now, next);
    for (const [stream, wake] of [...this.#wakes]) if (wake <= this.now) await this.#turn(stream);
    return true;
  }

  async #turn(stream: StreamId, commands: readonly CommandRef[] = []): Promise<void> {
    const status = await this.#advance(stream, { now: this.now, commands });
    if (status.wake === null || status.closed) this.#wakes.delete(stream);
    else this.#wakes.set(stream, status.wake);
    for (const poked of status.pokes) await this.#turn(poked);
    for (const { kind, key } of status.work) await this.#turn(stream, [await this.#work[kind]!(stream, key, this.now)]);
    if (status.owner && status.news > (this.#told.get(stream) ?? 0)) await this.#tell(stream, status);
  }

  async #tell(stream: StreamId, { owner, news }: Advanced): Promise<void> {
    this.#told.set(stream, news);
    await this.#turn(owner!);
  }
}
