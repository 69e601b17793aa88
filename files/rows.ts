import { z } from 'zod';
import { FileFaults } from './faults.ts';
import type { Row, Table } from './table.ts';

/** A row that has passed its schema, and where it stands. */
export interface Read<T> {
  readonly line: number;
  readonly row: T;
}

/** The faults of several files, gathered so that a person sees all of them at once. */
export class FaultList {
  readonly #faults: string[] = [];

  add(sentence: string): void {
    this.#faults.push(sentence);
  }

  /** Runs a step; what it finds wrong is kept, and the rest goes on with undefined. */
  async gather<T>(step: () => Promise<T> | T): Promise<T | undefined> {
    try {
      return await step();
    } catch (error) {
      if (!(error instanceof FileFaults)) throw error;
      for (const fault of error.faults) this.add(fault);
      return undefined;
    }
  }

  throwIfAny(): void {
    if (this.#faults.length > 0) throw new FileFaults(this.#faults);
  }
}

/** The sentence about one cell: `employees.csv line 7, column email: "x" is not a mail address`. */
export function cellFault(table: Table, row: Row, column: string, message: string): string {
  return `${table.name} line ${row.line}, column ${column}: "${row.cells[column] ?? ''}" ${message}`;
}

/**
 * Checks every row; throws FileFaults with all that is wrong in the table, with what the caller has found already.
 * The `key` columns together must be unique.
 */
export function readRows<S extends z.ZodObject>(
  table: Table,
  schema: S,
  key: readonly (keyof S['shape'] & string)[],
  found: readonly string[] = [],
): Read<z.infer<S>>[] {
  const missing = Object.keys(schema.shape).filter(
    (column) => !table.columns.includes(column) && !schema.shape[column].safeParse(undefined).success,
  );
  if (missing.length > 0) {
    throw new FileFaults([`${table.name} has no column ${missing.join(', ')}; it needs ${columnsOf(schema)}.`]);
  }
  const faults = [...found];
  const seen = new Map<string, number>();
  const read = table.rows.map((row) => {
    const result = schema.safeParse(row.cells, { error: plainMessage });
    const told = new Set<unknown>();
    for (const { path, message } of result.error?.issues ?? []) {
      if (!told.has(path[0])) faults.push(cellFault(table, row, String(path[0]), message));
      told.add(path[0]);
    }
    const id = key.map((column) => row.cells[column]).join(', ');
    const first = seen.get(id);
    if (first !== undefined) faults.push(cellFault(table, row, key.at(-1)!, `is in line ${first} already (${id})`));
    else seen.set(id, row.line);
    return { line: row.line, row: result.data as z.infer<S> };
  });
  if (faults.length > 0) throw new FileFaults(faults.sort((a, b) => lineOf(a) - lineOf(b)));
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

/** A cell with a number in a range; `blank` when it may be empty. */
export function figure(min: number, max: number, blank: '' | 'or empty' = ''): z.ZodType<string> {
  const message = `must be a number from ${min} to ${max}${blank && `, ${blank}`}`;
  const fits = (text: string): boolean =>
    text === '' ? blank !== '' : /^-?\d{1,9}(\.\d{1,6})?$/.test(text) && Number(text) >= min && Number(text) <= max;
  return z.string().trim().refine(fits, message);
}
