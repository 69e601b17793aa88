import type { Instant, PersonId, StreamId } from '../../contracts/ids.ts';
import { house } from '../../contracts/reasons.ts';
import { type Apart, BY_HAND, MOST_TASKS, type RoundPolicy } from '../../contracts/round.ts';
import type { SelectionEvent } from '../../contracts/selection/events.ts';
import { type Purpose, STAGES, type Stage } from '../../contracts/selection/terms.ts';
import { withinTime } from '../calendar/workday.ts';
import {
  asTheyCome,
  childOf,
  conclusionOf,
  nextRound,
  openRound,
  openRounds,
  policyFrom,
} from '../procedure/rounds.ts';
import type { Context } from '../process.ts';
import { event, IS_OVER, order, type Part } from './part.ts';
import { type AssignedReview, type CalledRound, type SelectionState, termsOf } from './state.ts';

const LADDER: RoundPolicy['ladder'] = [
  { offset: '-2bd', to: 'assignee' },
  { offset: '0bd', to: 'assignee' },
  { offset: '1bd', to: 'manager' },
];

export { childOf, freshTask, openRound, openRounds, taskIn } from '../procedure/rounds.ts';

interface House {
  readonly from: Stage;
  readonly to: Stage;
  readonly word: string;
  readonly policy: Partial<RoundPolicy>;
  /** True where applications are judged, or allowed: nobody who has applied is to answer, however the task comes to them. */
  readonly judges?: true;
  /** Whom a relation to the applicant keeps from answering: reviewers as the terms say, whoever decides as their line does. */
  readonly apart?: 'terms' | 'line';
}

/** The stages between which a round of each purpose may be open, and the word for it on the screen. */
const HOUSE: Readonly<Record<Purpose, House>> = {
  acknowledgement: {
    from: 'measures',
    to: 'measures',
    word: 'acknowledgement',
    policy: { silence: 'consent', grace: '2bd' },
  },
  endorsements: { from: 'publicity', to: 'publicity', word: 'endorsement', policy: { silence: 'nil' } },
  nominations: {
    from: 'publicity',
    to: 'call',
    word: 'nomination',
    policy: { silence: 'nil', self: 'only', ...asTheyCome() },
  },
  agreements: {
    from: 'call',
    to: 'reviewers',
    word: 'agreement',
    judges: true,
    policy: { silence: 'nil', grace: '2bd', ...asTheyCome() },
  },
  screening: {
    from: 'screening',
    to: 'reviewers',
    word: 'screening',
    judges: true,
    apart: 'line',
    policy: { silence: 'replace', grace: '2bd', replaces: true, delegation: false, ...asTheyCome() },
  },
  'screening-objections': {
    from: 'screening',
    to: 'reviewers',
    word: 'objection',
    judges: true,
    apart: 'line',
    policy: { silence: 'replace', grace: '2bd', replaces: true, delegation: false, ...asTheyCome() },
  },
  conflicts: {
    from: 'reviewers',
    to: 'reviewers',
    word: 'conflict',
    policy: { silence: 'nil', delegation: false, self: 'only' },
  },
  review: {
    from: 'review',
    to: 'review',
    word: 'review',
    judges: true,
    apart: 'terms',
    policy: {
      silence: 'replace',
      grace: '2bd',
      replaces: true,
      delegation: false,
      distinct: true,
      // In the place of what was not given stands the review of somebody else, or none.
      reopens: ['submitted'],
    },
  },
  discussion: {
    from: 'review',
    to: 'review',
    word: 'discussion',
    judges: true,
    apart: 'terms',
    policy: { silence: 'nil', delegation: false, distinct: true, own: true },
  },
  panel: {
    from: 'decision',
    to: 'decision',
    word: 'panel',
    judges: true,
    policy: { silence: 'nil', grace: '2bd', delegation: false, distinct: true, own: true },
  },
  objections: {
    from: 'notice',
    to: 'notice',
    word: 'objection',
    judges: true,
    apart: 'line',
    policy: { silence: 'replace', grace: '2bd', replaces: true, delegation: false, ...asTheyCome() },
  },
  acceptance: {
    from: 'results',
    to: 'results',
    word: 'acceptance',
    policy: { silence: 'nil', grace: '2bd', delegation: false, self: 'only', ...asTheyCome() },
  },
};

/** The policy of a round: the house rules, with what the terms say otherwise. */
export function policyOf(state: SelectionState, purpose: Purpose): RoundPolicy {
  const apart = apartIn(state, purpose);
  const house = { ...HOUSE[purpose].policy, ...(apart ? { apart } : {}) };
  return policyFrom(LADDER, house, termsOf(state).policies[purpose]);
}

/** The relations to an applicant that keep people from answering about the application; null: none does. */
export function apartIn(state: SelectionState, purpose: Purpose): Apart | null {
  const { apart } = HOUSE[purpose];
  if (apart === 'terms') return termsOf(state).conflicts;
  return apart === 'line' ? { department: false, line: true } : null;
}

/** True for rounds in which applications are agreed to or judged, or objections about them. */
export function isJudging(purpose: Purpose): boolean {
  return HOUSE[purpose].judges === true;
}

export function wordOf(purpose: Purpose): string {
  return HOUSE[purpose].word;
}

/** Opens the next round of a purpose: `review`, then `review-2` … */
export function startRound(state: SelectionState, purpose: Purpose, due: Instant): [StreamId, SelectionEvent] {
  const { round, number } = nextRound(state, purpose);
  return [round, event('RoundStarted', { round, purpose, number, due: withinTime(due) })];
}

/** The open round of a purpose, and the event that opens one when there is none. */
export function ensureRound(state: SelectionState, purpose: Purpose, due: Instant): [StreamId, SelectionEvent[]] {
  const open = openRound(state, purpose);
  if (open) return [open.id, []];
  const [round, started] = startRound(state, purpose, due);
  return [round, [started]];
}

/** Ends the selection's interest in a round, closing it unless it has settled by itself. */
export function conclude(round: CalledRound, context: Context): SelectionEvent {
  const byHand = isJudging(round.purpose) ? answeredByHand(round, context) : [];
  return event('RoundConcluded', { ...conclusionOf(round, context), ...(byHand.length ? { byHand } : {}) });
}

/** Answers to tasks that operations added count in no result, but whoever has given one has judged. */
function answeredByHand({ id }: CalledRound, context: Context): { application: string; person: PersonId }[] {
  return [...(childOf(context, id)?.tasks.values() ?? [])].flatMap(({ id: task, about, assignee, state }) =>
    task.startsWith(BY_HAND) && about !== null && state === 'submitted'
      ? [{ application: about, person: assignee }]
      : [],
  );
}

/** Concludes the rounds that end before a stage, when the selection goes on to it. */
export function concludeBefore(state: SelectionState, next: Stage, context: Context): SelectionEvent[] {
  return openRounds(state)
    .filter((r) => place(HOUSE[r.purpose].to) < place(next))
    .map((r) => conclude(r, context));
}

/** Concludes the rounds of a stage and of those behind it, when the selection goes back to it. */
export function concludeFrom(state: SelectionState, stage: Stage, context: Context): SelectionEvent[] {
  // Applications come in again while those already there are still being screened.
  const from = place(stage) <= place('call') ? place('reviewers') : place(stage);
  return openRounds(state)
    .filter((r) => place(HOUSE[r.purpose].from) >= from)
    .map((r) => conclude(r, context));
}

export function place(stage: Stage): number {
  return STAGES.indexOf(stage);
}

/** Reviews that have been assigned and are asked for in no round yet. */
export function unopened({ pairs }: SelectionState): AssignedReview[] {
  return pairs.filter((p) => p.round === null);
}

/** Reviews that are far from another one and have not been put to discussion yet. */
export function toDiscuss({ pairs, disagreements }: SelectionState): AssignedReview[] {
  const apart = new Set(disagreements?.flatMap((d) => d.reviewers.map((r) => `${d.application} ${r}`)));
  return pairs.filter((p) => p.discussion === null && apart.has(`${p.application} ${p.reviewer}`));
}

/** A round asks for as many reviews as it can hold; the rest comes in the next one. */
function asks(state: SelectionState, reviews: readonly AssignedReview[], where: Partial<AssignedReview>): void {
  const held = new Set(reviews.slice(0, MOST_TASKS));
  state.pairs = state.pairs.map((p) => (held.has(p) ? { ...p, ...where } : p));
}

export const rounds = {
  folds: {
    RoundStarted(state, { round, purpose, number, due }) {
      state.rounds[round] = { id: round, purpose, number, due, concluded: false };
      if (purpose === 'acknowledgement') state.measuresAsked = state.measures?.version ?? 0;
      if (purpose === 'review') asks(state, unopened(state), { round });
      if (purpose === 'discussion') asks(state, toDiscuss(state), { discussion: round });
    },
    RoundConcluded(state, { round, byHand = [] }) {
      const called = state.rounds[round];
      if (!called) return;
      for (const { application, person } of byHand)
        if (state.applications[application])
          state.judgedByHand[application] = [...new Set([...(state.judgedByHand[application] ?? []), person])];
      state.rounds[round] = { ...called, concluded: true };
      if (called.purpose === 'discussion') state.discussed = toDiscuss(state).length === 0;
    },
  },
  follows: {
    RoundConcluded: (_state, { round, close }) =>
      close ? [order(round, 'close', { reason: house('selection-gone-on') }, IS_OVER)] : [],
  },
} satisfies Part;
