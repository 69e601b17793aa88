import { Worker } from 'node:worker_threads';
import { messageOf } from '../../contracts/failure.ts';
import { pauseAfter } from './respawn-pause.ts';

/** What every thread says of itself, beside what is particular to it: that it is ready, or what somebody should look into. */
export type Sign = { readonly ready: true } | { readonly complaint: string; readonly about: object };

/** A kind of thread, and what is done about what becomes of it. */
export interface ThreadKind<Word> {
  /** As the subject of a complaint: "A thread that reads". */
  readonly name: string;
  /** The program of the thread, and what it is started with. */
  readonly entry: URL;
  readonly data: unknown;
  /** How much memory its objects may take, in MiB; absent: as much as those of the process. */
  readonly memoryMb?: number;
  /** How long it may take to begin, in milliseconds; by default a minute. */
  readonly beginsWithinMs?: number;
  readonly complain: (what: string, about: object) => void;
  /** Whether one is needed still, when the pause before it is over. */
  readonly isWanted: () => boolean;
  /** It can be spoken to. */
  readonly begun: () => void;
  /** What it says. It is given up when this fails, since nobody knows then what it still waits for. */
  readonly hear: (word: Word) => void | Promise<void>;
  /** It has ended, or could not begin, and what it had in its hands is lost; whoever wants the next one has it begin. */
  readonly died: () => void;
}

/** Many times as long as a thread needs where processors are slow and few: a thread that is late is not one that hangs. */
const BEGINS_WITHIN_MS = 60_000;
/** Whoever was told to end and has not after so many milliseconds is ended. */
const ENDS_WITHIN_MS = 5_000;

/**
 * The life of a thread and of its successors, at most one of which is spoken to: it begins, within a time; it dies, and the
 * next one begins after a pause that grows while one after the other dies; or it is told to end. Whatever becomes of it, the
 * process goes on.
 */
export class ThreadLife<Word extends object> {
  readonly #kind: ThreadKind<Word>;
  /** All that run, those included that are about to end. */
  readonly #workers = new Set<Worker>();
  #worker: Worker | undefined;
  #isReady = false;
  #beginning: NodeJS.Timeout | undefined;
  #pause = 0;
  /** When the next one may begin, by the machine's time. */
  #notBefore = 0;
  #stopped = false;
  /** Whoever waits for the next one to be ready. */
  #birth: { resolve(): void; reject(error: unknown): void } | undefined;

  constructor(kind: ThreadKind<Word>) {
    this.#kind = kind;
  }

  /** The one that is spoken to, whether or not it is ready: whoever has waited sees by it whether it is still the same. */
  get thread(): object | undefined {
    return this.#worker;
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  /** Has a thread begin, unless there is one or will be: at once, or when the pause after the one before is over. */
  begin(): void {
    if (this.#worker || this.#stopped) return;
    this.#beginning ??= setTimeout(
      () => {
        this.#beginning = undefined;
        if (!this.#worker && this.#kind.isWanted()) this.#spawn();
      },
      Math.max(0, this.#notBefore - Date.now()),
    );
  }

  /** Has a thread begin; resolves when it is ready. @throws what it died of before */
  born(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#birth = { resolve, reject };
      this.begin();
    });
  }

  /** Says something to the thread that is ready. @throws when it cannot be handed over */
  say(word: object, moves: readonly ArrayBuffer[] = []): void {
    this.#worker!.postMessage(word, moves);
  }

  /** Tells the thread to end by itself, by a word of its own; the next one may begin at once. */
  end(word: object): void {
    const worker = this.#leave();
    if (!worker) return;
    worker.postMessage(word);
    const late = setTimeout(() => void worker.terminate(), ENDS_WITHIN_MS);
    worker.once('exit', () => clearTimeout(late));
  }

  /** Ends the thread at once, for what it was given to do and not for a fault of its own: the next one may begin at once. */
  cutOff(): void {
    void this.#leave()?.terminate();
  }

  /** Ends all; none begins any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#beginning);
    await Promise.all([...this.#workers].map((worker) => worker.terminate()));
  }

  #spawn(): void {
    const { name, entry, data, memoryMb, beginsWithinMs = BEGINS_WITHIN_MS, complain } = this.#kind;
    let worker: Worker;
    try {
      const limits = memoryMb === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: memoryMb } };
      worker = new Worker(entry, { workerData: data, ...limits });
    } catch (error) {
      complain(`${name} cannot be made`, { error: messageOf(error) });
      this.#over(0, error);
      return;
    }
    let readySince: number | undefined;
    let diedOf: unknown;
    const late = setTimeout(() => {
      complain(`${name} has not begun in time`, { ms: beginsWithinMs });
      void worker.terminate();
    }, beginsWithinMs);
    worker.on('message', (word: Sign | Word) => {
      if ('ready' in word) {
        clearTimeout(late);
        readySince = Date.now();
      }
      this.#hear(worker, word).catch((error: unknown) => this.#giveUp(worker, error));
    });
    worker.on('error', (error: unknown) => {
      diedOf = error;
      complain(`${name} died`, { error: messageOf(error) });
    });
    worker.on('exit', () => {
      clearTimeout(late);
      this.#workers.delete(worker);
      // However long it took not to begin: it has died of its start.
      if (worker === this.#worker) this.#over(readySince === undefined ? 0 : Date.now() - readySince, diedOf);
    });
    this.#workers.add(worker);
    this.#worker = worker;
  }

  async #hear(worker: Worker, word: Sign | Word): Promise<void> {
    if ('complaint' in word) this.#kind.complain(word.complaint, word.about);
    else if (worker !== this.#worker) return;
    else if ('ready' in word) {
      this.#isReady = true;
      this.#birth?.resolve();
      this.#kind.begun();
    } else await this.#kind.hear(word);
  }

  /** Nothing more is handed to it until it has ended. */
  #giveUp(worker: Worker, error: unknown): void {
    this.#kind.complain(`${this.#kind.name} could not be heard`, { error: messageOf(error) });
    if (worker === this.#worker) this.#isReady = false;
    void worker.terminate();
  }

  #over(lived: number, of: unknown): void {
    this.#leave();
    if (this.#stopped) return;
    this.#pause = pauseAfter(lived, this.#pause);
    this.#notBefore = Date.now() + this.#pause;
    this.#birth?.reject(of ?? new Error(`${this.#kind.name} died.`));
    this.#kind.died();
  }

  /** From now on nothing is said to the thread, whatever becomes of it. */
  #leave(): Worker | undefined {
    const worker = this.#worker;
    this.#worker = undefined;
    this.#isReady = false;
    return worker;
  }
}
