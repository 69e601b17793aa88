import type { CycleEvent } from '../../contracts/cycle/events.ts';
import type { PersonId } from '../../contracts/ids.ts';
import type { PlannedOffering } from '../../contracts/planning.ts';
import type { Context } from '../process.ts';
import { amended } from './amendments.ts';
import { effectOf, faultsWith } from './change-effect.ts';
import { lineAfter, nextOffering } from './lines.ts';
import { event } from './part.ts';
import { changeDue, deciderOf, offeringOf, triedFor } from './requests.ts';
import { ensureRound, freshTask, taskIn } from './rounds.ts';
import { type ChangeRequest, type CycleState, termsOf } from './state.ts';
import { localDay } from './timetable.ts';

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

/** Carried out if it still fits: what has changed since it was asked for may have taken its room or its money. */
function approved(
  state: CycleState,
  change: ChangeRequest,
  by: PersonId | null,
  context: Context,
): readonly CycleEvent[] {
  const { id, what, emergency } = change;
  if (emergency) return [event('ChangeConfirmed', { change: id, by })];
  const offering = offeringOf(what);
  const gone =
    what.kind !== 'add' && offering !== null && (!state.lines[offering] || state.offerings[offering]?.result);
  if (gone || effectOf(state, what, context).faults.length) {
    return [event('ChangeRejected', { change: id, by, silent: true })];
  }
  return [event('ChangeApplied', { change: id, planned: lineAfter(state, what), emergency: false })];
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
  const fits = [before, ...trimmed(state, change)].find((o) => faultsWith(state, o.id, o, context).length === 0);
  return fits ?? null;
}

function trimmed(state: CycleState, { what, after }: ChangeRequest): PlannedOffering[] {
  if (what.kind !== 'participants' || !after) return [];
  const participants = after.participants.filter((p) => !what.add.includes(p));
  return participants.length ? [amended(state, after, { participants })] : [];
}

/** Asks somebody else when whoever was asked has stepped back, or nobody was there to ask. */
export function handedOn(state: CycleState, change: ChangeRequest, context: Context): readonly CycleEvent[] {
  const given = taskIn(context, change.round, change.task);
  const back = given?.state === 'recused' || given?.state === 'declined' || given?.state === 'withdrawn';
  if (change.approver !== null && !back) return [];
  const approver = deciderOf(state, change, triedFor(change, context), context);
  if (approver === null && change.approver === null) return [];
  const due = changeDue(state, context);
  const [round, started] = ensureRound(state, 'changes', due);
  const asked = freshTask(context, round, change.id);
  return [...started, event('ChangePassedOn', { change: change.id, approver, round, task: asked, due })];
}
