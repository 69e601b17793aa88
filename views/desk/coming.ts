import { type Instant, type PersonId, pathOf, processTypeOf, type StreamId } from '../../contracts/ids.ts';
import type { Desk } from '../../contracts/views/desk.ts';
import type { StandingLine } from '../../db/views/procedures.ts';
import type { CycleState } from '../../domain/cycle/state.ts';
import { datedOf, startOf } from '../../domain/offering/dates.ts';
import { holds } from '../../domain/offering/seats.ts';
import type { OfferingState } from '../../domain/offering/state.ts';
import { reportsOf } from '../../domain/organisation/line.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import type { Timed } from '../../domain/procedure/steering.ts';

type Coming = Desk['coming'];

/** Nothing, for a course that has begun, or in which somebody has no part any more. */
export function courseAhead(state: OfferingState, person: PersonId, now: Instant): Coming {
  if (!state.terms || !state.planned) return [];
  const at = startOf(datedOf(state));
  const teaches = state.planned.trainer === person;
  if (at <= now || !(teaches || holds(state, person))) return [];
  const { title } = state.terms.course;
  const as = teaches ? 'trainer' : 'participant';
  return [{ what: 'course', at, title, place: state.place, as, path: `/courses/${pathOf(state.stream)}` }];
}

/** Pages of procedures that are for everybody. */
const PAGES: Readonly<Partial<Record<string, string>>> = { cycle: '/plan', selection: '/call' };

/**
 * Procedures in which somebody may have a part: they were asked something in one, or it rates people, and some report to them.
 * @param owners procedures of rounds in which they have or had a task
 */
export function mayTakePart(
  lines: readonly StandingLine[],
  person: PersonId,
  owners: ReadonlySet<string>,
  organisation: OrganisationState,
): StandingLine[] {
  const leads = reportsOf(organisation, person).length > 0;
  return lines.filter(({ id, kind }) => PAGES[kind] !== undefined && (owners.has(id) || (kind === 'cycle' && leads)));
}

/** Whether they have: they were asked something in it, or it is about the department of somebody who reports to them. */
export function takesPart(
  { id }: StandingLine,
  state: unknown,
  person: PersonId,
  owners: ReadonlySet<string>,
  organisation: OrganisationState,
): boolean {
  if (owners.has(id)) return true;
  const { departments = [] } = (state as CycleState | undefined)?.terms ?? {};
  if (!departments.length) return true;
  return reportsOf(organisation, person).some((one) => departments.includes(organisation.people.get(one)!.department));
}

/** Its stages that are still to begin, as they are planned now; none while it stands still. */
export function stagesAhead({ id, kind, title, paused }: StandingLine, state: unknown, now: Instant): Coming {
  if (paused) return [];
  const { plan = {} } = (state ?? {}) as Partial<Timed>;
  const path = `${PAGES[processTypeOf(id as StreamId)]}/${pathOf(id as StreamId)}`;
  return Object.entries(plan)
    .filter(([, { start }]) => start > now)
    .map(([stage, { start: at }]) => ({ what: 'stage', at, title, kind, stage, path }));
}
