import type { Instant, PersonId, StreamId } from '../../contracts/ids.ts';
import { house } from '../../contracts/reasons.ts';
import type { ReviewPair } from '../../contracts/selection/commands.ts';
import type { SelectionEvent } from '../../contracts/selection/events.ts';
import { thoseThere } from '../organisation/stand-in.ts';
import { order, STANDS_SO } from '../procedure/orders.ts';
import { firstOf, task } from '../procedure/part.ts';
import { childOf, openRounds } from '../procedure/rounds.ts';
import { termsOf } from '../procedure/standing.ts';
import type { Context, Order } from '../process.ts';
import { mayTake } from '../round/bars.ts';
import type { RoundState, Task } from '../round/state.ts';
import { keepFromJudging } from './bars.ts';
import { discussionDue } from './discussion.ts';
import { reviewForm, TITLES } from './forms.ts';
import { handedOn } from './handed-on.ts';
import { alarm, conclude, event, goOn, type Part, startRound } from './kit.ts';
import { inCommon, lacking } from './matching.ts';
import { unopened } from './pairs.ts';
import { barredFrom, isConflicted, reviewersOf } from './people.ts';
import { waive } from './reviewers.ts';
import { eligible, type SelectionState } from './state.ts';
import { dueIn, dueInStage } from './timetable.ts';

/** Whoever steps in for a reviewer has at least so long, however late it is for the others. */
const STEPPING_IN = '3bd';

/** Stage 6. Experts score their applications; who drops out is replaced; who is far apart discusses. */
export const review = {
  folds: {
    ReviewHandedOn(state, { round, task: id, to }) {
      state.pairs = state.pairs.map((p) => (p.round === round && p.task === id ? { ...p, reviewer: to } : p));
      state.basis++;
    },
    ReviewerReplaced(state, { round, task: id, application, from, to, vacantAt }) {
      state.vacancies[`${round} ${id}`] = vacantAt;
      state.stoodDown[application] = [...(state.stoodDown[application] ?? []), from];
      state.pairs = state.pairs.filter((p) => p.round !== round || p.task !== id);
      if (to) {
        const by = {
          application,
          reviewer: to,
          round,
          task: `${application}.${to}`,
          discussion: null,
        };
        state.pairs = [...state.pairs, by];
      } else waive(state, application);
      state.basis++;
    },
  },
  follows: {
    RoundStarted: (state, { round }) => keptApart(state, round),
    ReviewHandedOn: (state, { round, application, to }) => keepApart(state, round, application, to),
    ReviewerReplaced: (state, body, context) => {
      const { round, task: id, application, from, why, to, waived } = body;
      const about = state.applications[application]!;
      const due = Math.max(state.rounds[round]?.due ?? 0, steppingInBy(state, context, to));
      const by = to ? task(`${application}.${to}`, to, { about: application, aboutPerson: about.person, due }) : null;
      const reason = to
        ? house('reviewer-replaced')
        : house(waived === 'full-panel' ? 'review-waived-full-panel' : 'review-waived-nobody-left');
      return [
        ...(why === 'recused' ? keepFromJudging(state, from, [application], house('conflict-declared')) : []),
        order(round, 'fill', { task: id, by, reason }, 'tell'),
        ...(to ? keepApart(state, round, application, to) : []),
        ...(waived === 'nobody-left' ? alarm(state, 'review-waived', { application }) : []),
      ];
    },
  },
  sheets: {
    review: (state, round, { organisation }) => ({
      title: TITLES.review,
      form: reviewForm(termsOf(state)),
      minutes: 30,
      tasks: tasksOf(state, round.id, organisation),
    }),
  },
} satisfies Part;

function steppingInBy(state: SelectionState, context: Context, person: PersonId | null = null): Instant {
  return dueIn(STEPPING_IN, termsOf(state), context, person);
}

function tasksOf(state: SelectionState, round: StreamId, organisation: Context['organisation']) {
  const elsewhere = new Map<string, PersonId[]>();
  for (const p of state.pairs) {
    if (p.round !== null && p.round !== round)
      elsewhere.set(p.application, [...(elsewhere.get(p.application) ?? []), p.reviewer]);
  }
  return state.pairs
    .filter((p) => p.round === round)
    .map(({ application, reviewer, task: id }) => {
      const about = state.applications[application]!;
      const barred = barredFrom(state, organisation, about, reviewer, elsewhere.get(application));
      return task(id, reviewer, { about: application, aboutPerson: about.person, barred });
    });
}

/** Orders that keep who reviews an application in one round from its reviews that are asked for in other rounds. */
function keepApart(state: SelectionState, round: StreamId, application: string, reviewer: PersonId): Order[] {
  const others = state.pairs.filter((p) => p.application === application && p.round !== null && p.round !== round);
  return [...new Set(others.map((p) => p.round!))]
    .filter((id) => state.rounds[id]?.concluded === false)
    .map((id) =>
      order(id, 'bar', { people: [reviewer], about: [application], reason: house('reviewer-matched') }, STANDS_SO),
    );
}

/** The same for all whom a round that begins asks. */
function keptApart(state: SelectionState, round: StreamId): Order[] {
  const before = state.pairs.filter((p) => p.round !== null && p.round !== round);
  const asked = new Set(before.map((p) => p.application));
  return state.pairs
    .filter((p) => p.round === round && asked.has(p.application))
    .flatMap((p) => keepApart(state, round, p.application, p.reviewer));
}

export function reviewDue(state: SelectionState, context: Context): readonly SelectionEvent[] {
  return firstOf(
    () => (eligible(state).length === 0 ? goOn(state, 'results', context, 'nobody') : []),
    () => handedOn(state, context),
    () => openReviews(state, context),
    () => replacements(state, context),
    () => concludeSettled(state, context),
    () => (openRounds(state, 'review').length || lacking(state).length ? [] : discussionDue(state, context)),
  );
}

/** Reviews that have been assigned and not yet asked for are asked for in a round of their own, or in as many as they need. */
function openReviews(state: SelectionState, context: Context): SelectionEvent[] {
  if (!unopened(state).length) return [];
  return [startRound(state, 'review', dueInStage(state, context))];
}

/** Fills what recusal, refusal or silence has left vacant: by the next best reviewer, or by nobody. */
function replacements(state: SelectionState, context: Context): SelectionEvent[] {
  for (const { id: round } of openRounds(state, 'review')) {
    const child = childOf(context, round);
    for (const id of child?.vacant ?? []) {
      const given = child!.tasks.get(id)!;
      if (state.vacancies[`${round} ${id}`] !== given.settledAt) return [replace(state, round, given, context)];
    }
  }
  return [];
}

function replace(state: SelectionState, round: StreamId, given: Task, context: Context): SelectionEvent {
  const application = given.about!;
  const full = state.reviews === 'everyone';
  const to = full ? null : nextReviewer(state, given, context, childOf(context, round)!);
  return event('ReviewerReplaced', {
    round,
    task: given.id,
    application,
    from: given.assignee,
    why: given.state === 'lapsed' ? 'lapsed' : given.state === 'declined' ? 'declined' : 'recused',
    to,
    waived: to ? null : full ? 'full-panel' : 'nobody-left',
    vacantAt: given.settledAt!,
  });
}

/** The reviewer with the fewest reviews, then the most topics in common, who may and can take the application. */
function nextReviewer(
  state: SelectionState,
  { id, about: asked, assignee: from }: Task,
  context: Context,
  child: RoundState,
): string | null {
  const code = asked!;
  const about = state.applications[code];
  if (!about || about.withdrawn) return null;
  const load = loads(state);
  const able = reviewersOf(state, context.organisation).filter(
    ({ person, limit }) =>
      person !== from &&
      (load.get(person) ?? 0) < limit &&
      !child.tasks.has(`${code}.${person}`) &&
      mayTake(child, person, id) &&
      !state.pairs.some((p) => p.application === code && p.reviewer === person) &&
      !isConflicted(state, context.organisation, person, about),
  );
  const span = { from: context.now, to: Math.max(child.spec?.due ?? 0, steppingInBy(state, context)) };
  const there = new Set(
    thoseThere(
      context.organisation,
      able.map((r) => r.person),
      span,
    ),
  );
  const best = able
    .filter((r) => there.has(r.person))
    .sort(
      (a, b) =>
        (load.get(a.person) ?? 0) - (load.get(b.person) ?? 0) ||
        inCommon(b.topics, about.topics) - inCommon(a.topics, about.topics) ||
        (a.person < b.person ? -1 : 1),
    )[0];
  return best?.person ?? null;
}

function loads(state: SelectionState): Map<string, number> {
  const load = new Map<string, number>();
  for (const { reviewer } of state.pairs) load.set(reviewer, (load.get(reviewer) ?? 0) + 1);
  return load;
}

function concludeSettled(state: SelectionState, context: Context): SelectionEvent[] {
  return openRounds(state, 'review')
    .filter((r) => childOf(context, r.id)?.phase === 'settled')
    .map((r) => conclude(r, context));
}

/**
 * Whom to ask when applications are reviewed again: after an objection others than before as far as there are any,
 * else the same people. Full panels are asked again as they were. Whoever has left since is not asked, and what is
 * lacking then is matched anew.
 */
export function reviewsAgain(
  state: SelectionState,
  codes: readonly string[],
  context: Context,
  byOthers: boolean,
): ReviewPair[] {
  const load = loads(state);
  const able = new Set(reviewersOf(state, context.organisation).map((r) => r.person));
  const going = codes.filter((code) => !state.applications[code]?.withdrawn);
  return going.flatMap((code) => {
    const asked = state.pairs.filter((p) => p.application === code).map((p) => p.reviewer);
    const before = asked.filter((p) => able.has(p));
    const about = state.applications[code];
    if (!byOthers || state.reviews === 'everyone' || !about)
      return before.map((reviewer) => ({ application: code, reviewer }));
    const others = reviewersOf(state, context.organisation)
      .filter((r) => !asked.includes(r.person) && (load.get(r.person) ?? 0) < r.limit)
      .filter((r) => !isConflicted(state, context.organisation, r.person, about))
      .map((r) => r.person)
      .sort((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0) || (a < b ? -1 : 1));
    return [...others, ...before].slice(0, asked.length).map((reviewer) => ({ application: code, reviewer }));
  });
}
