import type { ApprovalStep, Approver } from '../../../contracts/cycle/events.ts';
import type { Instant, PersonId } from '../../../contracts/ids.ts';
import type { Plan } from '../../../contracts/planning.ts';
import { isAwayThrough } from '../../calendar/leave.ts';
import { wallTimeOf } from '../../calendar/zone.ts';
import { personTime } from '../../organisation/directory.ts';
import { lineAbove } from '../../organisation/line.ts';
import { isEmployed } from '../../organisation/scope.ts';
import { deputyOf } from '../../organisation/stand-in.ts';
import type { OrganisationState } from '../../organisation/state.ts';
import { termsOf } from '../../procedure/standing.ts';
import { type CycleState, runners } from '../state.ts';

/** When somebody has to be there to decide. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

type Why = NonNullable<Approver['why']>;

/** For whom, or for which department, a step needs a word. */
export interface Slot {
  /** The department, or the person of a list. */
  readonly key: string;
  readonly person: PersonId;
  readonly department: string | null;
}

/** Whose word each step of the approval needs, before it is looked at who stands in for whom. */
export function slotsOf(
  step: ApprovalStep,
  state: CycleState,
  plan: Plan,
  organisation: OrganisationState,
): readonly Slot[] {
  const { approval } = termsOf(state);
  if (step !== 'heads') {
    return [...new Set(approval[step])].map((person) => ({ key: person, person, department: null }));
  }
  return departmentsIn(plan, organisation).flatMap((department) => {
    const person = organisation.departments.get(department)?.head;
    return person === undefined ? [] : [{ key: department, person, department }];
  });
}

/** The departments whose people are in the plan, by id. */
export function departmentsIn(plan: Plan, organisation: OrganisationState): string[] {
  const found = plan.offerings.flatMap((o) =>
    o.participants.flatMap((p) => organisation.people.get(p)?.department ?? []),
  );
  return [...new Set(found)].sort();
}

/** Whoever runs the cycle, or had a hand in the plan: they do not approve it. */
export function plannersOf(state: CycleState): PersonId[] {
  return [...new Set([...runners(state), ...state.planners])];
}

/** Why somebody cannot decide themselves; null: they can. */
function hindrance(
  organisation: OrganisationState,
  person: PersonId,
  unfit: ReadonlySet<PersonId>,
  span: Span,
): Why | null {
  if (!isEmployed(organisation, person)) return 'left';
  if (unfit.has(person)) return 'own';
  return isAway(organisation, person, span) ? 'away' : null;
}

/** On leave on every day of the span that they would work, by their own calendar. */
function isAway(organisation: OrganisationState, person: PersonId, { from, to }: Span): boolean {
  const time = personTime(organisation, person);
  return isAwayThrough(wallTimeOf(from, time.timeZone).day, wallTimeOf(to, time.timeZone).day, time);
}

/**
 * Who decides for somebody: they themselves, or else their deputies in turn, or else the next managers above who are
 * there and have no hand in it. null: nobody is left.
 */
export function deciderFor(
  state: CycleState,
  organisation: OrganisationState,
  person: PersonId,
  unfit: ReadonlySet<PersonId>,
  span: Span,
): Pick<Approver, 'person' | 'insteadOf' | 'why'> | null {
  const why = hindrance(organisation, person, unfit, span);
  if (why === null) return { person, insteadOf: null, why: null };
  for (const other of substitutes(state, organisation, person)) {
    if (hindrance(organisation, other, unfit, span) === null) return { person: other, insteadOf: person, why };
  }
  return null;
}

function* substitutes(state: CycleState, organisation: OrganisationState, person: PersonId): Generator<PersonId> {
  const { deputies } = termsOf(state);
  const seen = new Set([person]);
  const after = (one: PersonId) => deputyOf(organisation, one, deputies);
  for (let next = after(person); next !== undefined && !seen.has(next); next = after(next)) {
    seen.add(next);
    yield next;
  }
  for (const { id } of lineAbove(organisation.people, person)) if (!seen.has(id)) yield id;
}
