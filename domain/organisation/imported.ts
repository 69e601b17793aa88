import type { z } from 'zod';
import type {
  CalendarRecord,
  ElementAnchors,
  ImportBody,
  ImportedCalendar,
  ImportedPerson,
  ImportedPost,
  PersonRecord,
  PostRecord,
} from '../../contracts/organisation.ts';
import { personal } from '../../contracts/private.ts';
import type { Calendar } from '../calendar/calendar.ts';
import type { Absence, OrganisationState, Person } from './state.ts';

/** What is known of a person after an import; years that it says nothing about keep their grades. */
export function personAfter(before: Person | undefined, imported: ImportedPerson): PersonRecord {
  const { name: _name, email: _email, performance = {}, ...row } = imported;
  const grades = Object.entries({ ...before?.performance, ...performance });
  return {
    ...row,
    performance: Object.fromEntries(grades.filter((grade): grade is [string, number] => grade[1] !== null)),
  };
}

/** A post after an import, with the elements that are known where it gives none. */
export function postAfter(state: OrganisationState, { elements, ...post }: ImportedPost): z.infer<typeof PostRecord> {
  if (!elements) return { ...post, elements: [...(state.posts.get(post.code)?.elements ?? [])] };
  const names = chineseNames(state);
  return { ...post, elements: elements.map((e) => ({ ...e, nameZh: e.nameZh ?? names.get(e.element) ?? e.name })) };
}

const named = new WeakMap<OrganisationState['posts'], ReadonlyMap<string, string>>();

function chineseNames({ posts }: OrganisationState): ReadonlyMap<string, string> {
  let names = named.get(posts);
  if (!names) {
    names = new Map([...posts.values()].flatMap((p) => p.elements.map((e) => [e.element, e.nameZh] as const)));
    named.set(posts, names);
  }
  return names;
}

/** What the levels of elements mean after an import that says so, each in the order of its levels. */
export function anchorsAfter({ anchors = [] }: ImportBody): ElementAnchors[] {
  return anchors.map((of) => ({ ...of, anchors: [...of.anchors].sort((a, b) => a.score - b.score) }));
}

/** A calendar after an import: that of the import from its first day to its last, beside them what is known. */
export function calendarAfter(
  before: Calendar | undefined,
  { id, weekend, days }: ImportedCalendar,
): z.infer<typeof CalendarRecord> {
  const given = Object.keys(days).sort();
  const [first, last] = [given[0] ?? '', given.at(-1) ?? ''];
  const kept = Object.entries(before?.days ?? {}).filter(([day]) => first === '' || day < first || day > last);
  return {
    id,
    weekend: [...(weekend ?? before?.weekend ?? [6, 7])],
    days: { ...Object.fromEntries(kept), ...days },
  };
}

const UNNAMED = 'absence';

/** What an import changes of somebody's absences; one is known by its days. */
export interface AbsencesChange {
  readonly person: string;
  readonly come: readonly Absence[];
  readonly gone: readonly Absence[];
}

/** Everybody whose absences an import changes. */
export function absencesChanged(state: OrganisationState, body: ImportBody): AbsencesChange[] {
  return [...absencesAfter(state, body)].flatMap(([person, after]) => {
    const before = state.people.get(person)?.absences ?? [];
    const [come, gone] = [without(after, before), without(before, after)];
    return come.length + gone.length > 0 ? [{ person, come, gone }] : [];
  });
}

function without(absences: readonly Absence[], others: readonly Absence[]): Absence[] {
  const days = new Set(others.map(({ from, to }) => `${from}/${to}`));
  return absences.filter(({ from, to }) => !days.has(`${from}/${to}`));
}

/** The absences, in order, of everybody for whom an import is complete; none of anybody when it gives no absences. */
function absencesAfter(state: OrganisationState, body: ImportBody): Map<string, Absence[]> {
  const after = new Map<string, Absence[]>();
  if (!body.absences) return after;
  for (const { id } of body.people ?? []) after.set(id, []);
  for (const { person, from, to, kind } of body.absences) {
    const absences = after.get(person) ?? [];
    after.set(person, absences);
    const known = state.people.get(person)?.absences.find((a) => a.from === from && a.to === to);
    absences.push({ from, to, kind: kind === undefined && known ? known.kind : personal(person, kind ?? UNNAMED) });
  }
  for (const absences of after.values()) absences.sort((a, b) => (a.from < b.from ? -1 : 1));
  return after;
}
