import type { CycleEventBodies } from '../../../contracts/cycle/events.ts';
import type { CycleTerms } from '../../../contracts/cycle/terms.ts';
import type { Instant, PersonId } from '../../../contracts/ids.ts';
import { civilInstant } from '../../calendar/civil.ts';
import { personTime } from '../../organisation/directory.ts';
import { departmentHead, lineAbove } from '../../organisation/line.ts';
import { isEmployed } from '../../organisation/scope.ts';
import { deputyOf } from '../../organisation/stand-in.ts';
import type { OrganisationState } from '../../organisation/state.ts';

/** True when somebody is not at work at all between two instants. */
function isAwayUntil(organisation: OrganisationState, person: PersonId, now: Instant, until: Instant): boolean {
  return civilInstant(now, personTime(organisation, person)) > until;
}

type Asked = Pick<CycleEventBodies['DepartmentAsked'], 'person' | 'head' | 'why'>;

/**
 * Whom to ask for a department until an instant: its head; when the head is away all that time, the deputy or else the
 * next manager above who is there; when the head has left, whoever is next above. Somebody who is away and has nobody
 * in their place is asked all the same.
 */
export function whoAnswersFor(
  department: string,
  { deputies }: Pick<CycleTerms, 'deputies'>,
  organisation: OrganisationState,
  now: Instant,
  until: Instant,
): Asked {
  const head = organisation.departments.get(department)?.head ?? null;
  const found = departmentHead(organisation, department);
  if (found === null) return { person: null, head, why: 'nobody' };
  const there = (p: PersonId) => isEmployed(organisation, p) && !isAwayUntil(organisation, p, now, until);
  if (there(found)) return { person: found, head, why: found === head ? 'head' : 'left' };
  const deputy = deputyOf(organisation, found, deputies);
  if (deputy !== undefined && there(deputy)) return { person: deputy, head, why: 'away' };
  for (const { id } of lineAbove(organisation.people, found)) if (there(id)) return { person: id, head, why: 'away' };
  return { person: found, head, why: found === head ? 'head' : 'left' };
}
