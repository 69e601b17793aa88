import { ApiProblem, NoConnection } from './problem.ts';

/** An answer that was given without a connection; its command id makes it one answer, however often it is sent. */
export interface WaitingAnswer {
  readonly round: string;
  readonly task: string;
  readonly label: { readonly en: string; readonly 'zh-CN': string };
  readonly answer: Readonly<Record<string, unknown>>;
  readonly commandId: string;
}

/** How it went: `lost` has to be tried again later, `refused` says in a sentence why the API will not take it. */
export type Sent = 'taken' | 'lost' | { readonly refused: string };

/** What passes by itself or by signing in: the answer has not been looked at yet. */
const PASSING: ReadonlySet<number> = new Set([401, 408, 429]);

/** How an answer went that was not taken. */
export function sentBy(error: unknown): Exclude<Sent, 'taken'> {
  const passes = error instanceof ApiProblem && (PASSING.has(error.status) || error.status >= 500);
  return error instanceof NoConnection || passes ? 'lost' : { refused: (error as Error).message };
}

/** All that happens outside: a test gives its own. */
export interface WaitingEffects {
  load(): Promise<readonly WaitingAnswer[]>;
  keep(waiting: readonly WaitingAnswer[]): Promise<void>;
  send(answer: WaitingAnswer): Promise<Sent>;
  /** The answer is in: nothing of it is kept here any more. */
  taken(answer: WaitingAnswer): Promise<void>;
}

export interface WaitingState {
  readonly waiting: readonly WaitingAnswer[];
  /** The latest that was not taken when its time came; its text is still here, as a draft. */
  readonly refused: { readonly answer: WaitingAnswer; readonly why: string } | undefined;
}

/** Answers that wait on this device for a connection, and go in the order in which they were given. */
export class WaitingAnswers {
  readonly #effects: WaitingEffects;
  readonly #listeners = new Set<() => void>();
  #state: WaitingState = { waiting: [], refused: undefined };
  #loaded: Promise<void> | undefined;
  #sending: Promise<number> | undefined;

  constructor(effects: WaitingEffects) {
    this.#effects = effects;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly state = (): WaitingState => this.#state;

  /** What an earlier page has left here goes now, if it can; tells how many were taken or refused. */
  async begin(): Promise<number> {
    this.#loaded ??= this.#effects.load().then((kept) => this.#put([...kept, ...this.#state.waiting]));
    await this.#loaded;
    return this.send();
  }

  async add(answer: WaitingAnswer): Promise<void> {
    const others = this.#state.waiting.filter(({ round, task }) => round !== answer.round || task !== answer.task);
    this.#put([...others, answer]);
    await this.#effects.keep(this.#state.waiting);
  }

  /** Takes the answers to some tasks of a round out again. One that is under way may be in by then. */
  async takeOut(round: string, tasks: ReadonlySet<string>): Promise<void> {
    await this.#sending;
    this.#put(this.#state.waiting.filter((one) => one.round !== round || !tasks.has(one.task)));
    await this.#effects.keep(this.#state.waiting);
  }

  /** Tries each once; the first that has to be tried again later ends it. Tells how many were taken or refused. */
  send(): Promise<number> {
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = undefined;
    });
    return this.#sending;
  }

  dismiss(): void {
    this.#put(this.#state.waiting);
  }

  async #sendAll(): Promise<number> {
    let settled = 0;
    for (const answer of this.#state.waiting) {
      const sent = await this.#effects.send(answer);
      if (sent === 'lost') return settled;
      settled++;
      if (sent === 'taken') await this.#effects.taken(answer);
      const rest = this.#state.waiting.filter((other) => other !== answer);
      await this.#effects.keep(rest);
      this.#put(rest, sent === 'taken' ? this.#state.refused : { answer, why: sent.refused });
    }
    return settled;
  }

  #put(waiting: readonly WaitingAnswer[], refused?: WaitingState['refused']): void {
    this.#state = { waiting, refused };
    for (const listener of this.#listeners) listener();
  }
}
