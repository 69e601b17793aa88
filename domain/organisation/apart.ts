import type { PersonId } from '../../contracts/ids.ts';
import type { Apart } from '../../contracts/round.ts';
import { isInOneLine } from './line.ts';
import type { OrganisationState } from './state.ts';

/** True when a relation that counts stands between two people now; nobody is kept apart from themselves by it. */
export function isKeptApart(
  { department, line }: Apart,
  organisation: OrganisationState,
  a: PersonId,
  b: PersonId,
): boolean {
  if (a === b) return false;
  const { people } = organisation;
  const [one, other] = [people.get(a), people.get(b)];
  if (department && one && one.department === other?.department) return true;
  return line && isInOneLine(organisation, a, b);
}
