import { messageOf } from '../../contracts/failure.ts';
import type { Gateway } from '../../engine/gateway.ts';
import { PeopleQueue } from '../../engine/people-queue.ts';
import { builtEntry } from '../../engine/thread/built-entry.ts';
import { ThreadLife } from '../../engine/thread/life.ts';
import type { Complain } from '../errors.ts';
import { type Problem, problem, SOON } from '../problem.ts';
import { type Errand, ended, stopping } from './errand.ts';
import type { LaneLimits } from './lanes.ts';
import { movable } from './movable.ts';
import type { Answered, ApiData, Asked, FromReading, Reader, ReadingData, ToReading } from './words.ts';

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

/**
 * Requests that read much, in a thread of their own with a second instance of the API, so that the event loop of the process
 * stays free for everybody else's. The thread begins with the first request, ends when nobody needs it, and is replaced
 * when it dies. Whatever is asked is answered within bounds, if only by a problem.
 */
export class ReadingThread implements Reader {
  readonly #gateway: Reading['gateway'];
  readonly #limits: LaneLimits;
  readonly #complain: Complain;
  readonly #life: ThreadLife<FromReading>;
  readonly #queue: PeopleQueue<Errand>;
  #number = 0;
  #idle: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor({ data, limits, gateway, complain, entry, beginsWithinMs }: Reading) {
    this.#gateway = gateway;
    this.#limits = limits;
    this.#queue = new PeopleQueue(limits);
    this.#complain = complain;
    const { niceness, memoryMb } = limits;
    this.#life = new ThreadLife<FromReading>({
      name: 'A thread that reads',
      entry: entry ?? builtEntry('./reading-thread-main.js', import.meta.url),
      data: { ...data, niceness } satisfies ReadingData,
      ...{ memoryMb, complain },
      ...(beginsWithinMs === undefined ? {} : { beginsWithinMs }),
      isWanted: () => this.#queue.waiting.size > 0,
      begun: () => this.#goOn(),
      hear: (word) => this.#hear(word),
      died: () => this.#died(),
    });
  }

  /** Whether there is a thread at the moment. */
  get isRunning(): boolean {
    return this.#life.thread !== undefined;
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
      this.#timeUntilTurn(errand);
      this.#queue.add(errand);
      this.#goOn();
    });
  }

  /** Whatever is under way or waits is refused. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#idle);
    for (const errand of this.#queue.all) this.#refuse(errand, stopping());
    this.#queue.clear();
    await this.#life.stop();
  }

  #refusal(person: string, size: number): Problem | undefined {
    if (this.#stopped) return stopping();
    const noRoom = this.#queue.noRoomFor({ person, size });
    if (!noRoom) return undefined;
    return problem(noRoom === 'of-one' ? this.#limits.tooManyOfOne : this.#limits.busy, {}, SOON);
  }

  #timeUntilTurn(errand: Errand): void {
    const { waitsMs, busy } = this.#limits;
    errand.timer = setTimeout(() => {
      this.#queue.remove(errand);
      errand.reject(problem(busy, {}, SOON));
      this.#goOn();
    }, waitsMs);
  }

  /** What still waits is never begun. What is under way cannot be stopped, and keeps its place until it is done. */
  #forget(errand: Errand): void {
    if (this.#queue.waiting.has(errand)) {
      this.#queue.remove(errand);
      clearTimeout(errand.timer);
      this.#goOn();
    }
    errand.gone = true;
    errand.resolve(undefined);
  }

  #goOn(): void {
    clearTimeout(this.#idle);
    if (this.#stopped) return;
    if (!this.#queue.all.length) {
      this.#idle = setTimeout(() => this.#life.end({ end: true } satisfies ToReading), this.#limits.idleMs);
      return;
    }
    this.#life.begin();
    if (!this.#life.isReady) return;
    for (let next = this.#queue.take(); next; next = this.#queue.take()) this.#hand(next);
  }

  #hand(errand: Errand): void {
    const { number, asked } = errand;
    this.#timeOf(errand);
    try {
      if (asked.body) {
        const { bytes, moves } = movable(asked.body);
        this.#say({ ask: number, asked: { ...asked, body: bytes } }, moves);
      } else this.#say({ ask: number, asked });
    } catch (error) {
      // The one that cannot be handed over must not take the others with it.
      this.#complain('A request could not be handed to a thread that reads', { error: messageOf(error) });
      this.#queue.remove(errand);
      this.#refuse(errand, ended(errand));
    }
  }

  #timeOf(errand: Errand): void {
    clearTimeout(errand.timer);
    errand.timer = setTimeout(() => this.#tookTooLong(errand), this.#limits.takesMs);
  }

  #say(word: ToReading, moves: readonly ArrayBuffer[] = []): void {
    this.#life.say(word, moves);
  }

  async #hear(word: FromReading): Promise<void> {
    if ('send' in word) await this.#send(word);
    if ('answer' in word) this.#answer(word);
  }

  #answer(word: Extract<FromReading, { answer: number }>): void {
    const errand = this.#underWay(word.answer);
    if (!errand) return;
    this.#queue.remove(errand);
    clearTimeout(errand.timer);
    if ('answered' in word) errand.resolve(word.answered);
    else errand.reject(ended(errand));
    this.#goOn();
  }

  /** Has a command decided that a table has become. Its time does not run meanwhile: that a turn takes long is not the table's. */
  async #send({ send, by, stream, command }: Extract<FromReading, { send: number }>): Promise<void> {
    const errand = this.#underWay(by);
    // Whoever sent the table may have been told that nothing was taken in.
    if (!errand) return;
    const { thread } = this.#life;
    errand.sent = true;
    clearTimeout(errand.timer);
    const decided: ToReading = await this.#gateway.send(stream, command).then(
      (outcome) => ({ decided: send, outcome }),
      (error: Error) => ({ decided: send, away: error.message }),
    );
    if (thread !== this.#life.thread || !this.#underWay(by)) return;
    this.#timeOf(errand);
    this.#say(decided);
  }

  /**
   * Ends the thread with what took too long. What else it had in hand is asked again if it can be, before all others: if it
   * was that which held up the first, it is the first now.
   */
  #tookTooLong(slow: Errand): void {
    this.#queue.remove(slow);
    slow.reject(slow.sent ? ended(slow) : problem(this.#limits.tooLong, {}));
    this.#life.cutOff();
    const again: Errand[] = [];
    for (const errand of [...this.#queue.underWay]) {
      clearTimeout(errand.timer);
      if (!errand.gone && errand.asked.body === undefined) {
        this.#timeUntilTurn(errand);
        again.push(errand);
        continue;
      }
      this.#queue.remove(errand);
      if (!errand.gone) errand.reject(ended(errand));
    }
    this.#queue.putBack(again);
    this.#goOn();
  }

  /** A body that was alone in hand is what it died of: the same would end it again. */
  #died(): void {
    const inHand = [...this.#queue.underWay];
    for (const errand of inHand) {
      this.#queue.remove(errand);
      const isCause = inHand.length === 1 && errand.asked.body !== undefined && !errand.sent;
      this.#refuse(errand, isCause ? problem(this.#limits.tooLong, {}) : ended(errand));
    }
    this.#goOn();
  }

  #underWay(number: number): Errand | undefined {
    return [...this.#queue.underWay].find((errand) => errand.number === number);
  }

  #refuse(errand: Errand, problem: Problem): void {
    clearTimeout(errand.timer);
    errand.reject(problem);
  }
}
