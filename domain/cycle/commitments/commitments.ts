import type { CycleEvent, CycleEventBodies } from '../../../contracts/cycle/events.ts';
import type { CommitmentTerms } from '../../../contracts/cycle/terms.ts';
import type { PersonId } from '../../../contracts/ids.ts';
import { personal } from '../../../contracts/private.ts';
import { unitsOf } from '../../money.ts';
import { task } from '../../procedure/part.ts';
import { childOf, openRound } from '../../procedure/rounds.ts';
import { termsOf } from '../../procedure/standing.ts';
import type { Context } from '../../process.ts';
import { refuse } from '../../refuse.ts';
import type { Task } from '../../round/state.ts';
import { deciderFor, plannersOf } from '../approval/approvers.ts';
import { lineLimit, setLimit } from '../compiling/limits.ts';
import { budgetRequest } from '../execution/requests.ts';
import { alarm, conclude, event, goBack, goOn, type Part, startRound } from '../kit.ts';
import type { CycleState } from '../state.ts';
import { maySteer, steeringNamed } from '../steered-by.ts';
import { dueInStage } from '../timetable.ts';
import { COMMITMENTS_TITLE, commitmentForm } from './form.ts';

/** Leaders commit money, time, rooms and policies; what they do not give, the plan does not have. */
export const commitments = {
  commands: {
    withdrawCommitment(state, { actor, body }, context) {
      const terms = termsOf(state).commitments.find((c) => c.id === body.commitment);
      if (!terms) return refuse('not-found/no-commitment', { commitment: body.commitment });
      const said = state.commitments[terms.id];
      if (actor !== terms.leader && actor !== said?.by && !maySteer(state, actor, context)) {
        const [commitment, people] = [terms.id, steeringNamed(state, context)];
        return refuse('not-yours/commitment', { leader: terms.leader, people, commitment });
      }
      if (!said || (said.answer !== 'given' && said.answer !== 'partly')) {
        return refuse('too-early/not-committed', { commitment: terms.id });
      }
      if (said.withdrawn) return refuse('already-so/commitment-taken-back', { commitment: terms.id });
      const withdrawn = event('CommitmentWithdrawn', {
        commitment: terms.id,
        reason: personal(actor, body.reason),
      });
      if (!state.frozen || terms.kind !== 'budget') return [withdrawn];
      const amount = Math.max(0, lineLimit(state, terms.line ?? '') - (said.amount ?? 0));
      return [withdrawn, ...budgetRequest(state, { line: terms.line ?? '', amount, actor, why: body.reason }, context)];
    },
  },
  folds: {
    CommitmentAnswered(state, { commitment: id, answer, amount, by }) {
      const terms = termsOf(state).commitments.find((c) => c.id === id);
      state.commitments = { ...state.commitments, [id]: { id, answer, amount, by, withdrawn: false } };
      if (terms && (answer === 'partly' || answer === 'refused' || answer === 'silent')) {
        fall(state, terms, askedOf(state, terms) - (amount ?? 0));
      }
    },
    CommitmentWithdrawn(state, { commitment: id }) {
      const terms = termsOf(state).commitments.find((c) => c.id === id);
      const said = state.commitments[id];
      if (!terms || !said) return;
      state.commitments = { ...state.commitments, [id]: { ...said, withdrawn: true } };
      if (!state.frozen) fall(state, terms, said.amount ?? askedOf(state, terms));
    },
  },
  follows: {
    CommitmentAnswered: (state, { commitment, answer }) =>
      answer === 'given' ? [] : alarm(state, 'commitment-short', { commitment, answer }),
    CommitmentWithdrawn: (state, { commitment }) => alarm(state, 'commitment-withdrawn', { commitment }),
  },
  sheets: {
    commitments(state, _round, context) {
      const { currency } = termsOf(state);
      const kinds = ['budget', 'time', 'venue', 'policy'] as const;
      return {
        title: COMMITMENTS_TITLE,
        form: commitmentForm('budget', currency),
        forms: Object.fromEntries(kinds.map((kind) => [kind, commitmentForm(kind, currency)])),
        minutes: 5,
        tasks: outstanding(state).flatMap((c) => {
          const who = leaderOf(state, c, context);
          return who ? [task(c.id, who, { about: c.id, form: c.kind, barred: [...plannersBeside(state, c)] })] : [];
        }),
      };
    },
  },
} satisfies Part;

/** A limit falls by what was not committed, and everything is open for the plan that fits into what is left. */
function fall(state: CycleState, terms: CommitmentTerms, shortfall: number): void {
  if (terms.kind === 'budget' && terms.line !== null && shortfall > 0) {
    setLimit(state, {
      kind: 'budget',
      line: terms.line,
      amount: Math.max(0, lineLimit(state, terms.line) - shortfall),
    });
    state.reopened = null;
  }
  if (terms.kind === 'venue' && terms.room !== null) {
    state.basis++;
    state.reopened = null;
  }
}

/** What a leader is asked for: money in the smallest unit, or hours; of a line that names no amount, the whole line. */
export function askedOf(state: CycleState, { kind, amount, line, hours }: CommitmentTerms): number {
  if (kind === 'budget') return amount ?? termsOf(state).budget.find((b) => b.id === line)?.amount ?? 0;
  return kind === 'time' ? (hours ?? 0) : 0;
}

/** Whoever runs the cycle, or had a hand in the plan, grants it nothing in the place of a leader. */
function plannersBeside(state: CycleState, { leader }: CommitmentTerms): Set<PersonId> {
  const planners = plannersOf(state).filter((p) => p !== leader);
  return new Set(planners.slice(0, 500));
}

/** Who is asked for a commitment: the leader, or who stands in for one that is away or has left; null: nobody is there. */
export function leaderOf(state: CycleState, commitment: CommitmentTerms, { now, organisation }: Context) {
  const { leader } = commitment;
  const span = { from: now, to: state.until ?? now };
  return deciderFor(state, organisation, leader, plannersBeside(state, commitment), span)?.person ?? null;
}

function outstanding(state: CycleState): CommitmentTerms[] {
  return termsOf(state).commitments.filter((c) => !state.commitments[c.id]?.answer);
}

/** Asks every leader, waits for all, and goes back to the plan when something was not given. */
export function commitmentsDue(state: CycleState, context: Context): readonly CycleEvent[] {
  const open = openRound(state, 'commitments');
  const waiting = outstanding(state);
  if (!open && waiting.length === 0) {
    if (state.compiled !== state.basis) return goBack(state, 'compiling', context, 'returned');
    return goOn(state, 'approval', context);
  }
  if (!open) {
    if (!waiting.some((c) => leaderOf(state, c, context))) return waiting.map((c) => silent(c.id));
    return [startRound(state, 'commitments', dueInStage(state, context))];
  }
  const child = childOf(context, open.id);
  if (!child || (child.phase !== 'settled' && !state.finished)) return [];
  return [conclude(open, context), ...waiting.map((c) => answerOf(state, c, child.tasks.get(c.id)))];
}

type Answered = CycleEventBodies['CommitmentAnswered'];

function silent(commitment: string): CycleEvent {
  return event('CommitmentAnswered', { commitment, answer: 'silent', amount: 0, by: null });
}

/** Silence commits nothing, unless the policy takes it for consent. */
function answerOf(state: CycleState, terms: CommitmentTerms, given: Task | undefined): CycleEvent {
  const asked = askedOf(state, terms);
  const say = (answer: Answered['answer'], amount: number, by = given?.assignee ?? null) =>
    event('CommitmentAnswered', { commitment: terms.id, answer, amount, by });
  if (given?.state === 'declined') return say('refused', 0);
  if (given?.state === 'lapsed' && termsOf(state).policies.commitments?.silence === 'consent') {
    return say('given', asked, null);
  }
  if (given?.state !== 'submitted' || !given.answer) return silent(terms.id);
  if (given.answer.answer === 'refuse') return say('refused', 0);
  if (given.answer.answer === 'give') return say('given', asked);
  const figure = typeof given.answer.amount === 'number' ? given.answer.amount : 0;
  const amount = Math.round(figure * (terms.kind === 'budget' ? unitsOf(termsOf(state).currency) : 1));
  return amount >= asked ? say('given', asked) : say('partly', amount);
}
