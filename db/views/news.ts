import { sql } from 'kysely';
import type { Instant, PersonId, StreamId } from '../../contracts/ids.ts';
import type { Pool } from '../connection.ts';
import type { News } from '../news.ts';
import { instant, int, many, rows, streamId, text } from '../sql/kinds.ts';
import { statement } from '../sql/statement.ts';

/** More events than these are not looked through at a time: whoever listens is told that they have missed some, and reads anew. */
export const MOST_NEWS = 2000;

const written = statement(
  'events-of-news',
  { news: rows({ stream: streamId, after: int, upTo: int }) },
  (db, { news }) =>
    db
      .selectFrom(news('n'))
      .innerJoin('ledger as l', (on) =>
        on
          .onRef('l.stream', '=', 'n.stream')
          .on(sql<boolean>`l.version > n.after`)
          .on(sql<boolean>`l.version <= n."upTo"`),
      )
      .select(['l.stream', 'l.version', 'l.type', 'l.actor'])
      // Whom it is about or asks: ids alone, no texts.
      .select([
        sql<string | null>`l.body ->> 'person'`.as('person'),
        sql<string | null>`l.body ->> 'to'`.as('to'),
        sql<string[] | null>`case when l.type = 'TasksAdded' then
          (select array_agg(distinct t ->> 'assignee') from json_array_elements(l.body -> 'tasks') as t) end`.as(
          'asked',
        ),
      ])
      .orderBy('l.stream')
      .orderBy('l.version')
      .limit(MOST_NEWS),
);

const holders = statement('holders-in-rounds', { rounds: many(text), people: many(text) }, (db, { rounds, people }) =>
  db
    .selectFrom('task')
    .select(['round', 'assignee'])
    .distinct()
    .where(({ eb, fn }) => eb('round', '=', fn.any(rounds)))
    .where(({ eb, fn }) => eb('assignee', '=', fn.any(people))),
);

const managers = statement('managers-among', { people: many(text), managers: many(text) }, (db, given) =>
  db
    .selectFrom('person')
    .select(['id', 'manager'])
    .where(({ eb, fn }) => eb('id', '=', fn.any(given.people)))
    .where(({ eb, fn }) => eb('manager', '=', fn.any(given.managers))),
);

const standing = statement(
  'sessions-standing',
  { ids: many(text), now: instant, seen: instant, stayed: instant },
  (db, given) =>
    db
      .selectFrom('session')
      .select('id')
      .where(({ eb, fn }) => eb('id', '=', fn.any(given.ids)))
      .where('until', '>', given.now)
      .where(({ eb }) =>
        eb('seen_at', '>', eb.case().when('stays', '=', true).then(given.stayed).else(given.seen).end()),
      ),
);

const goodTokens = statement('programs-standing', { ids: many(text), now: instant }, (db, { ids, now }) =>
  db
    .selectFrom('program_token')
    .select('id')
    .where(({ eb, fn }) => eb('id', '=', fn.any(ids)))
    .where('until', '>', now),
);

const there = statement('people-there', { people: many(text) }, (db, { people }) =>
  db
    .selectFrom('person')
    .select('id')
    .where(({ eb, fn }) => eb('id', '=', fn.any(people)))
    .where('employed', '=', true),
);

/** An event that was just written, with the ids by which it concerns somebody. */
export interface WrittenEvent {
  readonly stream: StreamId;
  readonly version: number;
  readonly type: string;
  readonly actor: string;
  readonly person: PersonId | null;
  /** To whom something was handed. */
  readonly to: PersonId | null;
  /** Who was given tasks; null: nobody. */
  readonly asked: readonly PersonId[] | null;
}

/** The events of some news; at most 2,000. One query. */
export async function eventsOfNews(pool: Pool, news: readonly News[]): Promise<WrittenEvent[]> {
  return (await written.all(pool, { news: [...news] })) as WrittenEvent[];
}

/** Who of some people holds, or has held last, a task in which of these rounds. One query. */
export async function holdersIn(
  pool: Pool,
  rounds: readonly string[],
  people: readonly PersonId[],
): Promise<{ round: string; assignee: string }[]> {
  return holders.all(pool, { rounds, people });
}

/** Who of some is directly above which of these people. One query. */
export async function managersAmong(
  pool: Pool,
  people: readonly PersonId[],
  among: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, PersonId>> {
  const found = await managers.all(pool, { people, managers: among });
  return new Map(found.map(({ id, manager }) => [id, manager!]));
}

/**
 * Which sessions stand: those whose time is not over and that were in use since an instant, `seen`, or `stayed` on a device on
 * which somebody stays signed in. Real time. One query.
 */
export async function sessionsStanding(
  pool: Pool,
  asked: { readonly ids: readonly string[]; readonly now: Instant; readonly seen: Instant; readonly stayed: Instant },
): Promise<ReadonlySet<string>> {
  return new Set((await standing.all(pool, asked)).map(({ id }) => id));
}

/** Which programs have a token that is good still. Real time. One query. */
export async function programsStanding(pool: Pool, ids: readonly string[], now: Instant): Promise<ReadonlySet<string>> {
  return new Set((await goodTokens.all(pool, { ids, now })).map(({ id }) => id));
}

/** Who of some people works here. One query. */
export async function peopleThere(pool: Pool, people: readonly PersonId[]): Promise<ReadonlySet<string>> {
  return new Set((await there.all(pool, { people })).map(({ id }) => id));
}
