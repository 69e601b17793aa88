import type { CyclePurpose, CycleStage } from '../../contracts/cycle/terms.ts';
import type { RoundPolicy } from '../../contracts/round.ts';
import type { RoundRule } from '../procedure/kit.ts';
import { asTheyCome, NOT_FROM_BELOW } from '../procedure/rounds.ts';

export const LADDER: RoundPolicy['ladder'] = [
  { offset: '-5bd', to: 'assignee' },
  { offset: '-1bd', to: 'assignee' },
  { offset: '1bd', to: 'assignee' },
  { offset: '2bd', to: 'manager' },
];

/** Asked as a favour: one reminder, and nobody hears of silence. */
const KINDLY: RoundPolicy['ladder'] = [{ offset: '-2bd', to: 'assignee' }];

/** The stages between which a round of each purpose may be open, and the house rules for it. */
export const ROUNDS: Readonly<Record<CyclePurpose, RoundRule<CycleStage>>> = {
  // The letter that explains the cycle asks for the answer.
  mobilisation: {
    withStage: true,
    to: 'mobilisation',
    policy: { silence: 'consent', grace: '3bd', tells: true, announces: false },
  },
  ratings: { withStage: true, to: 'ratings', policy: { silence: 'nil', grace: '3bd', ...NOT_FROM_BELOW } },
  'self-ratings': {
    withStage: true,
    to: 'ratings',
    policy: { silence: 'nil', delegation: false, self: 'only', ladder: KINDLY },
  },
  talks: { withStage: true, to: 'talks', policy: { silence: 'nil', grace: '3bd', tells: true, ...NOT_FROM_BELOW } },
  signatures: {
    to: 'talks',
    policy: { silence: 'nil', grace: '2bd', delegation: false, self: 'only', ...asTheyCome() },
  },
  needs: { withStage: true, to: 'needs', policy: { silence: 'nil', grace: '3bd', tells: true } },
  questions: { from: 'needs', to: 'summary', policy: { silence: 'nil', grace: '2bd', ...asTheyCome() } },
  commitments: { withStage: true, to: 'commitments', policy: { silence: 'nil', grace: '2bd' } },
  approval: { to: 'approval', policy: { silence: 'wait', tells: true, reopens: [] } },
  changes: { from: 'execution', to: 'effect', policy: { silence: 'wait', ...asTheyCome() } },
};
