import type { PersonId } from '../../contracts/ids.ts';
import type { Apart } from '../../contracts/round.ts';
import { isInLine, isInOneLine } from './line.ts';
import { seesAll } from './roles.ts';
import type { OrganisationState } from './state.ts';

/** True when a relation that counts keeps one person from judging another now; nobody is kept apart from themselves by it. */
export function isKeptApart(
  { department, line, below, watching }: Apart,
  organisation: OrganisationState,
  a: PersonId,
  b: PersonId,
): boolean {
  if (a === b) return false;
  if (watching && seesAll(organisation, a)) return true;
  const { people } = organisation;
  const [one, other] = [people.get(a), people.get(b)];
  if (department && one && one.department === other?.department) return true;
  if (below && isInLine(organisation, b, a)) return true;
  return line && isInOneLine(organisation, a, b);
}
