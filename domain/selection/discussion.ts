import type { ReviewPair } from '../../contracts/selection/commands.ts';
import type { SelectionEvent } from '../../contracts/selection/events.ts';
import { task } from '../procedure/part.ts';
import { childOf, openRound } from '../procedure/rounds.ts';
import { termsOf } from '../procedure/standing.ts';
import type { Context } from '../process.ts';
import { refuse } from '../refuse.ts';
import { reviewForm, TITLES } from './forms.ts';
import { conclude, event, goOn, type Part, startRound } from './kit.ts';
import { toDiscuss } from './pairs.ts';
import { barredFrom, isConflicted, isEmployed } from './people.ts';
import type { SelectionState } from './state.ts';
import { dueIn } from './timetable.ts';

/** Two reviewers who are far apart are asked to discuss and may revise; silence keeps the first version. */
export const discussion = {
  commands: {
    recordDisagreements(state, { actor, body }) {
      if (actor !== 'system') return refuse('not-allowed/only-comparison', {});
      if (!disagreementsWanted(state) || body.key !== disagreementsKey(state)) {
        return refuse('outdated/comparison-outdated', {});
      }
      return [event('DisagreementsFound', { disagreements: body.disagreements })];
    },
  },
  folds: {
    DisagreementsFound(state, { disagreements }) {
      state.disagreements = disagreements;
    },
  },
  sheets: {
    discussion: (state, round, { organisation }) => ({
      title: TITLES.discussion,
      form: reviewForm(termsOf(state)),
      minutes: 20,
      tasks: state.pairs
        .filter((p) => p.discussion === round.id && mayDiscuss(state, p, organisation))
        .map(({ application, reviewer }) =>
          task(`${application}.${reviewer}`, reviewer, {
            about: application,
            aboutPerson: state.applications[application]!.person,
            barred: barredFrom(state, organisation, state.applications[application]!, reviewer),
          }),
        ),
    }),
  },
} satisfies Part;

/** Whoever has left revises nothing, nor does somebody whom a conflict keeps from the application since: the review stands. */
function mayDiscuss(
  state: SelectionState,
  { application, reviewer }: ReviewPair,
  organisation: Context['organisation'],
): boolean {
  const about = state.applications[application]!;
  return isEmployed(organisation, reviewer) && !isConflicted(state, organisation, reviewer, about);
}

/** After the reviews: compares, has the two discuss, and goes on to the ranking. */
export function discussionDue(state: SelectionState, context: Context): SelectionEvent[] {
  const terms = termsOf(state);
  if (terms.disagreementLimit === null || state.discussed) return goOn(state, 'ranking', context);
  if (!state.disagreements) return [];
  const round = openRound(state, 'discussion');
  if (!round) {
    if (!toDiscuss(state).some((p) => mayDiscuss(state, p, context.organisation)))
      return goOn(state, 'ranking', context);
    const due = dueIn(terms.timetable.discussion, terms, context);
    return [startRound(state, 'discussion', due)];
  }
  return childOf(context, round.id)?.phase === 'settled' ? [conclude(round, context)] : [];
}

/** True when all reviews are in and nobody has compared them yet. */
export function disagreementsWanted(state: SelectionState): boolean {
  return (
    state.stage === 'review' &&
    state.disagreements === null &&
    !state.discussed &&
    state.terms?.disagreementLimit != null &&
    !openRound(state, 'review') &&
    state.pairs.every((p) => p.round !== null)
  );
}

export function disagreementsKey(state: SelectionState): string {
  return `disagreements.${state.runs.review ?? 0}.${state.basis}`;
}
