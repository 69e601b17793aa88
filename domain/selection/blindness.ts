import type { PersonId } from '../../contracts/ids.ts';
import type { Apart } from '../../contracts/round.ts';
import type { SelectionTerms } from '../../contracts/selection/terms.ts';
import { roleThatSeesAll } from '../organisation/roles.ts';
import type { OrganisationState } from '../organisation/state.ts';
import { termsOf } from '../procedure/standing.ts';
import type { Rejection } from '../process.ts';
import { because, refuse } from '../refuse.ts';
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
): Rejection | null {
  if (!blind) return null;
  const office = (person: PersonId) => {
    if (panel.members.includes(person)) return because('not-allowed/who-sits-in-panel', { person });
    if (screeners.includes(person)) return because('not-allowed/who-screens', { person });
    if (handlers.includes(person)) return because('not-allowed/who-decides-objections', { person });
    const held = roleThatSeesAll(organisation, person);
    if (!held) return null;
    const { role, until } = held;
    return until === null
      ? because('not-allowed/who-has-role', { person, role })
      : because('not-allowed/who-has-role-until', { person, role, until });
  };
  const seeing = [...new Set(reviewers)].flatMap((person) => office(person) ?? []);
  if (!seeing.length) return null;
  const rest = seeing.length - MOST_NAMED;
  const more = rest > 0 ? [because('not-allowed/who-else-does', { more: rest })] : [];
  const facts = { seeing: [...seeing.slice(0, MOST_NAMED), ...more] };
  return seeing.length === 1
    ? refuse('not-allowed/blind-reviewer-sees', facts)
    : refuse('not-allowed/blind-reviewers-see', facts);
}

/** Whoever sees by an office who has applied, and so holds no blind review, however it would come to them. */
export function seeingByOffice(state: SelectionState): PersonId[] {
  const { blind, panel, screeners } = termsOf(state);
  return blind ? [...panel.members, ...screeners, ...state.handlers] : [];
}

/** The same for whoever is given an office when the reviewers are known. */
export function faultOfOffice(
  state: SelectionState,
  office: 'panel' | 'screeners' | 'handlers',
  people: readonly PersonId[],
): Rejection | null {
  if (!termsOf(state).blind) return null;
  const judging = new Set([...state.pool.map((r) => r.person), ...state.pairs.map((p) => p.reviewer)]);
  const reviewing = people.find((person) => judging.has(person));
  if (reviewing === undefined) return null;
  return refuse('not-allowed/reviews-blind', { office, person: reviewing });
}
