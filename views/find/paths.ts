import type { Authority } from '../../access/authority.ts';
import { sightOf as sightOfCycle } from '../../access/sight/cycle.ts';
import { sightOf as sightOfPerson } from '../../access/sight/development.ts';
import { type Instant, type PersonId, pathOf, type StreamId } from '../../contracts/ids.ts';
import { pathTo } from '../../contracts/pages.ts';
import type { CycleState } from '../../domain/cycle/state.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import type { Application } from '../../domain/selection/state.ts';
import { versionSeen } from '../cycle/plan.ts';
import type { Sources } from '../sources.ts';
import { teamOf } from '../trainers/trainers.ts';

type Reading = Pick<Sources, 'pool' | 'reader'>;

interface Looking {
  readonly organisation: OrganisationState;
  readonly who: Authority;
  readonly now: Instant;
}

/** The page of each of some people that somebody may open: how they develop, or what they teach; who has none is left out. */
export async function pathsOfPeople(
  sources: Reading,
  people: readonly PersonId[],
  { organisation, who, now }: Looking,
): Promise<ReadonlyMap<PersonId, string>> {
  const developing = people.filter((p) => sightOfPerson(organisation, who, p));
  const others = people.filter((p) => !developing.includes(p));
  const team = others.length ? (await teamOf(sources, organisation, now)).people : [];
  return new Map([
    ...others.filter((p) => team.includes(p)).map((p) => [p, pathTo('/trainers/:person', p)] as const),
    ...developing.map((p) => [p, pathTo('/team/:person', p)] as const),
  ]);
}

/** The page of each of some procedures: a call is for everybody, a plan is there once somebody may see it; others are left out. */
export async function pathsOfProcedures(
  { reader }: Pick<Reading, 'reader'>,
  found: readonly { readonly id: string; readonly kind: string }[],
  { organisation, who }: Pick<Looking, 'organisation' | 'who'>,
): Promise<ReadonlyMap<string, string>> {
  const of = (kind: string) => found.flatMap((one) => (one.kind === kind ? [one.id as StreamId] : []));
  const states = (await reader.states(of('cycle'))) as Map<StreamId, CycleState>;
  const seen = [...states.values()].filter(
    (state) => state.terms && versionSeen({ state, organisation, sight: sightOfCycle(state, organisation, who) }),
  );
  return new Map([
    ...seen.map(({ stream }) => [stream, pathTo('/plan/:cycle', pathOf(stream))] as const),
    ...of('selection').map((id) => [id, pathTo('/call/:selection', pathOf(id))] as const),
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
