import type { Instant, PersonId } from '../contracts/ids.ts';
import type { TokenLine, TokenScope } from '../contracts/views/program-token.ts';
import type { SignInWay } from '../contracts/views/session.ts';
import { type Connection, type Pool, transaction } from './connection.ts';
import { rolesOf } from './granted-roles.ts';
import { instant, int, many, orNull, text } from './sql/kinds.ts';
import { statement } from './sql/statement.ts';

/* What somebody's programs are known by. Instants are real ones. */

/** How whoever has made a token had come in; `machine`: by access to the database and the master key. */
type TokenWay = SignInWay | 'machine';

const found = statement('program-by-token', { token: text, now: instant }, (db, { token, now }) =>
  db
    .selectFrom('program_token as t')
    .leftJoin('person as p', 'p.id', 't.person')
    .select(['t.id', 't.person', 't.scope', 't.areas', 't.way', 't.vouched', 't.seen_at as seenAt'])
    .select(({ fn, lit }) => [fn.coalesce('p.employed', lit(false)).as('works'), rolesOf('t.person').as('roles')])
    .where('t.token', '=', token)
    .where('t.until', '>', now),
);
const made = {
  ...{ id: text, person: text, token: text, name: text, scope: text, areas: orNull(many(text)) },
  ...{ way: text, vouched: many(text), now: instant, until: instant },
};
const make = statement('make-program-token', made, (db, { now, ...given }) =>
  db.insertInto('program_token').values({ ...given, made_at: now }),
);
const seen = statement('program-seen', { id: text, now: instant }, (db, { id, now }) =>
  db.updateTable('program_token').set({ seen_at: now }).where('id', '=', id),
);
const list = statement('program-tokens-of', { person: text, now: instant }, (db, { person, now }) =>
  db
    .selectFrom('program_token')
    .select(['id', 'name', 'scope', 'areas', 'made_at as madeAt', 'seen_at as seenAt', 'until'])
    .where('person', '=', person)
    .where('until', '>', now)
    .orderBy('made_at', 'desc')
    .orderBy('id'),
);
const drop = statement('drop-program-token', { id: text, person: text }, (db, { id, person }) =>
  db.deleteFrom('program_token').where('id', '=', id).where('person', '=', person),
);
const dropAll = statement('drop-program-tokens-of', { person: text }, (db, { person }) =>
  db.deleteFrom('program_token').where('person', '=', person),
);
const dropPairings = statement('drop-pairings-of', { person: text }, (db, { person }) =>
  db.deleteFrom('pairing').where('person', '=', person),
);

const asked = { device: text, code: text, name: text, address: text, now: instant, until: instant };
const ask = statement('ask-pairing', asked, (db, { now, ...given }) =>
  db.insertInto('pairing').values({ ...given, asked_at: now }),
);
const waiting = statement('pairing-by-code', { code: text, now: instant }, (db, { code, now }) =>
  db
    .selectFrom('pairing')
    .select(['device', 'name', 'address', 'asked_at as askedAt', 'until'])
    .where('code', '=', code)
    .where('person', 'is', null)
    .where('refused', '=', false)
    .where('until', '>', now),
);
const granted = {
  ...{ code: text, now: instant, person: text, scope: text, days: int },
  ...{ way: text, vouched: many(text), proof: text },
};
const grant = statement('grant-pairing', granted, (db, { code, now, ...given }) =>
  db
    .updateTable('pairing')
    .set(given)
    .where('code', '=', code)
    .where('person', 'is', null)
    .where('refused', '=', false)
    .where('until', '>', now),
);
const refuse = statement('refuse-pairing', { code: text, now: instant }, (db, { code, now }) =>
  db
    .updateTable('pairing')
    .set({ refused: true })
    .where('code', '=', code)
    .where('person', 'is', null)
    .where('until', '>', now),
);
const looked = statement('pairing-by-device', { device: text }, (db, { device }) =>
  db
    .selectFrom('pairing')
    .select(['until', 'refused', 'person', 'scope', 'days', 'way', 'vouched', 'proof'])
    .where('device', '=', device),
);
const take = statement('take-pairing', { device: text }, (db, { device }) =>
  db
    .deleteFrom('pairing')
    .where('device', '=', device)
    .where('person', 'is not', null)
    .returning(['name', 'person', 'scope', 'days', 'way', 'vouched']),
);

/** A program as its token leads to it. */
export interface FoundProgram {
  readonly id: string;
  readonly person: PersonId;
  readonly scope: TokenScope;
  readonly areas: readonly string[] | null;
  readonly way: TokenWay;
  readonly vouched: readonly string[];
  /** Roles that were granted to its person, whether they hold today or not. */
  readonly roles: readonly string[];
  readonly seenAt: Instant | null;
  /** Whether the directory has its person as employed. */
  readonly works: boolean;
}

/** The program that a token belongs to, if it is good still. One query. */
export async function programBy(pool: Pool, token: string, now: Instant): Promise<FoundProgram | undefined> {
  return (await found.first(pool, { token, now })) as FoundProgram | undefined;
}

/** A token for a program; what is kept of it is the digest. */
export interface NewProgramToken {
  readonly id: string;
  readonly person: PersonId;
  readonly token: string;
  readonly name: string;
  readonly scope: TokenScope;
  readonly areas: readonly string[] | null;
  /** How whoever has made it had come in, and for which of their roles the company's account had vouched. */
  readonly way: TokenWay;
  readonly vouched: readonly string[];
  readonly now: Instant;
  readonly until: Instant;
}

export async function makeToken(to: Pool | Connection, token: NewProgramToken): Promise<void> {
  await make.run(to, token);
}

/** Notes that a program was here. */
export async function noteProgram(pool: Pool, id: string, now: Instant): Promise<void> {
  await seen.run(pool, { id, now });
}

/** The tokens of somebody's programs that are good still, the newest first. */
export async function tokensOf(pool: Pool, person: PersonId, now: Instant): Promise<TokenLine[]> {
  return (await list.all(pool, { person, now })) as TokenLine[];
}

/** Takes a token from a program of a person. @returns whether there was one */
export async function dropToken(pool: Pool, id: string, person: PersonId): Promise<boolean> {
  return (await drop.run(pool, { id, person })) > 0;
}

export async function dropTokensOf(connection: Connection, person: PersonId): Promise<void> {
  await dropAll.run(connection, { person });
  await dropPairings.run(connection, { person });
}

/** A program that waits to be let in; what is kept of device and code are digests. */
export interface NewPairing {
  readonly device: string;
  readonly code: string;
  readonly name: string;
  readonly address: string;
  readonly now: Instant;
  readonly until: Instant;
}

export async function askPairing(pool: Pool, pairing: NewPairing): Promise<void> {
  await ask.run(pool, pairing);
}

/** The program that waits under a code; undefined: none does. */
export async function pairingBy(
  pool: Pool,
  code: string,
  now: Instant,
): Promise<
  | {
      readonly device: string;
      readonly name: string;
      readonly address: string;
      readonly askedAt: Instant;
      readonly until: Instant;
    }
  | undefined
> {
  return waiting.first(pool, { code, now });
}

/** Lets a program in as somebody. @returns whether one waited */
export async function grantPairing(
  pool: Pool,
  given: {
    readonly code: string;
    readonly now: Instant;
    readonly person: PersonId;
    readonly scope: TokenScope;
    readonly days: number;
    readonly way: TokenWay;
    readonly vouched: readonly string[];
    /** By which it is known that they have let it in. */
    readonly proof: string;
  },
): Promise<boolean> {
  return (await grant.run(pool, given)) > 0;
}

/** Does not let it in. @returns whether one waited */
export async function refusePairing(pool: Pool, code: string, now: Instant): Promise<boolean> {
  return (await refuse.run(pool, { code, now })) > 0;
}

/** How it stands with a program that waits. */
export interface PairingStanding {
  readonly until: Instant;
  readonly refused: boolean;
  /** Who has let it in; null: nobody yet. */
  readonly person: PersonId | null;
  readonly scope: string | null;
  readonly days: number | null;
  readonly way: string | null;
  readonly vouched: readonly string[] | null;
  readonly proof: string | null;
}

/** How it stands with a program that waits; undefined: it has asked for nothing. */
export async function pairingOf(pool: Pool, device: string): Promise<PairingStanding | undefined> {
  return looked.first(pool, { device });
}

/** What a program was let in with. */
export interface Granted {
  readonly name: string;
  readonly person: PersonId;
  readonly scope: TokenScope;
  readonly days: number;
  readonly way: TokenWay;
  readonly vouched: readonly string[];
}

/** Gives a program that was let in its token, once. @returns whose it is; undefined: it was given already */
export async function takePairing(
  pool: Pool,
  device: string,
  tokenFor: (granted: Granted) => NewProgramToken,
): Promise<Granted | undefined> {
  return transaction(pool, async (connection) => {
    const granted = (await take.first(connection, { device })) as Granted | undefined;
    if (granted) await makeToken(connection, tokenFor(granted));
    return granted;
  });
}
