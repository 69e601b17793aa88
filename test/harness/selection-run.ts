import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker, type WorkflowBundle } from '@temporalio/worker';
import { makeWork } from '../../activities/work/index.ts';
import { WORK_QUEUE } from '../../contracts/advance.ts';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import type { Stage } from '../../contracts/selection/terms.ts';
import { Clock } from '../../db/clock.ts';
import { Gateway } from '../../gateway/gateway.ts';
import { recover } from '../../gateway/recover.ts';
import { freePort } from '../../stack/ports.ts';
import { startTemporal } from '../../stack/temporal.ts';
import { createEngineWorker } from '../../workers/engineWorker.ts';
import { company, MEASURES, TERMS } from '../api/selection-course.ts';
import type { TestDatabase } from './database.ts';
import type { History } from './histories.ts';

Runtime.install({ logger: new DefaultLogger('ERROR') });

/** Five days of the procedure in each second: nothing is skipped, and nobody has to wait for long. */
const SCALE = 5 * 86_400;
const START = Date.parse('2027-01-04T09:00:00+08:00');

/** What only ends by its date is short, what ends with the last answer has time enough for the slowest machine. */
const TIMETABLE = {
  measures: '90bd',
  publicity: '5bd',
  call: '15bd',
  screening: '5bd',
  reviewers: '90bd',
  review: '90bd',
  decision: '90bd',
  results: '90bd',
};

/** What the applicants wrote, and what was written about them: for tests that look where it must not be. */
export const WORDS = {
  profile: 'Twenty years with valves.',
  outline: 'Why valves fail.',
  remark: 'A secret remark on the outline.',
  comment: 'The delivery was dry.',
  support: 'Go and teach.',
} as const;

interface Task {
  readonly round: StreamId;
  readonly id: string;
  readonly assignee: string;
  readonly about: string | null;
  readonly purpose: string;
}

/** A selection on a development server of Temporal that may be lost, on a database that stays. */
export class SelectionRun {
  readonly stream: StreamId = 'selection:trainers';
  readonly complaints: string[] = [];
  readonly #database: TestDatabase;
  readonly #bundle: WorkflowBundle;
  readonly #clock = new Clock(Date.now(), START, SCALE);
  #sent = 0;
  #server!: Server;

  private constructor(database: TestDatabase, bundle: WorkflowBundle) {
    this.#database = database;
    this.#bundle = bundle;
  }

  /** A selection that has been opened and whose measures are published. */
  static async open(database: TestDatabase, bundle: WorkflowBundle): Promise<SelectionRun> {
    const run = new SelectionRun(database, bundle);
    await run.#connect();
    await run.do(ORGANISATION, 'system', 'importOrganisation', company());
    await run.do(run.stream, 'D1-3', 'open', { ...TERMS, timetable: TIMETABLE });
    await run.do(run.stream, 'D1-3', 'publishMeasures', { texts: MEASURES });
    return run;
  }

  get client(): Client {
    return this.#server.client;
  }

  now(): number {
    return this.#clock.now();
  }

  /** Sends a command that must be accepted. */
  async do(stream: StreamId, actor: string, type: string, body: unknown): Promise<void> {
    const id = `${actor}:${type}:${++this.#sent}`;
    const outcome = await this.#server.gateway.send(stream, { id, actor, type, body });
    if (!outcome.accepted) throw new Error(`${type} by ${actor}: ${outcome.detail}`);
  }

  /** People apply when the call comes, and answer whatever they are asked, until the selection is there. */
  async until(there: (run: SelectionRun) => Promise<boolean>): Promise<void> {
    const patience = Date.now() + 60_000;
    let applied = false;
    while (!(await there(this))) {
      if (Date.now() > patience) throw new Error(`Stuck at ${await this.stage()}: ${this.complaints}`);
      if (!applied && (await this.stage()) === 'call') {
        applied = true;
        if (!(await this.#count('application'))) await this.#apply();
      }
      const task = (await this.open())[0];
      if (task) await this.#answer(task);
      else await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async to(stage: Stage): Promise<void> {
    await this.until(async () => (await this.stage()) === stage);
  }

  async #apply(): Promise<void> {
    const { profile, outline } = WORDS;
    const body = { profile, topics: ['safety'], evidence: [], outline, hoursPerMonth: 4 };
    await Promise.all(['D2-2', 'D2-3', 'D2-4', 'D2-5'].map((person) => this.do(this.stream, person, 'apply', body)));
  }

  async #answer({ round, id, assignee, about, purpose }: Task): Promise<void> {
    const score = 3 + ([...`${about}${assignee}`].reduce((sum, c) => sum + c.charCodeAt(0), 0) % 7);
    const answers: Record<string, object> = {
      acknowledgement: { acknowledged: true },
      endorsement: { supports: true, words: WORDS.support },
      agreement: { agrees: true },
      conflict: { applications: [] },
      review: {
        knowledge: score,
        communication: score - 1,
        'review-reasons': WORDS.remark,
        'review-comment': WORDS.comment,
      },
      panel: { candidates: purpose === 'panel' ? [await this.#first()] : [], ground: 'none' },
      acceptance: { accepts: true },
    };
    const answer = answers[purpose.replace(/s$/, '')];
    if (!answer) throw new Error(`Nobody knows what to answer to ${purpose}.`);
    await this.do(round, assignee, 'submit', { task: id, answer });
  }

  async open(): Promise<Task[]> {
    const { rows } = await this.#database.pool.query<Task>(
      `select t.round, t.id, t.assignee, t.about, r.purpose from task t join round r on r.stream = t.round
       where r.state = 'open' and t.state in ('open', 'drafted') and r.owner = $1 order by t.round, t.id`,
      [this.stream],
    );
    return rows;
  }

  async stage(): Promise<string> {
    const { rows } = await this.#database.pool.query('select stage from stream where id = $1', [this.stream]);
    return rows[0].stage;
  }

  /** The latest ranking, byte for byte. */
  async ranking(): Promise<string> {
    const { rows } = await this.#database.pool.query(
      'select bytes from ranking where selection = $1 order by number desc limit 1',
      [this.stream],
    );
    return rows[0].bytes;
  }

  async #first(): Promise<string> {
    return JSON.parse(await this.ranking()).ranking[0].application;
  }

  async #count(table: string): Promise<number> {
    const { rows } = await this.#database.pool.query(`select count(*)::int as n from ${table}`);
    return rows[0].n;
  }

  /** Every run of every workflow, oldest first. */
  async histories(): Promise<{ id: StreamId; type: string; history: History }[]> {
    const found: { id: StreamId; type: string; history: History }[] = [];
    const { rows } = await this.#database.pool.query<{ id: StreamId }>('select id from stream order by id');
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
    const { rows } = await this.#database.pool.query<{ id: StreamId }>('select id from stream where closed');
    await Promise.all(rows.map(({ id }) => this.client.workflow.getHandle(id).result()));
  }

  /** Loses the Temporal server with all that it knows; recovery gets a new one going from the ledger. */
  async wipe(): Promise<Awaited<ReturnType<typeof recover>>> {
    await this.#server.stop();
    await this.#connect();
    return recover({ pool: this.#database.pool, client: this.client, gateway: this.#server.gateway });
  }

  async stop(): Promise<void> {
    await this.#server.stop();
  }

  async #connect(): Promise<void> {
    const complain = (what: string, about: object) => void this.complaints.push(`${what} ${JSON.stringify(about)}`);
    this.#server = await serverFor({ ...this.#database, clock: this.#clock, complain }, this.#bundle);
  }
}

function started(history: History) {
  return history.events![0]!.workflowExecutionStartedEventAttributes!;
}

type Parts = Parameters<typeof createEngineWorker>[3];
type Server = Awaited<ReturnType<typeof serverFor>>;

/** An empty server with both kinds of worker, and a gateway to it. */
async function serverFor(parts: Parts, bundle: WorkflowBundle) {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'rostrum-test-temporal-'));
  const { address, stop: end } = await startTemporal({ dataDir, port: await freePort(), ephemeral: true });
  const [connection, native] = await Promise.all([
    Connection.connect({ address }),
    NativeConnection.connect({ address }),
  ]);
  const client = new Client({ connection });
  const workers = await Promise.all([
    createEngineWorker(native, 'default', bundle, parts),
    Worker.create({ connection: native, taskQueue: WORK_QUEUE, activities: makeWork(parts) }),
  ]);
  const running = workers.map((worker) => worker.run());
  const stop = async () => {
    for (const worker of workers) worker.shutdown();
    await Promise.all(running);
    await Promise.all([native.close(), connection.close()]);
    await end();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { client, gateway: new Gateway({ client, pool: parts.pool }), stop };
}
