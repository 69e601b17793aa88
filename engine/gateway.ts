import { type Instant, type StreamId, SYSTEM } from '../contracts/ids.ts';
import { refuse } from '../domain/refuse.ts';
import { type Outcome, refusedBy, type Sent } from '../domain/turn/outcome.ts';
import type { Advanced } from './advanced.ts';
import { Batcher } from './batch.ts';
import { DayLimit } from './day-limit.ts';
import { FailureLimit } from './failure-limit.ts';
import type { Large } from './large.ts';
import { LargeTurns } from './large-turns.ts';
import type { Received } from './received.ts';

/** The database could not be reached in time. The command may or may not be decided: sending it again is safe. */
export class EngineUnavailable extends Error {
  /** For which stream, or kind of stream. */
  readonly stream: string;

  constructor(stream: string, cause: unknown) {
    super(`The engine did not answer for ${stream}`, { cause });
    this.stream = stream;
  }
}

/** Whoever takes turns: in this thread, or in one of its own. */
export interface Turns {
  decide(stream: StreamId, commands: readonly Received[], patience: number): Promise<Advanced>;
  decideLarge(large: Large, patience: number): Promise<Advanced & { readonly id: string }>;
}

export interface GatewayOptions {
  readonly turns: Turns;
  /** Told what a committed turn leaves to do; it may take its time, nobody waits for it. */
  readonly after: (done: Advanced) => void;
  /** How long a command is tried again while the database is away, in milliseconds. */
  readonly patience?: number;
  /** Real time; absent: the machine's. */
  readonly realNow?: () => Instant;
}

/** A command whose body is JSON text already, and is looked into by whoever takes the turn only. */
export type SentText = Omit<Sent, 'body'> & { readonly text: string | Uint8Array };

/** At most this many commands are decided in one transaction. */
const MOST_AT_ONCE = 200;
/** And so many of one person wait at most, whatever the stream. */
const MOST_OF_ONE = 1000;
const TOO_MANY_OF_ONE: Outcome = refusedBy(refuse('too-much-at-once/commands', {}));
/** Streams beyond so many are forgotten as soon as nobody waits for them. */
const MOST_BATCHERS = 1000;
/** How long a batch waits for all who are expected, in milliseconds. */
const BATCH_WAITS_MS = 8;

/** Takes commands in, gathers those of one stream that come at the same time, and waits until each is decided and stored. */
export class Gateway {
  readonly #turns: Turns;
  readonly #after: (done: Advanced) => void;
  readonly #patience: number;
  readonly #batchers = new Map<StreamId, Batcher<Received, Outcome>>();
  readonly #failures: FailureLimit;
  readonly #days: DayLimit;
  /** How many commands of each person wait to be decided. */
  readonly #underWay = new Map<string, number>();
  readonly #large: LargeTurns;

  constructor({ turns, after, patience = 20_000, realNow = Date.now }: GatewayOptions) {
    this.#days = new DayLimit(realNow);
    this.#failures = new FailureLimit(realNow);
    this.#turns = turns;
    this.#after = after;
    this.#patience = patience;
    this.#large = new LargeTurns(patience);
  }

  /** How many streams it remembers, busy ones included. */
  get remembered(): number {
    return this.#batchers.size;
  }

  /** Resolves when the command is decided: accepted, or refused with a sentence. Throws EngineUnavailable. */
  async send(stream: StreamId, command: Sent | SentText): Promise<Outcome> {
    const { id, type, actor } = command;
    const text = 'text' in command ? command.text : (JSON.stringify(command.body) ?? 'null');
    const refusal = this.#failures.refusalOf(actor) ?? this.#days.refusalOf(actor);
    if (refusal) return refusal;
    this.#days.count(actor, text.length);
    const outcome = await this.#inTurn(actor, () => this.#batcherOf(stream).add({ id, type, actor, text }));
    if (!outcome.accepted && outcome.code === 'internal') this.#failures.count(actor);
    return outcome;
  }

  /** Has only so much of one person wait at a time. */
  async #inTurn(actor: string, decided: () => Promise<Outcome>): Promise<Outcome> {
    const own = this.#underWay.get(actor) ?? 0;
    if (own >= MOST_OF_ONE && actor !== SYSTEM) return TOO_MANY_OF_ONE;
    this.#underWay.set(actor, own + 1);
    try {
      return await decided();
    } finally {
      const left = this.#underWay.get(actor)! - 1;
      if (left) this.#underWay.set(actor, left);
      else this.#underWay.delete(actor);
    }
  }

  /**
   * The same for a command that came as the bytes of a large request: it is decided by itself, when its sender's turn has
   * come. It is refused when too many such commands are under way.
   */
  async sendLarge(large: Large): Promise<{ readonly outcome: Outcome; readonly id: string }> {
    const { actor, bytes } = large;
    const refusal = this.#failures.refusalOf(actor) ?? this.#days.refusalOf(actor);
    if (refusal) return { outcome: refusal, id: large.id ?? '' };
    this.#days.count(actor, bytes.byteLength);
    const done = await this.#large.do(actor, bytes.byteLength, () => this.#decideLarge(large));
    if ('refused' in done) return { outcome: done.refused, id: large.id ?? '' };
    this.#after(done);
    const outcome = done.outcomes[0]!;
    if (!outcome.accepted && outcome.code === 'internal') this.#failures.count(actor);
    return { outcome, id: done.id };
  }

  #decideLarge(large: Large): Promise<Advanced & { readonly id: string }> {
    return this.#turns.decideLarge(large, this.#patience).catch((error: unknown) => {
      throw new EngineUnavailable(large.stream ?? large.kind, error);
    });
  }

  #batcherOf(stream: StreamId): Batcher<Received, Outcome> {
    let batcher = this.#batchers.get(stream);
    if (!batcher) {
      const idle = () => {
        if (this.#batchers.size > MOST_BATCHERS) this.#batchers.delete(stream);
      };
      const by = ({ actor }: Received) => actor;
      const limits = { most: MOST_AT_ONCE, patience: BATCH_WAITS_MS, inFlight: 1, by, idle };
      batcher = new Batcher((items) => this.#decide(stream, items), limits);
      this.#batchers.set(stream, batcher);
    }
    return batcher;
  }

  async #decide(stream: StreamId, commands: readonly Received[]): Promise<readonly Outcome[]> {
    const done = await this.#turns.decide(stream, commands, this.#patience).catch((error: unknown) => {
      throw new EngineUnavailable(stream, error);
    });
    this.#after(done);
    return done.outcomes;
  }
}
