import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client, Connection } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, NativeConnection, Runtime, type Worker } from '@temporalio/worker';
import type { StreamId } from '../../contracts/ids.ts';
import type { Outcome } from '../../domain/turn/outcome.ts';
import type { Rights } from '../../domain/turn/rights.ts';
import type { Gateway } from '../../engine/gateway.ts';
import { freePort } from '../../stack/ports.ts';
import { startTemporal } from '../../stack/temporal.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { workflowBundle } from './from-stock.ts';
import { leaving } from './leavings.ts';
import { LocalEngine } from './local-engine.ts';
import { skippingEnvironment } from './skipping.ts';
import { clock } from './start.ts';

Runtime.install({ logger: new DefaultLogger('ERROR') });

/** A database, a Temporal server, an engine worker and a gateway, all real, for one test file. */
export class TestEngine {
  readonly database: TestDatabase;
  readonly client: Client;
  readonly gateway: Gateway;
  readonly complaints: string[] = [];
  readonly #server: Server;
  readonly #local: LocalEngine;
  readonly #sweeping: { stop(): Promise<void> };
  #worker: Promise<RunningWorker>;

  private constructor(database: TestDatabase, server: Server, rights: Rights | undefined) {
    this.database = database;
    this.#server = server;
    this.client = new Client({ connection: server.connection });
    const time = { clock, real: () => server.now() };
    this.#local = new LocalEngine({ database, client: this.client, time, complaints: this.complaints, rights });
    this.gateway = this.#local.gateway;
    this.#worker = this.#startWorker();
    this.#sweeping = this.#local.sweep();
  }

  /** `rights`: who may send what; absent: anybody anything. */
  static async start({
    timeSkipping = false,
    rights,
  }: {
    timeSkipping?: boolean;
    rights?: Rights;
  } = {}): Promise<TestEngine> {
    const [database, server] = await Promise.all([
      testDatabase(),
      timeSkipping ? skippingServer() : devServer(),
      workflowBundle(),
    ]);
    const engine = new TestEngine(database, server, rights);
    await engine.#worker;
    return engine;
  }

  /** Sends a command as a person does, with an id of its own unless one is given; workflows have heard of it then. */
  async send(
    stream: StreamId,
    actor: string,
    type: string,
    body: unknown,
    id = randomUUID() as string,
  ): Promise<Outcome> {
    const outcome = await this.gateway.send(stream, { id, actor, type, body });
    await this.#local.pokes.settled();
    return outcome;
  }

  /** Procedure time by the clock of the server, which runs ahead of the machine's when it skips. */
  async now(): Promise<number> {
    return clock.toProcedure(await this.#server.now());
  }

  /** Lets time pass, on a server that skips it, until an instant of procedure time; what falls due on the way happens. */
  async skipTo(instant: number): Promise<void> {
    await this.#heard();
    const ms = instant - (await this.now());
    if (ms <= 0) throw new Error(`${new Date(instant).toISOString()} has passed already.`);
    await this.#server.skip(ms, () => this.#isIdle());
  }

  async phaseOf(round: StreamId): Promise<string | undefined> {
    const { rows } = await this.database.pool.query<{ state: string }>('select state from round where stream = $1', [
      round,
    ]);
    return rows[0]?.state;
  }

  /** Does something while no worker is there, and starts one again afterwards. */
  async withoutWorker(work: () => Promise<unknown>): Promise<void> {
    await this.#stopWorker();
    try {
      await work();
    } finally {
      this.#worker = this.#startWorker();
      await this.#worker;
    }
  }

  async #startWorker(): Promise<RunningWorker> {
    const workers = await this.#local.work(this.#server.native, await workflowBundle());
    return { workers, ended: Promise.all(workers.map((worker) => worker.run())) };
  }

  /** True when no worker has anything in its hands. */
  async #isIdle(): Promise<boolean> {
    if (await this.#looksWanted()) return false;
    const { workers } = await this.#worker;
    return workers.every((worker) => {
      const { numInFlightActivities, numInFlightWorkflowActivations } = worker.getStatus();
      return numInFlightActivities === 0 && numInFlightWorkflowActivations === 0;
    });
  }

  /** Waits until every workflow that was asked to look has done so: on a busy machine that may take its time. */
  async #heard(): Promise<void> {
    await this.#local.pokes.settled();
    while (await this.#looksWanted()) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  async #looksWanted(): Promise<boolean> {
    const { rows } = await this.database.pool.query<{ wanted: boolean }>('select exists (select from look) as wanted');
    return rows[0]!.wanted;
  }

  async #stopWorker(): Promise<void> {
    const { workers, ended } = await this.#worker;
    for (const worker of workers) worker.shutdown();
    await ended;
  }

  async stop(): Promise<void> {
    await this.#sweeping.stop();
    await this.#stopWorker();
    await this.#local.stop();
    await this.#server.stop();
    await this.database.stop();
  }
}

interface RunningWorker {
  readonly workers: readonly Worker[];
  readonly ended: Promise<unknown>;
}

/** A Temporal server with connections to it. */
interface Server {
  readonly connection: Connection;
  readonly native: NativeConnection;
  now(): Promise<number>;
  /** `isIdle`: whether nobody works on anything that time has to wait for. */
  skip(ms: number, isIdle: () => Promise<boolean>): Promise<void>;
  stop(): Promise<void>;
}

async function devServer(): Promise<Server> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'rostrum-test-temporal-'));
  const temporal = await startTemporal({ dataDir, port: await freePort(), ephemeral: true });
  const end = leaving(async () => {
    await temporal.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
  const connection = await Connection.connect({ address: temporal.address });
  const native = await NativeConnection.connect({ address: temporal.address });
  return {
    connection,
    native,
    now: async () => Date.now(),
    skip: () => Promise.reject(new Error('Only the time-skipping server skips time.')),
    stop: async () => {
      await native.close();
      await connection.close();
      await end();
    },
  };
}

async function skippingServer(): Promise<Server> {
  const environment = await skippingEnvironment();
  return {
    connection: environment.connection as Connection,
    native: environment.nativeConnection,
    now: () => environment.currentTimeMs(),
    skip: (ms, isIdle) => skip(environment, ms, isIdle),
    stop: () => environment.teardown(),
  };
}

const GLANCE_MS = 60;
/** For so long nobody has had anything to do and time has not moved, before a lock counts as forgotten. */
const STILL_MS = 3_000;

/**
 * The time-skipping server counts a lock for each activity and forgets to release it when the run that it belongs to
 * continues as new soon after; time then stands still. While a sleep lasts, a lock that nobody works under is given back;
 * one that somebody works under is not, or time would run on by itself from then on.
 */
async function skip(environment: TestWorkflowEnvironment, ms: number, isIdle: () => Promise<boolean>): Promise<void> {
  const { testService } = environment.connection as unknown as {
    testService: { unlockTimeSkipping(request: object): Promise<unknown> };
  };
  let asleep = true;
  const sleep = environment.sleep(ms).finally(() => {
    asleep = false;
  });
  let [since, seen] = [performance.now(), await environment.currentTimeMs()];
  while (asleep) {
    await Promise.race([sleep, new Promise((resolve) => setTimeout(resolve, GLANCE_MS))]);
    if (!asleep) break;
    const here = performance.now();
    const [idle, now] = [await isIdle(), await environment.currentTimeMs()];
    // Time that is not skipped goes on as fast as the machine's.
    const moved = now - seen > 2 * (performance.now() - since);
    if (!idle || moved) [since, seen] = [performance.now(), now];
    if (!asleep || here - since < STILL_MS) continue;
    [since, seen] = [performance.now(), now];
    await testService.unlockTimeSkipping({}).catch(() => undefined);
  }
  await sleep;
}
