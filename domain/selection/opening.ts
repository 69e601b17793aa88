import type { Instant } from '../../contracts/ids.ts';
import type { SelectionTerms } from '../../contracts/selection/terms.ts';
import { isTimeZone } from '../calendar/zone.ts';
import { dayFor } from '../organisation/day-for.ts';
import type { OrganisationState, Person } from '../organisation/state.ts';
import { refusalOfCalendar } from '../procedure/home.ts';
import { opening } from '../procedure/opening.ts';
import type { Context, Rejection } from '../process.ts';
import { rankingMethod } from '../ranking/method.ts';
import { refuse, SaidNo } from '../refuse.ts';
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
    if (fault) return fault;
    const day = (at: Instant) => dayFor(at, actor, context.organisation, terms.timeZone);
    return faultOfPlan(planOf(terms, context), context.now, day);
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

/** The first thing that is wrong with the terms; null when they can stand. */
export function faultOfTerms(terms: SelectionTerms, organisation: OrganisationState): Rejection | null {
  return (
    faultOfPlaces(terms, organisation) ??
    faultOfRubric(terms) ??
    faultOfPeople(terms, organisation) ??
    faultOfReviewers(terms, organisation)
  );
}

function faultOfPlaces(terms: SelectionTerms, organisation: OrganisationState): Rejection | null {
  if (!isTimeZone(terms.timeZone)) return refuse('terms-invalid/no-time-zone', { timeZone: terms.timeZone });
  if (!organisation.calendars.has(terms.calendar)) return refusalOfCalendar(organisation, terms.calendar);
  const unknown = terms.departments.find((d) => !organisation.departments.has(d));
  return unknown === undefined ? null : refuse('terms-invalid/scope-of-selection', { department: unknown });
}

/** The first thing that is wrong with criteria, anchors, weights or the performance rule; null: nothing. */
export function faultOfRubric(terms: Pick<SelectionTerms, 'criteria' | 'method' | 'performance'>): Rejection | null {
  const { criteria, performance } = terms;
  const ids = criteria.map((c) => c.id);
  for (const { id, min, max, anchors } of criteria) {
    if (max <= min) return refuse('terms-invalid/criterion-scale', { criterion: id, min, max });
    const off = anchors.find((a) => a.score < min || a.score > max);
    if (off) return refuse('terms-invalid/criterion-anchor', { criterion: id, score: off.score, min, max });
  }
  if (performance && !ids.includes(performance.criterion)) {
    return refuse('terms-invalid/performance-criterion', { criterion: performance.criterion });
  }
  if (ids.every((id) => id === performance?.criterion)) {
    return refuse('terms-invalid/all-from-records', {});
  }
  try {
    rankingMethod({ ...terms.method, criteria: criteria.map((c) => ({ criterion: c.id, weight: c.weight })) });
    return null;
  } catch (error) {
    if (error instanceof SaidNo) return error.rejection;
    throw error;
  }
}

function faultOfPeople(terms: SelectionTerms, organisation: OrganisationState): Rejection | null {
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

function faultOfReviewers(terms: SelectionTerms, organisation: OrganisationState): Rejection | null {
  const { reviewers, reviews, handlers, topics, panel } = terms;
  const known = new Set(topics.map((t) => t.id));
  for (const { person, topics: own } of reviewers) {
    const odd = own.find((t) => known.size > 0 && !known.has(t));
    if (odd) return refuse('terms-invalid/reviewer-topic', { person, topic: odd });
  }
  if (reviews !== 'everyone' && reviews > reviewers.length) {
    return refuse('terms-invalid/reviews-too-many', { reviews, reviewers: reviewers.length });
  }
  const pool = new Set(reviewers.map((r) => r.person));
  const seeing = faultOfBlindReviewers(terms, [...pool], organisation);
  if (seeing) return seeing;
  if (handlers.every((h) => pool.has(h) || panel.members.includes(h))) {
    return refuse('terms-invalid/handlers-all-judge', {});
  }
  return null;
}
