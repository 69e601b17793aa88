import type { Label } from '../../contracts/form.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';

const known = new WeakMap<OrganisationState, ReadonlyMap<string, Label>>();

function allElements(organisation: OrganisationState): ReadonlyMap<string, Label> {
  let found = known.get(organisation);
  if (!found) {
    const elements = [...organisation.posts.values()].flatMap((p) => p.elements);
    found = new Map(elements.map((e) => [e.element, { en: e.name, 'zh-CN': e.nameZh }]));
    known.set(organisation, found);
  }
  return found;
}

/** The names of elements of ability, by id; one that no post has is left out. */
export function elementNames(organisation: OrganisationState, ids: Iterable<string | null>): Record<string, Label> {
  const all = allElements(organisation);
  const names: Record<string, Label> = {};
  for (const id of ids) {
    const label = id === null ? undefined : all.get(id);
    if (id !== null && label) names[id] = label;
  }
  return names;
}
