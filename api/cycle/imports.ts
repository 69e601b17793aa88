import { randomUUID } from 'node:crypto';
import type { CycleCommandType } from '../../contracts/cycle.ts';
import type { CycleState } from '../../domain/cycle/state.ts';
import { unitsOf } from '../../domain/money.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import { MADE_ID } from '../../engine/received.ts';
import { readCatalogue } from '../../files/catalogue.ts';
import type { Known } from '../../files/cells.ts';
import { readNeeds } from '../../files/needs.ts';
import { readQuotes } from '../../files/quotes.ts';
import { readRooms } from '../../files/rooms.ts';
import { readSheet } from '../../files/sheet.ts';
import type { Table } from '../../files/table.ts';
import { readTrainers } from '../../files/trainers.ts';
import type { CycleReading } from '../../views/cycle/reading.ts';
import { mended, sha256 } from '../tables.ts';

interface Import {
  readonly command: CycleCommandType;
  /** `state` is what is known: of what a table has no column for, nothing changes. */
  readonly read: (table: Table, known: Known, units: number, state: CycleState) => readonly unknown[];
}

/** Tables that one command takes in, all of it or nothing; the command's body holds the rows under the same name. */
export const IMPORTS = {
  needs: { command: 'importNeeds', read: readNeeds },
  quotes: { command: 'setQuotes', read: (table, known, units, { quotes }) => readQuotes(table, known, units, quotes) },
  rooms: { command: 'setRooms', read: (table, _known, units, { rooms }) => readRooms(table, units, rooms) },
  courses: {
    command: 'setCourses',
    read: (table, known, units, { courses }) => readCatalogue(table, known, units, courses),
  },
  trainers: { command: 'setTrainers', read: readTrainers },
} as const satisfies Record<string, Import>;
export type ImportName = keyof typeof IMPORTS;

/** The rows of a table as the command takes them. Throws the problem `import-invalid` with a sentence for each fault. */
export async function rowsOf(
  name: ImportName,
  { state, organisation }: CycleReading,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<readonly unknown[]> {
  const { read }: Import = IMPORTS[name];
  return mended(async () =>
    read(await readSheet(file.bytes, file.name), knownOf(state, organisation), unitsOf(termsOf(state).currency), state),
  );
}

/**
 * The id of the command that a file becomes when its sender gives none. What replaces is harmless when it is done again;
 * needs join those that are there, so the same file by the same person is the same command until somebody has withdrawn
 * a need or the stage has been opened anew.
 */
export function importIdOf(name: ImportName, { state }: CycleReading, person: string, bytes: Uint8Array): string {
  if (name !== 'needs') return randomUUID();
  const withdrawn = Object.values(state.needs).filter((need) => need.state === 'withdrawn').length;
  return `${MADE_ID}needs:${person}:${sha256(bytes).slice(0, 32)}:${state.runs.needs ?? 0}.${withdrawn}`;
}

/** What tables may name. */
function knownOf(state: CycleState, organisation: OrganisationState): Known {
  return {
    people: new Set([...organisation.people.values()].filter((p) => p.employed).map((p) => p.id)),
    departments: new Set(organisation.departments.keys()),
    elements: new Set([...organisation.posts.values()].flatMap((p) => p.elements.map((e) => e.element))),
    courses: new Set(Object.keys(state.courses)),
    rooms: new Set(Object.keys(state.rooms)),
    quotes: new Set(Object.keys(state.quotes)),
  };
}
