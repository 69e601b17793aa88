import type { Instant } from '../../contracts/ids.ts';
import type { Stage } from '../../contracts/selection/terms.ts';
import type { ClaimedMessage } from '../../db/outbox/claim.ts';
import type { CycleState } from '../../domain/cycle/state.ts';
import { endOf, startOf } from '../../domain/offering/dates.ts';
import { holds } from '../../domain/offering/seats.ts';
import { type OfferingState, plannedOf } from '../../domain/offering/state.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import { place } from '../../domain/selection/kit.ts';
import type { Application, SelectionState } from '../../domain/selection/state.ts';
import type { NamesOf } from './told.ts';

type Message = Pick<ClaimedMessage, 'person' | 'template' | 'about'>;

/** Whether what a message says still holds. What is in no list holds for ever. */
type Rule<S> = (state: S, message: Message, now: Instant) => boolean;

/** Some letters of a kind have a rule. */
type Rules<Kind extends string, R> = Readonly<Partial<Record<NamesOf<Kind>, R>>>;

/** What a selection asks or announces, up to which time; a selection that was cancelled announces nothing any more. */
const ANNOUNCED: Rules<'selection', Rule<SelectionState>> = {
  'selection.measures': () => true,
  // The letter of the call says the same with the dates that hold then.
  'selection.publicity': (s) => place(s.stage) <= place('publicity'),
  'selection.call': isCalling,
  'selection.unreached': isCalling,
  'selection.nominated': (s, { person }) => s.nominations[person]?.answer === 'asked',
  'selection.lateAllowed': (s, { person }) => s.lateAllowed.includes(person) && place(s.stage) <= place('reviewers'),
  'selection.reviewer': (s, { person, about }) =>
    place(s.stage) <= place('review') &&
    s.pairs.some((p) => p.reviewer === person && isNamed(about.applications, p.application)),
  'selection.steered': (s, { about }) =>
    about.what === 'moved'
      ? place(s.stage) <= place(about.stage as Stage) && s.plan[about.stage as Stage]?.end === about.at
      : s.phase === (about.what === 'paused' ? 'paused' : 'running'),
  'selection.decisionReturned': (s) => s.stage === 'decision' && s.decision === null,
  'selection.publicNotice': (s) => s.stage === 'notice',
  'selection.noticeMoved': (s, { about }) => s.stage === 'notice' && s.until === about.objectUntil,
};

/** What a selection says of one application. */
const OF_APPLICATION: Rules<'selection', (application: Application, message: Message) => boolean> = {
  'selection.applicationReceived': (a) => a.screening === null,
  'selection.agreement': (a, { about }) => a.agreement === about.answer,
  'selection.ineligible': (a) => a.screening?.eligible === false,
};

/** False when a message about a selection, written some time ago, would tell what is not so any more. */
export function holdsOfSelection(state: SelectionState, message: Message): boolean {
  const announced = ANNOUNCED[message.template as NamesOf<'selection'>];
  if (announced) return state.phase !== 'cancelled' && announced(state, message, 0);
  const rule = OF_APPLICATION[message.template as NamesOf<'selection'>];
  const application = rule && state.applications[String(message.about.code)];
  return !rule || (application !== undefined && !application.withdrawn && rule(application, message));
}

function isCalling(state: SelectionState): boolean {
  return place(state.stage) <= place('call');
}

const OF_COURSE: Rules<'offering', Rule<OfferingState>> = {
  'offering.invitation': comes,
  'offering.seat': comes,
  'offering.away': comes,
  'offering.support': comes,
  'offering.waiting': waits,
  'offering.passedOver': waits,
  'offering.removed': (s, { person }) => !holds(s, person),
  'offering.trainer': (s, message, now) => teaches(s, message) && now < endOf(dated(s)),
  'offering.briefing': (s, message, now) => teaches(s, message) && now < endOf(dated(s)),
  'offering.released': (s, message) => !teaches(s, message),
  'offering.trainerChanged': (s, { person }, now) => holds(s, person) && now < endOf(dated(s)),
  'offering.moved': (s, _message, now) => now < endOf(dated(s)),
};

/** What is so of a course that was cancelled as well: somebody has nothing to do with it any more. */
const ENDS = new Set(['offering.removed', 'offering.released']);

/** False when a message about a course would tell what is not so any more, or of a course that is over. */
export function holdsOfCourse(state: OfferingState, message: Message, now: Instant): boolean {
  const rule = OF_COURSE[message.template as NamesOf<'offering'>];
  if (!rule) return true;
  if (state.phase === 'cancelled') return ENDS.has(message.template);
  return rule(state, message, now);
}

function dated(state: OfferingState) {
  return { terms: termsOf(state), planned: plannedOf(state) };
}

function comes(state: OfferingState, { person }: Message, now: Instant): boolean {
  return holds(state, person) && now < startOf(dated(state));
}

function waits(state: OfferingState, { person }: Message, now: Instant): boolean {
  return state.waiting.includes(person) && now < startOf(dated(state));
}

function teaches(state: OfferingState, { person }: Message): boolean {
  return plannedOf(state).trainer === person;
}

const OF_CYCLE: Rules<'cycle', Rule<CycleState>> = {
  'cycle.speaker': (s, { person, about }) =>
    s.phase !== 'cancelled' && s.departments[String(about.department)]?.speaker === person,
  'cycle.planDisputed': (s, { about }) => s.idps[String(about.person)]?.state === 'disputed',
  'cycle.planFrozen': (s, { about }) => s.frozen?.version === about.version,
  'cycle.steered': ({ phase }, { about }) =>
    about.what === 'paused' ? phase === 'paused' : about.what !== 'resumed' || phase === 'running',
};

/** False when a message about a cycle would tell what is not so any more. */
export function holdsOfCycle(state: CycleState, message: Message, now: Instant): boolean {
  return OF_CYCLE[message.template as NamesOf<'cycle'>]?.(state, message, now) ?? true;
}

function isNamed(list: unknown, id: string): boolean {
  return Array.isArray(list) && list.includes(id);
}
