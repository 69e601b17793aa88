import { entryOf } from '../../contracts/entry.ts';
import type { PersonId } from '../../contracts/ids.ts';
import type { Reviewer } from '../../contracts/selection/terms.ts';
import { isKeptApart } from '../organisation/apart.ts';
import { departmentHead, isInOneLine } from '../organisation/line.ts';
import { isEmployed, peopleByDepartment } from '../organisation/scope.ts';
import type { OrganisationState } from '../organisation/state.ts';
import { termsOf } from '../procedure/standing.ts';
import { hasSeenAuthor, reviewersApart } from './blindness.ts';
import { type Application, applicationOf, type SelectionState, standing } from './state.ts';

export { isEmployed, refusalOfPerson } from '../organisation/scope.ts';

export function inScope(state: SelectionState, department: string): boolean {
  const { departments } = termsOf(state);
  return departments.length === 0 || departments.includes(department);
}

/** The employees in scope, by department, each list by id. */
export function peopleInScope(state: SelectionState, organisation: OrganisationState): Map<string, PersonId[]> {
  return peopleByDepartment(organisation, termsOf(state).departments);
}

/** Those who lead: the heads of the departments in scope and the named leaders, each once. */
export function leadersOf(state: SelectionState, organisation: OrganisationState): PersonId[] {
  const heads = [...organisation.departments.keys()]
    .filter((d) => inScope(state, d))
    .map((d) => departmentHead(organisation, d));
  const all = [...heads, ...termsOf(state).leaders].filter((p): p is PersonId => p !== null);
  return [...new Set(all)].filter((p) => isEmployed(organisation, p)).sort();
}

/** Nobody judges where they stand themselves: those with an application of their own are left out. */
export function notApplying(state: SelectionState, people: readonly PersonId[]): PersonId[] {
  const applicants = new Set(standing(state).map((a) => a.person));
  return people.filter((p) => !applicants.has(p));
}

export function panelOf(state: SelectionState): PersonId[] {
  return notApplying(state, termsOf(state).panel.members);
}

/** The chair, or the first member when the chair has applied. */
export function chairOf(state: SelectionState): PersonId | undefined {
  const members = panelOf(state);
  const { chair } = termsOf(state).panel;
  return members.includes(chair) ? chair : members[0];
}

/** Reviewers who can be asked: still here and without an application of their own. */
export function reviewersOf(state: SelectionState, organisation: OrganisationState): Reviewer[] {
  return state.pool.filter((r) => isEmployed(organisation, r.person) && !applicationOf(state, r.person));
}

/**
 * True when a person must not review an application: their own, their department's (that of when they applied, or of now),
 * their line's, one with a conflict that was declared or has arisen, or, in a blind review, one of which they know whose it is.
 */
export function isConflicted(
  state: SelectionState,
  organisation: OrganisationState,
  reviewer: PersonId,
  application: Application,
): boolean {
  if (reviewer === application.person) return true;
  if (state.conflicts[reviewer]?.includes(application.code)) return true;
  if (state.stoodDown[application.code]?.includes(reviewer)) return true;
  if (hasSeenAuthor(state, reviewer, application)) return true;
  const apart = reviewersApart(state);
  if (apart.department && organisation.people.get(reviewer)?.department === application.department) return true;
  return isKeptApart(apart, organisation, reviewer, application.person);
}

/** So many names a review bars: every task carries its own, and a large selection has twenty thousand of them. */
const MOST_BARRED = 60;

/**
 * Who must not be given the review of an application by hand either: the applicant, the others named, whoever has stepped
 * down from it, those with a conflict that was declared or has arisen, conflicted reviewers, and the department that an
 * applicant has left since, in this order and at most 60 people in all. The line and department of the applicant are kept from it by the policy of the round, as they are when it is handed on.
 * Whoever holds the review is not barred from it, lest a change of the organisation meanwhile stop the round.
 */
export function barredFrom(
  state: SelectionState,
  organisation: OrganisationState,
  application: Application,
  holder: PersonId,
  others: readonly PersonId[] = [],
): PersonId[] {
  const { person, code } = application;
  const declared = Object.keys(state.conflicts).filter((p) => state.conflicts[p]!.includes(code));
  const apart = [...others, ...(state.stoodDown[code] ?? []), ...declared];
  const conflicted = state.pool.map((r) => r.person).filter((r) => isConflicted(state, organisation, r, application));
  const all = new Set([person, ...apart, ...conflicted, ...formerColleagues(state, organisation, application)]);
  all.delete(holder);
  return [...all].slice(0, MOST_BARRED);
}

function formerColleagues(
  state: SelectionState,
  organisation: OrganisationState,
  { person, department }: Application,
): readonly PersonId[] {
  const hasLeft = organisation.people.get(person)?.department !== department;
  return termsOf(state).conflicts.department && hasLeft ? (membersOf(organisation).get(department) ?? []) : [];
}

const members = new WeakMap<OrganisationState, ReadonlyMap<string, readonly PersonId[]>>();

function membersOf(organisation: OrganisationState): ReadonlyMap<string, readonly PersonId[]> {
  const known = members.get(organisation) ?? peopleByDepartment(organisation, []);
  members.set(organisation, known);
  return known;
}

/**
 * True when a person may not decide about an application: it is their own, or of their line, or they reviewed it or have
 * declared a conflict.
 */
export function isInvolved(
  state: SelectionState,
  organisation: OrganisationState,
  person: PersonId,
  application: Application,
): boolean {
  return (
    person === application.person ||
    isInOneLine(organisation, person, application.person) ||
    state.pairs.some((p) => p.application === application.code && p.reviewer === person) ||
    entryOf(state.conflicts, person)?.includes(application.code) === true ||
    state.stoodDown[application.code]?.includes(person) === true
  );
}

/**
 * Whoever has taken part in what was decided so far about an application, before the panel: whoever has agreed or refused,
 * has screened it or decided about that, and all who have reviewed it, also where operations asked them.
 */
export function tookPart(
  state: SelectionState,
  { code, agreementBy, screening, overruled, objection }: Application,
): Set<PersonId> {
  return new Set([
    ...[agreementBy, overruled].filter((p): p is PersonId => p !== null),
    ...(screening && screening.by !== 'rule' ? [screening.by] : []),
    ...(objection?.who && objection.state !== 'open' ? [objection.who] : []),
    ...state.pairs.filter((p) => p.application === code).map((p) => p.reviewer),
    ...(state.judgedByHand[code] ?? []),
  ]);
}

/** Whoever has taken part in a decision that stands in the public notice: the panel, and all before it; null: in any of them. */
export function decidersOf(state: SelectionState, application: Application | null): Set<PersonId> {
  const about = application ? [application] : Object.values(state.applications);
  return new Set([
    ...termsOf(state).panel.members,
    ...Object.keys(state.ballots),
    ...about.flatMap((a) => [...tookPart(state, a)]),
  ]);
}

/**
 * Who must not be given a decision about an application, or about the procedure, by hand: those whom `isInvolved` keeps
 * from it and whoever else is named, at most 500 people; but for the applicant's line, which the policy of the round keeps
 * from it. Whoever holds it is not barred from it.
 */
export function barredFromDeciding(
  state: SelectionState,
  application: Application | null,
  holder: PersonId,
  others: readonly PersonId[] = [],
): PersonId[] {
  const reviewed = (of: string) => state.pairs.filter((p) => p.application === of).map((p) => p.reviewer);
  const declared = (code: string) => Object.keys(state.conflicts).filter((p) => state.conflicts[p]!.includes(code));
  const involved = application
    ? [
        application.person,
        ...reviewed(application.code),
        ...declared(application.code),
        ...(state.stoodDown[application.code] ?? []),
      ]
    : state.pairs.map((p) => p.reviewer);
  const all = new Set([...others, ...involved]);
  all.delete(holder);
  return [...all].slice(0, 500);
}

/** The one of several people with the fewest tasks; equals by id. */
export function leastLoaded(people: readonly PersonId[], load: (person: PersonId) => number): PersonId | null {
  return [...people].sort((a, b) => load(a) - load(b) || (a < b ? -1 : 1))[0] ?? null;
}
