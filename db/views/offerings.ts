import { sql } from 'kysely';
import type { StreamId } from '../../contracts/ids.ts';
import type { OfferingLine } from '../../contracts/views/offering.ts';
import type { Pool } from '../connection.ts';
import { isIfAsked } from '../sql/asked.ts';
import { boolean, day, int, orNull, text } from '../sql/kinds.ts';
import { statement } from '../sql/statement.ts';
import { STANDING } from './procedures.ts';

const lines = statement(
  'offering-lines',
  { person: text, cycle: orNull(text), own: boolean },
  (db, { person, cycle, own }) => {
    const teaches = sql<boolean>`o.trainer is not distinct from ${person}`;
    const takesPart = sql<boolean>`o.people @> array[${person}]`;
    return db
      .selectFrom('offering as o')
      .innerJoin('procedure as p', 'p.stream', 'o.stream')
      .leftJoin('person as t', 't.id', 'o.trainer')
      .select(['o.stream as id', 'o.cycle', 'o.id as offering', 'o.place', 'o.trainer', 't.name as trainerName'])
      .select([sql<string>`o.first_day::text`.as('from'), sql<string>`o.last_day::text`.as('to'), 'o.provider'])
      .select([teaches.as('teaches'), takesPart.as('takesPart'), ...STANDING])
      .where(({ eb }) => isIfAsked(eb.ref('o.cycle'), cycle))
      .where(({ or, not, eb }) => or([not(own), eb('o.trainer', '=', person), takesPart]))
      .orderBy('o.first_day')
      .orderBy('o.stream')
      .limit(2000)
      .$narrowType<{ stage: OfferingLine['stage'] }>();
  },
);

/** Which offerings are asked for; every filter that is given must hold. */
export interface OfferingFilter {
  readonly cycle?: string | undefined;
  /** Only those that the asker teaches or is on the list of. */
  readonly own: boolean;
}

/** Offerings by their first day, as `person` sees them; at most 2,000. One query. */
export async function offeringLines(
  pool: Pool,
  person: string,
  { cycle, own }: OfferingFilter,
): Promise<OfferingLine[]> {
  const rows = await lines.all(pool, { person, cycle: cycle ?? null, own });
  return rows.map((row) => ({ ...row, title: JSON.parse(row.title) }));
}

const ahead = statement('offerings-ahead', { person: text, from: day, most: int }, (db, { person, from, most }) =>
  db
    .selectFrom('offering as o')
    .innerJoin('procedure as p', 'p.stream', 'o.stream')
    .select('o.stream')
    .where('o.last_day', '>=', sql<Date>`${from}`)
    .where('p.phase', 'in', ['running', 'paused'])
    .where(({ or, eb }) => or([eb('o.trainer', '=', person), sql<boolean>`o.people @> array[${person}]`]))
    .orderBy('o.first_day')
    .orderBy('o.stream')
    .limit(most),
);

/** Offerings that somebody teaches, or was asked to come to, and that are not over before a day; the first `most`. One query. */
export async function offeringsAhead(pool: Pool, person: string, from: string, most: number): Promise<StreamId[]> {
  return (await ahead.all(pool, { person, from, most })).map(({ stream }) => stream as StreamId);
}
