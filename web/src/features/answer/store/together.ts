import { type Content, type Refusal, SaveRefused } from './draft.ts';

/** A draft of one of several tasks of a round, over the revision that it goes on from. */
export interface DraftOfTask {
  readonly task: string;
  readonly content: Content;
  readonly revision: number;
}

/** What became of it: the revision that stands now, or why it was not taken. */
export interface DraftOutcome {
  readonly task: string;
  readonly revision: number;
  readonly refusal: Refusal | undefined;
}

/** All that happens outside: a test gives its own. */
export interface TogetherEffects {
  /** @throws SaveRefused where none of them was looked at */
  send(drafts: readonly DraftOfTask[]): Promise<readonly DraftOutcome[]>;
  /** Calls back once, so many milliseconds later. */
  later(callback: () => void, ms: number): void;
}

/** So long one draft waits for others, in milliseconds; so many go at once. */
const GATHER_MS = 100;
const MOST = 100;

interface Waiting extends DraftOfTask {
  readonly taken: (revision: number) => void;
  readonly refused: (why: SaveRefused) => void;
}

/** Saves drafts of several tasks of one round in one request, and tells each what became of it. One request is under way at a time. */
export class Together {
  readonly #effects: TogetherEffects;
  #waiting: Waiting[] = [];
  #busy = false;

  constructor(effects: TogetherEffects) {
    this.#effects = effects;
  }

  /** @returns the revision that stands now. @throws SaveRefused */
  save(task: string, content: Content, revision: number): Promise<number> {
    return new Promise((taken, refused) => {
      this.#waiting.push({ task, content, revision, taken, refused });
      if (this.#busy) return;
      this.#busy = true;
      this.#effects.later(() => void this.#send(), GATHER_MS);
    });
  }

  async #send(): Promise<void> {
    const going = this.#waiting.slice(0, MOST);
    this.#waiting = this.#waiting.slice(MOST);
    try {
      const drafts = going.map(({ task, content, revision }) => ({ task, content, revision }));
      const outcomes = new Map((await this.#effects.send(drafts)).map((one) => [one.task, one]));
      for (const { task, taken, refused } of going) {
        const outcome = outcomes.get(task);
        if (outcome && !outcome.refusal) taken(outcome.revision);
        else refused(new SaveRefused(outcome?.refusal ?? 'failed'));
      }
    } catch (error) {
      for (const { refused } of going) refused(error instanceof SaveRefused ? error : new SaveRefused('failed'));
    }
    if (this.#waiting.length) return this.#send();
    this.#busy = false;
  }
}
