import {
  ApprovalStep,
  type Approver,
  type CycleEvent,
  type CycleEventBodies,
} from '../../../contracts/cycle/events.ts';
import type { Instant, PersonId, StreamId } from '../../../contracts/ids.ts';
import { termsOf } from '../../procedure/standing.ts';
import type { Context } from '../../process.ts';
import { event, startRound } from '../kit.ts';
import { type ApprovalAnswer, type CycleState, latestPlan } from '../state.ts';
import { dueIn } from '../timetable.ts';
import { deciderFor, plannersOf, type Slot, slotsOf } from './approvers.ts';
import { isSamePart, versionOf } from './looked.ts';

/** The steps of the approval in their order. */
export const APPROVAL_STEPS = ApprovalStep.options;

/**
 * Asks everybody whose word a step still needs. Words given earlier stand for those whose part has not changed since;
 * when that is everybody, nobody is asked and the step is through. Nothing, when this would ask as it has been asked.
 */
export function approversAsked(state: CycleState, step: ApprovalStep, context: Context): readonly CycleEvent[] {
  const { version, plan } = latestPlan(state)!;
  const due = dueIn(state.timetable!.approvalStep, termsOf(state), context);
  const needed = slotsOf(step, state, plan, context.organisation).filter((s) => !stands(state, step, s, context));
  const { approvers, missing } = found(state, step, needed, due, context);
  const before = state.approval?.step === step && state.approval.version === version ? state.approval : null;
  const same = before !== null && approvers.length === 0 && (before.approvers.length === 0 || missing.length === 0);
  if (same) return [];
  const asked = event('ApprovalAsked', { step, version, approvers, missing });
  return approvers.length ? [asked, startRound(state, 'approval', due)] : [asked];
}

function found(state: CycleState, step: ApprovalStep, needed: readonly Slot[], due: Instant, context: Context) {
  const approvers: Approver[] = [];
  const missing: CycleEventBodies['ApprovalAsked']['missing'] = [];
  for (const slot of needed) {
    const unfit = new Set([...plannersOf(state), ...passed(state, step, slot)]);
    const who = deciderFor(state, context.organisation, slot.person, unfit, { from: context.now, to: due });
    if (!who) missing.push({ person: slot.person, department: slot.department });
    else if (slot.department !== null || !speaks(who.person)) approvers.push({ ...who, department: slot.department });
  }
  return { approvers, missing };

  /** Somebody who stands in for others of a list is asked once, and speaks for them all. */
  function speaks(person: PersonId): boolean {
    const { version } = latestPlan(state)!;
    const said = state.approvals
      .slice(state.approvalsVoid)
      .some((a) => a.step === step && a.version === version && a.person === person && a.answer !== 'passed');
    return said || approvers.some((a) => a.person === person);
  }
}

/** Whoever stepped back from this version; somebody else is asked. */
function passed(state: CycleState, step: ApprovalStep, { key }: Slot): PersonId[] {
  const { version } = latestPlan(state)!;
  return wordsOf(state, step, key)
    .filter((a) => a.answer === 'passed' && a.version === version)
    .map((a) => a.person);
}

function wordsOf(state: CycleState, step: ApprovalStep, key: string): ApprovalAnswer[] {
  return state.approvals.slice(state.approvalsVoid).filter((a) => a.step === step && a.slot === key);
}

/** True when the last word for a slot still holds: it was a yes, and nothing of its part has changed. */
function stands(state: CycleState, step: ApprovalStep, slot: Slot, { organisation }: Context): boolean {
  const word = wordsOf(state, step, slot.key).at(-1);
  if (!word || word.answer === 'returned' || word.answer === 'passed') return false;
  const seen = versionOf(state, word.version);
  return seen !== undefined && isSamePart(seen.plan, latestPlan(state)!.plan, slot.department, organisation);
}

/** Returns of a step on a version that have not been taken up. */
export function stepsBack(state: CycleState, step: ApprovalStep, version: number): readonly ApprovalAnswer[] {
  return state.approvals
    .slice(state.approvalsVoid)
    .filter((a) => a.step === step && a.version === version && a.answer === 'returned');
}

/** True while somebody who was asked in the round has not answered. */
export function unanswered(state: CycleState, round: StreamId): boolean {
  const said = state.approvals.filter((a) => a.round === round).length;
  return said < (state.approval?.approvers.length ?? 0);
}
