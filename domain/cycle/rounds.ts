import type { CycleEvent } from '../../contracts/cycle/events.ts';
import { CYCLE_STAGES, type CyclePurpose, type CycleStage } from '../../contracts/cycle/terms.ts';
import type { Instant, StreamId } from '../../contracts/ids.ts';
import { house } from '../../contracts/reasons.ts';
import type { RoundPolicy } from '../../contracts/round.ts';
import { withinTime } from '../calendar/workday.ts';
import { asTheyCome, conclusionOf, nextRound, openRound, openRounds, policyFrom } from '../procedure/rounds.ts';
import type { Context } from '../process.ts';
import { event, IS_OVER, order, type Part } from './part.ts';
import { type CalledRound, type CycleState, termsOf } from './state.ts';

export { childOf, freshTask, openRound, openRounds, taskIn } from '../procedure/rounds.ts';

const LADDER: RoundPolicy['ladder'] = [
  { offset: '-5bd', to: 'assignee' },
  { offset: '-1bd', to: 'assignee' },
  { offset: '1bd', to: 'assignee' },
  { offset: '2bd', to: 'manager' },
];

/** Asked as a favour: one reminder, and nobody hears of silence. */
const KINDLY: RoundPolicy['ladder'] = [{ offset: '-2bd', to: 'assignee' }];

/** The stages between which a round of each purpose may be open, and the house rules for it. */
const HOUSE: Readonly<Record<CyclePurpose, { from: CycleStage; to: CycleStage; policy: Partial<RoundPolicy> }>> = {
  // The letter that explains the cycle asks for the answer.
  mobilisation: {
    from: 'mobilisation',
    to: 'mobilisation',
    policy: { silence: 'consent', grace: '3bd', tells: true, announces: false },
  },
  ratings: { from: 'ratings', to: 'ratings', policy: { silence: 'nil', grace: '3bd' } },
  'self-ratings': {
    from: 'ratings',
    to: 'ratings',
    policy: { silence: 'nil', delegation: false, self: 'only', ladder: KINDLY },
  },
  talks: { from: 'talks', to: 'talks', policy: { silence: 'nil', grace: '3bd', tells: true } },
  signatures: {
    from: 'talks',
    to: 'talks',
    policy: { silence: 'nil', grace: '2bd', delegation: false, self: 'only', ...asTheyCome() },
  },
  needs: { from: 'needs', to: 'needs', policy: { silence: 'nil', grace: '3bd', tells: true } },
  questions: { from: 'needs', to: 'summary', policy: { silence: 'nil', grace: '2bd', ...asTheyCome() } },
  commitments: { from: 'commitments', to: 'commitments', policy: { silence: 'nil', grace: '2bd' } },
  approval: { from: 'approval', to: 'approval', policy: { silence: 'wait', tells: true, reopens: [] } },
  changes: { from: 'execution', to: 'effect', policy: { silence: 'wait', ...asTheyCome() } },
};

/** The policy of a round: the house rules, with what the terms say otherwise. */
export function policyOf(state: CycleState, purpose: CyclePurpose): RoundPolicy {
  return policyFrom(LADDER, HOUSE[purpose].policy, termsOf(state).policies[purpose]);
}

/** Opens the next round of a purpose: `approval`, then `approval-2` … */
export function startRound(state: CycleState, purpose: CyclePurpose, due: Instant): [StreamId, CycleEvent] {
  const { round, number } = nextRound(state, purpose);
  return [round, event('RoundStarted', { round, purpose, number, due: withinTime(due) })];
}

/** The open round of a purpose, and the event that opens one when there is none. */
export function ensureRound(state: CycleState, purpose: CyclePurpose, due: Instant): [StreamId, CycleEvent[]] {
  const open = openRound(state, purpose);
  if (open) return [open.id, []];
  const [round, started] = startRound(state, purpose, due);
  return [round, [started]];
}

/** Ends the cycle's interest in a round, closing it unless it has settled by itself. */
export function conclude(round: CalledRound, context: Context): CycleEvent {
  return event('RoundConcluded', conclusionOf(round, context));
}

/** Concludes the rounds that end before a stage, when the cycle goes on to it. */
export function concludeBefore(state: CycleState, next: CycleStage, context: Context): CycleEvent[] {
  return openRounds(state)
    .filter((r) => place(HOUSE[r.purpose].to) < place(next))
    .map((r) => conclude(r, context));
}

/** Concludes the rounds of a stage and of those behind it, when the cycle goes back to it. */
export function concludeFrom(state: CycleState, stage: CycleStage, context: Context): CycleEvent[] {
  return openRounds(state)
    .filter((r) => place(HOUSE[r.purpose].from) >= place(stage))
    .map((r) => conclude(r, context));
}

export function place(stage: CycleStage): number {
  return CYCLE_STAGES.indexOf(stage);
}

export const rounds = {
  folds: {
    RoundStarted(state, { round, purpose, number, due }) {
      state.rounds[round] = { id: round, purpose, number, due, concluded: false };
      state.asked = [...state.asked, purpose];
    },
    RoundConcluded(state, { round }) {
      const called = state.rounds[round];
      if (called) state.rounds[round] = { ...called, concluded: true };
    },
  },
  follows: {
    RoundConcluded: (_state, { round, close }) =>
      close ? [order(round, 'close', { reason: house('cycle-gone-on') }, IS_OVER)] : [],
  },
} satisfies Part;
