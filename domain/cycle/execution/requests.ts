import type { Change, ChangeEffect } from '../../../contracts/cycle/changes.ts';
import type { CycleEvent } from '../../../contracts/cycle/events.ts';
import type { Actor, Instant, PersonId } from '../../../contracts/ids.ts';
import { personal } from '../../../contracts/private.ts';
import { departmentHead } from '../../organisation/line.ts';
import type { OrganisationState } from '../../organisation/state.ts';
import { childOf, freshTask } from '../../procedure/rounds.ts';
import { termsOf } from '../../procedure/standing.ts';
import type { Context } from '../../process.ts';
import { deciderFor } from '../approval/approvers.ts';
import { ensureRound, event } from '../kit.ts';
import type { ChangeRequest, CycleState } from '../state.ts';
import { dueIn } from '../timetable.ts';
import { effectOf } from './change-effect.ts';

interface Request {
  readonly change: Change;
  readonly actor: Actor;
  readonly emergency: boolean;
  readonly effect: ChangeEffect;
  readonly why: string;
}

/** `C-007`: the number that the next change request gets. */
export function nextChange({ changes }: CycleState): string {
  return `C-${String(Object.keys(changes).length + 1).padStart(3, '0')}`;
}

/** Puts a change to whoever has to decide it. */
export function requestEvents(state: CycleState, request: Request, context: Context): CycleEvent[] {
  const { change, actor, emergency, effect, why } = request;
  const id = nextChange(state);
  const by = actor === 'system' ? (state.owner ?? actor) : actor;
  const approver = deciderOf(state, { what: change, by, effect }, [], context);
  const due = changeDue(state, context, approver);
  const [round, started] = ensureRound(state, 'changes', changeDue(state, context));
  const reason = personal(by, why);
  return [
    ...started,
    event('ChangeRequested', {
      change: id,
      what: change,
      by,
      emergency,
      effect,
      approver,
      round,
      task: freshTask(context, round, id),
      due,
      reason,
    }),
  ];
}

/** Money that a leader takes back after the plan was frozen becomes a change request by itself, its effect shown. */
export function budgetRequest(
  state: CycleState,
  { line, amount, actor, why }: { line: string; amount: number; actor: Actor; why: string },
  context: Context,
): CycleEvent[] {
  const change: Change = { kind: 'budget', line, amount };
  return requestEvents(
    state,
    { change, actor, emergency: false, effect: effectOf(state, change, context), why },
    context,
  );
}

/** By when a change is to be decided that is put to somebody now. */
export function changeDue(state: CycleState, context: Context, approver: PersonId | null = null): Instant {
  return dueIn(state.timetable!.change, termsOf(state), context, approver);
}

type Asked = Pick<ChangeRequest, 'what' | 'by' | 'effect'>;

/**
 * Whose word a change needs: for money beyond what is minor, and for budgets, the first of top management; for who
 * takes part, the head of them all; else the first of HR. Never whoever asked for it.
 */
export function deciderOf(
  state: CycleState,
  { what, by, effect }: Asked,
  tried: readonly PersonId[],
  context: Context,
): PersonId | null {
  const { approval, minorChange } = termsOf(state);
  const span = { from: context.now, to: changeDue(state, context) };
  const unfit = new Set([by, ...tried]);
  const dear = what.kind === 'budget' || effect.money > minorChange;
  const head = what.kind === 'participants' && !dear ? headOf(effect.people, context.organisation) : null;
  const list = head ? [head] : dear ? approval.management : approval.hr;
  for (const person of list) {
    const direct = deciderFor(state, context.organisation, person, unfit, span);
    if (direct?.person === person) return person;
  }
  for (const person of list) {
    const other = deciderFor(state, context.organisation, person, unfit, span);
    if (other) return other.person;
  }
  return null;
}

/** The head of all these people; null: they are of several, of whom none can speak for the people of another. */
function headOf(people: readonly PersonId[], organisation: OrganisationState): PersonId | null {
  const heads = new Set(people.map((p) => headOfPerson(p, organisation)));
  const [head = null] = heads;
  return heads.size === 1 ? head : null;
}

/** The head of the department of somebody; null: there is none, or nobody knows the person. */
export function headOfPerson(person: PersonId, organisation: OrganisationState): PersonId | null {
  const department = organisation.people.get(person)?.department;
  return department === undefined ? null : departmentHead(organisation, department);
}

/** Whoever has held the task of a change and stepped back from it. */
export function triedFor(change: ChangeRequest, context: Context): PersonId[] {
  const tasks = [...(childOf(context, change.round)?.tasks.values() ?? [])];
  return tasks
    .filter((t) => t.about === change.id && (t.state === 'recused' || t.state === 'declined'))
    .flatMap((t) => t.holders);
}

/** True while somebody has still to decide it, an emergency that was carried out included. */
export function isPending(change: ChangeRequest): boolean {
  return change.state === 'asked' || (change.state === 'applied' && change.emergency);
}

/** The offering that a change is about; null: it is about money only. */
export function offeringOf(change: Change): string | null {
  if (change.kind === 'add') return change.planned.id;
  return change.kind === 'budget' ? null : change.offering;
}
