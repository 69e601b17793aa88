import { z } from 'zod';
import { Code, Day, type ImportedCalendar } from '../contracts/organisation.ts';
import { namesIn, requiredTable } from './folder.ts';
import { FaultList, readRows } from './rows.ts';

const CalendarRow = z.object({
  date: Day,
  country: Code,
  kind: z.enum(['holiday', 'makeup_workday'], 'must be holiday or makeup_workday'),
});

/**
 * All calendars of a folder; a calendar's id is the column `country`, whatever the file is called. Undefined when there
 * is no table. Nothing is said of weekends.
 */
export async function readCalendars(folder: string): Promise<ImportedCalendar[] | undefined> {
  const stems = (await namesIn(folder)).flatMap((name) => /^(.+)\.(?:csv|xlsx)$/.exec(name)?.[1] ?? []);
  if (stems.length === 0) return undefined;
  const faults = new FaultList();
  const days = new Map<string, Record<string, 'holiday' | 'makeup_workday'>>();
  for (const stem of new Set(stems)) {
    await faults.gather(async () => {
      for (const { row } of readRows(await requiredTable(folder, stem), CalendarRow, ['country', 'date'])) {
        const calendar = days.get(row.country) ?? {};
        days.set(row.country, calendar);
        calendar[row.date] = row.kind;
      }
    });
  }
  faults.throwIfAny();
  return [...days].map(([id, rows]) => ({ id, days: rows }));
}
