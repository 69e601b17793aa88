import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import process from 'node:process';
import { openingKeyOf } from '../../db/master-key.ts';
import { endWithThisProcess } from '../../stack/guard.ts';
import { built } from './built.ts';
import type { TestDatabase } from './database.ts';

/** What a process of an installation runs. */
const SCRIPTS = {
  engine: 'workers/engine.js',
  work: 'workers/work.js',
  notices: 'workers/notices.js',
  api: 'api/server.js',
} as const;

/** A process of an installation by itself, as it runs in production; a kill starts the next one at once. */
export class ServiceProcess {
  kills = 0;
  readonly #start: () => Promise<Running>;
  #running: Promise<Running>;

  private constructor(start: () => Promise<Running>) {
    this.#start = start;
    this.#running = start();
  }

  static async start(
    name: keyof typeof SCRIPTS,
    database: Pick<TestDatabase, 'as' | 'masterKey'>,
    temporal: string,
    more: NodeJS.ProcessEnv = {},
  ): Promise<ServiceProcess> {
    const script = path.join(await built(), SCRIPTS[name]);
    const env = {
      PATH: process.env.PATH,
      DATABASE_URL: database.as.urlOf(name),
      ...(name === 'notices'
        ? { ROSTRUM_OPENING_KEY: openingKeyOf(database.masterKey) }
        : { ROSTRUM_MASTER_KEY: database.masterKey }),
      TEMPORAL_ADDRESS: temporal,
      ...more,
    };
    const service = new ServiceProcess(() => running(name, script, env));
    await service.#running;
    return service;
  }

  /** Where an API listens; another port after a kill. */
  async origin(): Promise<string> {
    return `http://127.0.0.1:${(await this.#running).port}`;
  }

  /**
   * SIGKILL: the process has no moment to put anything in order. Resolves when the next one is ready, which the next blow
   * strikes, however early it was called for.
   */
  kill(): Promise<void> {
    this.kills++;
    this.#running = this.#running.then(async ({ child, gone }) => {
      child.kill('SIGKILL');
      await gone;
      return this.#start();
    });
    this.#running.catch(() => undefined);
    return this.#running.then(() => undefined);
  }

  async stop(): Promise<void> {
    const { child, gone } = await this.#running;
    child.kill('SIGKILL');
    await gone;
  }
}

interface Running {
  readonly child: ChildProcess;
  readonly port: number | undefined;
  readonly gone: Promise<unknown>;
}

async function running(name: string, script: string, env: NodeJS.ProcessEnv): Promise<Running> {
  const child = fork(script, [], { env, execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  const said: string[] = [];
  child.stderr?.on('data', (text) => void said.push(`${text}`));
  const release = endWithThisProcess(child.pid!, 'TERM');
  const gone = once(child, 'exit').finally(release);
  const ready = once(child, 'message') as Promise<[{ port?: number }]>;
  const died = gone.then(() => Promise.reject(new Error(`The process ${name} ended: ${said.slice(-5).join('')}`)));
  died.catch(() => undefined);
  const [{ port }] = await Promise.race([ready, died]);
  return { child, port, gone };
}
