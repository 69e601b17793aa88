import type { Change } from '../../../contracts/cycle/changes.ts';
import type { Actor, PersonId } from '../../../contracts/ids.ts';
import { departmentHead } from '../../organisation/line.ts';
import { termsOf } from '../../procedure/standing.ts';
import { type Context, type Rejection, reject } from '../../process.ts';
import type { CycleState } from '../state.ts';
import { maySteer, steeringNamed } from '../steered-by.ts';
import { localDay } from '../timetable.ts';
import { attending } from './attending.ts';
import { lineBefore } from './lines.ts';
import { isPending, offeringOf } from './requests.ts';

/** Why a change cannot be asked for; null when it can. */
export function faultOfRequest(state: CycleState, change: Change, actor: Actor, context: Context): Rejection | null {
  if (!takesChanges(state)) {
    return reject('wrong-stage', `Changes are asked for once the plan is approved; the cycle is at "${state.stage}".`);
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
      : reject('not-found', `There is no budget line ${change.line}; check its name.`);
  }
  if (change.kind === 'add') return null;
  const line = lineBefore(state, change);
  if (!line) return reject('not-approved', `The approved plan has no offering ${change.offering}; check its number.`);
  if (state.offerings[line.id]?.result) return reject('procedure-closed', `${line.id} is over; it cannot be changed.`);
  const waiting = Object.values(state.changes).find((c) => isPending(c) && offeringOf(c.what) === line.id);
  if (waiting) {
    return reject('not-allowed', `${waiting.id} about ${line.id} is not decided yet; ask again when it is.`);
  }
  return faultOfBegun(state, change, context);
}

/** What has begun keeps its days, its place and its people; its trainer may fall ill. */
export function faultOfBegun(state: CycleState, change: Change, { now }: Context): Rejection | null {
  const line = lineBefore(state, change);
  const begun = line !== null && line.days[0]! <= localDay(now, termsOf(state).timeZone);
  return begun && change.kind !== 'trainer'
    ? reject('too-late', `${line.id} has begun on ${line.days[0]}; only its trainer can be replaced now.`)
    : null;
}

/** What a change of people says must change something for each of them. */
function faultOfPeople(state: CycleState, change: Change, context: Context): Rejection | null {
  const line = change.kind === 'participants' ? lineBefore(state, change) : null;
  if (change.kind !== 'participants' || !line) return null;
  const { add, remove } = change;
  if (add.length + remove.length === 0) {
    return reject('not-allowed', 'Name somebody who is to come in, or to be taken out.');
  }
  const people = attending(state, line, context);
  const there = add.find((p) => people.includes(p));
  if (there !== undefined) return reject('already-so', `${there} is in ${line.id} already; leave ${there} out.`);
  const stranger = remove.find((p) => !people.includes(p));
  return stranger === undefined
    ? null
    : reject('already-so', `${stranger} is not in ${line.id}, or has given up the seat; leave ${stranger} out.`);
}

/** No offering without a need that stands behind it. */
function faultOfNeeds(state: CycleState, change: Change): Rejection | null {
  if (change.kind !== 'add') return null;
  const { course, needs } = change.planned;
  if (!state.courses[course])
    return reject('not-found', `There is no course ${course}; add it to the catalogue first.`);
  const unknown = needs.find((n) => !state.merged[n]);
  return unknown ? reject('not-found', `There is no merged need ${unknown}; an offering meets a need.`) : null;
}

function faultOfActor(state: CycleState, change: Change, actor: Actor, context: Context): Rejection | null {
  const line = change.kind === 'add' ? change.planned : lineBefore(state, change);
  if (line?.trainer === actor && change.kind !== 'add') return null;
  const people = [...(line?.participants ?? []), ...(change.kind === 'participants' ? change.add : [])];
  if (mayAskAbout(state, people, actor, context)) return null;
  return reject(
    'not-yours',
    `Only the trainer, the head of a department whose people are concerned, the management that approves, ${steeringNamed(state, context)} may ask for this change; ask one of them.`,
  );
}
