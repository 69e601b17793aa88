import type { CycleTerms } from '../../contracts/cycle/terms.ts';
import type { PersonId } from '../../contracts/ids.ts';
import { departmentHead, managerOf } from '../organisation/line.ts';
import { isEmployed } from '../organisation/scope.ts';
import type { OrganisationState, Person } from '../organisation/state.ts';
import type { CalledRound } from '../procedure/rounds.ts';
import { termsOf } from '../procedure/standing.ts';
import { type CycleState, runners } from './state.ts';

type Scope = Pick<CycleTerms, 'departments'>;

const employees = new WeakMap<OrganisationState, Map<string, readonly Person[]>>();

/** Everybody who works in the departments of a cycle, by id. */
export function employeesInScope({ departments }: Scope, organisation: OrganisationState): readonly Person[] {
  const scopes = employees.get(organisation) ?? new Map<string, readonly Person[]>();
  employees.set(organisation, scopes);
  const key = departments.join('\n');
  let found = scopes.get(key);
  if (!found) {
    const wanted = new Set(departments);
    found = [...organisation.people.values()]
      .filter((p) => p.employed && (wanted.size === 0 || wanted.has(p.department)))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    scopes.set(key, found);
  }
  return found;
}

/** The departments of a cycle, by id; when the terms name none, every department of the company. */
export function departmentsInScope({ departments }: Scope, organisation: OrganisationState): string[] {
  return (departments.length ? [...departments] : [...organisation.departments.keys()]).sort();
}

/**
 * Who speaks for a department now: whom the mobilisation found; when they have left, whoever heads it now, or is next above
 * where its head has declined; null: nobody does.
 */
export function speakerOf(state: CycleState, department: string, organisation: OrganisationState): PersonId | null {
  const { speaker = null, mobilised = null } = state.departments[department] ?? {};
  if (speaker === null || isEmployed(organisation, speaker)) return speaker;
  return mobilised === 'declined' ? managerOf(organisation, speaker) : departmentHead(organisation, department);
}

/**
 * Everybody who takes part in the cycle with a duty and has been written to: speakers, leaders and approvers once they were
 * asked for their word, and whoever runs it.
 */
export function team(state: CycleState, organisation: OrganisationState): PersonId[] {
  const terms = termsOf(state);
  const asked = new Set(Object.values<CalledRound>(state.rounds).map((r) => r.purpose));
  const people = [
    ...Object.values(state.departments).flatMap((d) => d.speaker ?? d.asked ?? []),
    ...(asked.has('commitments') ? terms.commitments.map((c) => c.leader) : []),
    ...(asked.has('approval') ? [...terms.approval.management, ...terms.approval.hr] : []),
    ...runners(state),
  ];
  return [...new Set(people)].filter((p) => isEmployed(organisation, p)).sort();
}
