import type { PersonId } from '../../contracts/ids.ts';
import type { Sealed } from '../../contracts/private.ts';
import type { Calendar } from '../calendar/calendar.ts';

export interface Absence {
  /** First and last day, both included, YYYY-MM-DD in the person's own time zone. */
  readonly from: string;
  readonly to: string;
  readonly kind: string;
}

export type Grade = 'staff' | 'senior' | 'middle_manager' | 'senior_manager' | 'executive';

export interface Person {
  readonly id: PersonId;
  readonly name: Sealed;
  readonly email: Sealed;
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
  /** False once the person has left the company. */
  readonly employed: boolean;
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
  /** 1 to 5. */
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

export interface OrganisationState {
  readonly people: Map<PersonId, Person>;
  readonly departments: Map<string, Department>;
  readonly posts: Map<string, Post>;
  readonly calendars: Map<string, Calendar>;
}
