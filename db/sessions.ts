import type { Instant, PersonId } from '../contracts/ids.ts';
import type { SessionLine, SignInWay } from '../contracts/views/session.ts';
import { type Connection, type Pool, transaction } from './connection.ts';
import { dropFeedOf } from './feeds.ts';
import { rolesOf } from './granted-roles.ts';
import { dropLinksOf } from './links.ts';
import { dropTokensOf } from './program-tokens.ts';
import { boolean, instant, many, orNull, text } from './sql/kinds.ts';
import { statement } from './sql/statement.ts';

const found = statement('session-by-token', { token: text }, (db, { token }) =>
  db
    .selectFrom('session as s')
    .leftJoin('person as p', 'p.id', 's.person')
    .select(['s.id', 's.person', 's.way', 's.stays', 's.token_made_at as madeAt', 's.before_until as beforeUntil'])
    .select('s.vouched')
    .select(['s.begun_at as begunAt', 's.seen_at as seenAt', 's.until'])
    .select(({ eb, fn, lit }) => [
      eb('s.token', '=', token).as('isCurrent'),
      eb('s.token_before', 'is not', null).as('hasBefore'),
      fn.coalesce('p.employed', lit(false)).as('works'),
      rolesOf('s.person').as('roles'),
    ])
    .where(({ or, eb }) => or([eb('s.token', '=', token), eb('s.token_before', '=', token)])),
);

const begun = {
  ...{
    id: text,
    person: text,
    token: text,
    way: text,
    vouched: many(text),
    stays: boolean,
    browser: orNull(text),
    system: orNull(text),
  },
  ...{ now: instant, until: instant },
};
const begin = statement('begin-session', begun, (db, { now, ...given }) =>
  db.insertInto('session').values({ ...given, token_made_at: now, begun_at: now, seen_at: now }),
);
const endOldest = statement('end-oldest-sessions', { person: text }, (db, { person }) =>
  db
    .deleteFrom('session')
    .where('id', 'in', (q) =>
      q
        .selectFrom('session')
        .select('id')
        .where('person', '=', person)
        .orderBy('begun_at', 'desc')
        .orderBy('id')
        .offset(MOST_OF_ONE),
    ),
);
const seen = statement('session-seen', { id: text, now: instant }, (db, { id, now }) =>
  db.updateTable('session').set({ seen_at: now }).where('id', '=', id).where('seen_at', '<', now),
);
const exchange = statement(
  'exchange-session',
  { id: text, token: text, next: text, now: instant },
  (db, { id, token, next, now }) =>
    db
      .updateTable('session')
      .set(({ ref }) => ({ token: next, token_before: ref('token'), before_until: null, token_made_at: now }))
      .where('id', '=', id)
      .where('token', '=', token),
);
const arrived = statement('session-exchanged', { id: text, until: instant }, (db, { id, until }) =>
  db.updateTable('session').set({ before_until: until }).where('id', '=', id).where('before_until', 'is', null),
);
const end = statement('end-session', { id: text, person: text }, (db, { id, person }) =>
  db.deleteFrom('session').where('id', '=', id).where('person', '=', person),
);
const endAll = statement('end-sessions-of', { person: text }, (db, { person }) =>
  db.deleteFrom('session').where('person', '=', person),
);
const list = statement('sessions-of', { person: text, now: instant }, (db, { person, now }) =>
  db
    .selectFrom('session')
    .select(['id', 'way', 'browser', 'system', 'stays', 'begun_at as begunAt', 'seen_at as seenAt', 'until'])
    .where('person', '=', person)
    .where('until', '>', now)
    .orderBy('seen_at', 'desc')
    .orderBy('id'),
);

/** So many sessions one person has at most; whoever signs in once more ends the one that began first. */
export const MOST_OF_ONE = 20;

/** A session as a token leads to it. Instants are real ones. */
export interface FoundSession {
  readonly id: string;
  readonly person: PersonId;
  readonly way: SignInWay;
  readonly stays: boolean;
  /** Roles that the company's account has vouched for. */
  readonly vouched: readonly string[];
  /** Roles that were granted to its person, whether they hold today or not. */
  readonly roles: readonly string[];
  /** When the token was made that holds now. */
  readonly madeAt: Instant;
  /** Until when the one before it is taken; null: until the present one has come. */
  readonly beforeUntil: Instant | null;
  readonly hasBefore: boolean;
  /** Whether it was led to by the token that holds now, and not by the one before it. */
  readonly isCurrent: boolean;
  readonly begunAt: Instant;
  readonly seenAt: Instant;
  readonly until: Instant;
  /** Whether the directory has its person as employed. */
  readonly works: boolean;
}

/** The session that a token belongs to; undefined: there is none. One query. */
export async function sessionBy(pool: Pool, token: string): Promise<FoundSession | undefined> {
  return (await found.first(pool, { token })) as FoundSession | undefined;
}

/** Somebody who has signed in. */
export interface NewSession {
  readonly id: string;
  readonly person: PersonId;
  readonly token: string;
  readonly way: SignInWay;
  readonly vouched: readonly string[];
  readonly stays: boolean;
  readonly browser: string | null;
  readonly system: string | null;
  readonly now: Instant;
  readonly until: Instant;
}

/** Begins a session; beyond the twentieth of one person their oldest ones end. */
export async function beginSession(pool: Pool, session: NewSession): Promise<void> {
  await transaction(pool, async (connection, defer) => {
    defer(begin.run(connection, session));
    defer(endOldest.run(connection, { person: session.person }));
  });
}

/** Notes that a session was in use. */
export async function noteSeen(pool: Pool, id: string, now: Instant): Promise<void> {
  await seen.run(pool, { id, now });
}

/** Puts another token in the place of one. @returns whether it was there still */
export async function exchangeToken(
  pool: Pool,
  given: { readonly id: string; readonly token: string; readonly next: string; readonly now: Instant },
): Promise<boolean> {
  return (await exchange.run(pool, given)) > 0;
}

/** The new token has come: the one before it is taken for a moment longer, for what was under way with it. */
export async function noteExchanged(pool: Pool, id: string, until: Instant): Promise<void> {
  await arrived.run(pool, { id, until });
}

/** Ends a session of a person. @returns whether there was one */
export async function endSession(pool: Pool, id: string, person: PersonId): Promise<boolean> {
  return (await end.run(pool, { id, person })) > 0;
}

/** Ends all sessions of somebody. @returns how many there were */
export async function endSessionsOf(pool: Pool, person: PersonId): Promise<number> {
  return endAll.run(pool, { person });
}

/** Takes away from somebody all that they are signed in by, and could sign in with. */
export async function endSignIns(connection: Connection, person: PersonId): Promise<void> {
  await endAll.run(connection, { person });
  await dropLinksOf(connection, person);
  await dropTokensOf(connection, person);
  await dropFeedOf(connection, person);
}

/** Where somebody is signed in, by when they were there last. */
export async function sessionsOf(pool: Pool, person: PersonId, now: Instant): Promise<Omit<SessionLine, 'current'>[]> {
  return (await list.all(pool, { person, now })) as Omit<SessionLine, 'current'>[];
}
