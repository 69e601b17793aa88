import type { Calendar } from './calendar.ts';

/** What a calendar lacks for years that are reckoned by it. */
export interface Lack {
  readonly calendar: string;
  /** `days`: all that differs from the weekly rhythm; `makeup_workdays`: those of a year that is not announced whole. */
  readonly of: 'days' | 'makeup_workdays';
  readonly years: readonly number[];
  /** The latest year that has them; null: none has. */
  readonly last: number | null;
}

/** What is lacking in a calendar from one year to another, both included. */
export function lacksOf({ id, days }: Calendar, first: number, last: number): Lack[] {
  const entries = Object.entries(days);
  const known = new Set(entries.map(([day]) => yearOf(day)));
  const worked = new Set(entries.flatMap(([day, kind]) => (kind === 'makeup_workday' ? [yearOf(day)] : [])));
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n);
  const latest = (of: ReadonlySet<number>) => (of.size ? Math.max(...of) : null);
  const unknown = years.filter((year) => !known.has(year));
  // Where weekend days are worked in the place of others, a later year without any is not announced yet.
  const unannounced = worked.size ? years.filter((year) => known.has(year) && year > latest(worked)!) : [];
  return [
    ...(unknown.length ? [{ calendar: id, of: 'days', years: unknown, last: latest(known) } as const] : []),
    ...(unannounced.length
      ? [{ calendar: id, of: 'makeup_workdays', years: unannounced, last: latest(worked) } as const]
      : []),
  ];
}

const yearOf = (day: string) => Number(day.slice(0, 4));
