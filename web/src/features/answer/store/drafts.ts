import { Draft, type Effects, type Kept, type Saved, type Standing } from './draft.ts';
import type { Person } from './layout.ts';
import { savedOfAll } from './saved.ts';

/** The drafts of several people, each of a task of its own. */
export class Drafts {
  readonly #effects: (task: string) => Effects;
  readonly #tell: () => void;
  readonly #open = new Map<string, Draft>();
  /** Those of answers that wait for a connection: each opens again what was written. */
  readonly #waiting = new Map<string, () => void>();

  /**
   * @param kept what this device has not given to the server yet, by task
   * @param tell is called after each change
   */
  constructor(
    effects: (task: string) => Effects,
    people: readonly Person[],
    given: { readonly standings: ReadonlyMap<string, Standing>; readonly kept: ReadonlyMap<string, Kept | undefined> },
    tell: () => void,
  ) {
    this.#effects = effects;
    this.#tell = tell;
    for (const { task, isIn, isWaiting } of people) {
      const begin = () => this.#begin(task, given.standings.get(task), given.kept.get(task));
      if (isWaiting) this.#waiting.set(task, begin);
      else if (!isIn) begin();
    }
  }

  /** undefined: their answer is in, or waits. */
  of(task: string): Draft | undefined {
    return this.#open.get(task);
  }

  /** What the server has of those who are open, as far as it was heard here. */
  standings(): ReadonlyMap<string, Standing> {
    return new Map([...this.#open].map(([task, draft]) => [task, draft.standing]));
  }

  /** Where all of them are: the worst that is so of any. */
  saved(): Saved {
    return savedOfAll([...this.#open.values()].map((draft) => draft.state().saved));
  }

  /**
   * The same round, read anew: whose answer is in has no draft any more, whose was taken back has one again. Whose answer waits
   * keeps it aside until the answer has gone, or was taken out.
   */
  renew(people: readonly Person[], standings: ReadonlyMap<string, Standing>): void {
    const open = new Set(people.filter(({ isIn }) => !isIn).map(({ task }) => task));
    const waiting = new Set(people.filter(({ isWaiting }) => isWaiting).map(({ task }) => task));
    for (const [task, draft] of this.#open) {
      if (open.has(task)) continue;
      draft.close();
      this.#open.delete(task);
      if (waiting.has(task)) this.#waiting.set(task, () => this.#open.set(task, draft) && draft.wake());
    }
    for (const task of open) {
      if (this.#open.has(task)) continue;
      const again = this.#waiting.get(task) ?? (() => this.#begin(task, standings.get(task), undefined));
      again();
    }
    for (const task of this.#waiting.keys()) if (!waiting.has(task)) this.#waiting.delete(task);
  }

  /** Sends what is written now, and waits until it is known what became of it. */
  async flush(): Promise<void> {
    await Promise.all([...this.#open.values()].map((draft) => draft.flush()));
  }

  /** The connection is back, or somebody has signed in again. */
  wake(): void {
    for (const draft of this.#open.values()) draft.wake();
  }

  /** Some of them go on in another tab. */
  async leave(tasks: ReadonlySet<string>): Promise<void> {
    await Promise.all([...this.#open].filter(([task]) => tasks.has(task)).map(([, draft]) => draft.leave()));
  }

  close(): void {
    for (const draft of this.#open.values()) draft.close();
  }

  #begin(task: string, standing: Standing = { revision: 0, content: {} }, kept: Kept | undefined): void {
    const draft = new Draft(this.#effects(task), standing, kept);
    draft.subscribe(this.#tell);
    this.#open.set(task, draft);
  }
}
