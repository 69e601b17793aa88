import { sql } from 'kysely';
import type { RoundStanding } from '../../contracts/views/round.ts';
import { standingOf, type Tallied } from '../../domain/round/standing.ts';
import type { Pool } from '../connection.ts';
import { int, text } from '../sql/kinds.ts';
import { statement } from '../sql/statement.ts';

const oneMore = statement('round-more-tasks', { round: text, than: int }, (db, { round, than }) =>
  db.selectFrom('task').select('id').where('round', '=', round).offset(than).limit(1),
);

const tally = statement('round-standing', { round: text }, (db, { round }) => {
  const figure = sql<number>`
    case when json_typeof(answer -> (r.policy ->> 'tally')) = 'number' then (answer ->> (r.policy ->> 'tally'))::numeric end`;
  return db
    .selectFrom('round as r')
    .leftJoinLateral(
      (q) =>
        q
          .selectFrom((q) =>
            q
              .selectFrom('task')
              .select(['about', figure.as('value')])
              .whereRef('round', '=', 'r.stream')
              .where('state', '=', 'submitted')
              .where('about', 'is not', null)
              .as('given'),
          )
          .select(['about', sql<string>`sum(value)::text`.as('sum')])
          .select(({ fn }) => fn.count<number>('value').as('answers'))
          .where('value', 'is not', null)
          .groupBy('about')
          .as('t'),
      (on) => on.onTrue(),
    )
    .select(['r.state', 't.about', 't.sum', 't.answers'])
    .where('r.stream', '=', round);
});

/** Whether a round has more tasks than so many. */
export async function hasMoreTasks(pool: Pool, round: string, than: number): Promise<boolean> {
  return (await oneMore.first(pool, { round, than })) !== undefined;
}

/** How the subjects of a round stand by the field that its policy tallies; undefined when there is no such round. */
export async function roundStanding(pool: Pool, round: string): Promise<RoundStanding | undefined> {
  const rows = await tally.all(pool, { round });
  if (!rows[0]) return undefined;
  const tallied = rows.filter((row): row is Tallied & (typeof rows)[number] => row.about !== null);
  return { id: round, state: rows[0].state, standing: standingOf(tallied) };
}
