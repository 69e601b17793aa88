import { Worker } from 'node:worker_threads';
import { builtEntry } from '../../engine/built-entry.ts';
import type { Gateway } from '../../engine/gateway.ts';
import { pauseAfter } from '../../engine/respawn-pause.ts';
import type { Complain } from '../errors.ts';
import { Problem } from '../problem.ts';
import type { LaneLimits } from './lanes.ts';
import { movable } from './movable.ts';
import type { Answered, ApiData, Asked, FromReading, Reader, ReadingData, ToReading } from './words.ts';

interface Errand {
  readonly number: number;
  readonly asked: Asked;
  readonly person: string;
  /** Of its body, in bytes. */
  readonly size: number;
  /** undefined: whoever asked has gone away. */
  readonly resolve: (answered: Answered | undefined) => void;
  readonly reject: (problem: Problem) => void;
  /** Runs until its turn comes, and then until it has to be done. */
  timer?: NodeJS.Timeout | undefined;
  /** Whether a command was sent that its body has become. */
  sent: boolean;
  /** Whether nobody waits for its answer any more. */
  gone: boolean;
}

interface Reading {
  readonly data: ApiData;
  readonly limits: LaneLimits;
  readonly gateway: Pick<Gateway, 'send'>;
  readonly complain: Complain;
  /** The program of the thread; by default the one that the build has made. */
  readonly entry?: URL;
  /** How long a thread may take to begin, in milliseconds; by default a minute. */
  readonly beginsWithinMs?: number;
}

/** Whoever was told to end and has not after so many milliseconds is ended. */
const ENDS_WITHIN_MS = 5_000;
/** Many times as long as a thread needs where processors are slow and few: a thread that is late is not one that hangs. */
const BEGINS_WITHIN_MS = 60_000;
const SOON = { 'retry-after': '5' };

/**
 * Requests that read much, in a thread of their own with a second instance of the API, so that the event loop of the process
 * stays free for everybody else's. The thread begins with the first request, ends when nobody needs it, and is replaced
 * when it dies. Whatever is asked is answered within bounds, if only by a problem.
 */
export class ReadingThread implements Reader {
  readonly #with: Required<Reading>;
  /** In the order of their turns. */
  readonly #waiting = new Set<Errand>();
  readonly #underWay = new Map<number, Errand>();
  /** All that run, those included that are about to end. */
  readonly #workers = new Set<Worker>();
  #worker: Worker | undefined;
  #isReady = false;
  #number = 0;
  #idle: NodeJS.Timeout | undefined;
  #respawning: NodeJS.Timeout | undefined;
  #pause = 0;
  /** When the next thread may begin, by the machine's time. */
  #notBefore = 0;
  #stopped = false;

  constructor(reading: Reading) {
    const { entry = builtEntry('./reading-thread-main.js', import.meta.url), beginsWithinMs = BEGINS_WITHIN_MS } =
      reading;
    this.#with = { ...reading, entry, beginsWithinMs };
  }

  /** Whether there is a thread at the moment. */
  get isRunning(): boolean {
    return this.#worker !== undefined;
  }

  ask(asked: Asked, person: string, gone: AbortSignal): Promise<Answered | undefined> {
    const size = asked.body?.byteLength ?? 0;
    return new Promise((resolve, reject) => {
      const refusal = this.#refusal(person, size);
      if (refusal) return reject(refusal);
      const errand: Errand = {
        number: ++this.#number,
        asked,
        person,
        size,
        resolve,
        reject,
        sent: false,
        gone: false,
      };
      gone.addEventListener('abort', () => this.#forget(errand), { once: true });
      this.#queue(errand);
      this.#goOn();
    });
  }

  /** Whatever is under way or waits is refused. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#respawning);
    clearTimeout(this.#idle);
    const stopping = () => new Problem('engine-unavailable', 'The API stops; ask again in a moment.', SOON);
    for (const errand of [...this.#waiting, ...this.#underWay.values()]) this.#refuse(errand, stopping());
    this.#waiting.clear();
    this.#underWay.clear();
    this.#leave();
    await Promise.all([...this.#workers].map((worker) => worker.terminate()));
  }

  #refusal(person: string, size: number): Problem | undefined {
    const { limits } = this.#with;
    if (this.#stopped) return new Problem('engine-unavailable', 'The API stops; ask again in a moment.', SOON);
    const all = [...this.#waiting, ...this.#underWay.values()];
    const bytes = all.reduce((sum, errand) => sum + errand.size, size);
    if (this.#waiting.size >= limits.mostWaiting || (all.length && bytes > limits.mostBytes)) {
      return new Problem('engine-unavailable', limits.busy, SOON);
    }
    const own = all.filter((errand) => errand.person === person).length;
    return own >= limits.mostOfOne ? new Problem('too-much-at-once', limits.tooManyOfOne, SOON) : undefined;
  }

  #queue(errand: Errand): void {
    const { waitsMs, busy } = this.#with.limits;
    this.#waiting.add(errand);
    errand.timer = setTimeout(() => {
      this.#waiting.delete(errand);
      errand.reject(new Problem('engine-unavailable', busy, SOON));
      this.#goOn();
    }, waitsMs);
  }

  /** What still waits is never begun. What is under way cannot be stopped, and keeps its place until it is done. */
  #forget(errand: Errand): void {
    if (this.#waiting.delete(errand)) {
      clearTimeout(errand.timer);
      this.#goOn();
    }
    errand.gone = true;
    errand.resolve(undefined);
  }

  #goOn(): void {
    clearTimeout(this.#idle);
    if (this.#stopped) return;
    if (!this.#waiting.size && !this.#underWay.size) {
      this.#idle = setTimeout(() => this.#end(), this.#with.limits.idleMs);
      return;
    }
    if (!this.#worker) this.#begin();
    if (!this.#isReady) return;
    for (const errand of this.#waiting) {
      if (this.#underWay.size >= this.#with.limits.atOnce) return;
      this.#hand(errand);
    }
  }

  #begin(): void {
    this.#respawning ??= setTimeout(
      () => {
        this.#respawning = undefined;
        if (this.#waiting.size && !this.#worker) this.#spawn();
      },
      Math.max(0, this.#notBefore - Date.now()),
    );
  }

  #spawn(): void {
    const { entry, data, limits, beginsWithinMs } = this.#with;
    const workerData: ReadingData = { ...data, niceness: limits.niceness };
    let worker: Worker;
    try {
      worker = new Worker(entry, { workerData, resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb } });
    } catch (error) {
      this.#with.complain('A thread that reads cannot be made', { error: messageOf(error) });
      this.#died(0);
      return;
    }
    let readySince: number | undefined;
    const late = setTimeout(() => {
      this.#with.complain('A thread that reads has not begun in time', { ms: beginsWithinMs });
      void worker.terminate();
    }, beginsWithinMs);
    worker.on('message', (word: FromReading) => {
      if ('ready' in word) {
        clearTimeout(late);
        readySince = Date.now();
      }
      this.#hear(worker, word).catch((error: unknown) => this.#giveUp(worker, error));
    });
    worker.on('error', (error: unknown) =>
      this.#with.complain('A thread that reads died', { error: messageOf(error) }),
    );
    worker.on('exit', () => {
      clearTimeout(late);
      this.#workers.delete(worker);
      // However long it took not to begin: it has died of its start.
      if (worker === this.#worker) this.#died(readySince === undefined ? 0 : Date.now() - readySince);
    });
    this.#workers.add(worker);
    this.#worker = worker;
  }

  /** Nobody knows what the thread still waits for: it is ended, and nothing more is handed to it until it has. */
  #giveUp(worker: Worker, error: unknown): void {
    this.#with.complain('A thread that reads could not be heard', { error: messageOf(error) });
    if (worker === this.#worker) this.#isReady = false;
    void worker.terminate();
  }

  #hand(errand: Errand): void {
    const { number, asked } = errand;
    this.#waiting.delete(errand);
    this.#underWay.set(number, errand);
    this.#timeOf(errand);
    try {
      if (asked.body) {
        const { bytes, moves } = movable(asked.body);
        this.#say(this.#worker!, { ask: number, asked: { ...asked, body: bytes } }, moves);
      } else this.#say(this.#worker!, { ask: number, asked });
    } catch (error) {
      // The one that cannot be handed over must not take the others with it.
      this.#with.complain('A request could not be handed to a thread that reads', { error: messageOf(error) });
      this.#underWay.delete(number);
      this.#refuse(errand, ended(errand));
    }
  }

  #timeOf(errand: Errand): void {
    clearTimeout(errand.timer);
    errand.timer = setTimeout(() => this.#tookTooLong(errand), this.#with.limits.takesMs);
  }

  #say(worker: Worker, word: ToReading, moves: readonly ArrayBuffer[] = []): void {
    worker.postMessage(word, moves);
  }

  async #hear(worker: Worker, word: FromReading): Promise<void> {
    if ('complaint' in word) this.#with.complain(word.complaint, word.about);
    if (worker !== this.#worker) return;
    if ('send' in word) await this.#send(worker, word);
    if ('ready' in word) {
      this.#isReady = true;
      this.#goOn();
    }
    if ('answer' in word) this.#answer(word);
  }

  #answer(word: Extract<FromReading, { answer: number }>): void {
    const errand = this.#underWay.get(word.answer);
    if (!errand) return;
    this.#underWay.delete(word.answer);
    clearTimeout(errand.timer);
    if ('answered' in word) errand.resolve(word.answered);
    else errand.reject(ended(errand));
    this.#goOn();
  }

  /** Has a command decided that a table has become. Its time does not run meanwhile: that a turn takes long is not the table's. */
  async #send(worker: Worker, { send, by, stream, command }: Extract<FromReading, { send: number }>): Promise<void> {
    const errand = this.#underWay.get(by);
    // Whoever sent the table may have been told that nothing was taken in.
    if (!errand) return;
    errand.sent = true;
    clearTimeout(errand.timer);
    const decided: ToReading = await this.#with.gateway.send(stream, command).then(
      (outcome) => ({ decided: send, outcome }),
      (error: Error) => ({ decided: send, away: error.message }),
    );
    if (worker !== this.#worker || !this.#underWay.has(by)) return;
    this.#timeOf(errand);
    this.#say(worker, decided);
  }

  /**
   * Ends the thread with what took too long. What else it had in hand is asked again if it can be, before all others: if it
   * was that which held up the first, it is the first now.
   */
  #tookTooLong(slow: Errand): void {
    this.#underWay.delete(slow.number);
    slow.reject(slow.sent ? ended(slow) : new Problem('took-too-long', this.#with.limits.tooLong));
    const worker = this.#worker;
    this.#leave();
    void worker?.terminate();
    const others = [...this.#underWay.values()];
    const waiting = [...this.#waiting];
    this.#underWay.clear();
    this.#waiting.clear();
    for (const errand of others) {
      clearTimeout(errand.timer);
      if (errand.gone) continue;
      if (errand.asked.body === undefined) this.#queue(errand);
      else errand.reject(ended(errand));
    }
    for (const errand of waiting) this.#waiting.add(errand);
    this.#goOn();
  }

  #died(lived: number): void {
    this.#leave();
    if (this.#stopped) return;
    for (const errand of this.#underWay.values()) this.#refuse(errand, ended(errand));
    this.#underWay.clear();
    this.#pause = pauseAfter(lived, this.#pause);
    this.#notBefore = Date.now() + this.#pause;
    this.#goOn();
  }

  #refuse(errand: Errand, problem: Problem): void {
    clearTimeout(errand.timer);
    errand.reject(problem);
  }

  /** From now on nothing is asked of the thread, whatever becomes of it. */
  #leave(): void {
    this.#worker = undefined;
    this.#isReady = false;
  }

  #end(): void {
    const worker = this.#worker;
    if (!worker) return;
    this.#leave();
    this.#say(worker, { end: true });
    const late = setTimeout(() => void worker.terminate(), ENDS_WITHIN_MS);
    worker.once('exit', () => clearTimeout(late));
  }
}

/** Nobody knows how far it has come: a file may be stored already, and is the same file when it is sent again. */
function ended({ sent, asked }: Errand): Problem {
  const again = asked.body ? 'it does no harm to send the same again, or less of it,' : 'ask again';
  const sentence = sent
    ? 'Reading ended before it was heard whether this was taken in; look whether it was, or send it again.'
    : `Reading ended unexpectedly; ${again} in a moment.`;
  return new Problem('engine-unavailable', sentence, SOON);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
