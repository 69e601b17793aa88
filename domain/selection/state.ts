import type { Instant, PersonId, StreamId } from '../../contracts/ids.ts';
import type { Private } from '../../contracts/private.ts';
import type { Ranking } from '../../contracts/ranking.ts';
import type { FoundDisagreement, MatchShortage, Measures, ReviewPair } from '../../contracts/selection/commands.ts';
import type { SelectionEventBodies } from '../../contracts/selection/events.ts';
import type { Purpose, Reviewer, Reviews, SelectionTerms, Stage, Timetable } from '../../contracts/selection/terms.ts';
import type { TellingOfLacks } from '../procedure/calendar-lacks.ts';
import { type Standing as StandingOf, unopened } from '../procedure/standing.ts';
import type { PlanOfStages } from '../procedure/timetable.ts';

export type Agreement = 'asked' | 'agreed' | 'deemed' | 'refused' | 'silent' | 'unneeded';

export interface Screening {
  readonly eligible: boolean;
  readonly reasons: readonly string[];
  /** `rule`, or who decided. */
  readonly by: string;
}

/** A question about an application that is with a person; `who` is null when nobody is left to ask. */
export interface Asked {
  readonly round: StreamId;
  readonly task: string;
  readonly who: PersonId | null;
  readonly tried: readonly PersonId[];
}

export type Standing = SelectionEventBodies['ResultGiven']['standing'];

export interface Application {
  readonly code: string;
  readonly person: PersonId;
  readonly department: string;
  readonly profile: Private;
  readonly outline: Private;
  readonly topics: readonly string[];
  readonly evidence: readonly string[];
  readonly hoursPerMonth: number;
  readonly submittedAt: Instant;
  readonly late: boolean;
  readonly revision: number;
  readonly withdrawn: boolean;
  readonly manager: PersonId | null;
  readonly agreement: Agreement;
  /** Who has agreed or refused, which need not be whoever was asked; null: nobody. */
  readonly agreementBy: PersonId | null;
  /** Where the manager was asked for agreement. */
  readonly agreementTask: { readonly round: StreamId; readonly task: string } | null;
  /** A person decides, whatever the rule says: an objection was upheld. */
  readonly toPerson: boolean;
  readonly screening: Screening | null;
  /** Who had found it ineligible before an objection to that was upheld; null: nobody, or the rule. */
  readonly overruled: PersonId | null;
  /** Who was asked to screen it, and what the rule could not decide. */
  readonly screeningTask: (Asked & { readonly reasons: readonly string[] }) | null;
  readonly objection: (Asked & { readonly state: 'open' | 'upheld' | 'dismissed'; readonly grounds: Private }) | null;
  /** The performance record as a score; null: missing. */
  readonly performance: number | null;
  readonly result: Omit<SelectionEventBodies['ResultGiven'], 'application'> | null;
  readonly offer: 'open' | 'accepted' | 'declined' | null;
  readonly offerTask: { readonly round: StreamId; readonly task: string } | null;
  readonly appointment: { readonly from: string; readonly until: string; readonly document: string | null } | null;
}

/** A review that counts: in which round and task it is given; null: its round is not open yet. */
export interface AssignedReview extends ReviewPair {
  readonly round: StreamId | null;
  readonly task: string;
  /** The round in which its author was asked to discuss it; an answer there replaces the first version. */
  readonly discussion: StreamId | null;
}

export interface Objection {
  readonly id: string;
  readonly by: PersonId;
  readonly about: string | null;
  readonly asked: Asked;
  /** Why it was raised. */
  readonly grounds: Private;
  readonly state: 'open' | 'upheld' | 'dismissed';
  /** The stage that an upheld one touches. */
  readonly stage: Stage | null;
  readonly raisedAt: Instant;
  /** During which public notice it was raised, then answered: 1 the first. */
  readonly notice: number;
}

export interface SelectionState extends StandingOf<Stage, Purpose, SelectionTerms>, TellingOfLacks {
  timetable: Timetable | null;
  plan: PlanOfStages;

  measures: { version: number; texts: Measures; publishedAt: Instant } | null;
  /** Who was to judge when the measures were published, and has read of the selection by that. */
  briefed: readonly PersonId[];
  /** The version that the heads and leaders were asked to acknowledge, and the one they have acknowledged. */
  measuresAsked: number;
  acknowledged: { version: number; by: readonly PersonId[]; deemed: readonly PersonId[] } | null;
  refusedBy: readonly PersonId[];

  told: { publicity: Record<string, number>; call: Record<string, number>; notice: Record<string, number> };
  reached: Record<PersonId, string>;
  endorsements: SelectionEventBodies['EndorsementsGathered'] | null;
  unreached: readonly string[] | null;

  criteriaVersion: number;
  frozen: boolean;
  /** How often each has nominated somebody. */
  nominated: Record<PersonId, number>;
  nominations: Record<
    PersonId,
    {
      readonly by: PersonId;
      readonly reason: Private;
      readonly round: StreamId;
      readonly answer: 'asked' | 'accepted' | 'declined' | 'silent';
    }
  >;
  lateAllowed: readonly PersonId[];
  applications: Record<string, Application>;

  pool: readonly Reviewer[];
  reviews: Reviews;
  handlers: readonly PersonId[];
  /** Those who were to judge and have left the company, of whom operations have heard. */
  left: readonly PersonId[];
  conflicts: Record<PersonId, readonly string[]>;
  conflictsGathered: boolean;
  shortages: readonly MatchShortage[];
  matched: boolean;
  /** Counts everything that a matching depends on: a result for an older basis is out of date. */
  basis: number;
  pairs: readonly AssignedReview[];
  /** Application to the number of its reviews that nobody is left to give. */
  waived: Record<string, number>;
  /** Reviewers who have stepped back from an application. */
  stoodDown: Record<string, readonly PersonId[]>;
  /** Application to whoever has answered about it in a task that operations added. */
  judgedByHand: Record<string, readonly PersonId[]>;
  /** Round and task to the instant of the vacancy that has been dealt with. */
  vacancies: Record<string, Instant>;
  disagreements: readonly FoundDisagreement[] | null;
  discussed: boolean;

  ranking: Ranking | null;
  rankings: readonly { readonly number: number; readonly digest: string; readonly at: Instant }[];
  ballots: Record<PersonId, { readonly candidates: readonly string[]; readonly ground: string }>;
  /** Whom the next panel round asks; null: the whole panel. */
  panelTo: readonly PersonId[] | null;
  counted: boolean;
  /** The panel's list went back to the chair for want of a ground. */
  groundless: boolean;
  /** The chair, asked for a ground, has answered: what is still without one is dropped. */
  ruled: boolean;
  decision: SelectionEventBodies['DecisionTaken'] | null;

  /** Since when the objection period stands still. */
  clockStoppedAt: Instant | null;
  /** Until when objections were taken as the notice was posted, where the end has moved since by one; null: it has not. */
  postedUntil: Instant | null;
  objections: Record<string, Objection>;
  certified: readonly { readonly person: PersonId; readonly document: string | null }[] | null;
  outcomes: SelectionEventBodies['SelectionClosed']['outcomes'] | null;
}

export function emptySelection(stream: StreamId): SelectionState {
  return {
    ...unopened(stream, 'measures'),
    timetable: null,
    plan: {},
    lacksTold: [],
    measures: null,
    briefed: [],
    measuresAsked: 0,
    acknowledged: null,
    refusedBy: [],
    told: { publicity: {}, call: {}, notice: {} },
    reached: {},
    endorsements: null,
    unreached: null,
    criteriaVersion: 0,
    frozen: false,
    nominated: {},
    nominations: {},
    lateAllowed: [],
    applications: {},
    pool: [],
    reviews: 'everyone',
    handlers: [],
    left: [],
    conflicts: {},
    conflictsGathered: false,
    shortages: [],
    matched: false,
    basis: 0,
    pairs: [],
    waived: {},
    stoodDown: {},
    judgedByHand: {},
    vacancies: {},
    disagreements: null,
    discussed: false,
    ranking: null,
    rankings: [],
    ballots: {},
    panelTo: null,
    counted: false,
    groundless: false,
    ruled: false,
    decision: null,
    clockStoppedAt: null,
    postedUntil: null,
    objections: {},
    certified: null,
    outcomes: null,
  };
}

/** Applications that stand: not withdrawn. */
export function standing(state: SelectionState): Application[] {
  return Object.values(state.applications).filter((a) => !a.withdrawn);
}

/** Applications that go forward: screened as eligible and not withdrawn. */
export function eligible(state: SelectionState): Application[] {
  return standing(state).filter((a) => a.screening?.eligible);
}

/** Whom the decision names and whose applications stand, in its order; nobody before it. */
export function candidatesOf(state: SelectionState): Application[] {
  const named = (state.decision?.candidates ?? []).flatMap((code) => state.applications[code] ?? []);
  return named.filter((a) => !a.withdrawn);
}

/** Whom the ranking gave a seat and the panel took out, with a ground: no seat that comes free is theirs. */
export function takenOut({ decision }: SelectionState): string[] {
  return (decision?.departures ?? []).flatMap((d) => (d.change === 'out' ? [d.application] : []));
}

/** A person's application that stands. */
export function applicationOf(state: SelectionState, person: PersonId): Application | undefined {
  return standing(state).find((a) => a.person === person);
}

export function changeApplication(state: SelectionState, code: string, patch: Partial<Application>): void {
  const before = state.applications[code];
  if (before) state.applications[code] = { ...before, ...patch };
}
