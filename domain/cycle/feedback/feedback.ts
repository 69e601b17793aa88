import type { CycleEvent } from '../../../contracts/cycle/events.ts';
import { personal } from '../../../contracts/private.ts';
import type { Context } from '../../process.ts';
import { refuse } from '../../refuse.ts';
import { alarm, event, goOn, isOver, type Part } from '../kit.ts';
import { outcomesOf } from '../needs/outcomes.ts';
import type { CycleState } from '../state.ts';
import { proposalsOf } from './proposals.ts';

/** What was found goes into proposals for the next cycle; a person may drop some. Then the cycle closes. */
export const feedback = {
  commands: {
    settleProposal(state, { actor, body: { proposal: id, keep, reason } }) {
      const proposal = state.proposals[id];
      if (!proposal) return refuse('not-found/no-proposal', { proposal: id });
      if (proposal.kept === keep)
        return keep
          ? refuse('already-so/proposal-kept', { proposal: id })
          : refuse('already-so/proposal-dropped', { proposal: id });
      return [event('ProposalSettled', { proposal: id, keep, reason: personal(actor, reason) })];
    },
  },
  folds: {
    ProposalsMade(state, { proposals }) {
      state.proposals = Object.fromEntries(proposals.map((p) => [p.id, { ...p, kept: true }]));
      state.proposedFor = measurementOf(state);
    },
    ProposalSettled(state, { proposal: id, keep }) {
      const proposal = state.proposals[id];
      if (proposal) state.proposals = { ...state.proposals, [id]: { ...proposal, kept: keep } };
    },
    CycleClosed(state, { needs }) {
      state.outcomes = needs;
      state.phase = 'closed';
      state.until = null;
    },
  },
  follows: {
    ProposalsMade: (state, { proposals }) => alarm(state, 'proposals-made', { count: proposals.length }),
  },
} satisfies Part;

/** Proposals are made once for each measurement: when the courses were measured anew, what follows is found anew. */
function measurementOf(state: CycleState): number {
  return state.runs.effect ?? 1;
}

export function feedbackDue(state: CycleState, context: Context): readonly CycleEvent[] {
  if (state.proposedFor !== measurementOf(state)) {
    return [event('ProposalsMade', { proposals: proposalsOf(state, context.organisation) })];
  }
  if (!isOver(state, context)) return [];
  return [
    ...goOn(state, 'closed', context, state.finished ? 'finished' : 'done'),
    event('CycleClosed', { needs: outcomesOf(state) }),
  ];
}
