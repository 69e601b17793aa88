import { sql } from 'kysely';
import type { Label } from '../../contracts/form.ts';
import type { PersonId, StreamId } from '../../contracts/ids.ts';
import type { Pool } from '../connection.ts';
import { containing } from '../sql/containing.ts';
import { boolean, int, many, text } from '../sql/kinds.ts';
import { type Placeholder, statement } from '../sql/statement.ts';
import { STANDING } from './procedures.ts';

/** Whether procedure `p` is called so, in either language, or has such an id. */
function isCalled(pattern: Placeholder<string>) {
  return sql<boolean>`(p.title::json ->> 'en' ilike ${pattern} or p.title::json ->> 'zh-CN' ilike ${pattern} or p.stream ilike ${pattern})`;
}

const procedures = statement(
  'find-procedures',
  { pattern: text, kinds: many(text), most: int },
  (db, { pattern, kinds, most }) =>
    db
      .selectFrom('procedure as p')
      .innerJoin('stream as h', 'h.id', 'p.stream')
      .select(['p.stream as id', 'p.kind', ...STANDING])
      .where(({ eb, fn }) => eb('p.kind', '=', fn.any(kinds)))
      .where(isCalled(pattern))
      .orderBy('h.opened_at', 'desc')
      .orderBy('p.stream')
      .limit(most),
);

const courses = statement(
  'find-courses',
  { pattern: text, person: text, all: boolean, most: int },
  (db, { pattern, person, all, most }) =>
    db
      .selectFrom('offering as o')
      .innerJoin('procedure as p', 'p.stream', 'o.stream')
      .select(['o.stream as id', 'o.id as offering', 'p.title'])
      .select([sql<string>`o.first_day::text`.as('from'), sql<string>`o.last_day::text`.as('to')])
      .where(({ or, eb }) => or([all, eb('o.trainer', '=', person), sql<boolean>`o.people @> array[${person}]`]))
      .where(isCalled(pattern))
      .orderBy('o.first_day', 'desc')
      .orderBy('o.stream')
      .limit(most),
);

const latest = statement('latest-of-kind', { kind: text, most: int }, (db, { kind, most }) =>
  db
    .selectFrom('procedure as p')
    .innerJoin('stream as h', 'h.id', 'p.stream')
    .select('p.stream')
    .where('p.kind', '=', kind)
    .where('p.phase', '<>', 'cancelled')
    .orderBy('h.opened_at', 'desc')
    .orderBy('p.stream')
    .limit(most),
);

export interface FoundProcedure {
  readonly id: string;
  readonly kind: string;
  readonly title: Label;
  readonly stage: string;
  readonly closed: boolean;
}

/** Procedures of some kinds that are called like a text, newest first; the first `most`. One query. */
export async function findProcedures(
  pool: Pool,
  called: string,
  kinds: readonly string[],
  most: number,
): Promise<FoundProcedure[]> {
  const rows = await procedures.all(pool, { pattern: containing(called), kinds, most });
  return rows.map(({ id, kind, title, stage, closed }) => ({ id, kind, title: JSON.parse(title), stage, closed }));
}

export interface FoundCourse {
  readonly id: string;
  readonly offering: string;
  readonly title: Label;
  readonly from: string;
  readonly to: string;
}

/** Courses that are called like a text: all, or those that somebody teaches or is on the list of; the first `most`. One query. */
export async function findCourses(
  pool: Pool,
  called: string,
  { person, all }: { readonly person: PersonId; readonly all: boolean },
  most: number,
): Promise<FoundCourse[]> {
  const rows = await courses.all(pool, { pattern: containing(called), person, all, most });
  return rows.map((row) => ({ ...row, title: JSON.parse(row.title) }));
}

/** The newest procedures of a kind that were not cancelled; the first `most`. One query. */
export async function latestOf(pool: Pool, kind: string, most: number): Promise<StreamId[]> {
  return (await latest.all(pool, { kind, most })).map(({ stream }) => stream as StreamId);
}
