import { randomUUID } from 'node:crypto';
import { makeLook } from '../../activities/look.ts';
import { makeWork } from '../../activities/work/index.ts';
import type { Looked } from '../../contracts/advance.ts';
import type { StreamId } from '../../contracts/ids.ts';
import { Clock } from '../../db/clock.ts';
import type { Pool } from '../../db/connection.ts';
import type { Outcome, Sent } from '../../domain/turn/outcome.ts';
import { anybody, type Rights } from '../../domain/turn/rights.ts';
import { Advance } from '../../engine/advance.ts';
import type { Advanced } from '../../engine/advanced.ts';
import type { Large } from '../../engine/large.ts';
import { engineOf } from '../../engine/parts.ts';
import type { Received } from '../../engine/received.ts';
import type { TestDatabase } from './database.ts';
import { PATIENCE_MS } from './patience.ts';
import { clock } from './start.ts';

/** A command as it arrives: its body as text. */
export function received({ id, type, actor, body }: Sent): Received {
  return { id, type, actor, text: JSON.stringify(body) };
}

/**
 * The one door without Temporal before it, for tests of what the database holds: procedure time is what it is told, looks
 * are taken when it is told to, and whom it would have signalled is written down. Anybody may send anything, unless rights
 * are given.
 */
export class Door {
  /** Procedure time, until it is told otherwise. */
  now: number | undefined;
  readonly complaints: string[];
  /** Streams whose workflows would have been signalled. */
  readonly poked: StreamId[] = [];
  readonly #advance: Advance;
  readonly #after: (done: Advanced) => void;
  readonly #look: (stream: StreamId, now: number) => Promise<Looked>;
  readonly #work: ReturnType<typeof makeWork>;

  constructor(
    database: Pick<TestDatabase, 'pool' | 'keys'>,
    {
      pool = database.pool,
      complaints = [] as string[],
      rights = anybody,
      after = () => undefined,
    }: { pool?: Pool; complaints?: string[]; rights?: Rights; after?: (done: Advanced) => void } = {},
  ) {
    this.complaints = complaints;
    const complain = (what: string, about: object) => void complaints.push(`${what} ${JSON.stringify(about)}`);
    const time = { clock: new Clock(), real: () => this.now ?? clock.now() };
    this.#advance = new Advance(engineOf({ keys: database.keys, pool, time, complain, rights }));
    this.#after = (done) => {
      this.poked.push(...done.pokes);
      after(done);
    };
    const aftermath = { of: this.#after };
    const parts = { advance: this.#advance, aftermath };
    this.#look = makeLook({ ...parts, time, pokes: { settled: async () => undefined } });
    this.#work = makeWork({ ...parts, ...database, clock: time.clock });
  }

  /** Sends one command; `now` is procedure time. */
  async send(stream: StreamId, actor: string, type: string, body: unknown, now?: number): Promise<Outcome> {
    return (await this.decide(stream, [{ id: randomUUID(), actor, type, body }], now))[0]!;
  }

  /** Decides commands in one batch. */
  async decide(stream: StreamId, commands: readonly Sent[], now?: number): Promise<readonly Outcome[]> {
    this.now = now ?? this.now;
    const done = await this.#advance.decide(stream, commands.map(received), PATIENCE_MS);
    this.#after(done);
    return done.outcomes;
  }

  /** Decides a command that came as a large request. */
  async decideLarge(large: Large, now?: number): Promise<{ outcome: Outcome; id: string }> {
    this.now = now ?? this.now;
    const done = await this.#advance.decideLarge(large, PATIENCE_MS);
    this.#after(done);
    return { outcome: done.outcomes[0]!, id: done.id };
  }

  /** Looks, as the stream's workflow does: time acts. */
  async look(stream: StreamId, now?: number): Promise<Looked> {
    this.now = now ?? this.now;
    return this.#look(stream, this.now ?? clock.now());
  }

  /** Does a piece of slow work, whose result is decided like any command. */
  async work(stream: StreamId, { kind, key }: Looked['work'][number]): Promise<boolean> {
    return this.#work[kind]!(stream, key, this.now ?? clock.now());
  }

  /** Resolves when nothing is left to do of turns that are answered. */
  written(): Promise<void> {
    return this.#advance.settled();
  }

  /** Takes the looks that were asked for, with the slow work they want, until nobody asks any more. */
  async settle(now?: number): Promise<void> {
    this.now = now ?? this.now;
    for (let looks = 0; this.poked.length; looks++) {
      if (looks > 10_000) throw new Error('It does not come to rest.');
      const stream = this.poked.shift()!;
      for (const work of (await this.look(stream)).work) {
        await this.work(stream, work);
        this.poked.push(stream);
      }
    }
  }
}
