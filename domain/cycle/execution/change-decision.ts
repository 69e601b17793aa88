import type { CycleEvent } from '../../../contracts/cycle/events.ts';
import type { Sentence } from '../../../contracts/form.ts';
import type { PersonId } from '../../../contracts/ids.ts';
import type { PlannedOffering } from '../../../contracts/planning.ts';
import { freshTask, taskIn } from '../../procedure/rounds.ts';
import { termsOf } from '../../procedure/standing.ts';
import type { Context } from '../../process.ts';
import { because, inBoth } from '../../refuse.ts';
import { ensureRound, event } from '../kit.ts';
import type { ChangeRequest, CycleState } from '../state.ts';
import { localDay } from '../timetable.ts';
import { attending } from './attending.ts';
import { attendedAfter, effectOf, faultsWith } from './change-effect.ts';
import { refusalByCourse } from './change-order.ts';
import { lineAfter, nextOffering, withPeople } from './lines.ts';
import { faultOfBegun } from './request-faults.ts';
import { changeDue, deciderOf, offeringOf, triedFor } from './requests.ts';

/** What the word of its approver, or silence by the policy, makes of a change request. */
export function decided(state: CycleState, change: ChangeRequest, context: Context): readonly CycleEvent[] {
  const given = taskIn(context, change.round, change.task);
  if (given?.state === 'lapsed') {
    const consent = termsOf(state).policies.changes?.silence === 'consent';
    return consent ? approved(state, change, null, context) : refused(state, change, null, context);
  }
  if (given?.state !== 'submitted') return isMoot(state, change) ? refused(state, change, null, context) : [];
  return given.answer?.decision === 'approve'
    ? approved(state, change, given.assignee, context)
    : refused(state, change, given.assignee, context);
}

/** The offering is over before anybody has said a word. */
function isMoot({ offerings }: CycleState, { what, state: now }: ChangeRequest): boolean {
  const offering = what.kind === 'add' ? null : offeringOf(what);
  return now === 'asked' && offering !== null && offerings[offering]?.result != null;
}

/** Carried out if it can be still: what has changed since it was asked for may have taken its room, its money or its day. */
function approved(
  state: CycleState,
  change: ChangeRequest,
  by: PersonId | null,
  context: Context,
): readonly CycleEvent[] {
  const { id, what, emergency } = change;
  if (emergency) return [event('ChangeConfirmed', { change: id, by })];
  const planned = lineAfter(state, what, context);
  const why = obstacle(state, change, planned, context);
  if (why !== null) return failed(change, by, why);
  return [event('ChangeApplied', { change: id, by, planned, emergency: false })];
}

/** Why a change that was approved cannot be carried out; null: it can. */
function obstacle(
  state: CycleState,
  change: ChangeRequest,
  planned: PlannedOffering | null,
  context: Context,
): Sentence | null {
  const { what } = change;
  const offering = what.kind === 'add' ? null : offeringOf(what);
  if (offering !== null && (!state.lines[offering] || state.offerings[offering]?.result))
    return inBoth(because('plan-limits/change-over', { offering }));
  const begun = faultOfBegun(state, what, context);
  if (begun) return inBoth(begun.because);
  const [fault] = effectOf(state, what, context).faults;
  if (fault) return fault;
  const refusal = refusalByCourse(state, change, planned, context);
  return refusal && inBoth(refusal.because);
}

function failed({ id }: ChangeRequest, by: PersonId | null, why: Sentence): readonly CycleEvent[] {
  return [event('ChangeFailed', { change: id, by, why })];
}

function refused(
  state: CycleState,
  change: ChangeRequest,
  by: PersonId | null,
  context: Context,
): readonly CycleEvent[] {
  const { id, emergency } = change;
  if (!emergency) return [event('ChangeRejected', { change: id, by, silent: by === null })];
  return [event('ChangeUndone', { change: id, by, planned: undone(state, change, context) })];
}

/**
 * The line once an emergency change is undone: as it was where that still fits; else without those whom the change let
 * in; else it is not held. What was cancelled is held again under a new number, because its people were told that it
 * is not. What has begun, or is over, stays as it is: it cannot be undone, and operations hear of it.
 */
function undone(state: CycleState, change: ChangeRequest, context: Context): PlannedOffering | null {
  const { what, before, after } = change;
  if (what.kind === 'cancel') {
    const again = before && { ...before, id: nextOffering(state) };
    return again && faultsWith(state, null, again, context).length === 0 ? again : null;
  }
  const begun = after !== null && after.days[0]! <= localDay(context.now, termsOf(state).timeZone);
  if (begun || (after && state.offerings[after.id]?.result)) return after;
  if (what.kind === 'add' || !before) return null;
  const fits = asBefore(state, change, before, context).find(
    (o) =>
      faultsWith(state, o.id, attendedAfter(state, what, o, context), context).length === 0 &&
      refusalByCourse(state, change, o, context) === null,
  );
  return fits ?? null;
}

/** What a change that is undone may be put back to, the best first; of people, those whom it let in go in any case. */
function asBefore(
  state: CycleState,
  { what }: ChangeRequest,
  before: PlannedOffering,
  context: Context,
): PlannedOffering[] {
  const now = state.lines[before.id];
  if (what.kind !== 'participants' || !now) return [before];
  const line = { ...now, seats: before.seats };
  const people = attending(state, now, context);
  return [what.remove, []]
    .map((back) => withPeople(state, line, people, { add: back, remove: what.add }))
    .filter((o) => o.participants.length > 0);
}

/** Asks somebody else when whoever was asked has stepped back, or nobody was there to ask. */
export function handedOn(state: CycleState, change: ChangeRequest, context: Context): readonly CycleEvent[] {
  const given = taskIn(context, change.round, change.task);
  const back = given?.state === 'recused' || given?.state === 'declined' || given?.state === 'withdrawn';
  if (change.approver !== null && !back) return [];
  const approver = deciderOf(state, change, triedFor(change, context), context);
  if (approver === null && change.approver === null) return [];
  const due = changeDue(state, context, approver);
  const [round, started] = ensureRound(state, 'changes', changeDue(state, context));
  const asked = freshTask(context, round, change.id);
  return [...started, event('ChangePassedOn', { change: change.id, approver, round, task: asked, due })];
}
