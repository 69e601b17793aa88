import { type CycleSight, seesDepartment } from '../../access/sight/cycle.ts';
import type { CycleView } from '../../contracts/views/cycle.ts';
import type { Progress } from '../../db/views/cycles.ts';
import type { CycleState, DepartmentStanding } from '../../domain/cycle/state.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import { needCounts } from './counts.ts';

type DepartmentLine = CycleView['departments'][number];

/** How far the departments have come that somebody sees, by id. */
export function departmentLines(
  state: CycleState,
  organisation: OrganisationState,
  sight: CycleSight,
  names: ReadonlyMap<string, string>,
  ratings: ReadonlyMap<string, Progress> = new Map(),
): DepartmentLine[] {
  const needs = needCounts(state).byDepartment;
  return Object.values(state.departments)
    .filter((d) => seesDepartment(sight, d.department))
    .sort((a, b) => (a.department < b.department ? -1 : 1))
    .map((d) => ({
      ...lineOf(d, organisation, names),
      ratings: ratings.get(d.department) ?? null,
      needs: needs.get(d.department) ?? 0,
    }));
}

function lineOf(
  { department, asked, why, mobilised, speaker, returned }: DepartmentStanding,
  organisation: OrganisationState,
  names: ReadonlyMap<string, string>,
): Omit<DepartmentLine, 'ratings' | 'needs'> {
  const known = organisation.departments.get(department);
  const name = known ? { en: known.name, 'zh-CN': known.nameZh } : null;
  const speakerName = speaker === null ? null : (names.get(speaker) ?? null);
  return { department, name, asked, why, mobilised, speaker, speakerName, returned };
}

/** Departments by what they have returned: a nil return is an answer, silence is none. */
export function returnsOf(state: CycleState): CycleView['returns'] {
  const counts = { needs: 0, nil: 0, silent: 0, open: 0 };
  for (const { returned } of Object.values(state.departments)) counts[returned ?? 'open']++;
  return counts;
}
