import { cellsOf, hasCell, type Order, type Place } from './cells.ts';
import type { Effects, Kept, Saved, Standing } from './draft.ts';
import { Drafts } from './drafts.ts';
import { type Element, isPart, type Layout, type Person } from './layout.ts';
import { halved, type Level } from './level.ts';
import { Pace } from './pace.ts';

/** All that happens outside, and what this device has kept. */
export interface MatrixEffects {
  of(task: string): Effects;
  now(): number;
}

export interface MatrixState {
  readonly layout: Layout;
  readonly at: Place;
  readonly order: Order;
  readonly saved: Saved;
}

/** One level for so many elements is asked about. */
const STRAIGHT_FROM = 5;
const MOST_UNDO = 200;

/**
 * The ratings of several people at once: a draft for each of them, where one is among the cells, and the way from one to the
 * next. It knows nothing of a screen.
 */
export class Matrix {
  readonly drafts: Drafts;
  readonly #effects: MatrixEffects;
  readonly #listeners = new Set<() => void>();
  readonly #pace = new Pace();
  readonly #asked = new Set<string>();
  #undo: (Place & { readonly before: Level })[] = [];
  /** The level that was given last, as long as nobody has gone elsewhere since. */
  #latest: Place | undefined;
  #state: MatrixState;

  /**
   * @param layout with one cell at least
   * @param kept what this device has not given to the server yet, by task
   */
  constructor(
    effects: MatrixEffects,
    layout: Layout,
    given: {
      readonly standings: ReadonlyMap<string, Standing>;
      readonly kept: ReadonlyMap<string, Kept | undefined>;
      readonly order: Order;
    },
  ) {
    this.#effects = effects;
    this.drafts = new Drafts(effects.of, layout.people, given, () => this.#tell());
    this.#state = { layout, at: cellsOf(layout, 'person')[0]!, order: given.order, saved: this.drafts.saved() };
    this.#state = { ...this.#state, at: this.firstOpen() ?? this.#state.at };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly state = (): MatrixState => this.#state;

  /** The same round, read anew: people may be in now, open again, or gone. */
  renew(layout: Layout, standings: ReadonlyMap<string, Standing>): void {
    this.drafts.renew(layout.people, standings);
    this.#state = { ...this.#state, layout };
    // Whoever was handed over, or stepped back from, is there no more: neither to be at nor to go back to.
    this.#undo = this.#undo.filter((one) => hasCell(layout, one));
    if (this.#latest && !hasCell(layout, this.#latest)) this.#latest = undefined;
    const start = cellsOf(layout, 'person')[0];
    if (start && !hasCell(layout, this.#state.at)) this.#state = { ...this.#state, at: start };
    this.#tell();
  }

  /** What stands in a cell. What was handed in without a level was left out on purpose. */
  level(person: Person, key: string): Level {
    if (person.isIn) return (person.answer?.[key] as number | null | undefined) ?? null;
    return this.drafts.of(person.task)?.state().content[key] as Level;
  }

  /** Whether all who have an element are rated in it: before, nothing is said that might lead a hand. */
  isComplete(element: Element): boolean {
    return this.#state.layout.people.every(
      (person) => !isPart(person, element) || this.level(person, element.key) !== undefined,
    );
  }

  /** Whether somebody is at least half a level below what the post asks, where that may be said. */
  isBelow(person: Person, element: Element): boolean {
    const level = this.level(person, element.key);
    const wanted = element.wanted.get(person.post);
    return typeof level === 'number' && wanted !== undefined && level <= wanted - 0.5;
  }

  countOf(person: Person): { readonly done: number; readonly of: number } {
    const own = this.#state.layout.elements.filter((element) => isPart(person, element));
    return { done: own.filter(({ key }) => this.level(person, key) !== undefined).length, of: own.length };
  }

  counts(): { readonly done: number; readonly of: number } {
    const all = this.#state.layout.people.map((person) => this.countOf(person));
    return { done: all.reduce((sum, one) => sum + one.done, 0), of: all.reduce((sum, one) => sum + one.of, 0) };
  }

  /** Whoever is rated in everything and not handed in yet. */
  finished(): readonly Person[] {
    return this.#state.layout.people.filter((person) => {
      const { done, of } = this.countOf(person);
      return !person.isIn && done === of;
    });
  }

  /** Finished people with one level for everything, whom nobody was asked about yet; from now on somebody was. */
  straight(): readonly { readonly person: Person; readonly level: number; readonly of: number }[] {
    const found = this.finished().flatMap((person) => {
      const own = this.#state.layout.elements.filter((element) => isPart(person, element));
      const levels = own.flatMap(({ key }) => this.level(person, key) ?? []);
      const same = levels.length >= STRAIGHT_FROM && levels.every((level) => level === levels[0]);
      return same && !this.#asked.has(person.task) ? [{ person, level: levels[0]!, of: levels.length }] : [];
    });
    for (const { person } of found) this.#asked.add(person.task);
    return found;
  }

  /** By the own pace; undefined: too few levels were given to know it. */
  minutesLeft(): number | undefined {
    const { done, of } = this.counts();
    return this.#pace.minutesFor(of - done);
  }

  goTo(at: Place): void {
    if (at.task === this.#state.at.task && at.key === this.#state.at.key) return;
    this.#latest = undefined;
    this.#move(at);
  }

  turn(order: Order): void {
    this.#latest = undefined;
    this.#state = { ...this.#state, order };
    this.#tell();
  }

  /** Goes so many cells, over those that are no part of a post; at the edge one stays. */
  step(right: number, down: number): void {
    const { people, elements } = this.#state.layout;
    let [column, row] = this.#indexes();
    for (;;) {
      column += right;
      row += down;
      const person = people[column];
      const element = elements[row];
      if (!person || !element) return;
      if (!isPart(person, element)) continue;
      this.goTo({ task: person.task, key: element.key });
      return;
    }
  }

  /** Rates whoever one is at, and goes on: from a cell that was open to the next that is, so that nothing is written over. */
  rate(level: Level): void {
    const { at } = this.#state;
    const wasOpen = this.level(this.#person(at), at.key) === undefined;
    if (!this.put(at, level)) return;
    this.#latest = at;
    const next = this.#next(wasOpen);
    if (next) this.#move(next);
  }

  /** Adds a half to the level that was given last, or takes it away again. */
  half(): void {
    const at = this.#latest ?? this.#state.at;
    const person = this.#person(at);
    const element = this.#element(at);
    const level = this.level(person, at.key);
    if (typeof level !== 'number') return;
    this.put(at, halved(level, element.max));
    // Twice in a row is the same cell again.
    this.#latest = at;
  }

  /** Empties the cell; an empty one leads back to the level that was given last. */
  clear(): void {
    const { at } = this.#state;
    const latest = this.#latest;
    if (this.level(this.#person(at), at.key) !== undefined) this.put(at, undefined);
    else if (latest) {
      this.put(latest, undefined);
      this.goTo(latest);
    }
  }

  undo(): void {
    const last = this.#undo.at(-1);
    if (!last) return;
    this.#undo = this.#undo.slice(0, -1);
    this.drafts.of(last.task)?.change(last.key, last.before);
    this.goTo({ task: last.task, key: last.key });
  }

  /** Writes a level and stays. @returns false where nothing is written any more */
  put(at: Place, level: Level): boolean {
    const person = this.#person(at);
    const draft = this.drafts.of(at.task);
    if (person.isIn || !draft || !isPart(person, this.#element(at))) return false;
    const before = this.level(person, at.key);
    if (before === level) return true;
    this.#undo = [...this.#undo, { ...at, before }].slice(-MOST_UNDO);
    if (level !== undefined) this.#pace.note(this.#effects.now());
    this.#latest = undefined;
    draft.change(at.key, level);
    return true;
  }

  /** What cannot be told of somebody, all at once. */
  leaveOutRest(person: Person): void {
    for (const { key } of this.#state.layout.elements.filter((element) => isPart(person, element))) {
      if (this.level(person, key) === undefined) this.put({ task: person.task, key }, null);
    }
  }

  /** The first cell without a level, the way one goes. */
  firstOpen(): Place | undefined {
    return cellsOf(this.#state.layout, this.#state.order).find(
      ({ task, key }) => this.level(this.#person({ task }), key) === undefined,
    );
  }

  #next(open: boolean): Place | undefined {
    const { at, layout, order } = this.#state;
    const cells = cellsOf(layout, order);
    const here = cells.findIndex(({ task, key }) => task === at.task && key === at.key);
    const isIn = new Set(layout.people.filter((person) => person.isIn).map(({ task }) => task));
    const after = cells.slice(here + 1).filter(({ task }) => !isIn.has(task));
    const isOpen = ({ task, key }: Place) => this.level(this.#person({ task }), key) === undefined;
    return open ? after.find(isOpen) : after[0];
  }

  #indexes(): [column: number, row: number] {
    const { at, layout } = this.#state;
    return [
      layout.people.findIndex(({ task }) => task === at.task),
      layout.elements.findIndex(({ key }) => key === at.key),
    ];
  }

  #person({ task }: Pick<Place, 'task'>): Person {
    return this.#state.layout.people.find((person) => person.task === task)!;
  }

  #element({ key }: Pick<Place, 'key'>): Element {
    return this.#state.layout.elements.find((element) => element.key === key)!;
  }

  #move(at: Place): void {
    this.#state = { ...this.#state, at };
    this.#tell();
  }

  #tell(): void {
    this.#state = { ...this.#state, saved: this.drafts.saved() };
    for (const listener of this.#listeners) listener();
  }
}
