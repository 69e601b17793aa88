import { z } from 'zod';
import { PersonId } from '../contracts/ids.ts';
import { type Known, orNull, strangers } from './cells.ts';
import { readRows } from './rows.ts';
import type { Sheet } from './sheet.ts';
import type { Table } from './table.ts';

/** What trainers write by hand, in the languages of the house: whether somebody was there. */
const WORDS: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'yes', 'y', 'ja', '是', '到', 'x', '1', '✓'].map((word) => [word, true] as const),
  ...['false', 'no', 'n', 'nej', 'nein', '否', '缺', '0'].map((word) => [word, false] as const),
]);

const Presence = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .refine((text) => WORDS.has(text), 'must say yes or no (also 是 or 否, ja or nej, x, true or false)')
  .transform((text) => WORDS.get(text)!);

const AttendanceRow = z.object({ employee_id: PersonId, present: orNull(Presence) });

export interface Attendance {
  readonly present: readonly string[];
  readonly absent: readonly string[];
}

/**
 * Who was there, as `recordAttendance` takes it: `employee_id,present` with yes or no, as people write it; an empty cell says nothing
 * about somebody. `known.people`: who has a seat. All or nothing.
 */
export function readAttendance(table: Table, known: Known = {}): Attendance {
  const read = readRows(table, AttendanceRow, ['employee_id'], {
    beside: strangers(table, known, { employee_id: 'people' }),
  });
  const those = (present: boolean) =>
    read.filter(({ row }) => row.present === present).map(({ row }) => row.employee_id);
  return { present: those(true), absent: those(false) };
}

/** What is known of people whom a list says nothing of stays as it is. */
export function withKnown(read: Attendance, known: Attendance | null): Attendance {
  const said = new Set([...read.present, ...read.absent]);
  const silent = (people: readonly string[]) => people.filter((person) => !said.has(person));
  return {
    present: [...read.present, ...silent(known?.present ?? [])],
    absent: [...read.absent, ...silent(known?.absent ?? [])],
  };
}

/** A list to fill in, or as it was filled in; `names` are there to be read, not to be imported. */
export function attendanceSheet(
  participants: readonly string[],
  { present, absent }: Attendance = { present: [], absent: [] },
  names: ReadonlyMap<string, string> = new Map(),
): Sheet {
  const was = new Map([...present.map((p) => [p, 'true'] as const), ...absent.map((p) => [p, 'false'] as const)]);
  return {
    columns: ['employee_id', 'name', 'present'],
    rows: [...new Set([...participants, ...was.keys()])].map((person) => ({
      employee_id: person,
      name: names.get(person) ?? '',
      present: was.get(person) ?? '',
    })),
  };
}
