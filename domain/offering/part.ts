import type { Instant, PersonId } from '../../contracts/ids.ts';
import type { OfferingCommandBodies, OfferingCommandType } from '../../contracts/offering/commands.ts';
import type { OfferingEvent, OfferingEventBodies, OfferingEventType } from '../../contracts/offering/events.ts';
import type { OfferingPurpose } from '../../contracts/offering/terms.ts';
import { DAY_MS } from '../calendar/day.ts';
import type {
  CommandIn,
  Folds as FoldsOf,
  Follows as FollowsOf,
  Handlers as HandlersOf,
  PartOf,
  Sheets as SheetsOf,
} from '../procedure/part.ts';
import type { Context, Notice } from '../process.ts';
import { startOf } from './dates.ts';
import { type CalledRound, type OfferingState, runners } from './state.ts';

export { firstOf, IS_OVER, NOTHING_OPEN, order, type Sheet, STANDS_SO, task } from '../procedure/part.ts';

export type CommandOf<T extends OfferingCommandType> = CommandIn<OfferingCommandBodies, T>;
export type OfferingCommand = CommandIn<OfferingCommandBodies>;
export type Handlers = HandlersOf<OfferingState, OfferingCommandBodies, OfferingEventBodies>;
export type Folds = FoldsOf<OfferingState, OfferingEventBodies>;
export type Follows = FollowsOf<OfferingState, OfferingEventBodies>;
export type Sheets = SheetsOf<OfferingState, OfferingPurpose, CalledRound>;
/** One stage or concern of an offering. */
export type Part = PartOf<OfferingState, OfferingCommandBodies, OfferingEventBodies, OfferingPurpose, CalledRound>;

export function event<T extends OfferingEventType>(type: T, body: OfferingEventBodies[T]): OfferingEvent {
  return { type, body } as OfferingEvent;
}

export function notice(state: OfferingState, to: PersonId, template: string, about: Notice['about'] = {}): Notice {
  const { planned, terms, stage } = state;
  const ahead = planned && terms && (stage === 'planned' || stage === 'invitation');
  return {
    ...{ kind: 'notice', to, template, about: { offering: state.stream, ...about } },
    ...(ahead ? { waits: startOf({ planned, terms }) - TO_KNOW } : {}),
  };
}

/** So long before a course people have to know where they stand: what is written later waits for no hour. */
const TO_KNOW = 2 * DAY_MS;

/** The messages about a change, which wait for no hour where the course was, or would be, about to begin. */
export function pressing(notices: readonly Notice[], start: Instant, { now }: Context): Notice[] {
  return notices.map((n) => (start - TO_KNOW <= now ? { ...n, waits: false } : n));
}

/** A message to whoever runs the cycle, when something waits for operations; it waits for no hour. */
export function alarm(state: OfferingState, what: string, about: Notice['about'] = {}): Notice[] {
  return runners(state).map((person) => ({
    ...notice(state, person, 'offering.attention', { what, ...about }),
    waits: false,
  }));
}
