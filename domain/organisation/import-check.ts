import type { ImportBody, ImportedPerson } from '../../contracts/organisation.ts';
import type { Because } from '../../contracts/refusals/refusal.ts';
import { say } from '../../contracts/refusals/say.ts';
import type { Language } from '../../contracts/settings.ts';
import type { ImportCheck } from '../../contracts/views/organisation.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { because } from '../refuse.ts';
import { faultsOfImport } from './faults.ts';
import { fieldsChanged, same } from './import.ts';
import { absencesChanged as absencesOf, anchorsAfter, calendarAfter, personAfter, postAfter } from './imported.ts';
import type { Absence, OrganisationState } from './state.ts';

/** The names and addresses of people by id, which the state holds sealed. */
export type NamesKnown = ReadonlyMap<string, { readonly name: string | null; readonly email: string | null }>;

/** What an import would change in the organisation, and every reason why it cannot be taken. */
export function checkImport(
  state: OrganisationState,
  body: ImportBody,
  known: NamesKnown,
  language: Language,
): ImportCheck {
  const faults = [...faultsOfImport(state, body), ...addressesTaken(state, body, known)];
  return {
    faults: faults.map((fault) => say(language, fault)!),
    people: peopleChanged(state, body, known),
    departments: rowsChanged(body.departments ?? [], (row) => row.id, state.departments),
    posts: rowsChanged(
      (body.posts ?? []).map((post) => postAfter(state, post)),
      (post) => post.code,
      state.posts,
    ),
    anchors: rowsChanged(anchorsAfter(body), (row) => row.element, state.anchors),
    calendars: calendarsChanged(state, body),
    absences: absencesChanged(state, body),
  };
}

/**
 * What is wrong with each address that would belong to two people who work here. None tells the address: a refusal is kept in the
 * open, and would outlive the erasure of whoever has it.
 */
export function addressesTaken(state: OrganisationState, body: ImportBody, known: NamesKnown): Because[] {
  const imported = new Map((body.people ?? []).map((person) => [person.id, person]));
  const holders = new Map<string, string>();
  for (const { id, employed } of state.people.values()) {
    const address = imported.get(id)?.email ?? known.get(id)?.email;
    if (employed && address) holders.set(address.toLowerCase(), id);
  }
  const faults: Because[] = [];
  for (const { id, email } of imported.values()) {
    if (email === undefined) continue;
    const holder = holders.get(email.toLowerCase());
    if (holder === undefined) holders.set(email.toLowerCase(), id);
    else if (holder !== id) {
      faults.push(because('import-invalid/address-taken', { person: id, other: holder }));
    }
  }
  return faults;
}

function peopleChanged(state: OrganisationState, body: ImportBody, known: NamesKnown): ImportCheck['people'] {
  const joined: string[] = [];
  const back: string[] = [];
  const changed: { person: string; fields: string[] }[] = [];
  const people = body.people ?? [];
  for (const person of people) {
    const before = state.people.get(person.id);
    if (!before) joined.push(person.id);
    else if (!before.employed) back.push(person.id);
    else {
      const fields = [...fieldsChanged(before, personAfter(before, person)), ...namesChanged(person, known)];
      if (fields.length > 0) changed.push({ person: person.id, fields });
    }
  }
  const listed = new Set(people.map(({ id }) => id));
  const unlisted = body.people
    ? [...state.people.values()].filter(({ id, employed }) => employed && !listed.has(id)).map(({ id }) => id)
    : [];
  const unchanged = people.length - joined.length - back.length - changed.length;
  return { joined, back, changed, unchanged, unlisted };
}

function namesChanged({ id, name, email }: ImportedPerson, known: NamesKnown): string[] {
  const before = known.get(id);
  return [
    ...(name !== undefined && name !== before?.name ? ['name'] : []),
    ...(email !== undefined && email !== before?.email ? ['email'] : []),
  ];
}

function rowsChanged<T>(rows: readonly T[], idOf: (row: T) => string, known: ReadonlyMap<string, T>) {
  const added = rows.map(idOf).filter((id) => !known.has(id));
  const changed = rows.filter((row) => known.has(idOf(row)) && !same(row, known.get(idOf(row)))).map(idOf);
  return { added, changed, unchanged: rows.length - added.length - changed.length };
}

function calendarsChanged(state: OrganisationState, { calendars = [] }: ImportBody): ImportCheck['calendars'] {
  const added: string[] = [];
  const changed: ImportCheck['calendars']['changed'] = [];
  for (const imported of calendars) {
    const before = state.calendars.get(imported.id);
    const after: Calendar = calendarAfter(before, imported);
    if (!before) added.push(imported.id);
    else if (!same(before, after)) {
      changed.push({
        calendar: imported.id,
        set: Object.keys(after.days).filter((day) => after.days[day] !== before.days[day]),
        gone: Object.keys(before.days).filter((day) => !(day in after.days)),
        weekend: !same(before.weekend, after.weekend),
      });
    }
  }
  return { added, changed, unchanged: calendars.length - added.length - changed.length };
}

function absencesChanged(state: OrganisationState, body: ImportBody): ImportCheck['absences'] {
  const days = (absences: readonly Absence[]) => absences.map(({ from, to }) => ({ from, to }));
  return absencesOf(state, body).map(({ person, come, gone }) => ({ person, added: days(come), gone: days(gone) }));
}
