import type { Label } from '../../contracts/form.ts';
import { ORGANISATION, processTypeOf, type StreamId } from '../../contracts/ids.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import type { CycleState } from '../../domain/cycle/state.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import { elementNames } from '../cycle/elements.ts';
import { needName } from '../cycle/need-name.ts';
import { departmentName } from '../fact.ts';

interface Titled {
  readonly terms?: { readonly title?: Label; readonly currency?: string } | null;
  readonly spec?: { readonly title: Label } | null;
}

/** What a process is called, and what its money is counted in; null: it has no name, or counts none. */
export async function headOf(
  reader: StreamReader,
  stream: StreamId,
): Promise<{ readonly title: Label | null; readonly currency: string | null }> {
  if (stream === ORGANISATION) return { title: null, currency: null };
  const state = (await reader.states([stream])).get(stream) as Titled | undefined;
  return { title: state?.terms?.title ?? state?.spec?.title ?? null, currency: state?.terms?.currency ?? null };
}

/**
 * What people call the things of a process, by the ids that somebody is shown: departments, elements of ability, courses, rooms, needs.
 * What has no name is left out, and so are people.
 */
export async function calledIn(
  reader: StreamReader,
  stream: StreamId,
  ids: ReadonlySet<string>,
): Promise<Record<string, Label>> {
  const organisation = await reader.organisation();
  const cycle = processTypeOf(stream) === 'cycle' ? await reader.cycle(stream) : undefined;
  const found = [...ids].flatMap((id) => {
    const name = nameOf(organisation, cycle, id);
    return name ? [[id, name] as const] : [];
  });
  return Object.fromEntries(found);
}

function nameOf(organisation: OrganisationState, cycle: CycleState | undefined, id: string): Label | undefined {
  if (organisation.departments.has(id)) return departmentName(organisation.departments, id);
  const element = elementNames(organisation, [id])[id];
  if (element || !cycle) return element;
  if (cycle.courses[id]) return cycle.courses[id].title;
  const room = cycle.rooms[id]?.name;
  if (room !== undefined) return { en: room, 'zh-CN': room };
  if (cycle.merged[id]) return named(needName(cycle, organisation, id), id);
  const need = cycle.needs[id];
  if (!need) return undefined;
  return need.element === null
    ? cycle.courses[need.course ?? '']?.title
    : elementNames(organisation, [need.element])[need.element];
}

const named = (label: Label, id: string) => (label.en === id ? undefined : label);
