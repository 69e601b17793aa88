import type { PersonId } from '../../contracts/ids.ts';
import type { SelectionCommandBodies, SelectionCommandType } from '../../contracts/selection/commands.ts';
import type { SelectionEvent, SelectionEventBodies, SelectionEventType } from '../../contracts/selection/events.ts';
import type { Purpose } from '../../contracts/selection/terms.ts';
import type {
  CommandIn,
  Folds as FoldsOf,
  Follows as FollowsOf,
  Handlers as HandlersOf,
  PartOf,
  Sheets as SheetsOf,
} from '../procedure/part.ts';
import type { Notice } from '../process.ts';
import type { CalledRound, SelectionState } from './state.ts';

export { firstOf, IS_OVER, NOTHING_OPEN, order, type Sheet, STANDS_SO, task } from '../procedure/part.ts';

export type CommandOf<T extends SelectionCommandType> = CommandIn<SelectionCommandBodies, T>;
export type SelectionCommand = CommandIn<SelectionCommandBodies>;
export type Handlers = HandlersOf<SelectionState, SelectionCommandBodies, SelectionEventBodies>;
export type Folds = FoldsOf<SelectionState, SelectionEventBodies>;
export type Follows = FollowsOf<SelectionState, SelectionEventBodies>;
export type Sheets = SheetsOf<SelectionState, Purpose, CalledRound>;
/** One stage or concern of the selection. */
export type Part = PartOf<SelectionState, SelectionCommandBodies, SelectionEventBodies, Purpose, CalledRound>;

export function event<T extends SelectionEventType>(type: T, body: SelectionEventBodies[T]): SelectionEvent {
  return { type, body } as SelectionEvent;
}

export function notice(state: SelectionState, to: PersonId, template: string, about: Notice['about'] = {}): Notice {
  return { kind: 'notice', to, template, about: { selection: state.stream, ...about } };
}

/** A message to whoever opened the selection, of what has happened in it; nothing waits for them. */
export function news(state: SelectionState, what: string, about: Notice['about'] = {}): Notice[] {
  return state.owner ? [notice(state, state.owner, 'selection.news', { what, ...about })] : [];
}

/** A message to whoever opened the selection, when something waits for operations; it waits for no hour. */
export function alarm(state: SelectionState, what: string, about: Notice['about'] = {}): Notice[] {
  return state.owner
    ? [{ ...notice(state, state.owner, 'selection.attention', { what, ...about }), waits: false }]
    : [];
}
