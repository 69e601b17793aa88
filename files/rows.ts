import { z } from 'zod';
import { FileFaults, MOST_FAULTS, shown } from './faults.ts';
import type { Row, Table } from './table.ts';

/** A row that has passed its schema, and where it stands. */
export interface Read<T> {
  readonly line: number;
  readonly row: T;
}

/** Beyond so many faults nobody looks for more: each takes longer than a whole row that is right. */
const MOST_COUNTED = 5_000;

/** The faults of several files, gathered so that a person sees all of them at once. */
export class FaultList {
  readonly #faults: string[] = [];
  #more = 0;

  add(sentence: string): void {
    if (this.#faults.length < MOST_FAULTS) this.#faults.push(sentence);
    else this.#more += 1;
  }

  /** Looks for faults, and no further than anybody reads them: so `faults` is best made as it is looked through. */
  addAll(faults: Iterable<string>): void {
    for (const fault of faults) {
      this.add(fault);
      if (this.isFull) return;
    }
  }

  /** Whether so much is wrong that nobody looks for more. */
  get isFull(): boolean {
    return this.#faults.length + this.#more >= MOST_COUNTED;
  }

  /** Runs a step; what it finds wrong is kept, and the rest goes on with undefined. */
  async gather<T>(step: () => Promise<T> | T): Promise<T | undefined> {
    try {
      return await step();
    } catch (error) {
      if (!(error instanceof FileFaults)) throw error;
      for (const fault of error.faults) this.add(fault);
      this.#more += error.more;
      return undefined;
    }
  }

  /** @param order by default, that in which they were found */
  throwIfAny(order: (a: string, b: string) => number = () => 0): void {
    if (this.#faults.length > 0) throw new FileFaults(this.#faults.sort(order), this.#more);
  }
}

/** Throws FileFaults if there are any; how many there are is told as far as anybody looks. */
export function refuse(faults: Iterable<string>): void {
  const list = new FaultList();
  list.addAll(faults);
  list.throwIfAny();
}

/** A sentence shows so much of a cell. */
const SHOWN = 200;

/** The sentence about one cell: `employees.csv line 7, column email: "x" is not a mail address`. */
export function cellFault(table: Table, row: Row, column: string, message: string): string {
  return `${table.name} line ${row.line}, column ${column}: "${shown(row.cells[column] ?? '', SHOWN)}" ${message}`;
}

/** So many rows most tables may have: more than the command takes that they become. To check them takes longer than to read them. */
const MOST_ROWS = 20_000;
/** For tables with a row for each of many people, or for each of their abilities: as many as a file may hold. */
export const AS_MANY_AS_FIT = Number.POSITIVE_INFINITY;

/** What is asked of a table beside what each cell must be. */
interface Checks<T> {
  /** How many rows there may be. */
  readonly most?: number;
  /** What is wrong with the table: looked through once it has its columns and no more rows than it may. */
  readonly beside?: Iterable<string>;
  /** What is wrong with a row whose cells are all as they must be. */
  readonly faultOf?: (row: T) => readonly [column: string, message: string] | null;
}

/**
 * Checks every row; throws FileFaults with all that is wrong in the table, with what the caller finds beside it.
 * The `key` columns together must be unique.
 */
export function readRows<S extends z.ZodObject>(
  table: Table,
  schema: S,
  key: readonly (keyof S['shape'] & string)[],
  { most = MOST_ROWS, beside = [], faultOf }: Checks<z.infer<S>> = {},
): Read<z.infer<S>>[] {
  if (table.rows.length > most) {
    const rows = `${table.name} has ${table.rows.length} rows, and may have ${most}`;
    throw new FileFaults([`${rows}; leave out those that are not needed.`]);
  }
  const missing = Object.keys(schema.shape).filter(
    (column) => !table.columns.includes(column) && !schema.shape[column].safeParse(undefined).success,
  );
  if (missing.length > 0) {
    throw new FileFaults([`${table.name} has no column ${missing.join(', ')}; it needs ${columnsOf(schema)}.`]);
  }
  const faults = new FaultList();
  faults.addAll(beside);
  const seen = new Map<string, number>();
  const read: Read<z.infer<S>>[] = [];
  const single = key.length === 1 ? key[0] : undefined;
  for (const row of table.rows) {
    if (faults.isFull) break;
    const result = schema.safeParse(row.cells, { error: plainMessage });
    if (!result.success) {
      const told = new Set<unknown>();
      for (const { path, message } of result.error.issues) {
        if (!told.has(path[0])) faults.add(cellFault(table, row, String(path[0]), message));
        told.add(path[0]);
      }
    }
    const fault = result.success ? faultOf?.(result.data as z.infer<S>) : undefined;
    if (fault) faults.add(cellFault(table, row, ...fault));
    const id = single === undefined ? key.map((column) => row.cells[column]).join(', ') : (row.cells[single] ?? '');
    const first = seen.get(id);
    if (first !== undefined)
      faults.add(cellFault(table, row, key.at(-1)!, `is in line ${first} already (${shown(id, SHOWN)})`));
    else seen.set(id, row.line);
    read.push({ line: row.line, row: result.data as z.infer<S> });
  }
  faults.throwIfAny(byLine);
  return read;
}

/** What is known of a record in the columns that a table leaves out: of what a file does not say, nothing changes. */
export function kept<T extends object>(
  table: Table,
  before: T | undefined,
  fields: Readonly<Record<string, keyof T>>,
): Partial<T> {
  if (!before) return {};
  const missing = Object.entries(fields).filter(
    ([column, field]) => !table.columns.includes(column) && before[field] !== undefined,
  );
  return Object.fromEntries(missing.map(([, field]) => [field, before[field]])) as Partial<T>;
}

/** For checks that bring no words of their own. */
function plainMessage({ code }: { readonly code?: string | undefined }): string {
  if (code === 'too_small') return 'is too short';
  return code === 'too_big' ? 'is too long' : 'is not of the right kind';
}

/** Those that tell no line come first; those of equal lines stay in their order. */
const byLine = (a: string, b: string): number => lineOf(a) - lineOf(b);
const lineOf = (fault: string): number => Number(/ line (\d+)/.exec(fault)?.[1] ?? 0);

function columnsOf(schema: z.ZodObject): string {
  return Object.keys(schema.shape).join(', ');
}

/** A cell that says true or false. */
export const Flag = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.enum(['true', 'false'], 'must be true or false'))
  .transform((text) => text === 'true');

export const Text = z.string().trim().min(1, 'must not be empty').max(400, 'is too long');

/**
 * What is wrong with the text of a number, to go behind the cell in a sentence; null when it lies in the range and has no
 * more than so many decimals.
 */
export function faultOfNumber(text: string, min: number, max: number, decimals: number): string | null {
  const [, , rest = '', exponent] = /^(-?\d+)(?:\.(\d+))?(?:e(-?\+?\d+))?$/i.exec(text) ?? [];
  const range = `must be a number from ${min} to ${max}`;
  if (/^-?\d+,\d+$/.test(text)) return `${range}, with a point before its decimals`;
  if (text === '' || Number.isNaN(Number(text)) || Number(text) < min || Number(text) > max) return range;
  if (rest.length > decimals || Number(exponent) < 0) return `must have at most ${DECIMALS[decimals]}; round it`;
  return /^-?\d{1,9}(\.\d+)?$/.test(text) ? null : range;
}

const DECIMALS: Readonly<Record<number, string>> = {
  0: 'no decimals',
  1: 'one decimal',
  2: 'two decimals',
  3: 'three decimals',
  4: 'four decimals',
  6: 'six decimals',
};

/** A cell with a number in a range, with at most six decimals; `blank` when it may be empty. */
export function figure(min: number, max: number, blank: '' | 'or empty' = ''): z.ZodType<string> {
  return z
    .string()
    .trim()
    .superRefine((text, context) => {
      if (text === '' && blank !== '') return;
      const message = faultOfNumber(text, min, max, 6);
      if (message) context.addIssue({ code: 'custom', message: orEmpty(message, blank !== '') });
    });
}

/** The sentence about a cell that may also be empty. */
export function orEmpty(message: string, blank = true): string {
  return blank && !message.includes('round it') ? `${message}, or empty` : message;
}
