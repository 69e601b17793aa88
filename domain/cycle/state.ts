import type { Change, ChangeEffect } from '../../contracts/cycle/changes.ts';
import type { NewLimit } from '../../contracts/cycle/commands.ts';
import type { ApprovalStep, Approver, CycleEventBodies } from '../../contracts/cycle/events.ts';
import type { GapFindings } from '../../contracts/cycle/gaps.ts';
import type { Idp, Merged, NeedFacts, NeedQuestion, Proposal, Sourcing } from '../../contracts/cycle/needs.ts';
import type { CyclePurpose, CycleStage, CycleTerms, CycleTimetable, Method } from '../../contracts/cycle/terms.ts';
import type { Sentence } from '../../contracts/form.ts';
import type { Instant, PersonId, StreamId } from '../../contracts/ids.ts';
import type { OfferingResult } from '../../contracts/offering/result.ts';
import type { Course, Plan, PlanConflict, PlannedOffering, Quote, Room } from '../../contracts/planning.ts';
import type { Private } from '../../contracts/private.ts';
import type { TellingOfLacks } from '../procedure/calendar-lacks.ts';
import { type Standing, unopened } from '../procedure/standing.ts';
import type { PlanOfStages } from '../procedure/timetable.ts';

/** Where a department stands in the cycle. */
export interface DepartmentStanding {
  readonly department: string;
  /** Who was asked to take part, and why not the head. */
  readonly asked: PersonId | null;
  readonly why: CycleEventBodies['DepartmentAsked']['why'];
  readonly mobilised: CycleEventBodies['DepartmentMobilised']['answer'] | null;
  /** Who speaks for it: the head, whoever stands in, or a named delegate. */
  readonly speaker: PersonId | null;
  readonly returned: CycleEventBodies['DepartmentReturned']['answer'] | null;
}

export interface Need extends NeedFacts {
  /** Whose words the goal and the problem are; null: the ratings found it. */
  readonly by: PersonId | null;
  readonly goal: Private | null;
  readonly problem: Private | null;
  /** A problem of the business is named: in `problem`, or in the answer to the question that sent it back. */
  readonly problemNamed?: boolean;
  readonly state: 'proposed' | 'stated' | 'sent-back' | 'confirmed' | 'dropped' | 'withdrawn';
  /** Its place in the head's order, 1 first; null: not confirmed. */
  readonly rank: number | null;
  readonly question: {
    readonly what: NeedQuestion;
    readonly round: StreamId;
    readonly task: string;
    readonly answered: boolean;
  } | null;
}

/** What a department has returned in this run of the stage, to be told from what it says later. */
export interface DepartmentReturn {
  readonly answer: CycleEventBodies['DepartmentReturned']['answer'];
  readonly by: PersonId | null;
  readonly at: Instant;
  readonly revision: number;
}

export interface KnownTrainer {
  readonly person: PersonId;
  readonly courses: readonly string[];
  readonly topics: readonly string[];
  /** Hours in the cycle; null: as the rules say. */
  readonly hours: number | null;
  /** The last day of the appointment; null: named by operations. */
  readonly until: string | null;
}

export interface Commitment {
  readonly id: string;
  readonly answer: CycleEventBodies['CommitmentAnswered']['answer'] | null;
  readonly amount: number | null;
  /** Who has answered: the leader, or somebody in their place; null: nobody has. */
  readonly by: PersonId | null;
  readonly withdrawn: boolean;
}

export interface ApprovalAnswer {
  readonly step: ApprovalStep;
  readonly version: number;
  readonly person: PersonId;
  readonly department: string | null;
  readonly answer: CycleEventBodies['ApprovalGiven']['answer'];
  readonly touches: readonly string[];
  readonly round: StreamId;
  readonly task: string;
  /** For whom it stands, whoever gave it: a department, or somebody of the lists of management and HR. */
  readonly slot: string;
}

export interface ChangeRequest {
  readonly id: string;
  readonly what: Change;
  readonly by: PersonId;
  /** Why it is asked for, in the words of whoever asks. */
  readonly reason: Private;
  readonly emergency: boolean;
  readonly effect: ChangeEffect;
  readonly approver: PersonId | null;
  readonly round: StreamId;
  readonly task: string;
  readonly state: 'asked' | 'applied' | 'confirmed' | 'rejected' | 'failed' | 'undone' | 'withdrawn';
  /** Why it could not be carried out though it was approved; null: it was carried out, or was not to be. */
  readonly failure: Sentence | null;
  /** The line as it was before the change; null: there was none. */
  readonly before: PlannedOffering | null;
  /** The line as the change, once applied, or its undoing has left it; null: there is none. */
  readonly after: PlannedOffering | null;
}

export interface StartedOffering {
  readonly stream: StreamId;
  /** The approved line with the changes that have been applied. */
  readonly planned: PlannedOffering;
  readonly result: OfferingResult | null;
}

export interface PlanVersion {
  readonly version: number;
  readonly digest: string;
  readonly plan: Plan;
  readonly at: Instant;
}

export interface CycleState extends Standing<CycleStage, CyclePurpose, CycleTerms>, TellingOfLacks {
  timetable: CycleTimetable | null;
  plan: PlanOfStages;
  /** What rounds have been opened for since the stage began. */
  asked: readonly CyclePurpose[];

  carried: CycleEventBodies['Carried'] | null;
  departments: Record<string, DepartmentStanding>;
  toolkit: Record<string, { readonly method: Method; readonly version: number; readonly since: Instant }>;

  findings: GapFindings | null;
  idps: Record<PersonId, Idp>;

  needs: Record<string, Need>;
  /** The run of the stage `needs` for which the diagnosed gaps were made needs; 0: none. */
  proposedIn: number;
  returns: Record<string, DepartmentReturn>;
  merged: Record<string, Merged>;
  /** The highest number that a merged need has had. */
  mergedSoFar: number;
  /** True once needs were merged by rule in this run of the summary. */
  summarised: boolean;
  /** Merged needs that were made by hand: how, and why. */
  handwork: Record<string, { readonly how: 'merged' | 'split'; readonly reason: Private }>;

  courses: Record<string, Course>;
  rooms: Record<string, Room>;
  quotes: Record<string, Quote>;
  trainers: Record<PersonId, KnownTrainer>;
  recognised: boolean;
  sourcing: Record<string, Sourcing>;

  /** Limits that were changed since the terms, the latest of each kind and name. */
  limits: readonly NewLimit[];
  amendments: Record<string, PlannedOffering>;
  /** Counts everything that a plan is compiled from: a result for an older basis is out of date. */
  basis: number;
  /** The basis that the latest plan, or conflict, was compiled from. */
  compiled: number | null;
  versions: readonly PlanVersion[];
  conflict: PlanConflict | null;
  /** Whoever has had a hand in the plan beside its owner: they do not approve it. */
  planners: readonly PersonId[];
  /** The run of a stage that is past its date: `compiling.1`. */
  overdue: string | null;

  commitments: Record<string, Commitment>;

  approval: {
    readonly step: ApprovalStep;
    readonly version: number;
    readonly approvers: readonly Approver[];
    readonly missing: readonly { readonly person: PersonId; readonly department: string | null }[];
  } | null;
  /** Every answer that was given, oldest first. */
  approvals: readonly ApprovalAnswer[];
  /** How many of them are void, because operations have run the approval again. */
  approvalsVoid: number;
  /** After a return: the offerings that are open again; null: all are. */
  reopened: readonly string[] | null;
  frozen: { readonly version: number; readonly digest: string; readonly at: Instant } | null;

  /** The lines of the frozen plan with the changes that have been applied: what may be held. */
  lines: Record<string, PlannedOffering>;
  offerings: Record<string, StartedOffering>;
  changes: Record<string, ChangeRequest>;
  /** Budget lines as changes have made them. */
  budgetChanges: Record<string, number>;

  effect: CycleEventBodies['EffectMeasured'] | null;
  /** The run of the stage `effect` from which proposals were made; null: none were made yet. */
  proposedFor: number | null;
  proposals: Record<string, Proposal & { readonly kept: boolean }>;
  outcomes: CycleEventBodies['CycleClosed']['needs'] | null;
}

export function emptyCycle(stream: StreamId): CycleState {
  return {
    ...unopened(stream, 'mobilisation'),
    timetable: null,
    plan: {},
    lacksTold: [],
    asked: [],
    carried: null,
    departments: {},
    toolkit: {},
    findings: null,
    idps: {},
    needs: {},
    proposedIn: 0,
    returns: {},
    merged: {},
    mergedSoFar: 0,
    summarised: false,
    handwork: {},
    courses: {},
    rooms: {},
    quotes: {},
    trainers: {},
    recognised: false,
    sourcing: {},
    limits: [],
    amendments: {},
    basis: 0,
    compiled: null,
    versions: [],
    conflict: null,
    planners: [],
    overdue: null,
    commitments: {},
    approval: null,
    approvals: [],
    approvalsVoid: 0,
    reopened: null,
    frozen: null,
    lines: {},
    offerings: {},
    changes: {},
    budgetChanges: {},
    effect: null,
    proposedFor: null,
    proposals: {},
    outcomes: null,
  };
}

/** Whoever runs the cycle: who opened it, and whom its terms name beside them. */
export function runners({ owner, terms }: CycleState): PersonId[] {
  return [...new Set([...(owner ? [owner] : []), ...(terms?.operations ?? [])])];
}

/** The latest version of the plan; undefined when none was compiled. */
export function latestPlan(state: CycleState): PlanVersion | undefined {
  return state.versions.at(-1);
}

/** Needs that stand: confirmed by a head, or taken for a department that never answered. */
export function standingNeeds(state: CycleState): Need[] {
  return Object.values(state.needs).filter((n) => n.state === 'confirmed');
}
