import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, type WorkflowBundle } from '@temporalio/worker';
import type { StreamId } from '../../contracts/ids.ts';
import { Clock } from '../../db/clock.ts';
import { recover } from '../../engine/recover.ts';
import { freePort } from '../../stack/ports.ts';
import { startTemporal } from '../../stack/temporal.ts';
import type { TestDatabase } from './database.ts';
import type { History } from './histories.ts';
import { leaving } from './leavings.ts';
import { LocalEngine, type LocalParts } from './local-engine.ts';

Runtime.install({ logger: new DefaultLogger('ERROR') });

/** A task that is open. */
export interface RunTask {
  readonly round: StreamId;
  readonly id: string;
  readonly assignee: string;
  readonly about: string | null;
  readonly aboutPerson: string | null;
  readonly purpose: string;
  /** The form it names, when its round has several. */
  readonly form: string | null;
}

/** Time that runs fast and can be stopped, so that what a slow machine takes to start a server is no time at all. */
class StoppableClock extends Clock {
  readonly #scale: number;
  #inner: Clock;

  constructor(start: number, scale: number) {
    super(Date.now(), start, scale);
    this.#scale = scale;
    this.#inner = new Clock(Date.now(), start, scale);
  }

  stop(): void {
    this.#inner = new Clock(Date.now(), this.now(), 1e-6);
  }

  go(): void {
    this.#inner = new Clock(Date.now(), this.now(), this.#scale);
  }

  override toProcedure(real: number): number {
    return this.#inner.toProcedure(real);
  }

  override toReal(instant: number): number {
    return this.#inner.toReal(instant);
  }

  override now(): number {
    return this.#inner.now();
  }
}

/** Procedures on a development server of Temporal that may be lost, on a database that stays; time runs fast. */
export class Run {
  readonly complaints: string[] = [];
  protected readonly database: TestDatabase;
  readonly #bundle: WorkflowBundle;
  readonly #clock: StoppableClock;
  readonly #kept: boolean;
  #sent = 0;
  #server!: Server;

  /**
   * `scale`: how many times faster than real; `start`: when the procedure's time begins; `kept`: Temporal's store is a file,
   * as that of an installation.
   */
  protected constructor(
    database: TestDatabase,
    bundle: WorkflowBundle,
    { scale, start, kept = false }: { scale: number; start: number; kept?: boolean },
  ) {
    this.database = database;
    this.#kept = kept;
    this.#bundle = bundle;
    this.#clock = new StoppableClock(start, scale);
  }

  get client(): Client {
    return this.#server.client;
  }

  /** Where Temporal has its store, if it is kept, and its log. */
  get folder(): string {
    return this.#server.dataDir;
  }

  now(): number {
    return this.#clock.now();
  }

  /** Sends a command that must be accepted. */
  async do(stream: StreamId, actor: string, type: string, body: unknown): Promise<void> {
    const id = `${actor}:${type}:${++this.#sent}`;
    const outcome = await this.#server.local.gateway.send(stream, { id, actor, type, body });
    if (!outcome.accepted) throw new Error(`${type} by ${actor}: ${outcome.detail}`);
  }

  /** The open tasks of the rounds of a procedure, and of what it has started. */
  async openOf(stream: StreamId): Promise<RunTask[]> {
    const { rows } = await this.database.pool.query<RunTask>(
      `select t.round, t.id, t.assignee, t.about, t.about_person as "aboutPerson", r.purpose, t.form
       from task t join round r on r.stream = t.round
       where r.state = 'open' and t.state in ('open', 'drafted')
         and (r.owner = $1 or r.owner in (select stream from offering where cycle = $1))
       order by t.round, t.id`,
      [stream],
    );
    return rows;
  }

  /** Somebody answers a task of `openOf`, unless it was taken back meanwhile: time does not wait for a slow machine. */
  protected async answer(stream: StreamId, { round, id, assignee }: RunTask, answer: object): Promise<void> {
    await this.do(round, assignee, 'submit', { task: id, answer }).catch(async (error: Error) => {
      if ((await this.openOf(stream)).some((t) => t.round === round && t.id === id)) throw error;
    });
  }

  async stageOf(stream: StreamId): Promise<string> {
    const { rows } = await this.database.pool.query('select stage from stream where id = $1', [stream]);
    return rows[0].stage;
  }

  /** Every run of every workflow, oldest first. */
  async histories(): Promise<{ id: StreamId; type: string; history: History }[]> {
    const found: { id: StreamId; type: string; history: History }[] = [];
    const { rows } = await this.database.pool.query<{ id: StreamId }>('select id from stream order by id');
    for (const { id } of rows) {
      const runs: History[] = [];
      for (let run: string | undefined = ''; run !== undefined; ) {
        const history: History = await this.client.workflow.getHandle(id, run || undefined).fetchHistory();
        runs.unshift(history);
        run = started(history).continuedExecutionRunId || undefined;
      }
      for (const history of runs) found.push({ id, type: started(history).workflowType!.name!, history });
    }
    return found;
  }

  /** Waits until every workflow whose story the ledger has ended has come to its own end. */
  async finished(): Promise<void> {
    const { rows } = await this.database.pool.query<{ id: StreamId }>('select id from stream where closed');
    await Promise.all(rows.map(({ id }) => this.client.workflow.getHandle(id).result()));
  }

  /** Loses the Temporal server with all that it knows; recovery gets a new one going from the ledger. */
  async wipe(): Promise<Awaited<ReturnType<typeof recover>>> {
    this.#clock.stop();
    await this.#server.stop();
    await this.connect();
    this.#clock.go();
    const { client, pokes } = this.#server;
    return recover({ pool: this.database.pool, client, pokes, now: () => this.now() });
  }

  async stop(): Promise<void> {
    await this.#server.stop();
  }

  protected async connect(): Promise<void> {
    const time = { clock: this.#clock };
    this.#server = await serverFor(
      { database: this.database, time, complaints: this.complaints },
      this.#bundle,
      this.#kept,
    );
  }
}

function started(history: History) {
  return history.events![0]!.workflowExecutionStartedEventAttributes!;
}

type Server = Awaited<ReturnType<typeof serverFor>>;

/** An empty server with both kinds of worker, and a gateway beside it. */
async function serverFor(parts: Omit<LocalParts, 'client'>, bundle: WorkflowBundle, kept: boolean) {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'rostrum-test-temporal-'));
  const { address, stop: stopServer } = await startTemporal({ dataDir, port: await freePort(), ephemeral: !kept });
  const end = leaving(async () => {
    await stopServer();
    await rm(dataDir, { recursive: true, force: true });
  });
  const [connection, native] = await Promise.all([
    Connection.connect({ address }),
    NativeConnection.connect({ address }),
  ]);
  const client = new Client({ connection });
  const local = new LocalEngine({ ...parts, client });
  const workers = await local.work(native, bundle);
  const running = workers.map((worker) => worker.run());
  const sweeping = local.sweep();
  const stop = async () => {
    await sweeping.stop();
    for (const worker of workers) worker.shutdown();
    await Promise.all(running);
    await local.stop();
    await Promise.all([native.close(), connection.close()]);
    await end();
  };
  return { client, local, pokes: local.pokes, dataDir, stop };
}
