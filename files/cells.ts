import { z } from 'zod';
import { SpellDay } from '../contracts/organisation.ts';
import { type DayWindow, Money } from '../contracts/planning.ts';
import { shown } from './faults.ts';
import { cellFault, faultOfNumber, orEmpty } from './rows.ts';
import type { Table } from './table.ts';

/** A cell that may be left out with its column. */
export const Blank = z.string().trim().default('');

/** A whole number in a range. */
export function whole(min: number, max: number) {
  const message = `must be a whole number from ${min} to ${max}`;
  return numbered((text) => (/^\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max ? null : message));
}

/** A number in a range, with at most four decimals. */
export function decimal(min: number, max: number) {
  return numbered((text) => faultOfNumber(text, min, max, 4));
}

function numbered(faultOf: (text: string) => string | null) {
  return z
    .string()
    .trim()
    .transform((text, context) => {
      const message = faultOf(text);
      if (message === null) return Number(text);
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    });
}

/** Another cell, or null when it is empty or its column is left out. */
export function orNull<T>(cell: z.ZodType<T, string>) {
  return Blank.transform((text, context) => {
    if (text === '') return null;
    const result = cell.safeParse(text);
    if (result.success) return result.data;
    context.addIssue({ code: 'custom', message: orEmpty(result.error.issues[0]!.message) });
    return z.NEVER;
  });
}

/** Another cell, or a value when it is empty or its column is left out. */
export function orElse<T>(cell: z.ZodType<T, string>, otherwise: T) {
  return orNull(cell).transform((value) => value ?? otherwise);
}

/** true or false; empty: false. */
export const Switch = Blank.transform((text) => text.toLowerCase())
  .refine((text) => ['', 'true', 'false'].includes(text), 'must be true or false')
  .transform((text) => text === 'true');

/** The parts of a cell that are separated by a vertical bar, one after the other: there may be millions. */
export function* partsOf(cell: string): Generator<string> {
  for (let at = 0; at <= cell.length; ) {
    const bar = cell.indexOf('|', at);
    const end = bar < 0 ? cell.length : bar;
    const part = cell.slice(at, end).trim();
    if (part !== '') yield part;
    at = end + 1;
  }
}

/** Ids of one kind, separated by a vertical bar; each once, and at most so many. */
export function ids(id: z.ZodType<string>, what: string, most: number) {
  return Blank.transform((text, context) => {
    const found = new Set<string>();
    const refused = (message: string) => {
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    };
    for (const part of partsOf(text)) {
      if (!id.safeParse(part).success) return refused(`must hold ${what} separated by |`);
      if (found.has(part)) return refused('names something twice');
      if (found.size === most) return refused(`must hold at most ${most} ${what}`);
      found.add(part);
    }
    return [...found];
  });
}

/** `first day/last day`, several separated by a vertical bar, at most so many. */
export function windows(most: number) {
  return Blank.transform((text, context) => {
    const found: DayWindow[] = [];
    const refused = (message: string) => {
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    };
    for (const part of partsOf(text)) {
      const spell = spellIn(part);
      if (!spell || spell.from > spell.to) {
        return refused('must be like 2027-02-10/2027-02-17, several separated by |');
      }
      if (found.length === most) return refused(`must hold at most ${most} spells`);
      found.push(spell);
    }
    return found;
  });
}

/** `first day/last day`; null when it is none. */
export function spellIn(text: string): DayWindow | null {
  const [first, last, ...rest] = text.split('/', 3);
  const [from, to] = [first, last].map((day) => SpellDay.safeParse(day?.trim()));
  return from!.success && to!.success && rest.length === 0 ? { from: from!.data, to: to!.data } : null;
}

export function windowsCell(windows: readonly DayWindow[]): string {
  return windows.map(({ from, to }) => `${from}/${to}`).join('|');
}

/** An amount of money in the currency, as the smallest unit; `units`: how many of them make one, 100 fen a yuan. */
export function amount(units: number) {
  const places = Math.round(Math.log10(units));
  const pattern = places === 0 ? /^\d{1,13}$/ : new RegExp(`^\\d{1,13}(\\.\\d{1,${places}})?$`);
  return z
    .string()
    .trim()
    .refine((text) => pattern.test(text) && Money.safeParse(smallest(text, places)).success, {
      message: `must be an amount of money such as ${places === 0 ? '1200' : `1200.${'5'.padEnd(places, '0')}`}`,
    })
    .transform((text) => smallest(text, places));
}

function smallest(text: string, places: number): number {
  const [whole = '', rest = ''] = text.split('.');
  return Number(whole + rest.padEnd(places, '0'));
}

export function amountCell(money: number, units: number): string {
  const places = Math.round(Math.log10(units));
  return places === 0 ? String(money) : `${Math.floor(money / units)}.${String(money % units).padStart(places, '0')}`;
}

/** What is known beside the table; what is not given is not checked. */
export interface Known {
  readonly people?: ReadonlySet<string>;
  readonly departments?: ReadonlySet<string>;
  readonly elements?: ReadonlySet<string>;
  readonly courses?: ReadonlySet<string>;
  readonly rooms?: ReadonlySet<string>;
  readonly quotes?: ReadonlySet<string>;
  readonly needs?: ReadonlySet<string>;
  readonly budget?: ReadonlySet<string>;
}

const WHERE: Readonly<Record<keyof Known, string>> = {
  people: 'who is not among the employees',
  departments: 'which is not among the departments',
  elements: 'which is in no ability model of the posts',
  courses: 'which is not in the catalogue of courses',
  rooms: 'which is not among the rooms',
  quotes: 'which is not among the quotes',
  needs: 'which is not among the needs',
  budget: 'which is not among the budget lines',
};

/** A sentence for every cell that names something unknown. */
export function* strangers(
  table: Table,
  known: Known,
  columns: Readonly<Record<string, keyof Known>>,
): Generator<string> {
  const asked = Object.entries(columns).flatMap(([column, kind]) => (known[kind] ? [{ column, kind }] : []));
  for (const row of table.rows) {
    for (const { column, kind } of asked) {
      const stranger = firstStranger(row.cells[column] ?? '', known[kind]!);
      if (stranger === undefined) continue;
      yield cellFault(table, row, column, `names ${shown(stranger, 60)}, ${WHERE[kind]}`);
    }
  }
}

function firstStranger(cell: string, known: ReadonlySet<string>): string | undefined {
  for (const part of partsOf(cell)) if (!known.has(part)) return part;
  return undefined;
}
