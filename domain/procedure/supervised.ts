import type { Instant, PersonId } from '../../contracts/ids.ts';
import type { HouseReason } from '../../contracts/reasons.ts';
import { house } from '../../contracts/reasons.ts';
import { parseDuration } from '../calendar/duration.ts';
import { addDuration } from '../calendar/workday.ts';
import { personTime } from '../organisation/directory.ts';
import { isInLine, managerOf } from '../organisation/line.ts';
import { isEmployed } from '../organisation/scope.ts';
import { type Deputies, isAwayFor, type Span, supervisorOf } from '../organisation/stand-in.ts';
import type { OrganisationState } from '../organisation/state.ts';
import type { Context } from '../process.ts';
import type { Task } from '../round/state.ts';
import { dueIn, type Home } from './timetable.ts';

/** Whose leave ends within so many of their workdays is waited for, however soon the answer is due. */
const WHOLE = '3bd';
const WAITED_FOR = parseDuration(WHOLE);

/** From now until an answer is due, and no shorter than a leave that is waited for. */
export function openSpan(due: number, person: PersonId, { now, organisation }: Context): Span {
  return { from: now, to: Math.max(due, addDuration(now, WAITED_FOR, personTime(organisation, person))) };
}

/**
 * Who is to hold an open task of somebody's supervisor from now on: the supervisor of now, or who stands in for one on
 * leave until after it is due. undefined: it stays where it is, or where a supervisor has put it; null: nobody is above.
 */
export function holderFor(
  task: Task,
  person: PersonId,
  context: Context,
  deputies: Deputies = {},
): PersonId | null | undefined {
  const { organisation } = context;
  const supervisor = managerOf(organisation, person);
  if (supervisor === null) return null;
  const { assignee, holders, due, heard } = task;
  const wanted = supervisorOf(organisation, person, openSpan(due, supervisor, context), deputies);
  if (assignee === wanted) return undefined;
  const there =
    isEmployed(organisation, assignee) &&
    !isInLine(organisation, person, assignee) &&
    !isAwayFor(organisation, assignee, openSpan(due, assignee, context));
  // Whoever has had the task may have delegated it; it stays where they put it.
  if (there && assignee !== supervisor && [supervisor, wanted].some((s) => s !== null && holders.includes(s)))
    return undefined;
  // Whoever stood in when it was asked keeps it.
  const asked = supervisorOf(organisation, person, { from: Math.min(heard, due), to: due }, deputies);
  if (there && assignee !== supervisor && assignee === asked) return undefined;
  return wanted;
}

/**
 * By when somebody to whom a task comes now is to answer: as it was due, and no sooner than what they have of working days from
 * now on is over.
 */
export function dueFor(due: Instant, home: Home, person: PersonId, context: Context): Instant {
  return Math.max(due, dueIn(WHOLE, home, context, person));
}

/** Why a task comes to somebody: as the supervisor, or in the place of one on leave. */
export function whyHanded(organisation: OrganisationState, person: PersonId, to: PersonId): HouseReason {
  return house(managerOf(organisation, person) === to ? 'supervisor-changed' : 'supervisor-away');
}
