/** What a person writes into a form, by the key of the field; null: left out on purpose. */
export type Content = Readonly<Record<string, number | string | boolean | readonly string[] | null>>;

/** What is kept on this device until the server has it. */
export interface Kept {
  readonly content: Content;
  /** The revision on the server that it goes on from. */
  readonly revision: number;
}

/** What stands on the server; `revision` 0 and nothing in it: there is no draft yet. */
export interface Standing {
  readonly revision: number;
  readonly content: Content;
}

/** Why the server did not take a draft. */
export type Refusal = 'conflict' | 'closed' | 'signed-out' | 'lost' | 'failed';

/** All that happens outside: a test gives its own, the page IndexedDB, the API and the machine's clock. */
export interface Effects {
  keep(kept: Kept): Promise<void>;
  forget(): Promise<void>;
  /** @throws SaveRefused */
  save(content: Content, revision: number): Promise<number>;
  /** What stands on the server now. @throws SaveRefused */
  load(): Promise<Standing>;
  now(): number;
  /** Calls back once, so many milliseconds later; what it returns takes that back. */
  later(callback: () => void, ms: number): () => void;
}

export class SaveRefused extends Error {
  readonly why: Refusal;

  constructor(why: Refusal) {
    super(why);
    this.why = why;
  }
}

/** Where what was written is. `kept`: on this device alone, since there is no connection. */
export type Saved =
  | { readonly state: 'untouched' }
  | { readonly state: 'saving' }
  | { readonly state: 'saved'; readonly at: number }
  | { readonly state: 'kept'; readonly since: number }
  | { readonly state: 'conflict'; readonly theirs: Standing }
  | { readonly state: 'closed' | 'signed-out' | 'failed' | 'elsewhere' };

export interface DraftState {
  readonly content: Content;
  readonly saved: Saved;
}

/** So long after the last key what was written goes to the server; and so long until it is tried again. In milliseconds. */
const PAUSE_MS = 800;
const AGAIN_MS = [2_000, 5_000, 15_000, 30_000];

/** States in which nothing more is sent until a person has decided. */
const STOPPED: ReadonlySet<Saved['state']> = new Set(['conflict', 'closed', 'elsewhere']);

/**
 * The draft of one task: each change is on this device at once and on the server within a second. One save is under way at a
 * time; what is written meanwhile goes with the next one. Nothing that was written is ever dropped here but by `submitted`.
 */
export class Draft {
  readonly #effects: Effects;
  readonly #listeners = new Set<() => void>();
  #state: DraftState;
  #revision: number;
  /** What the server had at that revision. */
  #stands: Content;
  #changed = false;
  #cancel: (() => void) | undefined;
  #saving: Promise<void> | undefined;
  #failures = 0;
  #woken = false;
  /** What was sent without an answer since the last that came: it may stand on the server all the same. */
  #unanswered: Content[] = [];

  /** @param kept what this device has not given to the server yet */
  constructor(effects: Effects, standing: Standing, kept?: Kept) {
    this.#effects = effects;
    this.#revision = standing.revision;
    this.#stands = standing.content;
    this.#state = { content: standing.content, saved: { state: 'untouched' } };
    if (!kept) return;
    this.#changed = true;
    this.#state = { content: kept.content, saved: { state: 'saving' } };
    if (kept.revision === standing.revision) this.#schedule(0);
    else this.#meet(standing);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly state = (): DraftState => this.#state;

  /** Whether something is written that the server does not have. */
  get isUnsaved(): boolean {
    return this.#changed || this.#saving !== undefined;
  }

  /** What the server has, as far as it was heard here. */
  get standing(): Standing {
    return { revision: this.#revision, content: this.#stands };
  }

  change(key: string, value: Content[string] | undefined): void {
    if (STOPPED.has(this.#state.saved.state) && this.#state.saved.state !== 'conflict') return;
    const { [key]: _, ...rest } = this.#state.content;
    this.#put(value === undefined ? rest : { ...rest, [key]: value });
  }

  /** Sends what is written now, and waits until the server has it, or it is known that it will not. */
  async flush(): Promise<void> {
    this.#cancel?.();
    while (this.#changed && !STOPPED.has(this.#state.saved.state)) {
      const before = this.#failures;
      this.#saving ??= this.#save();
      await this.#saving;
      if (this.#failures > before) return;
    }
    await this.#saving;
  }

  /** Saves what is written. @returns whether it may be sent: nobody has to decide first, and it has not gone elsewhere */
  async isReady(): Promise<boolean> {
    if (STOPPED.has(this.#state.saved.state)) return false;
    await this.flush();
    return !STOPPED.has(this.#state.saved.state);
  }

  /** The connection is back, or somebody has signed in again: what waits is sent at once. */
  wake(): void {
    this.#failures = 0;
    // What is under way may still fail by what was so before.
    this.#woken = this.#saving !== undefined;
    if (this.#changed && !STOPPED.has(this.#state.saved.state)) this.#schedule(0);
  }

  /** A person has decided between what is here and what was written elsewhere. */
  settle(content: Content): void {
    if (this.#state.saved.state !== 'conflict') return;
    this.#revision = this.#state.saved.theirs.revision;
    this.#stands = this.#state.saved.theirs.content;
    this.#state = { ...this.#state, saved: { state: 'saving' } };
    this.#put(content, 0);
  }

  /** Another tab goes on with it: nothing is written here any more. */
  async leave(): Promise<void> {
    await this.flush();
    this.#cancel?.();
    if (!STOPPED.has(this.#state.saved.state)) this.#tell({ state: 'elsewhere' });
  }

  /** The answer is in: there is nothing left to keep. */
  async submitted(): Promise<void> {
    this.#cancel?.();
    this.#changed = false;
    await this.#effects.forget();
  }

  /** Nobody looks at it any more; what is not saved yet stays on this device. */
  close(): void {
    this.#cancel?.();
  }

  #put(content: Content, wait = PAUSE_MS): void {
    this.#state = { ...this.#state, content };
    this.#changed = true;
    void this.#effects.keep({ content, revision: this.#revision });
    const { saved } = this.#state;
    this.#tell(saved.state === 'conflict' ? saved : { state: 'saving' });
    if (saved.state !== 'conflict') this.#schedule(wait);
  }

  #schedule(ms: number): void {
    this.#cancel?.();
    this.#cancel = this.#effects.later(() => {
      // One at a time: the one under way looks by itself whether there is more.
      this.#saving ??= this.#save();
    }, ms);
  }

  async #save(): Promise<void> {
    const { content } = this.#state;
    this.#changed = false;
    try {
      this.#revision = await this.#effects.save(content, this.#revision);
      this.#stands = content;
      this.#failures = 0;
      this.#unanswered = [];
      this.#saving = undefined;
      if (this.#changed) {
        void this.#effects.keep({ content: this.#state.content, revision: this.#revision });
        return this.#schedule(PAUSE_MS);
      }
      await this.#effects.forget();
      if (!this.#changed) this.#tell({ state: 'saved', at: this.#effects.now() });
    } catch (error) {
      this.#saving = undefined;
      this.#changed = true;
      this.#failures += 1;
      const why = error instanceof SaveRefused ? error.why : 'failed';
      if (why === 'lost' || why === 'failed') this.#unanswered.push(content);
      await this.#refused(why);
    }
  }

  async #refused(why: Refusal): Promise<void> {
    if (why === 'closed') return this.#tell({ state: 'closed' });
    if (why === 'conflict') {
      const theirs = await this.#effects.load().catch(() => undefined);
      if (theirs) return this.#meet(theirs);
    }
    if (why === 'signed-out') return this.#tell({ state: 'signed-out' });
    const { saved } = this.#state;
    if (why !== 'failed')
      this.#tell({ state: 'kept', since: saved.state === 'kept' ? saved.since : this.#effects.now() });
    else this.#tell({ state: 'failed' });
    this.#schedule(this.#woken ? 0 : AGAIN_MS[Math.min(this.#failures, AGAIN_MS.length) - 1]!);
    this.#woken = false;
  }

  /** What was written elsewhere meanwhile meets what is here: the same is no conflict. */
  #meet(theirs: Standing): void {
    if (isSame(theirs.content, this.#state.content)) {
      this.#revision = theirs.revision;
      this.#stands = theirs.content;
      this.#changed = false;
      void this.#effects.forget();
      this.#tell({ state: 'saved', at: this.#effects.now() });
    } else if (this.#unanswered.some((sent) => isSame(theirs.content, sent))) {
      this.#revision = theirs.revision;
      this.#stands = theirs.content;
      void this.#effects.keep({ content: this.#state.content, revision: this.#revision });
      this.#tell({ state: 'saving' });
      this.#schedule(0);
    } else {
      this.#tell({ state: 'conflict', theirs });
    }
  }

  #tell(saved: Saved): void {
    this.#state = { ...this.#state, saved };
    for (const listener of this.#listeners) listener();
  }
}

/** Left out on purpose is not the same as not said yet. */
export function isSame(one: Content, other: Content): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => JSON.stringify(one[key]) === JSON.stringify(other[key]));
}
