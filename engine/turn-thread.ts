import type { StreamId } from '../contracts/ids.ts';
import { within } from '../db/connection.ts';
import type { Advanced } from './advanced.ts';
import type { Turns } from './gateway.ts';
import type { Large } from './large.ts';
import type { Received } from './received.ts';
import { builtEntry } from './thread/built-entry.ts';
import { ThreadLife } from './thread/life.ts';
import type { Call, End, ThreadData, Wanted, Word } from './thread-calls.ts';

interface Waiting {
  readonly call: Call;
  readonly resolve: (done: unknown) => void;
  readonly reject: (error: Error) => void;
}

const NAME = 'The thread that takes turns';
const DIED = `${NAME} died.`;
/** How much longer than its patience a call may take before the thread is taken to be stuck, in milliseconds. */
const GRACE_MS = 5_000;
/** The program that the build has made. */
const usual = () => builtEntry('./turn-thread-main.js', import.meta.url);

type Complain = (what: string, about: object) => void;

/**
 * Turns in a thread of their own, so that the event loop of the process that asks only reads and writes sockets. A thread
 * that dies is replaced, after a pause that grows; what it had in its hands fails, and is sent again by whoever asked.
 */
export class TurnThread implements Turns {
  readonly #life: ThreadLife<Word>;
  readonly #waiting = new Map<number, Waiting>();
  readonly #idleMs: number | undefined;
  #calls = 0;
  #idle: NodeJS.Timeout | undefined;

  private constructor(data: ThreadData, complain: Complain, entry: URL, idleMs?: number) {
    this.#idleMs = idleMs;
    this.#life = new ThreadLife<Word>({
      name: NAME,
      ...{ entry, data, complain },
      isWanted: () => idleMs === undefined || this.#waiting.size > 0,
      begun: () => this.#handAll(),
      hear: (word) => this.#hear(word),
      died: () => this.#died(),
    });
  }

  /** Resolves when the thread, which runs the program at `entry`, can take turns. @throws when it cannot */
  static async start(data: ThreadData, complain: Complain, entry = usual()): Promise<TurnThread> {
    const thread = new TurnThread(data, complain, entry);
    try {
      await thread.#life.born();
    } catch (error) {
      await thread.stop();
      throw error;
    }
    return thread;
  }

  /** A thread that begins when something is asked of it, and ends when nothing was for so many milliseconds. */
  static whenNeeded(data: ThreadData, complain: Complain, idleMs: number, entry = usual()): TurnThread {
    return new TurnThread(data, complain, entry, idleMs);
  }

  /** Whether there is a thread at the moment. */
  get isRunning(): boolean {
    return this.#life.thread !== undefined;
  }

  async decide(stream: StreamId, commands: readonly Received[], patience: number): Promise<Advanced> {
    return (await this.#ask({ stream, commands }, patience)) as Advanced;
  }

  async decideLarge(large: Large, patience: number): Promise<Advanced & { readonly id: string }> {
    return (await this.#ask({ large }, patience)) as Advanced & { readonly id: string };
  }

  /** A turn for practice: it is undone by `practised`, and nobody sees it. */
  async practise(stream: StreamId, commands: readonly Received[], patience: number): Promise<Advanced> {
    return (await this.#ask({ stream, commands, practice: true }, patience)) as Advanced;
  }

  /** Undoes all that was done for practice. */
  async practised(patience: number): Promise<void> {
    await this.#ask({ practice: 'over' }, patience);
  }

  /** @throws when the thread is not there, or does not answer within so many milliseconds */
  async present(ms: number): Promise<void> {
    if (!this.#life.thread) throw new Error(DIED);
    await within(ms, this.#ask({ present: true }, ms));
  }

  /** What is asked while there is no thread is handed to the next one. */
  async #ask(wanted: Wanted, patience: number): Promise<unknown> {
    const waits = patience + GRACE_MS;
    const call: Call = { ...wanted, number: ++this.#calls, patience, until: Date.now() + waits };
    clearTimeout(this.#idle);
    const asked = new Promise((resolve, reject) => {
      this.#waiting.set(call.number, { call, resolve, reject });
      if (this.#life.isReady) this.#life.say(call);
      else this.#life.begin();
    });
    try {
      return await within(waits, asked);
    } finally {
      this.#waiting.delete(call.number);
      this.#endWhenIdle();
    }
  }

  #endWhenIdle(): void {
    if (this.#idleMs === undefined || this.#waiting.size) return;
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.#life.end({ end: true } satisfies End), this.#idleMs);
    this.#idle.unref();
  }

  async stop(): Promise<void> {
    clearTimeout(this.#idle);
    await this.#life.stop();
    this.#fail('The process stops.');
  }

  #handAll(): void {
    for (const { call } of this.#waiting.values()) this.#life.say(call);
  }

  #died(): void {
    this.#fail(DIED);
    if (this.#idleMs === undefined) this.#life.begin();
  }

  #hear(word: Word): void {
    const waiting = this.#waiting.get(word.number);
    if ('error' in word) waiting?.reject(new Error(word.error));
    else waiting?.resolve('done' in word ? word.done : undefined);
  }

  #fail(reason: string): void {
    for (const { reject } of this.#waiting.values()) reject(new Error(reason));
    this.#waiting.clear();
  }
}
