import { type Expression, type RawBuilder, sql } from 'kysely';
import type { Placeholder } from './statement.ts';

/** Whether a column is what is asked for; where nothing is asked for, whatever it is. */
export function isIfAsked<T>(column: Expression<T>, asked: Placeholder<T | null>): RawBuilder<boolean> {
  return sql<boolean>`(${asked} is null or ${column} = ${asked})`;
}
