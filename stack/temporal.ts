import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Connection } from '@temporalio/client';
import { acceptsConnections, freePort, LOOPBACK, requireFreePort } from './ports.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { temporalBinary, timeSkippingBinary } from './temporal-binary.ts';

/** A busy machine takes its time; a server that has ended is not waited for. */
const START_WITHIN_MS = 180_000;
/** A question that is not answered by then is asked again. */
const ANSWER_WITHIN_MS = 5_000;

/**
 * A write-ahead log that is flushed at every commit is as durable as SQLite's default journal, and needs one flush
 * where that needs several: a signal takes 3.8 ms instead of 6.7 ms, and 300 at once 0.5 s instead of 1.3 s (measured).
 */
const DURABLE_WAL = ['--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', 'synchronous=full'];

export interface TemporalOptions {
  /** A folder of its own: the store and the log are kept in it. */
  dataDir: string;
  port: number;
  /** Serve Temporal's own web pages on this port. */
  uiPort?: number;
  /** For tests: the state is kept in memory. */
  ephemeral?: boolean;
}

export interface Temporal {
  /** host:port of the gRPC service. */
  address: string;
  pid: number;
  stop(): Promise<void>;
}

/** gRPC's NOT_FOUND: the answer of a server that works to a question about a workflow that is not there. */
const NOT_FOUND = 5;

/**
 * Asks for a workflow that does not exist: only a server whose frontend and history services both work, and whose
 * namespace is registered, can say that it does not.
 */
async function answersInFull(connection: Connection): Promise<boolean> {
  try {
    await connection.workflowService.describeWorkflowExecution({
      namespace: 'default',
      execution: { workflowId: 'is-anybody-there' },
    });
    return true;
  } catch (error) {
    const { code, message } = error as { code?: number; message: string };
    return code === NOT_FOUND && !/namespace/i.test(message);
  }
}

type Question = (connection: Connection) => Promise<boolean>;

/**
 * Asks until the server answers or is past hope. The socket is tried first, since a gRPC channel that was refused once
 * waits a second before it tries again.
 */
async function untilAnswer(server: ServerProcess, port: number, answers: Question): Promise<void> {
  const deadline = performance.now() + START_WITHIN_MS;
  const connection = Connection.lazy({ address: `${LOOPBACK}:${port}` });
  const ask = () => connection.withDeadline(Date.now() + ANSWER_WITHIN_MS, () => answers(connection));
  try {
    while (!((await acceptsConnections(port)) && (await ask()))) {
      if (server.hasExited()) throw server.failure('did not start');
      if (performance.now() > deadline) throw server.failure(`did not answer within ${START_WITHIN_MS / 1000} s`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  } finally {
    await connection.close();
  }
}

/**
 * Starts Temporal's development server on the loopback address with its state in a file. Resolves when it answers.
 */
export async function startTemporal(options: TemporalOptions): Promise<Temporal> {
  const { dataDir, port, uiPort, ephemeral = false } = options;
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const file = await temporalBinary();
  await requireFreePort(port, 'Temporal', '--temporal-port PORT');
  if (uiPort !== undefined) await requireFreePort(uiPort, "Temporal's web page", '--temporal-ui-port PORT');
  const args = ['server', 'start-dev', '--ip', LOOPBACK, '--port', String(port), '--log-level', 'error'];
  args.push(...(uiPort === undefined ? ['--headless'] : ['--ui-port', String(uiPort)]));
  if (!ephemeral) args.push('--db-filename', path.join(path.resolve(dataDir), 'temporal.sqlite'), ...DURABLE_WAL);
  // Activities go to the worker that asked for them without another poll: half the latency.
  args.push('--dynamic-config-value', 'system.enableActivityEagerExecution=true');
  const logFile = path.join(path.resolve(dataDir), 'temporal.log');
  const server = await startServer({
    name: 'Temporal',
    file,
    args,
    logFile,
    stopSignal: 'SIGINT',
    killSignal: 'SIGKILL',
  });
  const address = `${LOOPBACK}:${port}`;
  const stop = () => server.stop({ now: ephemeral });
  try {
    await untilAnswer(server, port, answersInFull);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, pid: server.pid, stop };
}

/** Any answer will do: the time-skipping server is one small program that is there as a whole or not at all. */
async function answersAtAll(connection: Connection): Promise<boolean> {
  return connection.workflowService.getSystemInfo({}).then(
    () => true,
    () => false,
  );
}

/** Starts the server whose clock jumps to the next timer when nobody has work, for tests and rehearsals. @forTests */
export async function startTimeSkippingServer(options: { port?: number } = {}): Promise<Temporal> {
  const file = await timeSkippingBinary();
  const port = options.port ?? (await freePort());
  await requireFreePort(port, 'the time-skipping server', 'another port in the options');
  const folder = await mkdtemp(path.join(tmpdir(), 'rostrum-time-skipping-'));
  const logFile = path.join(folder, 'temporal-test-server.log');
  const name = 'The time-skipping server';
  const server = await startServer({
    name,
    file,
    args: [String(port)],
    logFile,
    stopSignal: 'SIGTERM',
    killSignal: 'SIGKILL',
  });
  const address = `${LOOPBACK}:${port}`;
  const stop = async () => {
    await server.stop({ now: true });
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await untilAnswer(server, port, answersAtAll);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, pid: server.pid, stop };
}
