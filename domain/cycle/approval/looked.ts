import type { PersonId } from '../../../contracts/ids.ts';
import type { Plan, PlannedOffering } from '../../../contracts/planning.ts';
import type { OrganisationState } from '../../organisation/state.ts';
import type { CycleState, PlanVersion } from '../state.ts';

/** The offerings that are an approver's part: those with people of the department, or all of them. */
export function partOf(plan: Plan, department: string | null, organisation: OrganisationState): PlannedOffering[] {
  if (department === null) return plan.offerings;
  return partsOf(plan, organisation).get(department) ?? [];
}

type Parts = ReadonlyMap<string, PlannedOffering[]>;

/** Hundreds of heads ask for their parts of one plan, so all are found together and kept. */
const parts = new WeakMap<Plan, { readonly organisation: OrganisationState; readonly found: Parts }>();

function partsOf(plan: Plan, organisation: OrganisationState): Parts {
  const known = parts.get(plan);
  if (known?.organisation === organisation) return known.found;
  const found = new Map<string, PlannedOffering[]>();
  for (const offering of plan.offerings) {
    for (const department of departmentsOf(offering, organisation)) {
      const part = found.get(department);
      if (part) part.push(offering);
      else found.set(department, [offering]);
    }
  }
  parts.set(plan, { organisation, found });
  return found;
}

function departmentsOf({ participants }: PlannedOffering, { people }: OrganisationState): ReadonlySet<string> {
  return new Set(participants.flatMap((p) => people.get(p)?.department ?? []));
}

/** True when somebody's part is the same in both versions, whatever has changed in others'. */
export function isSamePart(a: Plan, b: Plan, department: string | null, organisation: OrganisationState): boolean {
  if (a === b) return true;
  const text = (plan: Plan) =>
    partOf(plan, department, organisation)
      .map((o) => JSON.stringify(o))
      .sort()
      .join('\n');
  return text(a) === text(b);
}

export function versionOf(state: CycleState, version: number): PlanVersion | undefined {
  return state.versions.find((v) => v.version === version);
}

/** The version of the plan that somebody has last given their word on; undefined: they have seen none. */
export function lastLook(state: CycleState, person: PersonId): PlanVersion | undefined {
  const answer = state.approvals.findLast((a) => a.person === person && a.answer !== 'deemed');
  return answer && versionOf(state, answer.version);
}
