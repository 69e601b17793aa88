import { sql } from 'kysely';
import type { Label } from '../../contracts/form.ts';
import type { Instant, PersonId } from '../../contracts/ids.ts';
import type { Pool } from '../connection.ts';
import { int, many, text } from '../sql/kinds.ts';
import { statement } from '../sql/statement.ts';

const given = statement(
  'support-given',
  { person: text, purposes: many(text), most: int },
  (db, { person, purposes, most }) =>
    db
      .selectFrom('task as t')
      .innerJoin('round as r', 'r.stream', 't.round')
      .leftJoin('procedure as p', 'p.stream', 'r.owner')
      .select(({ fn }) => [
        't.round',
        'r.purpose',
        'r.opened_at as openedAt',
        'p.title as of',
        fn.countAll<number>().filterWhere('t.state', '=', 'submitted').as('answered'),
        fn.countAll<number>().filterWhere('t.state', 'in', ['declined', 'lapsed']).as('missed'),
        fn.max('t.settled_at').as('at'),
        // What was chosen in the only answer of a round; texts in it stay sealed.
        sql<string | null>`case when count(*) = 1 then (array_agg(t.answer))[1] ->> 'answer' end`.as('chosen'),
      ])
      .where('t.assignee', '=', person)
      .where('t.state', 'in', ['submitted', 'declined', 'lapsed'])
      .where(({ eb, fn }) => eb('r.purpose', '=', fn.any(purposes)))
      .groupBy(['t.round', 'r.purpose', 'r.opened_at', 'p.title'])
      .orderBy('at', 'desc')
      .orderBy('t.round')
      .limit(most),
);

/** What somebody has answered in one round. */
export interface GivenSupport {
  readonly round: string;
  readonly purpose: string;
  readonly openedAt: Instant;
  readonly of: Label | null;
  readonly answered: number;
  readonly missed: number;
  readonly at: Instant | null;
  /** null: they had several tasks, or there was nothing to choose. */
  readonly chosen: string | null;
}

/** What somebody has answered in rounds of some purposes, the latest first, so many at most. One query. */
export async function supportGiven(
  pool: Pool,
  person: PersonId,
  purposes: readonly string[],
  most: number,
): Promise<GivenSupport[]> {
  const rows = await given.all(pool, { person, purposes, most });
  return rows.map(({ of, at, ...row }) => ({
    ...row,
    of: of === null ? null : JSON.parse(of),
    at: at as Instant | null,
  }));
}
