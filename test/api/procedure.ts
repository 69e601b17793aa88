import { randomUUID } from 'node:crypto';
import { rightsOf } from '../../access/rights.ts';
import type { StreamId } from '../../contracts/ids.ts';
import type { Outcome, Sent } from '../../domain/turn/outcome.ts';
import type { Advanced } from '../../engine/advanced.ts';
import type { Large } from '../../engine/large.ts';
import type { TestDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';

/**
 * The real door, the real slow work and the real tables, with time moved by hand in the place of Temporal: what a
 * workflow does (looks, slow work, wakes) is done here, in one thread.
 */
export class Procedure {
  now: number;
  readonly #database: TestDatabase;
  readonly #door: Door;
  #last: Promise<unknown> = Promise.resolve();

  /** `after`: told what each turn leaves to do. */
  constructor(database: TestDatabase, now: number, after?: (done: Advanced) => void) {
    this.now = now;
    this.#database = database;
    this.#door = new Door(database, { rights: rightsOf, ...(after ? { after } : {}) });
  }

  get complaints(): string[] {
    return this.#door.complaints;
  }

  /** As the gateway does, one at a time: resolves when the command is decided and what follows is done. */
  send(stream: StreamId, command: Sent): Promise<Outcome> {
    return this.#oneByOne(async () => (await this.#door.decide(stream, [command], this.now))[0]!);
  }

  /** The same for a command that came as a large request. */
  sendLarge(large: Large): Promise<{ outcome: Outcome; id: string }> {
    return this.#oneByOne(() => this.#door.decideLarge(large, this.now));
  }

  #oneByOne<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(async () => {
      const answer = await work();
      await this.#door.settle();
      return answer;
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
    const { rows } = await this.#database.pool.query<{ id: StreamId; wake: number }>(
      'select id, wake_at as wake from stream where not closed and wake_at is not null order by wake_at, id',
    );
    if (!rows[0]) return false;
    this.now = Math.max(this.now, rows[0].wake);
    for (const { id, wake } of rows) {
      if (wake > this.now) break;
      this.#door.poked.push(id);
      await this.#door.settle(this.now);
    }
    return true;
  }
}
