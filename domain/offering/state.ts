import type { Instant, PersonId, StreamId } from '../../contracts/ids.ts';
import type { EffectFigure, OfferingResult } from '../../contracts/offering/result.ts';
import type {
  OfferingPurpose,
  OfferingStage,
  OfferingTerms,
  PassedOver,
  Seat,
} from '../../contracts/offering/terms.ts';
import type { PlannedOffering } from '../../contracts/planning.ts';
import { type Standing, unopened } from '../procedure/standing.ts';

/** One follow-up of level 3, as supervisors and participants have reported it; null: no answer. */
export interface Transfer {
  readonly followUp: number;
  readonly people: readonly {
    readonly person: PersonId;
    readonly supervisor: number | null;
    readonly own: number | null;
    readonly levels: readonly { readonly element: string; readonly rated: number }[];
  }[];
}

export interface OfferingState extends Standing<OfferingStage, OfferingPurpose, OfferingTerms> {
  /** The line of the plan as it is now. */
  planned: PlannedOffering | null;
  place: string;
  provider: string | null;
  /** How many the room holds; null: no room of the house. */
  roomSeats: number | null;
  /** Its cycle was cancelled after it had been held: every stage to come ends as soon as it is known who was there. */
  ended: boolean;
  /** The course was moved, and its rounds have not been yet. */
  moved: boolean;
  /** When it stood still with its cycle; `to` null: it does now. */
  stood: readonly { readonly from: Instant; readonly to: Instant | null }[];
  /** Where everybody stands who was asked to come. */
  seats: Record<PersonId, Seat>;
  /** When people gave up their seats: what they say of it later counts anew. */
  gaveUp: Record<PersonId, Instant>;
  /** How often each person was offered a seat. */
  offers: Record<PersonId, number>;
  /** In the order of joining. */
  waiting: readonly PersonId[];
  /** Why people who wait were not offered a free seat when one last came free. */
  passed: Record<PersonId, PassedOver>;
  /** Who has a seat and is away by the personnel system, and the first day of the course on which they are, as they were told. */
  away: Record<PersonId, string>;
  /** The trainer of whose absence operations have heard, and from which day of the course on; `day` null: they have left. */
  trainerAway: { readonly person: PersonId; readonly day: string | null } | null;
  /** The taken seats have been looked at before the beginning. */
  counted: boolean;
  /** How many were taken when operations last heard that they are too few; null: they are enough. */
  short: number | null;
  /** Participants whose supervisor has said what they are to bring back: whether it is clear between the two. */
  support: Record<PersonId, boolean>;
  /** Counts what changes somebody's calendar entry: a letter with a higher number replaces those before. */
  sequence: number;
  attendance: { readonly present: readonly PersonId[]; readonly absent: readonly PersonId[] } | null;
  /** Absent by the last record of attendance and not by the one before. */
  newlyAbsent: readonly PersonId[];
  reaction: { readonly answers: number; readonly means: Readonly<Record<string, number>> } | null;
  tests: Record<PersonId, number>;
  transfers: readonly Transfer[];
  coaching: Record<PersonId, { readonly coach: PersonId; readonly task: string; readonly done: boolean | null }>;
  figures: readonly EffectFigure[];
  /** What was paid in all; null: nothing was recorded. */
  costs: number | null;
  result: OfferingResult | null;
  /** Counts what the cycle has to hear about. */
  news: number;
}

export function emptyOffering(stream: StreamId): OfferingState {
  return {
    ...unopened(stream, 'planned'),
    planned: null,
    place: '',
    provider: null,
    roomSeats: null,
    ended: false,
    moved: false,
    stood: [],
    seats: {},
    gaveUp: {},
    offers: {},
    waiting: [],
    passed: {},
    away: {},
    trainerAway: null,
    counted: false,
    short: null,
    support: {},
    sequence: 0,
    attendance: null,
    newlyAbsent: [],
    reaction: null,
    tests: {},
    transfers: [],
    coaching: {},
    figures: [],
    costs: null,
    result: null,
    news: 0,
  };
}

/** Whoever runs the cycle: who opened it, and whom its terms name beside them. */
export function runners({ owner, terms }: OfferingState): PersonId[] {
  const first = owner ?? terms?.owner;
  return [...new Set([...(first ? [first] : []), ...(terms?.operations ?? [])])];
}

/** The line of the plan of an offering that has been opened, as it is now. */
export function plannedOf(state: OfferingState): PlannedOffering {
  if (!state.planned) throw new Error(`The offering ${state.stream} has not been opened.`);
  return state.planned;
}
