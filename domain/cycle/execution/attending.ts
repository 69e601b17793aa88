import type { PersonId } from '../../../contracts/ids.ts';
import type { PassedOver } from '../../../contracts/offering/terms.ts';
import type { PlannedOffering } from '../../../contracts/planning.ts';
import { dayAway } from '../../offering/away.ts';
import { expected } from '../../offering/seats.ts';
import type { OfferingState } from '../../offering/state.ts';
import { isEmployed } from '../../organisation/scope.ts';
import type { Context } from '../../process.ts';
import { amended } from '../compiling/amendments.ts';
import type { CycleState } from '../state.ts';

/** The offering as it stands, while it has not come home; undefined: it was never started, or is over. */
export function courseOf(state: CycleState, offering: string, context: Context): OfferingState | undefined {
  const started = state.offerings[offering];
  return started && (context.child(started.stream) as OfferingState | undefined);
}

/**
 * Who comes to an offering of the plan: who has a seat by now, and who of the plan is still to be asked; nobody who has
 * left. Who was in one that is over stays in it.
 */
export function attending(state: CycleState, line: PlannedOffering, context: Context): readonly PersonId[] {
  const course = courseOf(state, line.id, context);
  const goesOn = course?.phase === 'running' || course?.phase === 'paused';
  return goesOn ? expected(course, context.organisation) : stillHere(state, line, context);
}

/** The participants of a line who have not left; of one that is over, all. */
function stillHere(state: CycleState, { id, participants }: PlannedOffering, context: Context): readonly PersonId[] {
  const phase = courseOf(state, id, context)?.phase;
  const isOver = state.offerings[id]?.result || phase === 'closed' || phase === 'cancelled';
  return isOver ? participants : participants.filter((p) => isEmployed(context.organisation, p));
}

/** The lines of the plan with the people who really come to each; nothing is paid for those who have left. */
export function attendedLines(state: CycleState, context: Context): PlannedOffering[] {
  return Object.values(state.lines).map((line) => {
    const here = stillHere(state, line, context);
    const paid = here.length < line.participants.length ? amended(state, line, { participants: [...here] }) : line;
    return { ...paid, participants: [...attending(state, line, context)] };
  });
}

/** What keeps somebody from an offering: their leave, or another offering that they teach or take part in; null: nothing. */
export function hindranceOf(
  person: PersonId,
  { id, days, trainer }: PlannedOffering,
  lines: readonly PlannedOffering[],
  { organisation }: Context,
): Omit<PassedOver, 'person'> | null {
  if (trainer === person) return { why: 'teaching', day: days[0]!, offering: id };
  const away = dayAway(person, days, organisation);
  if (away !== undefined) return { why: 'away', day: away, offering: null };
  for (const other of lines) {
    if (other.id === id) continue;
    const teaches = other.trainer === person;
    const day = teaches || other.participants.includes(person) ? days.find((d) => other.days.includes(d)) : undefined;
    if (day !== undefined) return { why: teaches ? 'teaching' : 'course', day, offering: other.id };
  }
  return null;
}
