import type { PersonId } from '../../contracts/ids.ts';
import {
  type CalendarRecord,
  type ImportBody,
  type ImportedPerson,
  MOST_DAYS,
  type PersonRecord,
} from '../../contracts/organisation.ts';
import type { Because } from '../../contracts/refusals/refusal.ts';
import { endlessRest } from '../calendar/workday.ts';
import { isTimeZone } from '../calendar/zone.ts';
import type { Rejection } from '../process.ts';
import { because, refuse } from '../refuse.ts';
import { calendarAfter } from './imported.ts';
import type { OrganisationState } from './state.ts';

/** What is known once the import is in: the state's ids and the import's. */
interface Known {
  readonly people: ReadonlySet<PersonId>;
  readonly departments: ReadonlySet<string>;
  readonly posts: ReadonlySet<string>;
  readonly calendars: ReadonlySet<string>;
  readonly zones: Map<string, boolean>;
}

/** Every reason why an import cannot be taken as it is; empty when it can. */
export function faultsOfImport(state: OrganisationState, body: ImportBody): Because[] {
  const known = knownAfter(state, body);
  const faults = [
    ...duplicates(
      'Person',
      (body.people ?? []).map(({ id }) => id),
    ),
    ...duplicates(
      'Department',
      (body.departments ?? []).map(({ id }) => id),
    ),
    ...duplicates(
      'Post',
      (body.posts ?? []).map(({ code }) => code),
    ),
    ...duplicates(
      'Element',
      (body.anchors ?? []).map(({ element }) => element),
    ),
    ...duplicates(
      'Calendar',
      (body.calendars ?? []).map(({ id }) => id),
    ),
  ];
  for (const person of body.people ?? []) faults.push(...faultsOfPerson(state, person, known));
  for (const { id, head } of body.departments ?? []) {
    if (!known.people.has(head))
      faults.push(
        withZeros(
          cutOf(known.people, head),
          (whole) => because('import-invalid/head-cut', { department: id, person: head, whole }),
          () => because('import-invalid/head-unknown', { department: id, person: head }),
        ),
      );
  }
  for (const post of body.posts ?? []) {
    const elements = twiceIn((post.elements ?? []).map(({ element }) => element));
    faults.push(...elements.map((element) => because('import-invalid/element-twice', { post: post.code, element })));
  }
  return [
    ...faults,
    ...(body.calendars ?? []).flatMap(
      (calendar) => faultOfCalendar(calendarAfter(state.calendars.get(calendar.id), calendar))?.because ?? [],
    ),
    ...faultsOfAbsences(body, known),
    ...loops(state, body.people ?? []),
  ];
}

function knownAfter(state: OrganisationState, body: ImportBody): Known {
  const employed = [...state.people.values()].filter((person) => person.employed).map(({ id }) => id);
  return {
    people: new Set([...employed, ...(body.people ?? []).map(({ id }) => id)]),
    departments: new Set([...state.departments.keys(), ...(body.departments ?? []).map(({ id }) => id)]),
    posts: new Set([...state.posts.keys(), ...(body.posts ?? []).map(({ code }) => code)]),
    calendars: new Set([...state.calendars.keys(), ...(body.calendars ?? []).map(({ id }) => id)]),
    zones: new Map(),
  };
}

function duplicates(listed: string, ids: readonly string[]): Because[] {
  return twiceIn(ids).map((id) => because('import-invalid/row-twice', { listed, id }));
}

function twiceIn(ids: readonly string[]): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const id of ids) (seen.has(id) ? twice : seen).add(id);
  return [...twice];
}

function faultsOfPerson(state: OrganisationState, person: ImportedPerson, known: Known): Because[] {
  const { id, manager, department, post, calendar, timeZone, name, email } = person;
  const before = state.people.get(id);
  if (before?.erased) return [because('import-invalid/person-erased', { person: id })];
  const faults: Because[] = [];
  if (!before && (name === undefined || email === undefined)) {
    faults.push(because('import-invalid/person-new', { person: id }));
  }
  // An unchanged manager may have left since: the line then runs past them.
  if (manager !== null && manager !== before?.manager && !known.people.has(manager)) {
    faults.push(
      withZeros(
        cutOf(known.people, manager),
        (whole) => because('import-invalid/manager-cut', { person: id, manager, whole }),
        () => because('import-invalid/manager-unknown', { person: id, manager }),
      ),
    );
  }
  if (!known.departments.has(department)) {
    faults.push(
      withZeros(
        cutOf(known.departments, department),
        (whole) => because('import-invalid/department-cut', { person: id, department, whole }),
        () => because('import-invalid/department-unknown', { person: id, department }),
      ),
    );
  }
  // An organisation without any ability models is complete in its way; one missing model is a slip of the pen.
  if (known.posts.size > 0 && !known.posts.has(post)) {
    faults.push(because('import-invalid/post-unknown', { person: id, post }));
  }
  if (!known.calendars.has(calendar)) {
    faults.push(because('import-invalid/calendar-unknown', { person: id, calendar }));
  }
  if (!zoneKnown(timeZone, known.zones)) {
    faults.push(because('import-invalid/zone-unknown', { person: id, timeZone }));
  }
  return faults;
}

/** The ids of a set by what spreadsheets make of them, once for each set. */
const bare = new WeakMap<ReadonlySet<string>, ReadonlyMap<string, string>>();
const withoutZeros = (id: string): string => id.replace(/^0+(?=.)/, '');

/** The id of which a spreadsheet has cut the zeros, as it does with numbers; undefined: no such id is known. */
function cutOf(known: ReadonlySet<string>, id: string): string | undefined {
  const ids = bare.get(known) ?? new Map([...known].map((whole) => [withoutZeros(whole), whole]));
  bare.set(known, ids);
  return ids.get(withoutZeros(id));
}

/** What is wrong with an id: its zeros are gone, or nobody knows it. */
function withZeros(whole: string | undefined, cut: (whole: string) => Because, unknown: () => Because): Because {
  return whole === undefined ? unknown() : cut(whole);
}

function zoneKnown(timeZone: string, zones: Map<string, boolean>): boolean {
  const seen = zones.get(timeZone) ?? isTimeZone(timeZone);
  zones.set(timeZone, seen);
  return seen;
}

function faultsOfAbsences(body: ImportBody, known: Known): Because[] {
  const faults: Because[] = [];
  const byPerson = new Map<PersonId, { from: string; to: string }[]>();
  for (const { person, from, to } of body.absences ?? []) {
    if (!known.people.has(person)) {
      faults.push(
        withZeros(
          cutOf(known.people, person),
          (whole) => because('import-invalid/absence-cut', { from, person, whole }),
          () => because('import-invalid/absence-of-nobody', { from, person }),
        ),
      );
    }
    const others = byPerson.get(person) ?? [];
    byPerson.set(person, others);
    const fault = faultOfWindow(person, { from, to }, others);
    if (fault?.because && others.length <= MOST_PIECES) faults.push(fault.because);
    others.push({ from, to });
  }
  return faults;
}

/** More pieces of leave than a working life has: every plan looks through all of them. */
const MOST_PIECES = 1000;

/** Why these days cannot be added to a person's absences; null when they can. */
export function faultOfWindow(
  person: PersonId,
  { from, to }: { from: string; to: string },
  others: readonly { from: string; to: string }[],
): Rejection | null {
  if (to < from) return refuse('wrong-date/absence-backwards', { person, from, to });
  if (others.length >= MOST_PIECES) return refuse('wrong-date/absences-enough', { person, most: MOST_PIECES });
  const clash = others.find((other) => other.from <= to && from <= other.to);
  return clash
    ? refuse('wrong-date/absence-overlaps', { person, from, to, otherFrom: clash.from, otherTo: clash.to })
    : null;
}

/** Why nobody's time can be reckoned by a calendar; null when it can. */
export function faultOfCalendar(calendar: CalendarRecord): Rejection | null {
  const listed = Object.keys(calendar.days).length;
  if (listed > MOST_DAYS)
    return refuse('wrong-date/calendar-days', { calendar: calendar.id, days: listed, most: MOST_DAYS });
  const rest = endlessRest(calendar);
  return rest ? refuse('wrong-date/calendar-endless', { calendar: calendar.id, from: rest.from, to: rest.to }) : null;
}

/** People who would stand above themselves, a fault for each circle. */
function loops(state: OrganisationState, people: readonly Pick<PersonRecord, 'id' | 'manager'>[]): Because[] {
  const managers = new Map<PersonId, PersonId | null>();
  for (const person of state.people.values()) managers.set(person.id, person.manager);
  for (const person of people) managers.set(person.id, person.manager);
  const clear = new Set<PersonId>();
  const faults: Because[] = [];
  for (const { id } of people) {
    const path: PersonId[] = [];
    const onPath = new Set<PersonId>();
    let at: PersonId | null = id;
    while (at !== null && !clear.has(at) && !onPath.has(at)) {
      path.push(at);
      onPath.add(at);
      at = managers.get(at) ?? null;
    }
    if (at !== null && onPath.has(at)) {
      const circle = [...path.slice(path.indexOf(at)), at];
      faults.push(because('import-invalid/circle', { circle: shortened(circle).join(' → ') }));
    }
    for (const step of path) clear.add(step);
  }
  return faults;
}

function shortened(circle: readonly PersonId[]): readonly string[] {
  return circle.length > 8 ? [...circle.slice(0, 4), '…', ...circle.slice(-3)] : circle;
}
