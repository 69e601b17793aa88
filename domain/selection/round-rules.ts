import type { Apart, RoundPolicy } from '../../contracts/round.ts';
import type { Purpose, RoundWord, Stage } from '../../contracts/selection/terms.ts';
import type { RoundRule } from '../procedure/kit.ts';
import { asTheyCome } from '../procedure/rounds.ts';
import { reviewersApart } from './blindness.ts';
import type { SelectionState } from './state.ts';

export const LADDER: RoundPolicy['ladder'] = [
  { offset: '-2bd', to: 'assignee' },
  { offset: '0bd', to: 'assignee' },
  { offset: '1bd', to: 'manager' },
];

interface SelectionRound extends RoundRule<Stage> {
  readonly word: RoundWord;
  /** True where applications are judged, or allowed: nobody who has applied is to answer, however the task comes to them. */
  readonly judges?: true;
  /** Whom a relation to the applicant keeps from answering: reviewers as the terms say, whoever decides as their line does, whoever agrees to their time if they report to them. */
  readonly apart?: 'terms' | 'line' | 'below';
}

/** The stages between which a round of each purpose may be open, and the word for it on the screen. */
export const ROUNDS: Readonly<Record<Purpose, SelectionRound>> = {
  acknowledgement: {
    to: 'measures',
    word: 'acknowledgement',
    withStage: true,
    policy: { silence: 'consent', grace: '2bd' },
  },
  endorsements: { to: 'publicity', word: 'endorsement', withStage: true, policy: { silence: 'nil' } },
  nominations: {
    from: 'publicity',
    to: 'call',
    word: 'nomination',
    withStage: true,
    policy: { silence: 'nil', self: 'only', ...asTheyCome() },
  },
  agreements: {
    from: 'call',
    to: 'reviewers',
    word: 'agreement',
    withStage: true,
    judges: true,
    apart: 'below',
    // Who may not be given one has applied, so that whoever hands theirs on would find out.
    policy: { silence: 'nil', grace: '2bd', delegation: false, ...asTheyCome() },
  },
  screening: {
    from: 'screening',
    to: 'reviewers',
    word: 'screening',
    withStage: true,
    judges: true,
    apart: 'line',
    policy: { silence: 'replace', grace: '2bd', replaces: true, delegation: false, ...asTheyCome() },
  },
  'screening-objections': {
    from: 'screening',
    to: 'reviewers',
    word: 'objection',
    withStage: true,
    judges: true,
    apart: 'line',
    policy: { silence: 'replace', grace: '2bd', replaces: true, delegation: false, ...asTheyCome() },
  },
  conflicts: {
    to: 'reviewers',
    word: 'conflict',
    withStage: true,
    policy: { silence: 'nil', delegation: false, self: 'only' },
  },
  review: {
    to: 'review',
    word: 'review',
    withStage: true,
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
    to: 'review',
    word: 'discussion',
    withStage: true,
    judges: true,
    apart: 'terms',
    policy: { silence: 'nil', delegation: false, distinct: true, own: true },
  },
  panel: {
    to: 'decision',
    word: 'panel',
    withStage: true,
    judges: true,
    policy: { silence: 'nil', grace: '2bd', delegation: false, distinct: true, own: true },
  },
  objections: {
    to: 'notice',
    word: 'objection',
    withStage: true,
    judges: true,
    apart: 'line',
    policy: { silence: 'replace', grace: '2bd', replaces: true, delegation: false, ...asTheyCome() },
  },
  acceptance: {
    to: 'results',
    word: 'acceptance',
    withStage: true,
    policy: { silence: 'nil', grace: '2bd', delegation: false, self: 'only', ...asTheyCome() },
  },
};

/** The relations to an applicant that keep people from answering about the application; null: none does. */
export function apartIn(state: SelectionState, purpose: Purpose): Apart | null {
  const { apart } = ROUNDS[purpose];
  if (apart === 'terms') return reviewersApart(state);
  if (apart === 'below') return { department: false, line: false, below: true };
  return apart === 'line' ? { department: false, line: true } : null;
}

/** True for rounds in which applications are agreed to or judged, or objections about them. */
export function isJudging(purpose: Purpose): boolean {
  return ROUNDS[purpose].judges === true;
}
