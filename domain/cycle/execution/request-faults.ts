import type { Change } from '../../../contracts/cycle/changes.ts';
import type { Actor, PersonId } from '../../../contracts/ids.ts';
import { departmentHead } from '../../organisation/line.ts';
import { termsOf } from '../../procedure/standing.ts';
import type { Context, Rejection } from '../../process.ts';
import { refuse } from '../../refuse.ts';
import type { CycleState } from '../state.ts';
import { maySteer, steeringNamed } from '../steered-by.ts';
import { localDay } from '../timetable.ts';
import { attending } from './attending.ts';
import { lineBefore } from './lines.ts';
import { isPending, offeringOf } from './requests.ts';

/** Why a change cannot be asked for; null when it can. */
export function faultOfRequest(state: CycleState, change: Change, actor: Actor, context: Context): Rejection | null {
  if (!takesChanges(state)) {
    return refuse('wrong-stage/changes-not-now', { stage: state.stage });
  }
  return (
    faultOfLine(state, change, context) ??
    faultOfActor(state, change, actor, context) ??
    faultOfPeople(state, change, context) ??
    faultOfNeeds(state, change)
  );
}

/** Whether the plan is approved and not done with, so that changes of it are asked for. */
export function takesChanges({ frozen, stage }: CycleState): boolean {
  return frozen !== null && (stage === 'execution' || stage === 'effect');
}

/** Whether somebody may ask for changes by which these people are concerned, whatever offering it is about. */
export function mayAskAbout(
  state: CycleState,
  people: readonly PersonId[],
  actor: Actor,
  context: Pick<Context, 'organisation' | 'now'>,
): boolean {
  if (maySteer(state, actor, context) || termsOf(state).approval.management.includes(actor)) return true;
  const { organisation } = context;
  const departments = new Set(people.flatMap((p) => organisation.people.get(p)?.department ?? []));
  return [...departments].some((d) => departmentHead(organisation, d) === actor);
}

function faultOfLine(state: CycleState, change: Change, context: Context): Rejection | null {
  if (change.kind === 'budget') {
    return termsOf(state).budget.some((b) => b.id === change.line)
      ? null
      : refuse('not-found/no-budget-line', { line: change.line });
  }
  if (change.kind === 'add') return null;
  const line = lineBefore(state, change);
  if (!line) return refuse('not-approved/not-in-approved-plan', { offering: change.offering });
  if (state.offerings[line.id]?.result) return refuse('procedure-closed/offering-over', { offering: line.id });
  const waiting = Object.values(state.changes).find((c) => isPending(c) && offeringOf(c.what) === line.id);
  if (waiting) {
    return refuse('not-allowed/change-waits', { change: waiting.id, offering: line.id });
  }
  return faultOfBegun(state, change, context);
}

/** What has begun keeps its days, its place and its people; its trainer may fall ill. */
export function faultOfBegun(state: CycleState, change: Change, { now }: Context): Rejection | null {
  const line = lineBefore(state, change);
  const begun = line !== null && line.days[0]! <= localDay(now, termsOf(state).timeZone);
  return begun && change.kind !== 'trainer'
    ? refuse('too-late/offering-begun', { offering: line.id, day: line.days[0]! })
    : null;
}

/** What a change of people says must change something for each of them. */
function faultOfPeople(state: CycleState, change: Change, context: Context): Rejection | null {
  const line = change.kind === 'participants' ? lineBefore(state, change) : null;
  if (change.kind !== 'participants' || !line) return null;
  const { add, remove } = change;
  if (add.length + remove.length === 0) {
    return refuse('not-allowed/nobody-named', {});
  }
  const people = attending(state, line, context);
  const there = add.find((p) => people.includes(p));
  if (there !== undefined) return refuse('already-so/in-offering-already', { person: there, offering: line.id });
  const stranger = remove.find((p) => !people.includes(p));
  return stranger === undefined ? null : refuse('already-so/not-in-offering', { person: stranger, offering: line.id });
}

/** No offering without a need that stands behind it. */
function faultOfNeeds(state: CycleState, change: Change): Rejection | null {
  if (change.kind !== 'add') return null;
  const { course, needs } = change.planned;
  if (!state.courses[course]) return refuse('not-found/no-course', { course });
  const unknown = needs.find((n) => !state.merged[n]);
  return unknown ? refuse('not-found/no-merged-need-for-offering', { need: unknown }) : null;
}

function faultOfActor(state: CycleState, change: Change, actor: Actor, context: Context): Rejection | null {
  const line = change.kind === 'add' ? change.planned : lineBefore(state, change);
  if (line?.trainer === actor && change.kind !== 'add') return null;
  const people = [...(line?.participants ?? []), ...(change.kind === 'participants' ? change.add : [])];
  if (mayAskAbout(state, people, actor, context)) return null;
  return refuse('not-yours/change', { people: steeringNamed(state, context) });
}
