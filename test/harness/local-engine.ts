import type { Client } from '@temporalio/client';
import type { NativeConnection, WorkflowBundle } from '@temporalio/worker';
import { Worker } from '@temporalio/worker';
import { withHeartbeats } from '../../activities/heartbeat.ts';
import { makeWork } from '../../activities/work/index.ts';
import { WORK_QUEUE } from '../../contracts/advance.ts';
import type { ProcessName } from '../../db/rights.ts';
import { anybody, type Rights } from '../../domain/turn/rights.ts';
import { Advance } from '../../engine/advance.ts';
import { Aftermath } from '../../engine/aftermath.ts';
import { Gateway } from '../../engine/gateway.ts';
import { engineOf } from '../../engine/parts.ts';
import { Pokes } from '../../engine/pokes.ts';
import { type Sweeping, sweep } from '../../engine/sweeper.ts';
import type { Time } from '../../engine/time.ts';
import { createEngineWorker } from '../../workers/engine-worker.ts';
import type { TestDatabase } from './database.ts';

export interface LocalParts {
  readonly database: TestDatabase;
  readonly client: Client;
  readonly time: Time;
  readonly complaints: string[];
  /** Absent: anybody may send anything. */
  readonly rights?: Rights | undefined;
}

/**
 * All that the processes of an installation do to take commands and to look, in the process of the test; each with its own
 * rights in the database.
 */
export class LocalEngine {
  readonly gateway: Gateway;
  readonly pokes: Pokes;
  readonly #parts: LocalParts;
  readonly #advance: Readonly<Record<'api' | 'engine' | 'work', Advance>>;
  readonly #aftermath: Aftermath;

  constructor(parts: LocalParts) {
    const { database, client, time, complaints, rights = anybody } = parts;
    this.#parts = parts;
    const complain = (what: string, about: object) => void complaints.push(`${what} ${JSON.stringify(about)}`);
    this.pokes = new Pokes(client);
    this.#aftermath = new Aftermath(database.pool, this.pokes);
    const { keys } = database;
    const advanceOf = (process: ProcessName) =>
      new Advance(engineOf({ pool: database.as.of(process), keys, time, complain, rights }));
    this.#advance = { api: advanceOf('api'), engine: advanceOf('engine'), work: advanceOf('work') };
    this.gateway = new Gateway({ turns: this.#advance.api, after: (done) => this.#aftermath.of(done) });
  }

  /** Both kinds of worker, polling from now on. */
  async work(native: NativeConnection, bundle: WorkflowBundle): Promise<readonly Worker[]> {
    const { database, time } = this.#parts;
    const { engine, work } = this.#advance;
    const aftermath = this.#aftermath;
    const { keys } = database;
    const doing = { advance: work, aftermath, pool: database.as.of('work'), keys, clock: time.clock };
    return Promise.all([
      createEngineWorker(native, 'default', bundle, { advance: engine, aftermath, pokes: this.pokes, time }),
      Worker.create({
        connection: native,
        taskQueue: WORK_QUEUE,
        activities: withHeartbeats(makeWork(doing)),
      }),
    ]);
  }

  sweep(): Sweeping {
    const complain = (what: string, about: object) =>
      void this.#parts.complaints.push(`${what} ${JSON.stringify(about)}`);
    return sweep({ pool: this.#parts.database.as.of('engine'), pokes: this.pokes, complain });
  }

  async stop(): Promise<void> {
    this.#aftermath.stop();
    await this.pokes.stop();
  }
}
