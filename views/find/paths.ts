import type { Authority } from '../../access/authority.ts';
import { sightOf as sightOfCycle } from '../../access/sight/cycle.ts';
import { sightOf as sightOfPerson } from '../../access/sight/development.ts';
import { type Instant, type PersonId, pathOf, type StreamId } from '../../contracts/ids.ts';
import { pathTo } from '../../contracts/pages.ts';
import type { Application } from '../../domain/selection/state.ts';
import { versionSeen } from '../cycle/plan.ts';
import type { Sources } from '../sources.ts';
import { trainersSeen } from '../trainers/trainers.ts';

type Reading = Pick<Sources, 'pool' | 'reader'>;

/** The page of each of some people that somebody may open: how they develop, or what they teach; who has none is left out. */
export async function pathsOfPeople(
  sources: Reading,
  people: readonly PersonId[],
  who: Authority,
  now: Instant,
): Promise<ReadonlyMap<PersonId, string>> {
  if (!people.length) return new Map();
  const organisation = await sources.reader.organisation();
  const developing = people.filter((p) => organisation.people.has(p) && sightOfPerson(organisation, who, p));
  const others = people.filter((p) => !developing.includes(p));
  const teaching = others.length ? (await trainersSeen(sources, who, now)).trainers.map((t) => t.person) : [];
  return new Map([
    ...others.filter((p) => teaching.includes(p)).map((p) => [p, pathTo('/trainers/:person', p)] as const),
    ...developing.map((p) => [p, pathTo('/team/:person', p)] as const),
  ]);
}

/** The page of each of some procedures: a call is for everybody, a plan is there once somebody may see it; others are left out. */
export async function pathsOfProcedures(
  { reader }: Reading,
  found: readonly { readonly id: string; readonly kind: string }[],
  who: Authority,
): Promise<ReadonlyMap<string, string>> {
  const cycles = found.filter(({ kind }) => kind === 'cycle');
  const organisation = await reader.organisation();
  const seen = await Promise.all(
    cycles.map(async ({ id }) => {
      const state = await reader.cycle(id as StreamId);
      return state?.terms && versionSeen({ state, organisation, sight: sightOfCycle(state, organisation, who) })
        ? [id]
        : [];
    }),
  );
  return new Map([
    ...seen.flat().map((id) => [id, pathTo('/plan/:cycle', pathOf(id as StreamId))] as const),
    ...found
      .filter(({ kind }) => kind === 'selection')
      .map(({ id }) => [id, pathTo('/call/:selection', pathOf(id as StreamId))] as const),
  ]);
}

/** The page of an application: its applicant has one. */
export function pathOfApplication(
  selection: StreamId,
  { person }: Pick<Application, 'person'>,
  who: Authority,
): string | null {
  return person === who.person ? pathTo('/call/:selection/mine', pathOf(selection)) : null;
}

/** The page of a course, which everybody may open. */
export function pathOfCourse(offering: string): string {
  return pathTo('/courses/:course', pathOf(offering as StreamId));
}
