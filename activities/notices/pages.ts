import { pathOf, processTypeOf, type StreamId } from '../../contracts/ids.ts';
import { wordsOf } from '../../contracts/kinds.ts';
import type { AboutOf } from '../../contracts/notices/all.ts';
import type { NamesOf } from './told.ts';

/** The pages of the app to which letters lead. A person's own things: what they are asked, all of it. */
export const DESK = '/desk';
export const BOARD = '/board';
export const PEOPLE = '/people';

/** The page on which a procedure is seen, such as `/cycles/2027`; its noun stands in it. */
export function pageOf(stream: StreamId): string {
  const { noun } = wordsOf(processTypeOf(stream));
  return `/${noun.replaceAll(' ', '-')}s/${pathOf(stream)}`;
}

/** What waits on that page for whoever runs it. */
export function handsNeededOf(stream: StreamId): string {
  return `${pageOf(stream)}#needs-your-hand`;
}

/** What somebody is asked in a round: the one task, or the next of several. */
export function deskOf(round: StreamId, tasks: readonly string[]): string {
  const [only, ...others] = tasks;
  if (only === undefined) return DESK;
  return others.length ? nextOf(round) : `${nextOf(round)}/${encodeURIComponent(only)}`;
}

/** What somebody is asked next in a round; undefined: in any. */
export function nextOf(round: StreamId | undefined): string {
  return round === undefined ? DESK : `${DESK}/${pathOf(round)}`;
}

/** To a manager: who of theirs is late in a round, what was tried, whom to talk to. */
export function lateIn(round: StreamId): string {
  return `/team?late=${pathOf(round)}`;
}

/** The approved plan of a cycle. */
export function planOf(cycle: StreamId): string {
  return `/plan/${pathOf(cycle)}`;
}

const call = (selection: StreamId) => `/call/${pathOf(selection)}`;
const mine = (selection: StreamId) => `${call(selection)}/mine`;
const notice = (selection: StreamId) => `/notice/${pathOf(selection)}`;
const desk = () => DESK;

/** A letter that leads nowhere is an error of the compiler. */
type Pages<Kind extends string> = {
  readonly [N in NamesOf<Kind>]: (stream: StreamId, about: AboutOf<N>) => string;
};

/** Where the letters of a selection lead. */
export const SELECTION_PAGES: Pages<'selection'> = {
  'selection.measures': call,
  'selection.publicity': call,
  'selection.call': call,
  'selection.criteriaCorrected': call,
  'selection.unreached': call,
  'selection.nominated': desk,
  'selection.nominationAnswered': call,
  'selection.lateAllowed': (selection) => `${call(selection)}/apply`,
  'selection.applicationReceived': mine,
  'selection.agreement': mine,
  'selection.ineligible': mine,
  'selection.reviewer': desk,
  'selection.decisionReturned': desk,
  'selection.publicNotice': notice,
  'selection.objectionReceived': notice,
  'selection.objectionResolved': notice,
  'selection.noticeMoved': notice,
  'selection.result': mine,
  'selection.appointed': mine,
  'selection.steered': call,
  'selection.cancelled': call,
  'selection.attention': handsNeededOf,
  'selection.news': pageOf,
};

/** Where the letters of a cycle lead. */
export const CYCLE_PAGES: Pages<'cycle'> = {
  'cycle.mobilisation': desk,
  'cycle.speaker': desk,
  'cycle.methodChanged': desk,
  'cycle.planDisputed': desk,
  'cycle.steered': planOf,
  'cycle.departmentSilent': pageOf,
  'cycle.planFrozen': planOf,
  'cycle.changeDecided': planOf,
  'cycle.attention': handsNeededOf,
};

/** Where the letters of a course lead. */
export const OFFERING_PAGES: Pages<'offering'> = {
  'offering.invitation': pageOf,
  'offering.seat': pageOf,
  'offering.waiting': pageOf,
  'offering.noSeat': pageOf,
  'offering.away': pageOf,
  'offering.passedOver': pageOf,
  'offering.support': pageOf,
  'offering.trainer': pageOf,
  'offering.briefing': pageOf,
  'offering.released': () => '/courses',
  'offering.trainerChanged': pageOf,
  'offering.moved': pageOf,
  'offering.cancelled': pageOf,
  'offering.removed': () => '/courses',
  'offering.absent': pageOf,
  'offering.attention': handsNeededOf,
};
