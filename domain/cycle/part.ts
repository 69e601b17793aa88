import type { CycleCommandBodies, CycleCommandType } from '../../contracts/cycle/commands.ts';
import type { CycleEvent, CycleEventBodies, CycleEventType } from '../../contracts/cycle/events.ts';
import type { CyclePurpose } from '../../contracts/cycle/terms.ts';
import type { PersonId } from '../../contracts/ids.ts';
import type {
  CommandIn,
  Folds as FoldsOf,
  Follows as FollowsOf,
  Handlers as HandlersOf,
  PartOf,
  Sheets as SheetsOf,
} from '../procedure/part.ts';
import type { Notice } from '../process.ts';
import { type CalledRound, type CycleState, runners } from './state.ts';

export { firstOf, IS_OVER, NOTHING_OPEN, order, type Sheet, STANDS_SO, task } from '../procedure/part.ts';

export type CommandOf<T extends CycleCommandType> = CommandIn<CycleCommandBodies, T>;
export type CycleCommand = CommandIn<CycleCommandBodies>;
export type Handlers = HandlersOf<CycleState, CycleCommandBodies, CycleEventBodies>;
export type Folds = FoldsOf<CycleState, CycleEventBodies>;
export type Follows = FollowsOf<CycleState, CycleEventBodies>;
export type Sheets = SheetsOf<CycleState, CyclePurpose, CalledRound>;
/** One stage or concern of the cycle. */
export type Part = PartOf<CycleState, CycleCommandBodies, CycleEventBodies, CyclePurpose, CalledRound>;

export function event<T extends CycleEventType>(type: T, body: CycleEventBodies[T]): CycleEvent {
  return { type, body } as CycleEvent;
}

export function notice(state: CycleState, to: PersonId, template: string, about: Notice['about'] = {}): Notice {
  return { kind: 'notice', to, template, about: { cycle: state.stream, ...about } };
}

/** A message to whoever runs the cycle, when something waits for operations; it waits for no hour. */
export function alarm(state: CycleState, what: string, about: Notice['about'] = {}): Notice[] {
  return runners(state).map((person) => ({
    ...notice(state, person, 'cycle.attention', { what, ...about }),
    waits: false,
  }));
}
