import type { OfferingPurpose, OfferingStage } from '../../contracts/offering/terms.ts';
import type { RoundPolicy } from '../../contracts/round.ts';
import type { RoundRule } from '../procedure/kit.ts';
import { asTheyCome, NOT_FROM_BELOW } from '../procedure/rounds.ts';

export const LADDER: RoundPolicy['ladder'] = [
  { offset: '-2bd', to: 'assignee' },
  { offset: '0bd', to: 'assignee' },
  { offset: '2bd', to: 'manager' },
];

/** Asked as a favour: one reminder, and nobody hears of silence. */
const KINDLY: RoundPolicy['ladder'] = [{ offset: '-2bd', to: 'assignee' }];

/** A seat that nobody speaks of is kept, so that reminders come before the day and none after it. */
const BEFORE: RoundPolicy['ladder'] = [
  { offset: '-5bd', to: 'assignee' },
  { offset: '-2bd', to: 'assignee' },
  { offset: '-1bd', to: 'manager' },
];

/** Whoever has given up a seat may take it after all; a word that was not given may be given later. */
const EVER: NonNullable<RoundPolicy['reopens']> = ['submitted', 'recused', 'declined', 'lapsed', 'withdrawn'];

/** The last stage in which a round of each purpose may be open, and the house rules for it. */
export const ROUNDS: Readonly<Record<OfferingPurpose, RoundRule<OfferingStage>>> = {
  // The letter about the course asks for the answer, and brings the entry for the calendar.
  seats: {
    to: 'invitation',
    policy: {
      silence: 'nil',
      delegation: false,
      self: 'only',
      ladder: BEFORE,
      announces: false,
      ...asTheyCome(),
      reopens: EVER,
    },
  },
  support: {
    to: 'invitation',
    policy: {
      silence: 'nil',
      ladder: KINDLY,
      ...asTheyCome(),
      reopens: EVER.filter((s) => s !== 'submitted'),
      ...NOT_FROM_BELOW,
    },
  },
  attendance: { to: 'teaching', policy: { silence: 'wait' } },
  reaction: {
    to: 'feedback',
    policy: { silence: 'nil', grace: '2bd', delegation: false, self: 'only', ladder: KINDLY },
  },
  test: { to: 'feedback', policy: { silence: 'nil', grace: '5bd', delegation: false } },
  transfer: { to: 'follow-up', policy: { silence: 'nil', grace: '3bd', delegation: false, ...NOT_FROM_BELOW } },
  coaching: { to: 'follow-up', policy: { silence: 'nil', grace: '5bd', ...asTheyCome(), ...NOT_FROM_BELOW } },
};
