import type { PersonId } from '../../contracts/ids.ts';
import { house } from '../../contracts/reasons.ts';
import type { SelectionEvent, SelectionEventBodies } from '../../contracts/selection/events.ts';
import type { Purpose } from '../../contracts/selection/terms.ts';
import { isKeptApart } from '../organisation/apart.ts';
import { type CalledRound, childOf, openRounds } from '../procedure/rounds.ts';
import type { Context } from '../process.ts';
import { isApartFrom } from '../round/bars.ts';
import { keepFromJudging } from './bars.ts';
import { reviewersApart } from './blindness.ts';
import { event, type Part } from './kit.ts';
import { unopened } from './pairs.ts';
import { waive } from './reviewers.ts';
import { apartIn } from './round-rules.ts';
import type { SelectionState } from './state.ts';

/**
 * The organisation changes while applications are judged: whoever has come into the line or the department of an applicant
 * loses what they were asked about the application and have not answered. What they have answered stands.
 */
export const arisen = {
  folds: {
    ConflictsArisen(state, { person, applications, reviews }) {
      state.conflicts[person] = [...new Set([...(state.conflicts[person] ?? []), ...applications])];
      const gone = new Set(reviews.map((r) => `${r.round} ${r.task}`));
      const lost = state.pairs.filter((p) => gone.has(`${p.round} ${p.task}`));
      state.pairs = state.pairs.filter((p) => !lost.includes(p));
      if (state.reviews === 'everyone') for (const { application } of lost) waive(state, application);
      state.basis++;
      state.shortages = [];
    },
  },
  follows: {
    ConflictsArisen: (state, { person, applications }) =>
      keepFromJudging(
        state,
        person,
        applications,
        house('conflict-arisen'),
        (purpose) => apartIn(state, purpose) !== null,
      ),
  },
} satisfies Part;

type Arisen = SelectionEventBodies['ConflictsArisen'];

/** Whom the organisation as it is now keeps from what they hold. */
export function arisenDue(state: SelectionState, context: Context): readonly SelectionEvent[] {
  const found = new Map<PersonId, Arisen>();
  for (const round of openRounds(state)) lookIn(state, round, context, found);
  for (const { application, reviewer, task } of unopened(state)) {
    const { person } = state.applications[application]!;
    if (isKeptApart(reviewersApart(state), context.organisation, reviewer, person))
      note(found, reviewer, application, { round: null, task });
  }
  return [...found.values()].map((body) => event('ConflictsArisen', body));
}

function lookIn(
  state: SelectionState,
  { id: round, purpose }: CalledRound<Purpose>,
  context: Context,
  found: Map<PersonId, Arisen>,
): void {
  const apart = apartIn(state, purpose);
  const child = apart ? childOf(context, round) : undefined;
  if (!apart || !child || child.phase === 'settled') return;
  for (const [holder, { open }] of child.desks) {
    for (const id of open) {
      const task = child.tasks.get(id)!;
      const { about } = task;
      // What is about nobody's application cannot be answered any more either, and goes to somebody else once it lapses.
      if (about === null || !isApartFrom(apart, task, holder, context.organisation)) continue;
      note(found, holder, about, purpose === 'review' ? { round, task: id } : null);
    }
  }
}

function note(
  found: Map<PersonId, Arisen>,
  person: PersonId,
  application: string,
  review: Arisen['reviews'][number] | null,
): void {
  const body = found.get(person) ?? { person, applications: [], reviews: [] };
  if (!body.applications.includes(application)) body.applications.push(application);
  if (review) body.reviews.push(review);
  found.set(person, body);
}
