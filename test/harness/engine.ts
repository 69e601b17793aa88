import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, type Worker, type WorkflowBundle } from '@temporalio/worker';
import type { StreamId } from '../../contracts/ids.ts';
import { Clock } from '../../db/clock.ts';
import type { Outcome } from '../../db/commands.ts';
import { Gateway } from '../../gateway/gateway.ts';
import { freePort } from '../../stack/ports.ts';
import { startTemporal, startTimeSkippingServer, type Temporal } from '../../stack/temporal.ts';
import { bundleNow } from '../../workers/bundle.ts';
import { createEngineWorker } from '../../workers/engineWorker.ts';
import { type TestDatabase, testDatabase } from './database.ts';

Runtime.install({ logger: new DefaultLogger('ERROR') });

/** Bundled once a test file. */
const bundle = lazily(bundleNow);

function lazily(make: () => Promise<WorkflowBundle>): () => Promise<WorkflowBundle> {
  let made: Promise<WorkflowBundle> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** A database, a Temporal server, an engine worker and a gateway, all real, for one test file. */
export class TestEngine {
  readonly database: TestDatabase;
  readonly client: Client;
  readonly gateway: Gateway;
  readonly complaints: string[] = [];
  readonly #closers: (() => Promise<unknown>)[] = [];

  private constructor(database: TestDatabase, client: Client) {
    this.database = database;
    this.client = client;
    this.gateway = new Gateway({ client, pool: database.pool });
  }

  static async start({ timeSkipping = false } = {}): Promise<TestEngine> {
    const [database, temporal, workflows] = await Promise.all([
      testDatabase(),
      timeSkipping ? startTimeSkippingServer() : devServer(),
      bundle(),
    ]);
    const connection = await Connection.connect({ address: temporal.address });
    const engine = new TestEngine(database, new Client({ connection }));
    const native = await NativeConnection.connect({ address: temporal.address });
    const worker = await createEngineWorker(native, 'default', workflows, {
      ...database,
      clock: new Clock(),
      complain: (what, about) => void engine.complaints.push(`${what} ${JSON.stringify(about)}`),
    });
    const running = runWorker(worker);
    engine.#closers.push(
      async () => worker.shutdown(),
      () => running,
      () => native.close(),
      () => connection.close(),
      () => temporal.stop(),
      () => database.stop(),
    );
    return engine;
  }

  /** Sends a command as a person does, with an id of its own unless one is given. */
  send(stream: StreamId, actor: string, type: string, body: unknown, id: string = randomUUID()): Promise<Outcome> {
    return this.gateway.send(stream, { id, actor, type, body });
  }

  async stop(): Promise<void> {
    for (const close of this.#closers) await close();
  }
}

async function runWorker(worker: Worker): Promise<void> {
  await worker.run();
}

async function devServer(): Promise<Temporal> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'rostrum-test-temporal-'));
  const temporal = await startTemporal({ dataDir, port: await freePort(), ephemeral: true });
  return {
    ...temporal,
    stop: async () => {
      await temporal.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
