import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { StreamId } from '../contracts/ids.ts';
import type { Advanced } from './advance.ts';
import type { Turns } from './gateway.ts';
import type { Large } from './large.ts';
import type { Received } from './received.ts';
import type { Call, ThreadData, Word } from './thread-calls.ts';

interface Waiting {
  readonly resolve: (done: Advanced) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Turns in a thread of their own, so that the event loop of the process that asks only reads and writes sockets. A thread
 * that dies is replaced; what it had in its hands fails, and is sent again by whoever asked.
 */
export class TurnThread implements Turns {
  readonly #data: ThreadData;
  readonly #complain: (what: string, about: object) => void;
  readonly #waiting = new Map<number, Waiting>();
  #calls = 0;
  #worker: Worker;
  #stopped = false;

  private constructor(data: ThreadData, complain: (what: string, about: object) => void) {
    this.#data = data;
    this.#complain = complain;
    this.#worker = this.#spawn();
  }

  /** Resolves when the thread can take turns. @throws when it cannot */
  static async start(data: ThreadData, complain: (what: string, about: object) => void): Promise<TurnThread> {
    const thread = new TurnThread(data, complain);
    await new Promise<void>((resolve, reject) => {
      thread.#worker.once('message', () => resolve());
      thread.#worker.once('error', reject);
    });
    return thread;
  }

  decide(stream: StreamId, commands: readonly Received[], patience: number): Promise<Advanced> {
    return this.#ask({ number: ++this.#calls, stream, commands, patience });
  }

  async decideLarge(large: Large, patience: number): Promise<Advanced & { readonly id: string }> {
    return (await this.#ask({ number: ++this.#calls, large, patience })) as Advanced & { readonly id: string };
  }

  #ask(call: Call): Promise<Advanced> {
    return new Promise((resolve, reject) => {
      this.#waiting.set(call.number, { resolve, reject });
      this.#worker.postMessage(call);
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#worker.terminate();
    this.#fail('The process stops.');
  }

  #spawn(): Worker {
    const worker = new Worker(entry(), { workerData: this.#data });
    worker.on('message', (word: Word) => this.#hear(word));
    worker.on('error', (error) => this.#complain('The thread that takes turns died', { error: error.message }));
    worker.on('exit', () => {
      if (this.#stopped) return;
      this.#fail('The thread that takes turns died.');
      this.#worker = this.#spawn();
    });
    return worker;
  }

  #hear(word: Word): void {
    if ('complaint' in word) this.#complain(word.complaint, word.about);
    if (!('number' in word)) return;
    const waiting = this.#waiting.get(word.number);
    this.#waiting.delete(word.number);
    if ('done' in word) waiting?.resolve(word.done);
    else waiting?.reject(new Error(word.error));
  }

  #fail(reason: string): void {
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(new Error(reason));
  }
}

/** A thread runs what was built: types are stripped by the build. */
function entry(): string {
  const file = fileURLToPath(new URL('./turn-thread-main.js', import.meta.url));
  if (!existsSync(file)) throw new Error(`${file} is not there; build the project first.`);
  return file;
}
