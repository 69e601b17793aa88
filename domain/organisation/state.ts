import type { PersonId } from '../../contracts/ids.ts';
import type { ElementAnchors, Role } from '../../contracts/organisation.ts';
import type { Private } from '../../contracts/private.ts';
import type { Calendar } from '../calendar/calendar.ts';

export interface Absence {
  /** First and last day, both included, YYYY-MM-DD in the person's own time zone. */
  readonly from: string;
  readonly to: string;
  /** Sealed: it can tell of an illness. */
  readonly kind: Private;
}

export type Grade = 'staff' | 'senior' | 'middle_manager' | 'senior_manager' | 'executive';

export interface Person {
  readonly id: PersonId;
  readonly name: Private;
  readonly email: Private;
  readonly department: string;
  /** null for the head of the company. */
  readonly manager: PersonId | null;
  readonly post: string;
  readonly grade: Grade;
  readonly hiredOn: string;
  readonly locale: 'en' | 'zh-CN';
  readonly timeZone: string;
  readonly calendar: string;
  readonly technicalBackbone: boolean;
  /** Year to performance grade, 1 to 5, 5 best; a year without a grade is absent, never 0. */
  readonly performance: Readonly<Record<string, number>>;
  readonly absences: readonly Absence[];
  /** Who stands in for them while they are on leave, as they have said; null: nobody in particular. */
  readonly deputy: PersonId | null;
  /** False once the person has left the company. */
  readonly employed: boolean;
  /** True once the person's data were erased on request; they cannot come back under this id. */
  readonly erased?: true;
}

export interface Department {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string;
  readonly head: PersonId;
  /** True for departments whose support brings others along. */
  readonly influence: boolean;
}

export interface PostElement {
  readonly element: string;
  readonly name: string;
  readonly nameZh: string;
  readonly domain: 'skill' | 'knowledge';
  /** 1 to 5, decimal text as imported. */
  readonly importance: string;
  /** Level that the post needs, 0 to 7, decimal text as imported. */
  readonly level: string;
}

export interface Post {
  readonly code: string;
  readonly title: string;
  readonly titleZh: string;
  readonly elements: readonly PostElement[];
}

/** A role that somebody was granted; it is a fact, and whether it still holds is asked of the day. */
export interface HeldRole {
  readonly role: Role;
  /** The department that it is about; null: the whole company. */
  readonly scope: string | null;
  /** The last day on which it holds, in the person's own time zone, YYYY-MM-DD; null: until it is taken. */
  readonly until: string | null;
}

/**
 * The company as of one version of its stream. Everyone who plans holds on to it, and a plan is void when it is another
 * one: so an event makes a new state and leaves the old one as it was.
 */
export interface OrganisationState {
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly departments: ReadonlyMap<string, Department>;
  readonly posts: ReadonlyMap<string, Post>;
  /** What the levels of elements mean, by element. */
  readonly anchors: ReadonlyMap<string, ElementAnchors>;
  readonly calendars: ReadonlyMap<string, Calendar>;
  /** Those who have, or had, a role; whoever sets up an installation need not be among the people. */
  readonly roles: ReadonlyMap<PersonId, readonly HeldRole[]>;
}

export function emptyOrganisation(): OrganisationState {
  return {
    ...{ people: new Map(), departments: new Map(), posts: new Map(), anchors: new Map() },
    ...{ calendars: new Map(), roles: new Map() },
  };
}
