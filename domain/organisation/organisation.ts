import type { PersonId } from '../../contracts/ids.ts';
import { KINDS } from '../../contracts/kinds.ts';
import {
  type ElementAnchors,
  ORGANISATION_COMMANDS,
  ORGANISATION_EVENTS,
  type OrganisationEvent,
} from '../../contracts/organisation.ts';
import type { Calendar } from '../calendar/calendar.ts';
import type { Process } from '../process.ts';
import { decideOrganisation, type OrganisationCommand } from './decide.ts';
import { evolveOrganisation } from './evolve.ts';
import { newsOfRole } from './role-news.ts';
import {
  type Department,
  emptyOrganisation,
  type HeldRole,
  type OrganisationState,
  type Person,
  type Post,
} from './state.ts';

export { emptyOrganisation } from './state.ts';

interface FrozenOrganisation {
  readonly people: readonly Person[];
  readonly departments: readonly Department[];
  readonly posts: readonly Post[];
  readonly anchors: readonly ElementAnchors[];
  readonly calendars: readonly Calendar[];
  readonly roles: readonly (readonly [PersonId, readonly HeldRole[]])[];
}

/** Who works here, where and by which calendar. It never waits for anything; every other process reads it. */
export const organisationProcess: Process<OrganisationState, OrganisationCommand, OrganisationEvent> = {
  type: 'organisation',
  words: KINDS.organisation,
  commands: ORGANISATION_COMMANDS,
  events: ORGANISATION_EVENTS,
  stateVersion: 4,
  initial: emptyOrganisation,
  evolve: evolveOrganisation,
  decide: decideOrganisation,
  due: () => [],
  consequences: newsOfRole,
  watches: () => [],
  status: () => ({ stage: 'current', closed: false, rounds: [], work: [], wake: null, news: 0 }),
  freeze: ({ people, departments, posts, anchors, calendars, roles }): FrozenOrganisation => ({
    people: [...people.values()],
    departments: [...departments.values()],
    posts: [...posts.values()],
    anchors: [...anchors.values()],
    calendars: [...calendars.values()],
    roles: [...roles],
  }),
  thaw: (frozen) => {
    const { people, departments, posts, anchors, calendars, roles } = frozen as FrozenOrganisation;
    return {
      people: new Map(people.map((person) => [person.id, person])),
      departments: new Map(departments.map((department) => [department.id, department])),
      posts: new Map(posts.map((post) => [post.code, post])),
      anchors: new Map(anchors.map((of) => [of.element, of])),
      calendars: new Map(calendars.map((calendar) => [calendar.id, calendar])),
      roles: new Map(roles),
    };
  },
  // An event makes a new state and leaves the old one as it was.
  copy: (state) => state,
};
