import type { Form, Label } from '../../contracts/form.ts';
import type { Actor, Instant, PersonId } from '../../contracts/ids.ts';
import type { TaskSpec } from '../../contracts/round.ts';
import type { Command, Consequence, Context, Decision, DomainEvent, Order, Recorded, Refusal } from '../process.ts';

/** A command of one type out of a table of bodies. */
export type CommandIn<Bodies, T extends keyof Bodies & string = keyof Bodies & string> = {
  [K in T]: Command<K, Bodies[K]>;
}[T];

/** An event of one type out of a table of bodies. */
export type EventIn<Bodies, T extends keyof Bodies & string = keyof Bodies & string> = {
  [K in T]: DomainEvent<K, Bodies[K]>;
}[T];

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

export type Sheets<S, Purpose extends string, Round> = {
  readonly [P in Purpose]: (state: S, round: Round, context: Context) => Sheet;
};

/** One stage or concern of a procedure: what may be asked of it, what is recorded, what follows, what its rounds ask. */
export interface PartOf<S, Commands, Events, Purpose extends string, Round> {
  readonly commands?: Partial<Handlers<S, Commands, Events>>;
  readonly folds?: Partial<Folds<S, Events>>;
  readonly follows?: Follows<S, Events>;
  readonly sheets?: Partial<Sheets<S, Purpose, Round>>;
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

/** Nothing is left to move or to take back: it was answered meanwhile, its round has closed, or it was never asked. */
export const NOTHING_OPEN: Refusal = { moot: ['task-not-open', 'round-closed', 'not-found'] };

/** The child is over, or never began. */
export const IS_OVER: Refusal = { moot: ['round-closed', 'offering-closed', 'not-found'] };

/** The child stands as the order wants it, or is over. */
export const STANDS_SO: Refusal = { moot: ['already-so', 'round-closed', 'offering-closed', 'not-found'] };

/**
 * An order to a child. What its refusal means: `undo` where a person's command causes it, who then hears why nothing has
 * happened; codes that are moot where nothing of the procedure hangs on its being obeyed; else `tell`.
 */
export function order(to: Order['to'], type: string, body: unknown, refused: Refusal): Order {
  return { kind: 'order', to, command: { type, body }, refused };
}

/** Writes an event into the state by the fold of its type, and gives the state back. */
export function evolveBy<S, Events>(folds: Folds<S, Events>) {
  return (state: S, event: Recorded<EventIn<Events>>): S => {
    const fold = folds[event.type] as (state: S, body: unknown, event: Recorded) => void;
    fold(state, event.body, event);
    return state;
  };
}

/** What follows from an event, by its type; nothing from most. */
export function followBy<S, Events>(follows: Follows<S, Events>) {
  return (state: S, event: Recorded<EventIn<Events>>, context: Context): readonly Consequence[] => {
    type Follow = (state: S, body: unknown, context: Context) => readonly Consequence[];
    const follow = follows[event.type] as Follow | undefined;
    return follow ? follow(state, event.body, context) : [];
  };
}
