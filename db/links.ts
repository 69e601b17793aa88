import type { Label } from '../contracts/form.ts';
import type { Instant, PersonId } from '../contracts/ids.ts';
import type { Connection, Pool } from './connection.ts';
import { PENDING } from './pending.ts';
import { instant, orNull, text } from './sql/kinds.ts';
import { statement } from './sql/statement.ts';

/*
 * Links of letters, by which one person signs in once. Instants are real ones, but for what a link leads to, whose end is of procedure
 * time.
 */

const made = { token: text, person: text, path: text, stream: text, now: instant, until: instant };
const make = statement('make-link', made, (db, { now, ...given }) =>
  db.insertInto('link').values({ ...given, sent_at: now }),
);

const due = statement('due-of-reader', { round: text, person: text }, (db, { round, person }) =>
  db
    .selectFrom('task')
    .select(({ fn }) => fn.min('due_at').as('due'))
    .where('round', '=', round)
    .where('assignee', '=', person)
    .where('state', 'in', PENDING),
);

const seen = statement('look-at-link', { token: text }, (db, { token }) =>
  db
    .selectFrom('link as l')
    .leftJoin('person as p', 'p.id', 'l.person')
    .leftJoin('round as r', 'r.stream', 'l.stream')
    .leftJoin('procedure as o', (on) =>
      on.on(({ eb, ref, fn }) => eb('o.stream', '=', fn.coalesce(ref('r.owner'), ref('l.stream')))),
    )
    .select(['l.person', 'l.path', 'l.sent_at as sentAt', 'l.until', 'l.used_at as usedAt', 'l.void_at as voidAt'])
    .select(['l.browser', 'l.system', 'p.name', 'p.email', 'p.employed'])
    .select(['r.title as roundTitle', 'r.due_at as roundDue', 'o.title as ownerTitle', 'o.until as ownerUntil'])
    .where('l.token', '=', token),
);

const used = { token: text, now: instant, browser: orNull(text), system: orNull(text) };
const use = statement('use-link', used, (db, { token, now, browser, system }) =>
  db
    .updateTable('link')
    .set({ used_at: now, browser, system })
    .where('token', '=', token)
    .where('used_at', 'is', null)
    .where('void_at', 'is', null)
    .where('until', '>', now)
    .returning(['person', 'path']),
);
const forbid = statement('void-link', { token: text, now: instant }, (db, { token, now }) =>
  db
    .updateTable('link')
    .set({ void_at: now })
    .where('token', '=', token)
    .where('void_at', 'is', null)
    .returning(['person', 'sent_at as sentAt']),
);
const forbidAll = statement('void-links-of', { person: text, now: instant }, (db, { person, now }) =>
  db
    .updateTable('link')
    .set({ void_at: now })
    .where('person', '=', person)
    .where('used_at', 'is', null)
    .where('void_at', 'is', null)
    .where('until', '>', now),
);
const drop = statement('drop-links-of', { person: text }, (db, { person }) =>
  db.deleteFrom('link').where('person', '=', person),
);
const byAddress = statement('person-by-address', { address: text }, (db, { address }) =>
  db
    .selectFrom('person')
    .select('id')
    .where('employed', '=', true)
    .where(({ eb, fn, ref }) => eb(fn<string>('lower', [ref('email')]), '=', fn<string>('lower', [address]))),
);

/** A link on its way into a letter; what is kept of its token is the digest. */
export interface NewLink {
  readonly token: string;
  readonly person: PersonId;
  readonly path: string;
  /** What the letter is about. */
  readonly stream: string;
  readonly now: Instant;
  readonly until: Instant;
}

export async function makeLink(pool: Pool, link: NewLink): Promise<void> {
  await make.run(pool, link);
}

/** When the first of a reader's open tasks of a round is due, procedure time; null: they have none. */
export async function dueOfReader(pool: Pool, round: string, person: PersonId): Promise<Instant | null> {
  return (await due.first(pool, { round, person }))?.due ?? null;
}

/** A link as it stands, and to what it leads. */
export interface SeenLink {
  readonly person: PersonId;
  readonly path: string;
  readonly sentAt: Instant;
  readonly until: Instant;
  readonly usedAt: Instant | null;
  readonly voidAt: Instant | null;
  /** The device on which it was used. */
  readonly browser: string | null;
  readonly system: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly employed: boolean | null;
  /** What the letter is about, and what that belongs to; null: it has no name, or is not there any more. */
  readonly title: Label | null;
  readonly of: Label | null;
  /** Procedure time. */
  readonly due: Instant | null;
}

/** A link by the digest of its token; undefined: there is none. One query. */
export async function seenLink(pool: Pool, token: string): Promise<SeenLink | undefined> {
  const row = await seen.first(pool, { token });
  if (!row) return undefined;
  const { roundTitle, roundDue, ownerTitle, ownerUntil, ...link } = row;
  const [round, owner] = [roundTitle, ownerTitle].map((title) =>
    title === null ? null : (JSON.parse(title) as Label),
  );
  return { ...link, title: round ?? owner ?? null, of: round ? (owner ?? null) : null, due: roundDue ?? ownerUntil };
}

/** Uses a link, once and for all. @returns whose it was and where it leads; undefined: it was not good */
export async function useLink(
  pool: Pool,
  given: {
    readonly token: string;
    readonly now: Instant;
    readonly browser: string | null;
    readonly system: string | null;
  },
): Promise<{ readonly person: PersonId; readonly path: string } | undefined> {
  return use.first(pool, given);
}

/** Voids a link. @returns whose it was; undefined: there is none that could be voided */
export async function voidLink(
  pool: Pool,
  token: string,
  now: Instant,
): Promise<{ readonly person: PersonId; readonly sentAt: Instant } | undefined> {
  return forbid.first(pool, { token, now });
}

/** Voids all links of a person that could still be used. @returns how many there were */
export async function voidLinksOf(pool: Pool, person: PersonId, now: Instant): Promise<number> {
  return forbidAll.run(pool, { person, now });
}

export async function dropLinksOf(to: Connection | Pool, person: PersonId): Promise<void> {
  await drop.run(to, { person });
}

/** Who works here under a mail address, whatever the case of its letters; undefined: nobody. */
export async function personByAddress(pool: Pool, address: string): Promise<PersonId | undefined> {
  return (await byAddress.first(pool, { address }))?.id;
}
