import type { Change } from '../../../contracts/cycle/changes.ts';
import type { CycleEvent } from '../../../contracts/cycle/events.ts';
import type { PersonId } from '../../../contracts/ids.ts';
import type { ChangeOutcome } from '../../../contracts/notices/cycle.ts';
import type { PlannedOffering } from '../../../contracts/planning.ts';
import { personal } from '../../../contracts/private.ts';
import { type HouseReason, house } from '../../../contracts/reasons.ts';
import { NOTHING_OPEN, order } from '../../procedure/orders.ts';
import { firstOf, task } from '../../procedure/part.ts';
import { taskIn } from '../../procedure/rounds.ts';
import type { Consequence, Context } from '../../process.ts';
import { refuse } from '../../refuse.ts';
import { alarm, event, notice, type Part } from '../kit.ts';
import type { ChangeRequest, CycleState } from '../state.ts';
import { maySteer, steeringNamed } from '../steered-by.ts';
import { decided, handedOn } from './change-decision.ts';
import { reckoned } from './change-effect.ts';
import { CHANGE_FORM, CHANGES_TITLE } from './change-form.ts';
import { orderFor, refusalByCourse } from './change-order.ts';
import { offeringsDue } from './execution.ts';
import { limitTold } from './limit-told.ts';
import { lineAfter, lineBefore, nextOffering } from './lines.ts';
import { faultOfRequest } from './request-faults.ts';
import { isPending, nextChange, offeringOf, requestEvents } from './requests.ts';

/** The approved plan changes by a request to the right approver; an emergency is carried out first and settled after. */
export const changes = {
  commands: {
    requestChange(state, { actor, body }, context) {
      const { emergency } = body;
      const change = numbered(state, body.change);
      const fault = faultOfRequest(state, { change, actor, emergency }, context);
      if (fault) return fault;
      if (emergency && change.kind === 'budget') {
        return refuse('not-allowed/no-money-in-emergency', {});
      }
      const { effect, breaks } = reckoned(state, change, context);
      if (breaks) return refuse('plan-limits/breaks', { fault: limitTold(state, { change, actor }, breaks, context) });
      const id = nextChange(state);
      const planned = lineAfter(state, change, context);
      const refusal = refusalByCourse(state, { id, what: change }, planned, context);
      if (refusal) return refusal;
      const asked = requestEvents(state, { change, actor, emergency, effect, why: body.reason }, context);
      return emergency ? [...asked, event('ChangeApplied', { change: id, by: null, planned, emergency: true })] : asked;
    },
    withdrawChange(state, { actor, body }, context) {
      const change = state.changes[body.change];
      // Of one of others nobody hears whether it is there.
      if (!change || (actor !== change.by && !maySteer(state, actor, context)))
        return refuse('not-found/no-change', { change: body.change, people: steeringNamed(state, context) });
      if (change.state !== 'asked') {
        return refuse('not-allowed/change-not-waiting', { change: change.id, state: change.state });
      }
      return [event('ChangeWithdrawn', { change: change.id, reason: personal(actor, body.reason) })];
    },
  },
  folds: {
    ChangeRequested(state, { change: id, what, by, emergency, effect, approver, round, task: asked, reason }) {
      const request: ChangeRequest = {
        ...{ id, what, by, reason, emergency, effect, approver, task: asked, state: 'asked' },
        round,
        before: lineBefore(state, what),
        after: null,
        failure: null,
      };
      state.changes = { ...state.changes, [id]: request };
    },
    ChangePassedOn(state, { change, approver, round, task: asked }) {
      amend(state, change, { approver, round: round, task: asked });
    },
    ChangeWithdrawn: (state, { change }) => amend(state, change, { state: 'withdrawn' }),
    ChangeRejected: (state, { change }) => amend(state, change, { state: 'rejected' }),
    ChangeFailed: (state, { change, why }) => amend(state, change, { state: 'failed', failure: why }),
    ChangeConfirmed: (state, { change }) => amend(state, change, { state: 'confirmed' }),
    ChangeApplied(state, { change: id, planned }) {
      const change = state.changes[id];
      if (!change) return;
      // What it finds is what it changes: others may have been carried out since it was asked for.
      amend(state, id, { state: 'applied', before: lineBefore(state, change.what), after: planned });
      const { what } = change;
      if (what.kind === 'budget') state.budgetChanges = { ...state.budgetChanges, [what.line]: what.amount };
      else setLine(state, offeringOf(what)!, planned);
    },
    ChangeUndone(state, { change: id, planned }) {
      const change = state.changes[id];
      if (!change) return;
      amend(state, id, { state: 'undone' });
      if (change.what.kind === 'cancel') {
        if (planned) setLine(state, planned.id, planned);
      } else setLine(state, offeringOf(change.what)!, planned);
    },
  },
  follows: {
    ChangeRequested: (state, { change, approver, due }) => [
      ...ask(state.changes[change]!, due),
      ...(approver ? [] : alarm(state, 'approver-missing', { change })),
    ],
    ChangePassedOn: (state, { change, approver, due }) => [
      ...ask(state.changes[change]!, due),
      ...(approver ? [] : alarm(state, 'approver-missing', { change })),
    ],
    ChangeWithdrawn: (state, { change }) => {
      const request = state.changes[change]!;
      return request.approver ? [takenBack(request, house('request-withdrawn'))] : [];
    },
    ChangeApplied: (state, { change: id, planned }, context) => {
      const change = state.changes[id]!;
      return [
        ...carriedOut(state, change, planned, context),
        ...told(state, change, change.emergency ? 'emergency' : 'applied'),
      ];
    },
    ChangeRejected: (state, { change: id, silent }, context) => {
      const change = state.changes[id]!;
      const waits = ['open', 'drafted'].includes(taskIn(context, change.round, change.task)?.state ?? '');
      return [
        ...(waits ? [takenBack(change, house('course-gone-on'))] : []),
        ...told(state, change, 'rejected'),
        ...(silent ? alarm(state, 'change-silent', { change: id }) : []),
      ];
    },
    ChangeFailed: (state, { change: id, by, why }) => {
      const change = state.changes[id]!;
      return [
        ...told(state, change, 'failed'),
        ...(by ? [toldOf(state, by, change, 'failed')] : []),
        ...alarm(state, 'change-failed', { change: id, limits: [why.en] }),
      ];
    },
    ChangeConfirmed: (state, { change: id }) => told(state, state.changes[id]!, 'confirmed'),
    ChangeUndone: (state, { change: id, planned }, context) => {
      const change = state.changes[id]!;
      const same = JSON.stringify(planned) === JSON.stringify(change.after);
      return [
        ...(change.what.kind === 'cancel' || same ? [] : carriedOut(state, change, planned, context)),
        ...told(state, change, 'undone'),
        ...alarm(state, 'change-undone', { change: id, offering: planned?.id ?? null }),
      ];
    },
  },
  sheets: {
    changes: () => ({ title: CHANGES_TITLE, form: CHANGE_FORM, minutes: 10, tasks: [] }),
  },
} satisfies Part;

/** An offering that is added gets the next number, whatever it was called in the request. */
function numbered(state: CycleState, change: Change): Change {
  return change.kind === 'add' ? { ...change, planned: { ...change.planned, id: nextOffering(state) } } : change;
}

function amend(state: CycleState, id: string, values: Partial<ChangeRequest>): void {
  const change = state.changes[id];
  if (change) state.changes = { ...state.changes, [id]: { ...change, ...values } };
}

function setLine(state: CycleState, id: string, planned: PlannedOffering | null): void {
  const { [id]: _, ...others } = state.lines;
  state.lines = planned ? { ...others, [planned.id]: planned } : others;
  const started = planned && state.offerings[planned.id];
  if (started) state.offerings = { ...state.offerings, [planned.id]: { ...started, planned } };
}

function ask({ id, approver, round, task: asked, by }: ChangeRequest, due: number): Consequence[] {
  if (!approver) return [];
  return [order(round, 'addTasks', { tasks: [task(asked, approver, { about: id, due, barred: [by] })] }, 'undo')];
}

function takenBack({ round, task: asked }: ChangeRequest, reason: HouseReason): Consequence {
  return order(round, 'withdraw', { tasks: [asked], reason }, NOTHING_OPEN);
}

function carriedOut(
  state: CycleState,
  change: ChangeRequest,
  planned: PlannedOffering | null,
  context: Context,
): Consequence[] {
  const told = orderFor(state, change, planned, context);
  return told ? [told] : [];
}

function told(state: CycleState, change: ChangeRequest, outcome: ChangeOutcome): Consequence[] {
  return [toldOf(state, change.by, change, outcome)];
}

function toldOf(state: CycleState, to: PersonId, { id, what }: ChangeRequest, outcome: ChangeOutcome): Consequence {
  return notice(state, to, 'cycle.changeDecided', { change: id, outcome, offering: offeringOf(what) });
}

export function changesDue(state: CycleState, context: Context): readonly CycleEvent[] {
  return firstOf(
    () => offeringsDue(state, context),
    () =>
      Object.values(state.changes)
        .filter(isPending)
        .reduce<readonly CycleEvent[]>(
          (found, change) =>
            found.length
              ? found
              : firstOf(
                  () => decided(state, change, context),
                  () => handedOn(state, change, context),
                ),
          [],
        ),
  );
}
