import type { CycleEventType } from '../../contracts/cycle/events.ts';
import type { PersonId } from '../../contracts/ids.ts';
import type { OfferingEventType } from '../../contracts/offering/events.ts';
import type { RoundEventType } from '../../contracts/round.ts';
import type { SelectionEventType } from '../../contracts/selection/events.ts';
import { reportsOf } from '../../domain/organisation/line.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import { place } from '../../domain/selection/kit.ts';
import { applicationOf, type SelectionState } from '../../domain/selection/state.ts';
import type { CycleSight } from './cycle.ts';

/**
 * An event that somebody sees who does not see all: of a type, and where `field` is given, with this value there. `shows`: the
 * fields of its body that they see; `by`: whether they see who has done it.
 */
export interface SeenEvents {
  readonly type: string;
  readonly field?: string;
  readonly values?: readonly string[];
  readonly shows: readonly string[];
  readonly by: boolean;
}

const seen = <T extends string>(type: T, ...shows: string[]): SeenEvents => ({ type, shows, by: true });
const quietly = <T extends string>(type: T, ...shows: string[]): SeenEvents => ({ type, shows, by: false });

/** How a procedure goes on is for everybody who sees it, which is everybody. */
const STEERED = [
  seen('Opened'),
  seen('StageStarted', 'stage', 'run', 'until'),
  seen('Paused'),
  seen('Resumed', 'until'),
  seen('DateMoved', 'stage', 'at'),
  seen('StageFinished', 'stage'),
  seen('StageReopened', 'stage'),
  seen('Cancelled'),
];

/** What is known of any procedure to everybody. */
export function procedureEvents(): readonly SeenEvents[] {
  return STEERED;
}

/** What applicants see of their own: never who has judged. */
const OF_APPLICANT: readonly SeenEvents[] = [
  seen<SelectionEventType>('ApplicationSubmitted', 'application', 'topics', 'hoursPerMonth', 'late'),
  seen<SelectionEventType>('ApplicationEdited', 'application', 'topics', 'hoursPerMonth'),
  quietly<SelectionEventType>('ApplicationWithdrawn', 'application'),
  quietly<SelectionEventType>('AgreementSettled', 'application', 'answer'),
  quietly<SelectionEventType>('ApplicationScreened', 'application', 'eligible', 'reasons'),
  quietly<SelectionEventType>('ScreeningObjectionResolved', 'application', 'upheld'),
  quietly<SelectionEventType>('ResultGiven', 'application', 'standing'),
  quietly<SelectionEventType>('SeatOffered', 'application', 'reserve', 'due'),
  quietly<SelectionEventType>('OfferAnswered', 'application', 'accepted', 'silent'),
];

/** A selection: what is public, and for applicants what has become of their own application. */
export function selectionEvents(state: SelectionState, person: PersonId): readonly SeenEvents[] {
  const own = applicationOf(state, person)?.code;
  const posted = state.decision !== null && place(state.stage) >= place('notice');
  return [
    ...STEERED.map((e) => ({ ...e, by: false })),
    quietly<SelectionEventType>('MeasuresPublished', 'version'),
    quietly<SelectionEventType>('CriteriaFrozen', 'version'),
    quietly<SelectionEventType>('CriteriaCorrected', 'version'),
    ...(posted
      ? [
          quietly<SelectionEventType>('DecisionTaken', 'candidates'),
          quietly<SelectionEventType>('Appointed', 'application', 'person', 'from', 'until'),
        ]
      : []),
    ...(own === undefined ? [] : OF_APPLICANT.map((e) => ({ ...e, field: 'application', values: [own] }))),
  ];
}

/** What whoever sees every department of a cycle sees of it; the abilities and plans of people are not among it. */
const OF_WHOLE: readonly SeenEvents[] = [
  seen<CycleEventType>('DepartmentAsked', 'department', 'asked', 'why'),
  seen<CycleEventType>('DepartmentMobilised', 'department', 'answer', 'speaker'),
  seen<CycleEventType>('DepartmentReturned', 'department', 'answer'),
  seen<CycleEventType>('NeedStated', 'need', 'department', 'element', 'course', 'level', 'urgency'),
  seen<CycleEventType>('NeedChanged', 'need', 'department', 'element', 'course', 'level', 'urgency'),
  seen<CycleEventType>('NeedWithdrawn', 'need'),
  seen<CycleEventType>('NeedSentBack', 'need', 'question'),
  seen<CycleEventType>('NeedQuestionAnswered', 'need'),
  seen<CycleEventType>('NeedsMergedByHand'),
  seen<CycleEventType>('NeedSplit', 'merged'),
  seen<CycleEventType>('SourceChosen', 'merged', 'source', 'course', 'quote'),
  seen<CycleEventType>('OfferingAmended'),
  seen<CycleEventType>('LimitChanged'),
  seen<CycleEventType>('PlanCompiled', 'version', 'digest'),
  seen<CycleEventType>('CommitmentAnswered', 'commitment', 'answer', 'amount'),
  seen<CycleEventType>('CommitmentWithdrawn', 'commitment'),
  seen<CycleEventType>('ApprovalAsked', 'step', 'version'),
  seen<CycleEventType>('ApprovalGiven', 'step', 'version', 'department', 'answer'),
  seen<CycleEventType>('PlanReturned', 'step'),
  seen<CycleEventType>('ProposalsMade'),
  seen<CycleEventType>('ProposalSettled', 'proposal', 'keep'),
];

/** What the head or speaker of a department sees of that one. */
const OF_DEPARTMENT = OF_WHOLE.filter(({ shows }) => shows.includes('department'));

const OF_CHANGE: readonly SeenEvents[] = [
  seen<CycleEventType>('ChangeRequested', 'change', 'emergency'),
  seen<CycleEventType>('ChangeWithdrawn', 'change'),
  seen<CycleEventType>('ChangeApplied', 'change'),
  seen<CycleEventType>('ChangeFailed', 'change'),
  seen<CycleEventType>('ChangeRejected', 'change', 'silent'),
  seen<CycleEventType>('ChangeConfirmed', 'change'),
  seen<CycleEventType>('ChangeUndone', 'change'),
];

const OF_PERSON: readonly SeenEvents[] = [
  seen<CycleEventType>('IdpProposed', 'person', 'supervisor'),
  seen<CycleEventType>('IdpAnswered', 'person', 'state'),
];

/** A cycle: how it goes on for everybody; what is of departments, changes and people for those who see these. */
export function cycleEvents(
  { person, whole, departments }: CycleSight,
  organisation: OrganisationState,
  changes: readonly string[],
): readonly SeenEvents[] {
  const of = (list: readonly SeenEvents[], field: string, values: readonly string[]) =>
    values.length ? list.map((e) => ({ ...e, field, values })) : [];
  return [
    ...STEERED,
    seen<CycleEventType>('MethodChanged', 'version'),
    seen<CycleEventType>('PlanFrozen', 'version', 'digest'),
    seen<CycleEventType>('EffectMeasured', 'offerings', 'promised', 'measured'),
    seen<CycleEventType>('CycleClosed'),
    ...(whole ? OF_WHOLE : of(OF_DEPARTMENT, 'department', [...departments])),
    ...(whole ? OF_CHANGE : of(OF_CHANGE, 'change', changes)),
    ...of(OF_PERSON, 'person', [person, ...reportsOf(organisation, person)]),
  ];
}

const OF_TRAINER: readonly SeenEvents[] = [
  seen<OfferingEventType>('SeatAnswered', 'person', 'answer'),
  seen<OfferingEventType>('SeatGivenUp', 'person'),
  seen<OfferingEventType>('SeatsCounted', 'taken', 'needed'),
  seen<OfferingEventType>('SeatsShort', 'taken', 'needed'),
  seen<OfferingEventType>('AttendanceRecorded'),
  seen<OfferingEventType>('TestsRecorded'),
];

const OF_PARTICIPANT: readonly SeenEvents[] = [
  seen<OfferingEventType>('SeatAnswered', 'person', 'answer'),
  seen<OfferingEventType>('SeatGivenUp', 'person'),
  seen<OfferingEventType>('WaitingListJoined', 'person'),
  seen<OfferingEventType>('WaitingListLeft', 'person'),
  seen<OfferingEventType>('SupportGiven', 'person', 'supervisor', 'clarified'),
  seen<OfferingEventType>('CoachingAsked', 'person', 'coach', 'due'),
  seen<OfferingEventType>('CoachingDone', 'person', 'done'),
];

/** A course: how it goes on for everybody, who comes for its trainer, and for supervisors and participants their own. */
export function offeringEvents(person: PersonId, team: readonly PersonId[], teaches: boolean): readonly SeenEvents[] {
  return [
    ...STEERED,
    seen<OfferingEventType>('OfferingChanged'),
    ...OF_PARTICIPANT.map((e) => ({ ...e, field: 'person', values: [person, ...team] })),
    ...(teaches ? OF_TRAINER : []),
  ];
}

const OF_ROUND: readonly SeenEvents[] = [
  quietly<RoundEventType>('RoundOpened'),
  quietly<RoundEventType>('RoundHeld'),
  quietly<RoundEventType>('RoundReleased', 'due'),
  quietly<RoundEventType>('RoundSettled'),
];

const OF_TASK: readonly SeenEvents[] = [
  quietly<RoundEventType>('TaskSubmitted', 'task', 'late'),
  quietly<RoundEventType>('TaskReopened', 'task', 'due'),
  quietly<RoundEventType>('TaskTakenBack', 'task'),
];

/** A round, for whoever holds tasks of it: how it stands, and their own answers. */
export function roundEvents(tasks: readonly string[]): readonly SeenEvents[] {
  return [...OF_ROUND, ...OF_TASK.map((e) => ({ ...e, field: 'task', values: tasks }))];
}
