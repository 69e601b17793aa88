import { SYSTEM } from '../../../contracts/ids.ts';
import type { PlannedOffering } from '../../../contracts/planning.ts';
import { house } from '../../../contracts/reasons.ts';
import { offeringProcess } from '../../offering/offering.ts';
import { order } from '../../procedure/orders.ts';
import { type Context, isRejection, type Order, type Rejection } from '../../process.ts';
import { refuse } from '../../refuse.ts';
import type { ChangeRequest, CycleState } from '../state.ts';
import { courseOf, attending as peopleIn } from './attending.ts';
import { offeringOf } from './requests.ts';
import { whereabouts } from './start.ts';

type Asked = Pick<ChangeRequest, 'id' | 'what'>;

/**
 * What the offering is told when a change is carried out or undone; it tells its participants and trainer. `planned`: the
 * line as it shall be; null: it is not held. Null when no offering has to be told: one that is added is started by the
 * plan itself.
 */
export function orderFor(
  state: CycleState,
  { id, what }: Asked,
  planned: PlannedOffering | null,
  context: Context,
): Order | null {
  const offering = offeringOf(what);
  const started = offering === null ? undefined : state.offerings[offering];
  if (!started) return null;
  const reason = house('change-request', id);
  if (!planned) return order(started.stream, 'cancel', { reason }, 'undo');
  if (what.kind === 'add' || what.kind === 'cancel' || what.kind === 'budget') return null;
  const attending = what.kind === 'participants' ? peopleIn(state, started.planned, context) : null;
  const body = { planned, kind: what.kind, attending, ...whereabouts(state, planned), reason };
  return order(started.stream, 'change', body, 'undo');
}

/**
 * Why the offering would refuse a change, by its own rules and as it stands; null: it takes it, or need not be told. So
 * the plan never says what the course does not do.
 */
export function refusalByCourse(
  state: CycleState,
  change: Asked,
  planned: PlannedOffering | null,
  context: Context,
): Rejection | null {
  const told = orderFor(state, change, planned, context);
  if (!told) return null;
  const offering = offeringOf(change.what)!;
  const course = courseOf(state, offering, context);
  if (!course) {
    return state.offerings[offering]?.result
      ? refuse('procedure-closed/offering-over', { offering })
      : refuse('not-allowed/offering-not-started', { offering });
  }
  const command = { id: change.id, actor: SYSTEM, ...told.command };
  const decision = offeringProcess.decide(course, command as never, context);
  return isRejection(decision) ? decision : null;
}
