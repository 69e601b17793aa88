import type { PersonId } from '../../contracts/ids.ts';
import type { PassedOver } from '../../contracts/offering/terms.ts';
import type { PlannedOffering } from '../../contracts/planning.ts';
import { expected } from '../offering/seats.ts';
import type { OfferingState } from '../offering/state.ts';
import type { Context } from '../process.ts';
import type { CycleState } from './state.ts';

/** The offering as it stands, while it has not come home; undefined: it was never started, or is over. */
export function courseOf(state: CycleState, offering: string, context: Context): OfferingState | undefined {
  const started = state.offerings[offering];
  return started && (context.child(started.stream) as OfferingState | undefined);
}

/** Who comes to an offering of the plan: who has a seat by now, and who of the plan is still to be asked. */
export function attending(state: CycleState, line: PlannedOffering, context: Context): readonly PersonId[] {
  const course = courseOf(state, line.id, context);
  const goesOn = course?.phase === 'running' || course?.phase === 'paused';
  return goesOn ? expected(course) : line.participants;
}

/** The lines of the plan with the people who really come to each. */
export function attendedLines(state: CycleState, context: Context): PlannedOffering[] {
  return Object.values(state.lines).map((line) => ({ ...line, participants: [...attending(state, line, context)] }));
}

/** What keeps somebody from an offering: their leave, or another offering that they teach or take part in; null: nothing. */
export function hindranceOf(
  person: PersonId,
  { id, days, trainer }: PlannedOffering,
  lines: readonly PlannedOffering[],
  { organisation }: Context,
): Omit<PassedOver, 'person'> | null {
  if (trainer === person) return { why: 'teaching', day: days[0]!, offering: id };
  const absences = organisation.people.get(person)?.absences ?? [];
  const away = days.find((day) => absences.some(({ from, to }) => from <= day && day <= to));
  if (away !== undefined) return { why: 'away', day: away, offering: null };
  for (const other of lines) {
    if (other.id === id) continue;
    const teaches = other.trainer === person;
    const day = teaches || other.participants.includes(person) ? days.find((d) => other.days.includes(d)) : undefined;
    if (day !== undefined) return { why: teaches ? 'teaching' : 'course', day, offering: other.id };
  }
  return null;
}
