import type { Change } from '../../../contracts/cycle/changes.ts';
import type { Actor, PersonId } from '../../../contracts/ids.ts';
import { termsOf } from '../../procedure/standing.ts';
import type { Context, Rejection } from '../../process.ts';
import { refuse } from '../../refuse.ts';
import type { CycleState } from '../state.ts';
import { maySteer, steeringNamed } from '../steered-by.ts';
import { localDay } from '../timetable.ts';
import { attending } from './attending.ts';
import { lineBefore } from './lines.ts';
import { headOfPerson, isPending, offeringOf } from './requests.ts';

interface Asked {
  readonly change: Change;
  readonly actor: Actor;
  readonly emergency: boolean;
}

/** Why a change cannot be asked for; null when it can. What stands about a line hears nobody who may not ask for changes of it. */
export function faultOfRequest(state: CycleState, asked: Asked, context: Context): Rejection | null {
  const { change } = asked;
  if (!takesChanges(state)) {
    return refuse('wrong-stage/changes-not-now', { stage: state.stage });
  }
  return (
    faultOfOffering(state, change) ??
    faultOfActor(state, asked, context) ??
    faultOfHaste(state, asked, context) ??
    faultOfLine(state, change, context) ??
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
  return people.some((p) => headOfPerson(p, context.organisation) === actor);
}

function faultOfOffering(state: CycleState, change: Change): Rejection | null {
  if (!('offering' in change) || lineBefore(state, change)) return null;
  return refuse('not-approved/not-in-approved-plan', { offering: change.offering });
}

function faultOfLine(state: CycleState, change: Change, context: Context): Rejection | null {
  if (change.kind === 'budget') {
    return termsOf(state).budget.some((b) => b.id === change.line)
      ? null
      : refuse('not-found/no-budget-line', { line: change.line });
  }
  const line = lineBefore(state, change);
  if (!line) return null;
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

/**
 * Operations, HR and management ask for any change, the trainer of the offering for those of it. Heads ask where their people
 * are concerned, and bring in and take out nobody but these: of others they do not even hear whether they take part.
 */
function faultOfActor(state: CycleState, { change, actor }: Asked, context: Context): Rejection | null {
  const line = lineBefore(state, change);
  if (line?.trainer === actor || mayAskAbout(state, [], actor, context)) return null;
  const named = peopleNamed(change);
  const own = named.filter((p) => headOfPerson(p, context.organisation) === actor);
  const people = steeringNamed(state, context);
  if (named.length > own.length && own.length > 0) return refuse('not-yours/people-of-change', { people });
  const concerned =
    own.length > 0 || (named.length === 0 && mayAskAbout(state, line?.participants ?? [], actor, context));
  return concerned ? null : refuse('not-yours/change', { people });
}

/** Whom a change brings into an offering or takes out of it. */
function peopleNamed(change: Change): readonly PersonId[] {
  if (change.kind === 'add') return change.planned.participants;
  return change.kind === 'participants' ? [...change.add, ...change.remove] : [];
}

/** Nobody has said a word before an emergency is carried out: it is for those who see to the offering. */
function faultOfHaste(state: CycleState, { change, actor, emergency }: Asked, context: Context): Rejection | null {
  if (!emergency || maySteer(state, actor, context) || lineBefore(state, change)?.trainer === actor) return null;
  return refuse('not-yours/emergency-change', { people: steeringNamed(state, context) });
}
