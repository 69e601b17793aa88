import { sql } from 'kysely';
import type { Instant } from '../../contracts/ids.ts';
import { troubleOf } from '../../contracts/trouble.ts';
import type { RoundView } from '../../contracts/views/round.ts';
import type { Pool } from '../connection.ts';
import { isLate, PENDING } from '../pending.ts';
import { isIfAsked } from '../sql/asked.ts';
import { instant, orNull, text } from '../sql/kinds.ts';
import { type PlaceholdersOf, statement } from '../sql/statement.ts';

type Counts = RoundView['counts'];

/** Which rounds are asked for; every filter that is given must hold. */
export interface RoundFilter {
  readonly id?: string | undefined;
  readonly owner?: string | undefined;
  readonly state?: string | undefined;
  /** Only rounds in which this person has, or had, a task; their own tasks alone are counted. */
  readonly with?: string | undefined;
}

const asked = { id: orNull(text), owner: orNull(text), state: orNull(text), now: instant };
type Asked = PlaceholdersOf<typeof asked>;

const SHOWN = [
  'r.stream as id',
  'r.owner',
  'r.purpose',
  'r.title',
  'r.state',
  'r.opened_at as openedAt',
  'r.due_at as due',
  'r.settled_at as settledAt',
] as const;

const isAsked = ({ id, owner, state }: Asked) =>
  sql<boolean>`${isIfAsked(sql.ref('r.stream'), id)} and ${isIfAsked(sql.ref('r.owner'), owner)}
    and ${isIfAsked(sql.ref('r.state'), state)}`;

const COUNTS = sql<Counts>`jsonb_object_agg(state, n)`.as('counts');
const LATE = sql<number>`sum(late)::int`.as('late');

/** Rounds that have settled keep their counts, so that only the tasks of those that have not are looked through. */
const ofAll = statement('round-views', asked, (db, given) =>
  db
    .with(
      (cte) => cte('page').materialized(),
      (q) =>
        q
          .selectFrom('round as r')
          .selectAll()
          .where(isAsked(given))
          .orderBy('r.opened_at', 'desc')
          .orderBy('r.stream')
          .limit(200),
    )
    .selectFrom('page as r')
    .leftJoinLateral(
      (q) =>
        q
          .selectFrom((q) =>
            q
              .selectFrom('task as t')
              .select(({ fn }) => ['t.state', fn.countAll<number>().as('n')])
              .select(({ fn }) => fn.countAll<number>().filterWhere(isLate(given.now)).as('late'))
              .whereRef('t.round', '=', 'r.stream')
              .where('r.counts', 'is', null)
              .groupBy('t.state')
              .as('by_state'),
          )
          .select([COUNTS, LATE])
          .as('t'),
      (on) => on.onTrue(),
    )
    .select(SHOWN)
    .select(sql<Counts>`coalesce(r.counts::jsonb, t.counts, '{}')`.as('counts'))
    .select(({ fn, lit }) => fn.coalesce('t.late', lit(0)).as('late'))
    .select((q) => q.selectFrom('stream').select('trouble').whereRef('id', '=', 'r.stream').as('trouble'))
    .orderBy('r.opened_at', 'desc')
    .orderBy('r.stream'),
);

const ofOne = statement('round-views-of-one', { ...asked, person: text }, (db, { person, ...given }) =>
  db
    .with(
      (cte) => cte('mine').materialized(),
      (q) => {
        const own = q.selectFrom('task').select(['round', 'state', 'due_at']).where('assignee', '=', person);
        return own.where('state', 'in', PENDING).unionAll(own.where('state', 'not in', PENDING));
      },
    )
    .with('counted', (q) =>
      q
        .selectFrom((q) =>
          q
            .selectFrom('mine as t')
            .innerJoin('round as r', 'r.stream', 't.round')
            .select(({ fn }) => ['t.round', 't.state', fn.countAll<number>().as('n')])
            .select(({ fn }) => fn.countAll<number>().filterWhere(isLate(given.now)).as('late'))
            .groupBy(['t.round', 't.state'])
            .as('by_state'),
        )
        .select(['round', COUNTS, LATE])
        .groupBy('round'),
    )
    .selectFrom('round as r')
    .innerJoin('counted as t', 't.round', 'r.stream')
    .select(SHOWN)
    .select(['t.counts', 't.late', sql<null>`null`.as('trouble')])
    .where(isAsked(given))
    .orderBy('r.opened_at', 'desc')
    .orderBy('r.stream')
    .limit(200),
);

/**
 * Rounds with the counts of their tasks, newest first; at most 200. Where they are asked for `with` somebody, only
 * the tasks of this person are counted: how many others are asked may say how many have applied. One query.
 */
export async function roundViews(pool: Pool, filter: RoundFilter, now: Instant): Promise<RoundView[]> {
  const given = { id: filter.id ?? null, owner: filter.owner ?? null, state: filter.state ?? null, now };
  const rows =
    filter.with === undefined ? await ofAll.all(pool, given) : await ofOne.all(pool, { ...given, person: filter.with });
  return rows.map((row) => ({
    ...row,
    title: JSON.parse(row.title),
    trouble: troubleOf(row.trouble),
    tasks: Object.values(row.counts).reduce((sum, n) => sum + n, 0),
  }));
}
