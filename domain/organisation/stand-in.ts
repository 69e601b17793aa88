import type { Instant, PersonId } from '../../contracts/ids.ts';
import { isAwayThroughout } from '../calendar/civil.ts';
import { personTime } from './directory.ts';
import { isInLine, lineAbove } from './line.ts';
import type { OrganisationState } from './state.ts';

/** From when until when somebody has to be there for a question. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

export type Deputies = Readonly<Record<PersonId, PersonId>>;

/** Who stands in for somebody: as the terms of a process say, or else as they have said themselves; undefined: nobody in particular. */
export function deputyOf(
  organisation: Pick<OrganisationState, 'people'>,
  person: PersonId,
  deputies: Deputies = {},
): PersonId | undefined {
  return deputies[person] ?? organisation.people.get(person)?.deputy ?? undefined;
}

/** True when somebody is on leave for the whole of a span, by their own calendar and hours. */
export function isAwayFor(organisation: OrganisationState, person: PersonId, { from, to }: Span): boolean {
  return isAwayThroughout(from, to, personTime(organisation, person));
}

/** Those of some people who are not on leave for the whole of a span; all of them when everybody is. */
export function thoseThere(
  organisation: OrganisationState,
  people: readonly PersonId[],
  span: Span,
): readonly PersonId[] {
  const there = people.filter((p) => !isAwayFor(organisation, p, span));
  return there.length ? there : people;
}

/**
 * Who is asked about somebody as their manager: the nearest above who works here and `may` answer; when that one is on
 * leave for the whole of the span, their deputy, unless this one is below the person, or else the next above who is there.
 * Where nobody is, the nearest all the same. null: nobody is above.
 */
export function supervisorOf(
  organisation: OrganisationState,
  person: PersonId,
  span: Span,
  deputies: Deputies = {},
  may: (candidate: PersonId) => boolean = () => true,
): PersonId | null {
  const able = (id: PersonId) => id !== person && organisation.people.get(id)?.employed === true && may(id);
  const there = (id: PersonId) => able(id) && !isAwayFor(organisation, id, span);
  let nearest: PersonId | null = null;
  for (const { id } of lineAbove(organisation.people, person)) {
    if (able(id)) nearest ??= id;
    if (there(id)) return id;
    const deputy = deputyOf(organisation, id, deputies);
    if (deputy !== undefined && there(deputy) && !isInLine(organisation, person, deputy)) return deputy;
  }
  return nearest;
}
