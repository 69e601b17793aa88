import type { CyclePurpose } from '../../contracts/cycle.ts';
import type { StreamId } from '../../contracts/ids.ts';
import type { ImportedPerson } from '../../contracts/organisation.ts';
import type { Pool } from '../../db/connection.ts';
import type { KeyRing } from '../../db/keys.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { unsealed } from '../../db/read/unsealed.ts';
import { plannedLines } from '../../domain/cycle/compiling/resources-view.ts';
import { employeesInScope } from '../../domain/cycle/people.ts';
import { ratingsIn } from '../../domain/cycle/ratings/findings.ts';
import { unitsOf } from '../../domain/money.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import { catalogueSheet } from '../../files/catalogue.ts';
import { employeesSheet, ratingsSheet } from '../../files/export.ts';
import { needsSheet } from '../../files/needs.ts';
import { planSheet } from '../../files/plan-sheet.ts';
import { quotesSheet } from '../../files/quotes.ts';
import { roomsSheet } from '../../files/rooms.ts';
import type { Sheet } from '../../files/sheet.ts';
import { trainersSheet } from '../../files/trainers.ts';
import { needsAsked, needsView } from '../../views/cycle/needs.ts';
import { type CycleReading, roundsFor } from '../../views/cycle/reading.ts';
import { catalogueView } from '../../views/cycle/sourcing.ts';

/** What tables are made from. */
export interface Sources {
  readonly pool: Pool;
  readonly keys: KeyRing;
  readonly reader: StreamReader;
}

type Maker = (reading: CycleReading, sources: Sources) => Promise<Sheet> | Sheet;

const NOBODY: ReadonlyMap<string, string> = new Map();
const units = ({ state }: CycleReading) => unitsOf(termsOf(state).currency);

/** What a training manager takes out of a cycle, each as a table that the import of the same name takes back. */
export const EXPORTS = {
  people: peopleSheet,
  ratings: ratingsOf,
  needs: async (reading, sources) =>
    needsSheet(
      (await needsView(sources, reading, needsAsked(reading, {}), NOBODY)).needs.map((n) => ({
        ...n,
        goal: n.goal ?? '',
        problem: n.problem ?? '',
      })),
    ),
  courses: (reading) => catalogueSheet(Object.values(reading.state.courses), units(reading)),
  quotes: (reading) => quotesSheet(Object.values(reading.state.quotes), units(reading)),
  rooms: (reading) => roomsSheet(Object.values(reading.state.rooms), units(reading)),
  trainers: (reading) => trainersSheet(catalogueView(reading, NOBODY).trainers),
  plan: (reading) => planSheet(plannedLines(reading.state), units(reading)),
  attendance: attendanceOf,
} as const satisfies Record<string, Maker>;
export type ExportName = keyof typeof EXPORTS;

async function peopleSheet({ state, organisation }: CycleReading, { pool, keys }: Sources): Promise<Sheet> {
  const people = employeesInScope(termsOf(state), organisation);
  const sealed = people.map(({ name, email, absences }) => ({ name, email, absences }));
  type Clear = Pick<ImportedPerson, 'name' | 'email'> & { absences: { from: string; to: string; kind: string }[] };
  const clear = (await unsealed(pool, keys, sealed)) as Clear[];
  return employeesSheet(
    people.map(({ employed: _, erased: _erased, absences: _absences, ...p }, i) => ({
      ...p,
      performance: { ...p.performance },
      name: clear[i]!.name,
      email: clear[i]!.email,
    })),
    people.flatMap(({ id }, i) => clear[i]!.absences.map((absence) => ({ ...absence, person: id }))),
  );
}

async function ratingsOf({ state }: CycleReading, { reader }: Sources): Promise<Sheet> {
  const purpose: CyclePurpose = 'ratings';
  const rounds = await roundsFor(reader, state, purpose);
  return ratingsSheet(
    ratingsIn(state, rounds, purpose).map(({ person, rater, element, rating }) => ({
      person,
      rater: rater ?? '',
      element,
      rating: String(rating),
      ratedOn: null,
    })),
  );
}

/** Everybody who has a seat in an offering that was started, and whether they were there; empty: not recorded, or not to come. */
async function attendanceOf({ state }: CycleReading, { reader }: Sources): Promise<Sheet> {
  const streams = Object.values(state.offerings).map((o) => o.stream);
  const offerings = await reader.offerings(streams);
  const columns = ['offering_id', 'course_id', 'first_day', 'employee_id', 'seat', 'present'];
  const rows = Object.entries(state.offerings).flatMap(([id, { stream, planned }]) => {
    const { seats = {}, attendance = null } = offerings.get(stream as StreamId) ?? {};
    const people = new Set([...planned.participants, ...Object.keys(seats), ...(attendance?.present ?? [])]);
    return [...people].sort().map((person) => ({
      offering_id: id,
      course_id: planned.course,
      first_day: planned.days[0]!,
      employee_id: person,
      seat: seats[person] ?? 'planned',
      present: attendance?.present.includes(person) ? 'true' : attendance?.absent.includes(person) ? 'false' : '',
    }));
  });
  return { columns, rows };
}
