import type { Instant, PersonId, StreamId } from '../../contracts/ids.ts';
import type { EffectFigure, OfferingResult } from '../../contracts/offering/result.ts';
import type { OfferingPurpose, OfferingStage, OfferingTerms } from '../../contracts/offering/terms.ts';
import type { PlannedOffering } from '../../contracts/planning.ts';
import type { CalledRound as CalledRoundOf, Calling } from '../procedure/rounds.ts';

export type CalledRound = CalledRoundOf<OfferingPurpose> & {
  /** Whom it asks, when it does not ask all. */
  readonly people: readonly PersonId[];
};

export interface OfferingState extends Calling<OfferingPurpose> {
  readonly stream: StreamId;
  phase: 'unopened' | 'running' | 'cancelled' | 'closed';
  terms: OfferingTerms | null;
  /** The line of the plan as it is now. */
  planned: PlannedOffering | null;
  place: string;
  provider: string | null;
  stage: OfferingStage;
  until: Instant | null;
  rounds: Record<StreamId, CalledRound>;
  /** Where everybody stands who was asked to come. */
  seats: Record<PersonId, 'asked' | 'accepted' | 'declined' | 'silent' | 'given-up'>;
  waiting: readonly PersonId[];
  /** Counts changes of the calendar entry. */
  sequence: number;
  attendance: { readonly present: readonly PersonId[]; readonly absent: readonly PersonId[] } | null;
  reaction: { readonly answers: number; readonly means: Readonly<Record<string, number>> } | null;
  tests: Record<PersonId, number>;
  transfers: readonly {
    readonly followUp: number;
    readonly people: readonly {
      readonly person: PersonId;
      readonly supervisor: number | null;
      readonly own: number | null;
      readonly levels: readonly { readonly element: string; readonly rated: number }[];
    }[];
  }[];
  coaching: Record<PersonId, { readonly coach: PersonId; readonly done: boolean | null }>;
  figures: readonly EffectFigure[];
  costs: number;
  result: OfferingResult | null;
}

export function emptyOffering(stream: StreamId): OfferingState {
  return {
    stream,
    phase: 'unopened',
    terms: null,
    planned: null,
    place: '',
    provider: null,
    stage: 'planned',
    until: null,
    rounds: {},
    seats: {},
    waiting: [],
    sequence: 0,
    attendance: null,
    reaction: null,
    tests: {},
    transfers: [],
    coaching: {},
    figures: [],
    costs: 0,
    result: null,
  };
}
