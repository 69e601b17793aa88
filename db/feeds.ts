import type { Instant, PersonId } from '../contracts/ids.ts';
import type { Language } from '../contracts/settings.ts';
import type { Connection, Pool } from './connection.ts';
import { instant, text } from './sql/kinds.ts';
import { statement } from './sql/statement.ts';

/* By what calendars read the courses of somebody. Instants are real ones. */

const keep = statement('keep-feed', { person: text, secret: text, now: instant }, (db, { person, secret, now }) =>
  db
    .insertInto('feed')
    .values({ person, secret, made_at: now })
    .onConflict((on) => on.column('person').doUpdateSet({ secret, made_at: now })),
);
const own = statement('feed-of', { person: text }, (db, { person }) =>
  db.selectFrom('feed').select('made_at as madeAt').where('person', '=', person),
);
const found = statement('feed-by-secret', { secret: text }, (db, { secret }) =>
  db
    .selectFrom('feed as f')
    .leftJoin('person as p', 'p.id', 'f.person')
    .select(['f.person', 'p.locale'])
    .select(({ fn, lit }) => fn.coalesce('p.employed', lit(false)).as('works'))
    .where('f.secret', '=', secret),
);
const drop = statement('drop-feed-of', { person: text }, (db, { person }) =>
  db.deleteFrom('feed').where('person', '=', person),
);

/** Gives somebody a feed, in the place of the one that they had. `secret`: a digest. */
export async function keepFeed(
  pool: Pool,
  feed: { readonly person: PersonId; readonly secret: string; readonly now: Instant },
): Promise<void> {
  await keep.run(pool, feed);
}

/** When somebody's feed was made; null: they have none. */
export async function feedMade(pool: Pool, person: PersonId): Promise<Instant | null> {
  return (await own.first(pool, { person }))?.madeAt ?? null;
}

/** Whose feed has a secret; undefined: nobody's. */
export async function feedBy(
  pool: Pool,
  secret: string,
): Promise<{ readonly person: PersonId; readonly locale: Language | null; readonly works: boolean } | undefined> {
  const row = await found.first(pool, { secret });
  return row && { ...row, locale: row.locale as Language | null };
}

/** Takes somebody's feed away. */
export async function dropFeedOf(to: Connection | Pool, person: PersonId): Promise<void> {
  await drop.run(to, { person });
}
