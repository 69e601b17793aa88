import { type PersonId, processTypeOf, type StreamId } from '../../contracts/ids.ts';
import { procedureEvents } from './history.ts';

/** An event by the ids that make it somebody's news. */
export interface NewsEvent {
  readonly stream: StreamId;
  readonly type: string;
  readonly actor: string;
  readonly person: PersonId | null;
  readonly to: PersonId | null;
  readonly asked: readonly PersonId[] | null;
}

/** How the people who listen stand to what was written. */
export interface NewsRelations {
  /** Whether somebody holds a task in a round. */
  readonly holds: (round: StreamId, person: PersonId) => boolean;
  /** Who is directly above somebody, if they listen. */
  readonly managerOf: (person: PersonId) => PersonId | undefined;
}

const STEERED: ReadonlySet<string> = new Set(procedureEvents().map((e) => e.type));
/** What of a round changes what its holders look at, whoever they are. */
const OF_ROUND: ReadonlySet<string> = new Set([
  ...['RoundOpened', 'RoundHeld', 'RoundReleased', 'RoundSettled'],
  ...['TasksExtended', 'TasksWithdrawn', 'TasksLapsed', 'TasksReformed'],
]);

/**
 * Whether somebody who does not see all is told that an event was written: what everybody sees of a procedure, what they have
 * done, what is about them or their people, and what is asked of them. Never what others have done in a selection or a round,
 * since when that was tells who did.
 */
export function isNewsFor(person: PersonId, event: NewsEvent, { holds, managerOf }: NewsRelations): boolean {
  const { stream, type, actor } = event;
  if (actor === person) return true;
  switch (processTypeOf(stream)) {
    case 'organisation':
      return false;
    case 'round':
      if (event.asked?.includes(person) || event.to === person) return true;
      return OF_ROUND.has(type) && holds(stream, person);
    case 'selection':
      return STEERED.has(type);
    default:
      if (STEERED.has(type) || event.person === person) return true;
      return event.person !== null && managerOf(event.person) === person;
  }
}
