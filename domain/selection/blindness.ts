import type { PersonId } from '../../contracts/ids.ts';
import type { Apart } from '../../contracts/round.ts';
import type { SelectionTerms } from '../../contracts/selection/terms.ts';
import { roleThatSeesAll } from '../organisation/roles.ts';
import type { OrganisationState } from '../organisation/state.ts';
import { termsOf } from '../procedure/standing.ts';
import type { Application, SelectionState } from './state.ts';

/** Which relations keep a reviewer from an application; where nobody is to see whose it is, a role that sees all does too. */
export function reviewersApart(state: SelectionState): Apart {
  const { conflicts, blind } = termsOf(state);
  return blind ? { ...conflicts, watching: true } : conflicts;
}

/** Whether somebody has been shown whose an application is: where reviews are blind, they give none of it. */
export function hasSeenAuthor(
  state: SelectionState,
  person: PersonId,
  { code, manager, agreementBy, screening, overruled, screeningTask, objection }: Application,
): boolean {
  if (!termsOf(state).blind) return false;
  const handled = Object.values(state.objections).filter(({ about }) => about === code);
  const asked = [screeningTask, objection, ...handled.map((o) => o.asked)];
  return (
    [manager, agreementBy, overruled, screening?.by].includes(person) ||
    asked.some((a) => a?.who === person || a?.tried.includes(person))
  );
}

/** So many of those who cannot review are named. */
const MOST_NAMED = 10;

type Offices = Pick<SelectionTerms, 'blind' | 'panel' | 'screeners' | 'handlers'>;

/** Why somebody cannot review blind: by what else they do they see who has applied. null: they can. */
export function faultOfBlindReviewers(
  { blind, panel, screeners, handlers }: Offices,
  reviewers: readonly PersonId[],
  organisation: OrganisationState,
): string | null {
  if (!blind) return null;
  const office = (person: PersonId) => {
    if (panel.members.includes(person)) return 'sits in the panel';
    if (screeners.includes(person)) return 'screens';
    if (handlers.includes(person)) return 'decides objections';
    const held = roleThatSeesAll(organisation, person);
    return held ? `has the role ${held.role}${held.until === null ? '' : ` (until ${held.until})`}` : null;
  };
  const seeing = [...new Set(reviewers)].flatMap((person) => {
    const found = office(person);
    return found === null ? [] : [`${person} ${found}`];
  });
  if (!seeing.length) return null;
  const rest = seeing.length - MOST_NAMED;
  const named = [...seeing.slice(0, MOST_NAMED), ...(rest > 0 ? [`${rest} more do so`] : [])];
  const who = named.length === 1 ? named[0] : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
  const [sees, others] = seeing.length === 1 ? ['sees', 'somebody else'] : ['see', 'others'];
  return `Among the reviewers: ${who} and so ${sees} who has applied, which blind reviewers do not; name ${others}.`;
}

/** Whoever sees by an office who has applied, and so holds no blind review, however it would come to them. */
export function seeingByOffice(state: SelectionState): PersonId[] {
  const { blind, panel, screeners } = termsOf(state);
  return blind ? [...panel.members, ...screeners, ...state.handlers] : [];
}

/** The same for whoever is given an office when the reviewers are known. */
export function faultOfOffice(
  state: SelectionState,
  where: 'panel' | 'screeners' | 'handlers',
  people: readonly PersonId[],
): string | null {
  if (!termsOf(state).blind) return null;
  const judging = new Set([...state.pool.map((r) => r.person), ...state.pairs.map((p) => p.reviewer)]);
  const reviewing = people.find((person) => judging.has(person));
  if (reviewing === undefined) return null;
  return `Among the ${where}: ${reviewing} reviews blind in this selection and would see who has applied; name somebody else.`;
}
