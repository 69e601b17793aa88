import type { Form, Label } from '../../contracts/form.ts';
import type { Actor, Instant, PersonId } from '../../contracts/ids.ts';
import type { TaskSpec } from '../../contracts/round.ts';
import type { SelectionCommandBodies, SelectionCommandType } from '../../contracts/selection/commands.ts';
import type { SelectionEvent, SelectionEventBodies, SelectionEventType } from '../../contracts/selection/events.ts';
import type { Purpose } from '../../contracts/selection/terms.ts';
import type { Command, Consequence, Context, Decision, Notice, Order } from '../process.ts';
import type { CalledRound, SelectionState } from './state.ts';

export type CommandOf<T extends SelectionCommandType> = Command<T, SelectionCommandBodies[T]>;
export type SelectionCommand = { [T in SelectionCommandType]: CommandOf<T> }[SelectionCommandType];

/** Decides one kind of command. */
export type Handler<T extends SelectionCommandType> = (
  state: SelectionState,
  command: CommandOf<T>,
  context: Context,
) => Decision<SelectionEvent>;
export type Handlers = { readonly [T in SelectionCommandType]: Handler<T> };

/** Writes one kind of event into the state. */
export type Fold<T extends SelectionEventType> = (
  state: SelectionState,
  body: SelectionEventBodies[T],
  event: { readonly at: Instant; readonly actor: Actor },
) => void;
export type Folds = { readonly [T in SelectionEventType]: Fold<T> };

/** What follows from one kind of event. */
export type Follow<T extends SelectionEventType> = (
  state: SelectionState,
  body: SelectionEventBodies[T],
  context: Context,
) => readonly Consequence[];
export type Follows = { readonly [T in SelectionEventType]?: Follow<T> };

/** What a round asks, and whom, when it opens. */
export interface Sheet {
  readonly title: Label;
  readonly form: Form;
  readonly minutes: number;
  readonly tasks: readonly TaskSpec[];
}
export type Sheets = {
  readonly [P in Purpose]: (state: SelectionState, round: CalledRound, context: Context) => Sheet;
};

/** One stage or concern of the selection: what may be asked of it, what is recorded, what follows, what its rounds ask. */
export interface Part {
  readonly commands?: Partial<Handlers>;
  readonly folds?: Partial<Folds>;
  readonly follows?: Follows;
  readonly sheets?: Partial<Sheets>;
}

export function event<T extends SelectionEventType>(type: T, body: SelectionEventBodies[T]): SelectionEvent {
  return { type, body } as SelectionEvent;
}

/** The first of several things to do that is there; the rest is asked again after it has been recorded. */
export function firstOf(...steps: readonly (() => readonly SelectionEvent[])[]): readonly SelectionEvent[] {
  for (const step of steps) {
    const events = step();
    if (events.length) return events;
  }
  return [];
}

export function task(id: string, assignee: PersonId, more: Partial<TaskSpec> = {}): TaskSpec {
  return { id, assignee, about: null, aboutPerson: null, due: null, ...more };
}

export function order(to: Order['to'], type: string, body: unknown): Order {
  return { kind: 'order', to, command: { type, body } };
}

export function notice(state: SelectionState, to: PersonId, template: string, about: Notice['about'] = {}): Notice {
  return { kind: 'notice', to, template, about: { selection: state.stream, ...about } };
}

/** A message to whoever opened the selection, when something waits for operations. */
export function alarm(state: SelectionState, what: string, about: Notice['about'] = {}): Notice[] {
  return state.owner ? [notice(state, state.owner, 'selection.attention', { what, ...about })] : [];
}
