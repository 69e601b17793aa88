import type { PersonId } from '../../contracts/ids.ts';
import {
  type CalendarRecord,
  type ImportBody,
  type ImportedPerson,
  MOST_DAYS,
  type PersonRecord,
} from '../../contracts/organisation.ts';
import { endlessRest } from '../calendar/workday.ts';
import { isTimeZone } from '../calendar/zone.ts';
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

/** Every reason why an import cannot be taken as it is, one sentence each; empty when it can. */
export function faultsOfImport(state: OrganisationState, body: ImportBody): string[] {
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
        `Department ${id} has the unknown head ${head}; ${cutOf(known.people, head) ?? 'import that person too'}.`,
      );
  }
  for (const post of body.posts ?? []) {
    faults.push(
      ...duplicates(
        `Post ${post.code}: element`,
        (post.elements ?? []).map(({ element }) => element),
      ),
    );
  }
  return [
    ...faults,
    ...(body.calendars ?? []).flatMap(
      (calendar) => faultOfCalendar(calendarAfter(state.calendars.get(calendar.id), calendar)) ?? [],
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

function duplicates(what: string, ids: readonly string[]): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const id of ids) (seen.has(id) ? twice : seen).add(id);
  return [...twice].map((id) => `${what} ${id} is listed twice; keep one row.`);
}

function faultsOfPerson(state: OrganisationState, person: ImportedPerson, known: Known): string[] {
  const { id, manager, department, post, calendar, timeZone, name, email } = person;
  const before = state.people.get(id);
  if (before?.erased) return [`Person ${id} was erased on request and cannot come back; use a new employee id.`];
  const faults: string[] = [];
  if (!before && (name === undefined || email === undefined)) {
    faults.push(`Person ${id} is new and needs a name and a mail address.`);
  }
  // An unchanged manager may have left since: the line then runs past them.
  if (manager !== null && manager !== before?.manager && !known.people.has(manager)) {
    faults.push(
      `Person ${id} has the unknown manager ${manager}; ${cutOf(known.people, manager) ?? 'correct the id or import that person too'}.`,
    );
  }
  if (!known.departments.has(department)) {
    faults.push(
      `Person ${id} is in the unknown department ${department}; ${cutOf(known.departments, department) ?? 'correct the id or import the department too'}.`,
    );
  }
  // An organisation without any ability models is complete in its way; one missing model is a slip of the pen.
  if (known.posts.size > 0 && !known.posts.has(post)) {
    faults.push(`Person ${id} has the unknown post ${post}; correct the code or import its ability model too.`);
  }
  if (!known.calendars.has(calendar)) {
    faults.push(`Person ${id} has the unknown calendar ${calendar}; correct the id or import the calendar too.`);
  }
  if (!zoneKnown(timeZone, known.zones)) {
    faults.push(`Person ${id} has the unknown time zone ${timeZone}; write one such as Asia/Shanghai.`);
  }
  return faults;
}

/** The ids of a set by what spreadsheets make of them, once for each set. */
const bare = new WeakMap<ReadonlySet<string>, ReadonlyMap<string, string>>();
const withoutZeros = (id: string): string => id.replace(/^0+(?=.)/, '');

/** What to do about an id of which a spreadsheet has cut the zeros, as it does with numbers; null: no such id is known. */
function cutOf(known: ReadonlySet<string>, id: string): string | null {
  const ids = bare.get(known) ?? new Map([...known].map((whole) => [withoutZeros(whole), whole]));
  bare.set(known, ids);
  const whole = ids.get(withoutZeros(id));
  return whole === undefined ? null : `there is ${whole}, so write its zeros and format the column as text`;
}

function zoneKnown(timeZone: string, zones: Map<string, boolean>): boolean {
  const seen = zones.get(timeZone) ?? isTimeZone(timeZone);
  zones.set(timeZone, seen);
  return seen;
}

function faultsOfAbsences(body: ImportBody, known: Known): string[] {
  const faults: string[] = [];
  const byPerson = new Map<PersonId, { from: string; to: string }[]>();
  for (const { person, from, to } of body.absences ?? []) {
    if (!known.people.has(person)) {
      faults.push(
        `An absence from ${from} is of the unknown person ${person}; ${cutOf(known.people, person) ?? 'correct the id or leave it out'}.`,
      );
    }
    const others = byPerson.get(person) ?? [];
    byPerson.set(person, others);
    const fault = faultOfWindow(person, { from, to }, others);
    if (fault && others.length <= MOST_PIECES) faults.push(fault);
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
): string | null {
  if (to < from) return `The absence of ${person} ends on ${to}, before it begins on ${from}; exchange the days.`;
  if (others.length >= MOST_PIECES)
    return `${person} has ${MOST_PIECES} absences already; make one of those that follow one another.`;
  const clash = others.find((other) => other.from <= to && from <= other.to);
  return clash
    ? `The absence of ${person} from ${from} to ${to} overlaps the one from ${clash.from} to ${clash.to}; make them one.`
    : null;
}

/** Why nobody's time can be reckoned by a calendar, as a sentence; null when it can. */
export function faultOfCalendar(calendar: CalendarRecord): string | null {
  const listed = Object.keys(calendar.days).length;
  if (listed > MOST_DAYS)
    return `Calendar ${calendar.id} would list ${listed} days and can list ${MOST_DAYS}; leave out what is long past.`;
  const rest = endlessRest(calendar);
  return rest
    ? `Calendar ${calendar.id} has no workday from ${rest.from} to ${rest.to}; list the days that are worked.`
    : null;
}

/** People who would stand above themselves, one sentence a circle. */
function loops(state: OrganisationState, people: readonly Pick<PersonRecord, 'id' | 'manager'>[]): string[] {
  const managers = new Map<PersonId, PersonId | null>();
  for (const person of state.people.values()) managers.set(person.id, person.manager);
  for (const person of people) managers.set(person.id, person.manager);
  const clear = new Set<PersonId>();
  const faults: string[] = [];
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
      faults.push(
        `The management line runs in a circle: ${shortened(circle).join(' reports to ')}; correct one manager.`,
      );
    }
    for (const step of path) clear.add(step);
  }
  return faults;
}

function shortened(circle: readonly PersonId[]): readonly string[] {
  return circle.length > 8 ? [...circle.slice(0, 4), '…', ...circle.slice(-3)] : circle;
}
