import { agreement, conflict, discussion, objection, panel, review, screening } from './application/purposes.ts';
import { approval } from './approval/purpose.ts';
import { attendance, coaching, reaction, seats, support, test, transfer } from './course/purposes.ts';
import { changes, commitments, mobilisation } from './cycle/purposes.ts';
import { needs, questions } from './needs/purpose.ts';
import type { Matter, MatterOf, Purpose, PurposeName } from './purpose.ts';
import { ratings, selfRatings } from './ratings/purposes.ts';
import { acceptance, acknowledgement, endorsement, nomination } from './selection/purposes.ts';
import { signature, talk } from './talk/purposes.ts';

/** Every purpose that shows more than its form: a folder beside this file holds what it needs, and loads it when it is asked for. */
const PURPOSES: { readonly [P in PurposeName]?: Purpose<MatterOf<P>> } = {
  acknowledgement,
  endorsement,
  nomination,
  acceptance,
  agreement,
  screening,
  conflict,
  review,
  discussion,
  panel,
  objection,
  'cycle-mobilisation': mobilisation,
  'cycle-ratings': ratings,
  'cycle-self-ratings': selfRatings,
  'cycle-talks': talk,
  'cycle-signatures': signature,
  'cycle-needs': needs,
  'cycle-questions': questions,
  'cycle-commitments': commitments,
  'cycle-approval': approval,
  'cycle-changes': changes,
  'offering-seats': seats,
  'offering-support': support,
  'offering-attendance': attendance,
  'offering-reaction': reaction,
  'offering-test': test,
  'offering-transfer': transfer,
  'offering-coaching': coaching,
};

/** What the purpose of a matter has of its own. */
export function purposeOf(matter: Matter | null): Purpose<Matter> {
  // A purpose is only ever handed the matter that bears its name.
  return matter ? ((PURPOSES[matter.purpose] as Purpose<Matter> | undefined) ?? {}) : {};
}
