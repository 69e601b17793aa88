/** Something that waits for its turn, or has it. */
export interface Queued {
  readonly person: string;
  /** Of what is kept for it meanwhile, in bytes. */
  readonly size: number;
}

export interface QueueLimits {
  /** So many are under way together, and so many of one person; absent: of one person as many as of all. */
  readonly atOnce: number;
  readonly atOnceOfOne?: number;
  /** So many more wait for their turn, of all people and of one, with so many bytes in all, half of them one's. */
  readonly mostWaiting: number;
  readonly mostOfOne: number;
  readonly mostBytes: number;
}

/** Why there is no room for more: too much of all people, or of the one who asks. */
export type NoRoom = 'of-all' | 'of-one';

/** A queue in which people take turns, however much one of them has asked for, and of which nobody takes all places. */
export class PeopleQueue<Item extends Queued> {
  readonly #limits: QueueLimits;
  /** In the order in which they came. */
  #waiting = new Set<Item>();
  readonly #underWay = new Set<Item>();
  /** The turn that each person had last; forgotten when there is nothing left to do. */
  readonly #lastTurn = new Map<string, number>();
  #turns = 0;

  constructor(limits: QueueLimits) {
    this.#limits = limits;
  }

  get waiting(): ReadonlySet<Item> {
    return this.#waiting;
  }

  get underWay(): ReadonlySet<Item> {
    return this.#underWay;
  }

  /** Whatever waits or is under way. */
  get all(): readonly Item[] {
    return [...this.#waiting, ...this.#underWay];
  }

  /** Why one more of this person and size cannot be added; undefined: there is room. */
  noRoomFor({ person, size }: Queued): NoRoom | undefined {
    const { mostWaiting, mostOfOne, mostBytes } = this.#limits;
    const all = this.all;
    if (this.#waiting.size >= mostWaiting || (all.length && bytesOf(all) + size > mostBytes)) return 'of-all';
    const own = all.filter((item) => item.person === person);
    const tooMuch = own.length >= mostOfOne || (own.length && bytesOf(own) + size > mostBytes / 2);
    return tooMuch ? 'of-one' : undefined;
  }

  add(item: Item): void {
    this.#waiting.add(item);
  }

  /** The next one, which is under way from now on; undefined: nobody's turn has come. */
  take(): Item | undefined {
    if (this.#underWay.size >= this.#limits.atOnce) return undefined;
    let next: Item | undefined;
    for (const item of this.#waiting) {
      if (this.#mayBegin(item) && (!next || this.#turnOf(item) < this.#turnOf(next))) next = item;
    }
    if (!next) return undefined;
    this.#waiting.delete(next);
    this.#underWay.add(next);
    this.#lastTurn.set(next.person, ++this.#turns);
    return next;
  }

  /** It is done, or will not be done. */
  remove(item: Item): void {
    this.#waiting.delete(item);
    this.#underWay.delete(item);
    if (!this.#waiting.size && !this.#underWay.size) this.#lastTurn.clear();
  }

  /** What was under way waits again, before all others, as if its people had had no turn. */
  putBack(items: readonly Item[]): void {
    for (const item of items) {
      this.#underWay.delete(item);
      this.#lastTurn.delete(item.person);
    }
    this.#waiting = new Set([...items, ...this.#waiting]);
  }

  clear(): void {
    this.#waiting.clear();
    this.#underWay.clear();
    this.#lastTurn.clear();
  }

  /** The first of what that person has asked whose last turn is longest ago is the next. */
  #turnOf({ person }: Item): number {
    return this.#lastTurn.get(person) ?? 0;
  }

  #mayBegin({ person }: Item): boolean {
    const { atOnceOfOne = Number.POSITIVE_INFINITY } = this.#limits;
    let own = 0;
    for (const other of this.#underWay) if (other.person === person) own++;
    return own < atOnceOfOne;
  }
}

function bytesOf(items: readonly Queued[]): number {
  return items.reduce((sum, { size }) => sum + size, 0);
}
