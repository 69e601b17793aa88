import { messageOf } from '../../contracts/failure.ts';
import type { Gateway } from '../../engine/gateway.ts';
import { builtEntry } from '../../engine/thread/built-entry.ts';
import { ThreadLife } from '../../engine/thread/life.ts';
import type { Complain } from '../errors.ts';
import { Problem } from '../problem.ts';
import { type Errand, ended, stopping, tooMuchAtOnce, unavailable } from './errand.ts';
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
  /** In the order in which they came. */
  readonly #waiting = new Set<Errand>();
  readonly #underWay = new Map<number, Errand>();
  /** The turn that each person had last; forgotten when there is nothing left to do. */
  readonly #lastTurn = new Map<string, number>();
  #turns = 0;
  #number = 0;
  #idle: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor({ data, limits, gateway, complain, entry, beginsWithinMs }: Reading) {
    this.#gateway = gateway;
    this.#limits = limits;
    this.#complain = complain;
    const { niceness, memoryMb } = limits;
    this.#life = new ThreadLife<FromReading>({
      name: 'A thread that reads',
      entry: entry ?? builtEntry('./reading-thread-main.js', import.meta.url),
      data: { ...data, niceness } satisfies ReadingData,
      ...{ memoryMb, complain },
      ...(beginsWithinMs === undefined ? {} : { beginsWithinMs }),
      isWanted: () => this.#waiting.size > 0,
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
      this.#queue(errand);
      this.#goOn();
    });
  }

  /** Whatever is under way or waits is refused. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#idle);
    for (const errand of [...this.#waiting, ...this.#underWay.values()]) this.#refuse(errand, stopping());
    this.#waiting.clear();
    this.#underWay.clear();
    await this.#life.stop();
  }

  #refusal(person: string, size: number): Problem | undefined {
    const limits = this.#limits;
    if (this.#stopped) return stopping();
    const all = [...this.#waiting, ...this.#underWay.values()];
    const bytes = all.reduce((sum, errand) => sum + errand.size, size);
    if (this.#waiting.size >= limits.mostWaiting || (all.length && bytes > limits.mostBytes)) {
      return unavailable(limits.busy);
    }
    const own = all.filter((errand) => errand.person === person);
    const ownBytes = own.reduce((sum, errand) => sum + errand.size, size);
    const tooMuch = own.length >= limits.mostOfOne || (own.length > 0 && ownBytes > limits.mostBytes / 2);
    return tooMuch ? tooMuchAtOnce(limits.tooManyOfOne) : undefined;
  }

  #queue(errand: Errand): void {
    const { waitsMs, busy } = this.#limits;
    this.#waiting.add(errand);
    errand.timer = setTimeout(() => {
      this.#waiting.delete(errand);
      errand.reject(unavailable(busy));
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
      this.#lastTurn.clear();
      this.#idle = setTimeout(() => this.#life.end({ end: true } satisfies ToReading), this.#limits.idleMs);
      return;
    }
    this.#life.begin();
    if (!this.#life.isReady) return;
    while (this.#underWay.size < this.#limits.atOnce) {
      const next = this.#next();
      if (!next) return;
      this.#hand(next);
    }
  }

  /** People take turns: the first of what that person has asked whose last turn is longest ago. */
  #next(): Errand | undefined {
    let next: Errand | undefined;
    for (const errand of this.#waiting) if (!next || this.#turnOf(errand) < this.#turnOf(next)) next = errand;
    return next;
  }

  #turnOf({ person }: Errand): number {
    return this.#lastTurn.get(person) ?? 0;
  }

  #hand(errand: Errand): void {
    const { number, asked } = errand;
    this.#waiting.delete(errand);
    this.#underWay.set(number, errand);
    this.#lastTurn.set(errand.person, ++this.#turns);
    this.#timeOf(errand);
    try {
      if (asked.body) {
        const { bytes, moves } = movable(asked.body);
        this.#say({ ask: number, asked: { ...asked, body: bytes } }, moves);
      } else this.#say({ ask: number, asked });
    } catch (error) {
      // The one that cannot be handed over must not take the others with it.
      this.#complain('A request could not be handed to a thread that reads', { error: messageOf(error) });
      this.#underWay.delete(number);
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
    const errand = this.#underWay.get(word.answer);
    if (!errand) return;
    this.#underWay.delete(word.answer);
    clearTimeout(errand.timer);
    if ('answered' in word) errand.resolve(word.answered);
    else errand.reject(ended(errand));
    this.#goOn();
  }

  /** Has a command decided that a table has become. Its time does not run meanwhile: that a turn takes long is not the table's. */
  async #send({ send, by, stream, command }: Extract<FromReading, { send: number }>): Promise<void> {
    const errand = this.#underWay.get(by);
    // Whoever sent the table may have been told that nothing was taken in.
    if (!errand) return;
    const { thread } = this.#life;
    errand.sent = true;
    clearTimeout(errand.timer);
    const decided: ToReading = await this.#gateway.send(stream, command).then(
      (outcome) => ({ decided: send, outcome }),
      (error: Error) => ({ decided: send, away: error.message }),
    );
    if (thread !== this.#life.thread || !this.#underWay.has(by)) return;
    this.#timeOf(errand);
    this.#say(decided);
  }

  /**
   * Ends the thread with what took too long. What else it had in hand is asked again if it can be, before all others: if it
   * was that which held up the first, it is the first now.
   */
  #tookTooLong(slow: Errand): void {
    this.#underWay.delete(slow.number);
    slow.reject(slow.sent ? ended(slow) : new Problem('took-too-long', this.#limits.tooLong));
    this.#life.cutOff();
    const others = [...this.#underWay.values()];
    const waiting = [...this.#waiting];
    this.#underWay.clear();
    this.#waiting.clear();
    for (const errand of others) {
      clearTimeout(errand.timer);
      if (errand.gone) continue;
      this.#lastTurn.delete(errand.person);
      if (errand.asked.body === undefined) this.#queue(errand);
      else errand.reject(ended(errand));
    }
    for (const errand of waiting) this.#waiting.add(errand);
    this.#goOn();
  }

  #died(): void {
    for (const errand of this.#underWay.values()) this.#refuse(errand, ended(errand));
    this.#underWay.clear();
    this.#goOn();
  }

  #refuse(errand: Errand, problem: Problem): void {
    clearTimeout(errand.timer);
    errand.reject(problem);
  }
}
