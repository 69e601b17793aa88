import type { Instant } from '../../contracts/ids.ts';
import type { SelectionTerms } from '../../contracts/selection/terms.ts';
import { isTimeZone } from '../calendar/zone.ts';
import { dayFor } from '../organisation/day-for.ts';
import type { OrganisationState, Person } from '../organisation/state.ts';
import { opening } from '../procedure/opening.ts';
import { type Context, reject } from '../process.ts';
import { rankingMethod } from '../ranking/method.ts';
import { faultOfBlindReviewers } from './blindness.ts';
import { kit, type SelectionShape } from './kit.ts';
import { faultOfOfficials, faultOfPanel } from './officials.ts';
import { peopleInScope } from './people.ts';
import { emptySelection, type SelectionState } from './state.ts';
import { faultOfPlan, placeOf, planFrom } from './timetable.ts';

/** Opening a selection. */
export const opened = opening<SelectionShape>(kit, {
  initial: emptySelection,
  refusalOf(terms, context, { actor }) {
    const fault = faultOfTerms(terms, context.organisation);
    if (fault) return reject('terms-invalid', fault);
    const day = (at: Instant) => dayFor(at, actor, context.organisation, terms.timeZone);
    const late = faultOfPlan(planOf(terms, context), context.now, day);
    return late ? reject('wrong-date', late) : null;
  },
  planned: { planOf, people: peopleOf },
  take(state, { reviewers, reviews, handlers }) {
    Object.assign(state, { pool: reviewers, reviews, handlers });
  },
});

/** Everybody by whose calendars its days are reckoned. */
export function peopleOf(state: SelectionState, organisation: OrganisationState): Person[] {
  const ids = [...peopleInScope(state, organisation).values()].flat();
  return ids.map((id) => organisation.people.get(id)!);
}

/** The dates of every stage, as they would be if the selection opened now. */
export function planOf(terms: SelectionTerms, context: Context) {
  const place = placeOf(terms, context.organisation);
  return planFrom('measures', context.now, terms.timetable, terms.objectionPeriod, place);
}

/** The first thing that is wrong with the terms, as a sentence; null when they can stand. */
export function faultOfTerms(terms: SelectionTerms, organisation: OrganisationState): string | null {
  return (
    faultOfPlaces(terms, organisation) ??
    faultOfRubric(terms) ??
    faultOfPeople(terms, organisation) ??
    faultOfReviewers(terms, organisation)
  );
}

function faultOfPlaces(terms: SelectionTerms, organisation: OrganisationState): string | null {
  if (!isTimeZone(terms.timeZone)) return `There is no time zone "${terms.timeZone}"; name one such as Asia/Shanghai.`;
  if (!organisation.calendars.has(terms.calendar)) {
    const known = [...organisation.calendars.keys()].join(', ');
    return `There is no calendar "${terms.calendar}"; import it${known && `, or name one of ${known}`}.`;
  }
  const unknown = terms.departments.find((d) => !organisation.departments.has(d));
  return unknown === undefined ? null : `There is no department ${unknown}; correct the scope of the selection.`;
}

/** The first thing that is wrong with criteria, anchors, weights or the performance rule. */
export function faultOfRubric(terms: Pick<SelectionTerms, 'criteria' | 'method' | 'performance'>): string | null {
  const { criteria, performance } = terms;
  const ids = criteria.map((c) => c.id);
  for (const { id, min, max, anchors } of criteria) {
    if (max <= min) return `Criterion ${id} goes from ${min} to ${max}; its highest score must be above its lowest.`;
    const off = anchors.find((a) => a.score < min || a.score > max);
    if (off) return `Criterion ${id} has an anchor at ${off.score}, outside its scale from ${min} to ${max}.`;
  }
  if (performance && !ids.includes(performance.criterion)) {
    return `The performance rule names the criterion "${performance.criterion}", which the rubric lacks; add it or drop the rule.`;
  }
  if (ids.every((id) => id === performance?.criterion)) {
    return 'All criteria come from the records; leave at least one for the reviewers to score.';
  }
  try {
    rankingMethod({ ...terms.method, criteria: criteria.map((c) => ({ criterion: c.id, weight: c.weight })) });
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

function faultOfPeople(terms: SelectionTerms, organisation: OrganisationState): string | null {
  const named: readonly (readonly [string, readonly string[]])[] = [
    ['leaders', terms.leaders],
    ['screeners', terms.screeners],
    ['reviewers', terms.reviewers.map((r) => r.person)],
    ['panel', terms.panel.members],
    ['handlers', terms.handlers],
    ['experts', terms.eligibility.experts],
  ];
  for (const [where, people] of named) {
    const fault = faultOfOfficials(where, people, organisation);
    if (fault) return fault;
  }
  return faultOfPanel(terms.panel);
}

function faultOfReviewers(terms: SelectionTerms, organisation: OrganisationState): string | null {
  const { reviewers, reviews, handlers, topics, panel } = terms;
  const known = new Set(topics.map((t) => t.id));
  for (const { person, topics: own } of reviewers) {
    const odd = own.find((t) => known.size > 0 && !known.has(t));
    if (odd) return `Reviewer ${person} is competent in "${odd}", which is no topic of this selection; correct it.`;
  }
  if (reviews !== 'everyone' && reviews > reviewers.length) {
    return `Each application is to get ${reviews} reviews but there are only ${reviewers.length} reviewers; add reviewers or lower the number.`;
  }
  const pool = new Set(reviewers.map((r) => r.person));
  const seeing = faultOfBlindReviewers(terms, [...pool], organisation);
  if (seeing) return seeing;
  if (handlers.every((h) => pool.has(h) || panel.members.includes(h))) {
    return 'Every handler of objections also reviews or sits in the panel; name at least one who does neither.';
  }
  return null;
}
