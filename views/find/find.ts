import type { Authority } from '../../access/authority.ts';
import { sightOf } from '../../access/sight/selection.ts';
import type { Instant } from '../../contracts/ids.ts';
import { kindNames, wordsOf } from '../../contracts/kinds.ts';
import type { FindView } from '../../contracts/views/find.ts';
import { findCourses, findProcedures, latestOf } from '../../db/views/find.ts';
import { findPeople } from '../../db/views/people.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import type { SelectionState } from '../../domain/selection/state.ts';
import { isOpenedByPeople } from '../procedure/reading.ts';
import type { Sources } from '../sources.ts';
import { pathOfApplication, pathOfCourse, pathsOfPeople, pathsOfProcedures } from './paths.ts';

/** So many of each kind are shown. */
export const MOST_FOUND = 8;
/** So many of the newest selections are looked through for the number of an application. */
const LOOKED_THROUGH = 20;
const NUMBER = /^A-[0-9A-Z]{0,12}$/i;

/** What somebody may see that is called like a text. */
export async function found(
  { pool, reader }: Pick<Sources, 'pool' | 'reader'>,
  called: string,
  who: Authority,
  now: Instant,
): Promise<FindView> {
  const most = MOST_FOUND + 1;
  const kinds = kindNames().filter((kind) => wordsOf(kind).procedure && isOpenedByPeople(kind));
  const [organisation, people, procedures, courses, applications] = await Promise.all([
    reader.organisation(),
    findPeople(pool, called, most),
    findProcedures(pool, called, kinds, most),
    findCourses(pool, called, who, most),
    NUMBER.test(called) ? numbered({ pool, reader }, called.toUpperCase(), who) : [],
  ]);
  const all = { people, procedures, courses, applications };
  const more = (Object.keys(all) as (keyof typeof all)[]).filter((kind) => all[kind].length > MOST_FOUND);
  const shown = { people: people.slice(0, MOST_FOUND), procedures: procedures.slice(0, MOST_FOUND) };
  const ids = shown.people.map(({ id }) => id);
  const [ofPeople, ofProcedures] = await Promise.all([
    pathsOfPeople({ pool, reader }, ids, { organisation, who, now }),
    pathsOfProcedures({ reader }, shown.procedures, { organisation, who }),
  ]);
  return {
    people: shown.people.map((one) => ({ ...one, path: ofPeople.get(one.id) ?? null })),
    procedures: shown.procedures.map((one) => ({ ...one, path: ofProcedures.get(one.id) ?? null })),
    courses: courses.slice(0, MOST_FOUND).map((one) => ({ ...one, path: pathOfCourse(one.id) })),
    applications: applications.slice(0, MOST_FOUND),
    more,
  };
}

/** Applications by their number, those alone that somebody sees. */
async function numbered(
  { pool, reader }: Pick<Sources, 'pool' | 'reader'>,
  number: string,
  who: Authority,
): Promise<FindView['applications']> {
  const streams = await latestOf(pool, 'selection', LOOKED_THROUGH);
  const states = [...(await reader.states(streams)).values()] as SelectionState[];
  return states.flatMap((state) =>
    Object.values(state.applications)
      .filter((a) => a.code.startsWith(number) && sightOf(state, who, a) !== null)
      // By their numbers, of which nobody can tell who was first.
      .sort((a, b) => (a.code < b.code ? -1 : 1))
      .map((a) => {
        const path = pathOfApplication(state.stream, a, who);
        return { selection: state.stream, of: termsOf(state).title, application: a.code, path };
      }),
  );
}
