import { type ChildProcess, fork } from 'node:child_process';
import { createWriteStream, type WriteStream } from 'node:fs';
import process from 'node:process';
import { StackFailure } from './failure.ts';
import { endWithThisProcess } from './guard.ts';
import { LastWords } from './last-words.ts';

export interface ChildOptions {
  name: string;
  /** Path of a JavaScript file that says `process.send({ ready: true })` when it can work. */
  script: string;
  args?: readonly string[];
  env?: NodeJS.ProcessEnv;
  /** Every line that the child prints goes here. */
  logFile: string;
  /** How long a child may take to stop in order before it is killed. */
  graceMs?: number;
  /** How long a child may take until it is ready; five minutes by default. */
  readyWithinMs?: number;
  /** Told in one sentence when the child dies and is started again. */
  log: (sentence: string) => void;
  /** Told whenever the child has a new process. */
  onStart?: (pid: number) => void;
}

export interface Child {
  name: string;
  /** The process of now; null between a death and the next start. */
  pid(): number | null;
  /** The port that the child said it listens on, if it said one. */
  port(): number | null;
  /** How often it was started again after dying. */
  restarts(): number;
  /** Resolves when the first process is ready; fails when it dies or dawdles. */
  ready: Promise<void>;
  /** Resolves when the child has stopped for good. */
  exited: Promise<void>;
  /**
   * For demonstrations and tests: ends the process as a crash would (SIGKILL unless told otherwise) and lets it be
   * started again. Resolves when the process that takes its place is ready.
   */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** SIGTERM, after the grace SIGKILL; it is not started again. */
  stop(): Promise<void>;
}

/**
 * Longer than a process waits for what it needs, also on a machine that is slow: then it says itself what it lacks. Whoever
 * is silent for longer does not begin any more.
 */
const READY_WITHIN_MS = 300_000;
const FIRST_DELAY_MS = 200;
const LAST_DELAY_MS = 10_000;
/** A child that lived this long had recovered: its next death starts with the shortest delay again. */
const RECOVERED_AFTER_MS = 60_000;

interface Deferred {
  promise: Promise<void>;
  resolve: () => void;
  reject: (error: Error) => void;
}

function deferred(): Deferred {
  let resolve!: () => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}

/** Keeps one Node process running: see `Child`. */
class SupervisedChild implements Child {
  readonly name: string;
  readonly ready: Promise<void>;
  readonly exited: Promise<void>;
  readonly #options: ChildOptions;
  readonly #log: WriteStream;
  readonly #gone = deferred();
  readonly #ready = deferred();
  #everReady = false;
  /** Asked for a replacement of a process that still lives, and of one that has died. */
  #replaced: Deferred[] = [];
  #awaitingNext: Deferred[] = [];
  #process: ChildProcess | null = null;
  #port: number | null = null;
  #restarts = 0;
  #deathsInARow = 0;
  #stopping = false;
  #restartTimer: NodeJS.Timeout | undefined;

  constructor(options: ChildOptions) {
    this.#options = options;
    this.name = options.name;
    this.ready = this.#ready.promise;
    this.exited = this.#gone.promise;
    this.#log = createWriteStream(options.logFile, { flags: 'a' });
    this.#log.on('error', () => undefined);
    this.#start();
  }

  pid(): number | null {
    return this.#process?.pid ?? null;
  }

  port(): number | null {
    return this.#port;
  }

  restarts(): number {
    return this.#restarts;
  }

  kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const replaced = deferred();
    this.#replaced.push(replaced);
    this.#process?.kill(signal);
    return replaced.promise;
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#restartTimer);
    const running = this.#process;
    if (running) {
      running.kill('SIGTERM');
      const timer = setTimeout(() => running.kill('SIGKILL'), this.#options.graceMs ?? 10_000);
      await this.exited;
      clearTimeout(timer);
    } else {
      this.#finish();
    }
  }

  #start(): void {
    const { script, args = [], env = process.env } = this.#options;
    const started = performance.now();
    // A session of its own: Ctrl-C in the terminal is for the parent, who stops its children in the right order.
    const child = fork(script, args, { env, execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'], detached: true });
    this.#process = child;
    const lastWords = new LastWords();
    for (const stream of [child.stdout, child.stderr]) {
      stream?.pipe(this.#log, { end: false });
      stream?.setEncoding('utf8').on('data', (printed: string) => lastWords.hear(printed));
    }
    const release = child.pid === undefined ? () => undefined : endWithThisProcess(child.pid, 'TERM');
    const readyWithinMs = this.#options.readyWithinMs ?? READY_WITHIN_MS;
    let late = '';
    const impatience = setTimeout(() => {
      late = `was not ready within ${readyWithinMs / 1000} s`;
      child.kill('SIGKILL');
    }, readyWithinMs);
    child.on('message', (message) => {
      if (this.#hear(message)) clearTimeout(impatience);
    });
    child.on('error', () => undefined);
    let closed = false;
    const close = (how: string) => {
      if (closed) return;
      closed = true;
      clearTimeout(impatience);
      release();
      const said = lastWords.sentence;
      this.#died(said ? `${late || how} and said last "${said}"` : late || how, performance.now() - started);
    };
    // Not "exit": what the process printed last would still be on its way to the log.
    child.once('close', (code, signal) => close(signal ? `was ended by ${signal}` : `ended with exit code ${code}`));
    if (child.pid === undefined) child.once('error', (error) => close(`could not be started (${error.message})`));
    else this.#options.onStart?.(child.pid);
  }

  /** True when the message says that the process is ready. */
  #hear(message: unknown): boolean {
    if (typeof message !== 'object' || message === null || !('ready' in message) || message.ready !== true)
      return false;
    if ('port' in message && typeof message.port === 'number') this.#port = message.port;
    this.#everReady = true;
    this.#ready.resolve();
    for (const replaced of this.#awaitingNext.splice(0)) replaced.resolve();
    return true;
  }

  #died(how: string, livedMs: number): void {
    this.#process = null;
    if (this.#stopping) {
      this.#finish();
      return;
    }
    const sentence = `The process ${this.name} ${how}; its log is ${this.#options.logFile}`;
    this.#ready.reject(new StackFailure(`${sentence}.`));
    if (!this.#everReady) {
      this.#stopping = true;
      this.#finish();
      return;
    }
    this.#deathsInARow = livedMs > RECOVERED_AFTER_MS ? 1 : this.#deathsInARow + 1;
    const delay = Math.min(FIRST_DELAY_MS * 2 ** (this.#deathsInARow - 1), LAST_DELAY_MS);
    this.#awaitingNext.push(...this.#replaced.splice(0));
    this.#options.log(`${sentence}. It is started again in ${delay} ms.`);
    this.#restartTimer = setTimeout(() => {
      this.#restarts += 1;
      this.#start();
    }, delay);
  }

  #finish(): void {
    const stopped = new StackFailure(`The process ${this.name} was stopped.`);
    const waiting = [this.#ready, ...this.#replaced.splice(0), ...this.#awaitingNext.splice(0)];
    for (const { reject } of waiting) reject(stopped);
    this.#log.end(() => this.#gone.resolve());
  }
}

/**
 * Starts a Node process and keeps it running: when it dies after having been ready it is started again, after 0.2 s
 * at first and up to 10 s when it keeps dying. One that never became ready is not: its `ready` fails instead.
 */
export function superviseChild(options: ChildOptions): Child {
  return new SupervisedChild(options);
}
