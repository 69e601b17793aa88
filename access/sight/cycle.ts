import type { PersonId } from '../../contracts/ids.ts';
import type { CycleRole } from '../../contracts/views/cycle.ts';
import { plannedLines } from '../../domain/cycle/compiling/resources-view.ts';
import { departmentsInScope, speakerOf } from '../../domain/cycle/people.ts';
import type { CycleState } from '../../domain/cycle/state.ts';
import { departmentHead, isInLine } from '../../domain/organisation/line.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import { type Authority, departmentsLed, isLeader } from '../authority.ts';

/** What somebody may see of a cycle. */
export interface CycleSight extends Pick<Authority, 'person' | 'all'> {
  readonly roles: readonly CycleRole[];
  /**
   * The whole plan and every department: whoever sees all, the top management, HR, and those who approve all of it.
   */
  readonly whole: boolean;
  /** Departments that they head, lead, speak for, or are asked to approve for. */
  readonly departments: ReadonlySet<string>;
}

/** As what somebody sees a cycle. */
export function sightOf(state: CycleState, organisation: OrganisationState, who: Authority): CycleSight {
  const { person, operations, auditor, all } = who;
  const { approval, commitments } = termsOf(state);
  const scope = departmentsInScope(termsOf(state), organisation);
  const heads = scope.filter((d) => departmentHead(organisation, d) === person);
  const speaks = scope.filter(
    (d) => speakerOf(state, d, organisation) === person || state.departments[d]?.asked === person,
  );
  const led = departmentsLed(who).filter((d) => scope.includes(d));
  const approves = (state.approval?.approvers ?? []).filter((a) => a.person === person);
  const lines = plannedLines(state);
  const is: Record<CycleRole, boolean> = {
    operations,
    auditor,
    head: heads.length > 0,
    speaker: speaks.length > 0,
    leader: commitments.some((c) => c.leader === person),
    management: approval.management.includes(person) || isLeader(who),
    hr: approval.hr.includes(person),
    approver: approves.length > 0,
    trainer: state.trainers[person] !== undefined || lines.some((o) => o.trainer === person),
    participant: state.frozen !== null && lines.some((o) => o.participants.includes(person)),
  };
  return {
    person,
    all,
    roles: (Object.keys(is) as CycleRole[]).filter((role) => is[role]),
    whole: all || is.hr || is.management || approves.some((a) => a.department === null),
    departments: new Set([...heads, ...led, ...speaks, ...approves.flatMap((a) => a.department ?? [])]),
  };
}

export function seesDepartment(sight: CycleSight, department: string): boolean {
  return sight.whole || sight.departments.has(department);
}

/** Whether the plan is shown to somebody: to everybody once it is approved, before to whoever has a part in it. */
export function seesPlan(state: CycleState, sight: CycleSight): boolean {
  return sight.whole || state.frozen !== null || sight.departments.size > 0 || sight.roles.includes('leader');
}

/** Money, rooms and hours are for whole sight, and for the leaders who commit them. */
export function seesResources({ whole, roles }: Pick<CycleSight, 'whole' | 'roles'>): boolean {
  return whole || roles.includes('leader');
}

/** Whether somebody sees another in the lists of the plan: themselves, their departments, or everybody. */
export function seesPerson(sight: CycleSight, organisation: OrganisationState, person: PersonId): boolean {
  if (sight.whole || person === sight.person) return true;
  return sight.departments.has(organisation.people.get(person)?.department ?? '');
}

/** Whether somebody sees the ability ratings of another: whoever sees all, the head or speaker, everybody above in the line. */
export function seesRatings(sight: CycleSight, organisation: OrganisationState, person: PersonId): boolean {
  if (sight.all) return true;
  if (sight.departments.has(organisation.people.get(person)?.department ?? '') && person !== sight.person) return true;
  return isInLine(organisation, sight.person, person);
}
