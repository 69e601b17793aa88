import type { Label } from '../../contracts/form.ts';
import type { CycleState } from '../../domain/cycle/state.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import { unnamed } from '../fact.ts';
import { elementNames } from './elements.ts';

/** What people call a merged need: "Checking quality to level 4", or the course that was asked for; its id where it has no name. */
export function needName(state: CycleState, organisation: OrganisationState, id: string): Label {
  const merged = state.merged[id];
  if (!merged) return unnamed(id);
  const { element, level, course } = merged;
  const name = element === null ? undefined : elementNames(organisation, [element])[element];
  if (!name) return (course === null ? undefined : state.courses[course]?.title) ?? unnamed(id);
  if (level === null) return name;
  return { en: `${name.en} to level ${level}`, 'zh-CN': `${name['zh-CN']}（达到 ${level} 级）` };
}
