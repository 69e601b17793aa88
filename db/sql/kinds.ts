import type { StreamId } from '../../contracts/ids.ts';
import { stamp } from '../connection.ts';

/** What a parameter of a statement is: for PostgreSQL, and for whoever gives it a value. */
export interface Kind<T> {
  /** PostgreSQL's type. */
  readonly type: string;
  /** The value as it is sent. Absent: as it is. */
  readonly wire?: (value: T) => unknown;
}

export const text: Kind<string> = { type: 'text' };
export const streamId: Kind<StreamId> = { type: 'text' };
export const smallint: Kind<number> = { type: 'smallint' };
export const int: Kind<number> = { type: 'int' };
export const bigint: Kind<number> = { type: 'bigint' };
export const float: Kind<number> = { type: 'float8' };
export const boolean: Kind<boolean> = { type: 'boolean' };
/** A day as YYYY-MM-DD. */
export const day: Kind<string> = { type: 'date' };
/** Milliseconds since 1970. */
export const instant: Kind<number> = { type: 'timestamptz', wire: stamp };
export const bytes: Kind<Uint8Array> = { type: 'bytea' };
/** JSON that is written already, to its byte. */
export const jsonText: Kind<string> = { type: 'json' };

/** A parameter that may be null. */
export function orNull<T>({ type, wire }: Kind<T>): Kind<T | null> {
  return wire ? { type, wire: (value) => (value === null ? null : wire(value)) } : { type };
}

/** A list, for PostgreSQL an array. */
export function many<T>({ type, wire }: Kind<T>): Kind<readonly T[]> {
  return { type: `${type}[]`, wire: wire ? (values) => values.map(wire) : (values) => values };
}

type Columns = Readonly<Record<string, Kind<never>>>;
/** What a kind takes. */
export type Of<K> = K extends Kind<infer T> ? T : never;
export type RowOf<C> = { readonly [Name in keyof C]: Of<C[Name]> };

/** Rows of a table that is given: it is sent as one array a column, however many there are. */
export interface Rows<C extends Columns> {
  readonly columns: C;
}

export function rows<C extends Columns>(columns: C): Rows<C> {
  return { columns };
}
