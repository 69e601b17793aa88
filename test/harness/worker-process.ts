import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import process from 'node:process';
import { endWithThisProcess } from '../../stack/guard.ts';
import { built } from './built.ts';
import type { TestDatabase } from './database.ts';

/** The engine worker as a process of its own, as it runs in production; a kill starts the next one at once. */
export class WorkerProcess {
  kills = 0;
  readonly #start: () => Promise<Running>;
  #running: Promise<Running>;

  private constructor(start: () => Promise<Running>) {
    this.#start = start;
    this.#running = start();
  }

  static async start(database: Pick<TestDatabase, 'url' | 'masterKey'>, temporal: string): Promise<WorkerProcess> {
    const script = path.join(await built(), 'workers', 'engine.js');
    const env = {
      PATH: process.env.PATH,
      DATABASE_URL: database.url,
      ROSTRUM_MASTER_KEY: database.masterKey,
      TEMPORAL_ADDRESS: temporal,
    };
    const worker = new WorkerProcess(() => running(script, env));
    await worker.#running;
    return worker;
  }

  /** SIGKILL: the process has no moment to put anything in order. Resolves when the next one is ready. */
  async kill(): Promise<void> {
    const { child, gone } = await this.#running;
    child.kill('SIGKILL');
    await gone;
    this.kills++;
    this.#running = this.#start();
    await this.#running;
  }

  async stop(): Promise<void> {
    const { child, gone } = await this.#running;
    child.kill('SIGKILL');
    await gone;
  }
}

interface Running {
  readonly child: ChildProcess;
  readonly gone: Promise<unknown>;
}

async function running(script: string, env: NodeJS.ProcessEnv): Promise<Running> {
  const child = fork(script, [], { env, execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  const said: string[] = [];
  child.stderr?.on('data', (text) => void said.push(`${text}`));
  const release = endWithThisProcess(child.pid!, 'TERM');
  const gone = once(child, 'exit').finally(release);
  const ready = once(child, 'message');
  const died = gone.then(() => Promise.reject(new Error(`The engine worker ended: ${said.slice(-5).join('')}`)));
  died.catch(() => undefined);
  await Promise.race([ready, died]);
  return { child, gone };
}
