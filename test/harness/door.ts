import { randomUUID } from 'node:crypto';
import { makeAdvance } from '../../activities/advance/advance.ts';
import type { CommandRef } from '../../contracts/advance.ts';
import type { StreamId } from '../../contracts/ids.ts';
import { Clock } from '../../db/clock.ts';
import { type Outcome, outcomesOf, storeCommands } from '../../db/commands.ts';
import { engineOf } from '../../workers/engine-worker.ts';
import type { TestDatabase } from './database.ts';
import { clock } from './start.ts';

/** The one door without Temporal before it: for tests of what the database holds. */
export class Door {
  readonly complaints: string[] = [];
  readonly #database: TestDatabase;
  readonly #advance: ReturnType<typeof makeAdvance>;

  constructor(database: TestDatabase) {
    this.#database = database;
    const complain = (what: string, about: object) => void this.complaints.push(`${what} ${JSON.stringify(about)}`);
    this.#advance = makeAdvance(database.pool, engineOf({ ...database, clock: new Clock(), complain }));
  }

  /** Sends one command; `now` is procedure time. */
  async send(stream: StreamId, actor: string, type: string, body: unknown, now = clock.now()): Promise<Outcome> {
    const id = randomUUID();
    const { refs } = await storeCommands(this.#database.pool, stream, [{ id, actor, type, body }]);
    await this.#advance(stream, { now, commands: refs });
    return (await outcomesOf(this.#database.pool, stream, [id])).get(id)!;
  }

  /** Hands over commands that are stored already. */
  async decide(stream: StreamId, ...refs: CommandRef[]): Promise<void> {
    await this.#advance(stream, { now: clock.now(), commands: refs });
  }

  /** Lets time act in a stream. */
  async look(stream: StreamId, now: number): Promise<void> {
    await this.#advance(stream, { now, commands: [] });
  }
}
