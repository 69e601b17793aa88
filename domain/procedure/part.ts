import type { Form, Label } from '../../contracts/form.ts';
import type { Actor, Instant, PersonId } from '../../contracts/ids.ts';
import type { TaskSpec } from '../../contracts/round.ts';
import type { Command, Consequence, Context, Decision, DomainEvent } from '../process.ts';
import type { CalledRound } from './rounds.ts';
import type { Standing } from './standing.ts';

/** A command of one type out of a table of bodies. */
export type CommandIn<Bodies, T extends keyof Bodies & string = keyof Bodies & string> = {
  [K in T]: Command<K, Bodies[K]>;
}[T];

/** An event of one type out of a table of bodies. */
export type EventIn<Bodies, T extends keyof Bodies & string = keyof Bodies & string> = {
  [K in T]: DomainEvent<K, Bodies[K]>;
}[T];

/** What a procedure is made of, by name: given once, so that whatever is particular to it is checked by its own words. */
export interface Shape {
  readonly state: Standing;
  /** The bodies of its commands and of its events, by type. */
  readonly commands: object;
  readonly events: object;
  readonly stage: string;
  /** What its rounds are for. */
  readonly purpose: string;
  /** What its letters are about, by template. */
  readonly notices: object;
  /** What may wait for whoever runs it, and what they hear of besides. */
  readonly attention: string;
  readonly news: string;
}

/** A round that a procedure of the shape has opened. */
export type RoundOf<P extends Shape> = CalledRound<P['purpose']>;

/** Decides each kind of command. */
export type Handlers<S, Commands, Events> = {
  readonly [T in keyof Commands & string]: (
    state: S,
    command: Command<T, Commands[T]>,
    context: Context,
  ) => Decision<EventIn<Events>>;
};

/** Writes each kind of event into the state. */
export type Folds<S, Events> = {
  readonly [T in keyof Events & string]: (
    state: S,
    body: Events[T],
    event: { readonly at: Instant; readonly actor: Actor },
  ) => void;
};

/** What follows from each kind of event, for those from which anything does. */
export type Follows<S, Events> = {
  readonly [T in keyof Events & string]?: (state: S, body: Events[T], context: Context) => readonly Consequence[];
};

/** What a round asks, and whom, when it opens. */
export interface Sheet {
  readonly title: Label;
  readonly form: Form;
  /** Further forms by name, for tasks that name one. */
  readonly forms?: Readonly<Record<string, Form>>;
  readonly minutes: number;
  readonly tasks: readonly TaskSpec[];
}

export type Sheets<P extends Shape> = {
  readonly [K in P['purpose']]: (state: P['state'], round: RoundOf<P>, context: Context) => Sheet;
};

/**
 * One stage or concern of a procedure: what may be asked of it, what is recorded, what follows, what its rounds ask.
 * Several parts may write the same event into the state, or let something follow from it: each in its turn.
 */
export interface Part<P extends Shape> {
  readonly commands?: Partial<Handlers<P['state'], P['commands'], P['events']>>;
  readonly folds?: Partial<Folds<P['state'], P['events']>>;
  readonly follows?: Follows<P['state'], P['events']>;
  readonly sheets?: Partial<Sheets<P>>;
}

/** The first of several things to do that is there; the rest is asked again after it has been recorded. */
export function firstOf<E>(...steps: readonly (() => readonly E[])[]): readonly E[] {
  for (const step of steps) {
    const events = step();
    if (events.length) return events;
  }
  return [];
}

export function task(id: string, assignee: PersonId, more: Partial<TaskSpec> = {}): TaskSpec {
  return { id, assignee, about: null, aboutPerson: null, due: null, ...more };
}
