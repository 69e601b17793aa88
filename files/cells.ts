import { z } from 'zod';
import { SpellDay } from '../contracts/organisation.ts';
import { type DayWindow, Money } from '../contracts/planning.ts';
import { cut } from '../contracts/text.ts';
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

/** The parts of a cell that are separated by a vertical bar. */
export function listOf(cell: string): string[] {
  if (!cell.includes('|')) {
    const only = cell.trim();
    return only === '' ? [] : [only];
  }
  return cell
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Ids of one kind, separated by a vertical bar; each once. */
export function ids(id: z.ZodType<string>, what: string) {
  return Blank.transform((text, context) => {
    const list = listOf(text);
    if (!list.every((part) => id.safeParse(part).success)) {
      context.addIssue({ code: 'custom', message: `must hold ${what} separated by |` });
      return z.NEVER;
    }
    if (list.length > 1 && new Set(list).size !== list.length) {
      context.addIssue({ code: 'custom', message: 'names something twice' });
      return z.NEVER;
    }
    return list;
  });
}

/** `first day/last day`, several separated by a vertical bar. */
export const Windows = Blank.refine(
  (text) => listOf(text).every((part) => windowOf(part) !== null),
  'must be like 2027-02-10/2027-02-17, several separated by |',
).transform((text) => listOf(text).map((part) => windowOf(part)!));

function windowOf(text: string): DayWindow | null {
  const days = z.tuple([SpellDay, SpellDay]).safeParse(text.split('/').map((part) => part.trim()));
  if (!days.success) return null;
  const [from, to] = days.data;
  return from <= to ? { from, to } : null;
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
export function strangers(table: Table, known: Known, columns: Readonly<Record<string, keyof Known>>): string[] {
  return table.rows.flatMap((row) =>
    Object.entries(columns).flatMap(([column, kind]) => {
      const stranger = known[kind] && listOf(row.cells[column] ?? '').find((id) => !known[kind]!.has(id));
      return stranger === undefined
        ? []
        : [cellFault(table, row, column, `names ${cut(stranger, 60)}, ${WHERE[kind]}`)];
    }),
  );
}
