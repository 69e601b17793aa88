import type { PersonId } from '../../contracts/ids.ts';
import { personal } from '../../contracts/private.ts';
import { house } from '../../contracts/reasons.ts';
import type { SelectionEvent } from '../../contracts/selection/events.ts';
import { firstOf, task } from '../procedure/part.ts';
import { childOf, openRound } from '../procedure/rounds.ts';
import { termsOf } from '../procedure/standing.ts';
import type { Context } from '../process.ts';
import { refuse } from '../refuse.ts';
import { keepFromJudging } from './bars.ts';
import { faultOfBlindReviewers } from './blindness.ts';
import { conflictForm, TITLES } from './forms.ts';
import { handedOn } from './handed-on.ts';
import { alarm, conclude, event, goOn, notice, type Part, place, startRound } from './kit.ts';
import { faultOfMatch, fullPanel, matched, matchKey } from './match-result.ts';
import { lacking, plainShortage } from './matching.ts';
import { faultOfApplicants } from './officials.ts';
import { takeBack } from './open-tasks.ts';
import { refusalOfPerson, reviewersOf } from './people.ts';
import { isScreened, screeningSteps } from './screening.ts';
import { eligible, type SelectionState } from './state.ts';
import { dueInStage } from './timetable.ts';

/** Whether a reviewer holds an application or may be given it. Of others they do not hear that they are there. */
function mayCome(state: SelectionState, reviewer: PersonId, code: string): boolean {
  if (state.pairs.some((p) => p.application === code && p.reviewer === reviewer)) return true;
  const application = state.applications[code];
  const isInReview = place(state.stage) >= place('reviewers') && application?.screening?.eligible === true;
  return isInReview && !application.withdrawn && state.pool.some((r) => r.person === reviewer);
}

/** Stage 5. Reviewers declare conflicts and are matched to applications; too few are said before the review opens. */
export const reviewers = {
  commands: {
    declareConflict(state, { actor, body }, context) {
      const given = handedOn(state, context);
      const holds = given.some(({ body: { to } }) => to === actor) || state.pairs.some((p) => p.reviewer === actor);
      if (!holds && !state.pool.some((r) => r.person === actor)) {
        return refuse('not-yours/reviewers-declare', {});
      }
      if (place(state.stage) > place('review')) {
        return refuse('too-late/review-over-tell', {});
      }
      const handed = given.filter(({ body: { to } }) => to === actor).map(({ body: { application } }) => application);
      const unknown = body.applications.find((code) => !handed.includes(code) && !mayCome(state, actor, code));
      if (unknown) return refuse('not-found/no-application-to-review', { application: unknown });
      const fresh = body.applications.filter((code) => !state.conflicts[actor]?.includes(code));
      if (!fresh.length) return refuse('already-so/conflicts-declared', {});
      const reason = personal(actor, body.reason);
      return [...given, event('ConflictsDeclared', { reviewer: actor, applications: fresh, reason })];
    },
    addReviewers(state, { actor, body }, { organisation }) {
      if (place(state.stage) > place('review')) return refuse('too-late/review-over-reopen', {});
      for (const { person } of body.reviewers) {
        const fault = refusalOfPerson(organisation, person);
        if (fault) return fault;
      }
      const people = body.reviewers.map((r) => r.person);
      const offices = { ...termsOf(state), handlers: [...state.handlers] };
      const apart =
        faultOfApplicants(state, 'reviewers', people) ?? faultOfBlindReviewers(offices, people, organisation);
      if (apart) return apart;
      return [event('ReviewersAdded', { reviewers: body.reviewers, reason: personal(actor, body.reason) })];
    },
    lowerReviews(state, { actor, body }) {
      if (place(state.stage) > place('review')) return refuse('too-late/review-over-reopen', {});
      if (body.reviews === 'everyone' || (state.reviews !== 'everyone' && body.reviews >= state.reviews)) {
        return refuse('not-allowed/reviews-only-lowered', { reviews: state.reviews });
      }
      return [event('ReviewsLowered', { reviews: body.reviews, reason: personal(actor, body.reason) })];
    },
    recordMatch(state, { actor, body }, context) {
      if (actor !== 'system') return refuse('not-allowed/only-matching', {});
      if (body.key !== matchKey(state)) {
        return refuse('outdated/matching-outdated', {});
      }
      if (body.shortages.length) return [event('ReviewersShort', { shortages: body.shortages })];
      const fault = faultOfMatch(state, body.pairs, context);
      return fault ?? [matched(state, body.pairs, context)];
    },
  },
  folds: {
    ConflictsDeclared(state, { reviewer, applications }) {
      const known = state.conflicts[reviewer] ?? [];
      state.conflicts[reviewer] = [...new Set([...known, ...applications])];
      const gone = state.pairs.filter((p) => p.reviewer === reviewer && applications.includes(p.application));
      state.pairs = state.pairs.filter((p) => !gone.includes(p));
      if (state.reviews === 'everyone') for (const { application } of gone) waive(state, application);
      changed(state);
    },
    ConflictsGathered(state) {
      state.conflictsGathered = true;
      changed(state);
    },
    ReviewersAdded(state, body) {
      const again = new Set(body.reviewers.map((r) => r.person));
      state.pool = [...state.pool.filter((r) => !again.has(r.person)), ...body.reviewers];
      changed(state);
    },
    ReviewsLowered(state, { reviews }) {
      state.reviews = reviews;
      changed(state);
    },
    ReviewersShort(state, { shortages }) {
      state.shortages = shortages;
    },
    ReviewersMatched(state, { added, removed }) {
      const gone = new Set(removed.map((p) => `${p.application} ${p.reviewer}`));
      state.pairs = [
        ...state.pairs.filter((p) => !gone.has(`${p.application} ${p.reviewer}`)),
        ...added.map((p) => ({ ...p, round: p.round, discussion: null })),
      ];
      state.matched = true;
      changed(state);
    },
  },
  follows: {
    ConflictsDeclared: (state, { reviewer, applications }) =>
      keepFromJudging(state, reviewer, applications, house('conflict-declared')),
    ReviewersShort: (state, { shortages }) =>
      alarm(state, 'reviewers-short', { missing: shortages.reduce((sum, s) => sum + s.short, 0) }),
    ReviewersMatched: (state, { added, removed, tasks }) => [
      ...takeBack(tasks, house('reviewer-matched')),
      ...assigned(added, removed).map(([reviewer, applications]) =>
        notice(state, reviewer, 'selection.reviewer', { applications: [...applications].sort() }),
      ),
    ],
  },
  sheets: {
    conflicts: (state, _round, { organisation }) => ({
      title: TITLES.conflicts,
      // By their numbers, which tell nobody who was first.
      form: conflictForm(
        eligible(state)
          .map((a) => a.code)
          .sort(),
      ),
      minutes: 10,
      tasks: reviewersOf(state, organisation).map(({ person }) => task(person, person, { aboutPerson: person })),
    }),
  },
} satisfies Part;

function changed(state: SelectionState): void {
  state.basis++;
  state.shortages = [];
}

export function waive(state: SelectionState, application: string): void {
  state.waived[application] = (state.waived[application] ?? 0) + 1;
}

/** Who has to hear of a new assignment: each reviewer with the applications that are new. */
function assigned(
  added: readonly { reviewer: string; application: string }[],
  removed: readonly { reviewer: string }[],
) {
  const byReviewer = new Map<string, string[]>(removed.map((p) => [p.reviewer, []]));
  for (const { reviewer, application } of added) {
    byReviewer.set(reviewer, [...(byReviewer.get(reviewer) ?? []), application]);
  }
  return [...byReviewer];
}

export function reviewersDue(state: SelectionState, context: Context): readonly SelectionEvent[] {
  return firstOf(
    () => screeningSteps(state, context),
    () => askForConflicts(state, context),
    () => gatherConflicts(state, context),
    () => match(state, context),
  );
}

function askForConflicts(state: SelectionState, context: Context): SelectionEvent[] {
  if (state.conflictsGathered || openRound(state, 'conflicts')) return [];
  if (reviewersOf(state, context.organisation).length === 0) return [event('ConflictsGathered', { silent: [] })];
  return [startRound(state, 'conflicts', dueInStage(state, context))];
}

function gatherConflicts(state: SelectionState, context: Context): SelectionEvent[] {
  const round = openRound(state, 'conflicts');
  const child = round && childOf(context, round.id);
  if (!round || child?.phase !== 'settled') return [];
  const tasks = [...child.tasks.values()];
  const declared = tasks.flatMap((t) => {
    const codes = t.answer?.applications;
    const known = Array.isArray(codes) ? codes.filter((c: string) => Object.hasOwn(state.applications, c)) : [];
    if (!known.length) return [];
    return [event('ConflictsDeclared', { reviewer: t.assignee, applications: known, reason: null })];
  });
  const silent = tasks.filter((t) => t.answer === null).map((t) => t.assignee);
  return [...declared, event('ConflictsGathered', { silent }), conclude(round, context)];
}

/** Once eligibility and conflicts are settled: matches, says what is missing, or goes on. */
function match(state: SelectionState, context: Context): SelectionEvent[] {
  if (!state.conflictsGathered || !isScreened(state)) return [];
  if (eligible(state).length === 0) return goOn(state, 'results', context, 'nobody');
  if (state.matched && lacking(state).length === 0) return goOn(state, 'review', context);
  if (state.shortages.length) return [];
  if (state.reviews === 'everyone') {
    const shortage = plainShortage(state, context.organisation);
    return shortage ? [event('ReviewersShort', { shortages: [shortage] })] : [fullPanel(state, context)];
  }
  if (lacking(state).length === 0) return [event('ReviewersMatched', { added: [], removed: [], tasks: [] })];
  const shortage = plainShortage(state, context.organisation);
  return shortage ? [event('ReviewersShort', { shortages: [shortage] })] : [];
}
