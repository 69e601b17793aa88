import { randomUUID } from 'node:crypto';
import type { Instant, PersonId } from '../../contracts/ids.ts';
import type { Role } from '../../contracts/organisation.ts';
import type { SignInWay } from '../../contracts/views/session.ts';
import type { Pool } from '../../db/connection.ts';
import type { KeyRing } from '../../db/keys.ts';
import { digestOf, isOurs, isTokenOf, newToken } from '../../db/opaque-token.ts';
import {
  beginSession,
  endSession,
  exchangeToken,
  type FoundSession,
  noteExchanged,
  noteSeen,
  sessionBy,
} from '../../db/sessions.ts';
import type { Complain } from '../errors.ts';
import { problem } from '../problem.ts';
import { Believed } from './believed.ts';
import { CHALLENGE } from './challenge.ts';
import { deviceOf } from './device.ts';
import { EXCHANGED_AFTER, NOTED_EACH, type SessionLimits, TAKEN_AFTER_EXCHANGE } from './limits.ts';
import type { CameBy, Vouching } from './vouching.ts';

/** What sessions are kept with. */
export interface SessionParts {
  readonly pool: Pool;
  readonly keys: Pick<KeyRing, 'secretOf'>;
  readonly limits: SessionLimits;
  /** Real time. */
  readonly now: () => Instant;
  readonly vouching: Vouching;
  /** Whether tokens are exchanged here. Whoever only reads for others leaves it to them. */
  readonly exchanges: boolean;
  /** Tells every process that a session has ended. */
  readonly tellEnded: () => Promise<void>;
  /** Told of what looks like a token that was stolen. */
  readonly note: Complain;
}

/** Who asks by a session. */
export interface InSession {
  readonly person: PersonId;
  readonly session: string;
  readonly cameBy: CameBy;
  /** Whether the directory has them as employed. */
  readonly works: boolean;
  /** The token that takes the place of the one that came, and how long it is kept, in seconds; null: as long as the browser runs. */
  readonly renewed?: { readonly token: string; readonly seconds: number | null };
}

/** The sessions of the installation, by their tokens. */
export class Sessions {
  readonly #parts: SessionParts;
  readonly #believed: Believed<InSession>;

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.#believed = new Believed(parts.now);
  }

  /** Who asks by a token. One query, at most once a second. @throws Problem `unauthenticated` */
  of(token: string): InSession | Promise<InSession> {
    const digest = digestOf(this.#parts.keys, token);
    return this.#believed.by(digest) ?? this.#lookUp(token, digest);
  }

  /** Begins a session. @throws Problem `forbidden` for whoever has a role that this way in does not vouch for */
  async begin(given: {
    readonly person: PersonId;
    readonly way: SignInWay;
    readonly stays: boolean;
    /** Roles that the company's account vouches for. */
    readonly vouched: readonly Role[];
    readonly userAgent: string | undefined;
  }): Promise<{ readonly token: string; readonly until: Instant; readonly seconds: number | null }> {
    const { pool, keys, limits } = this.#parts;
    const { userAgent, ...of } = given;
    await this.#parts.vouching.demand(of);
    const now = this.#parts.now();
    const { token, digest } = newToken(keys, given.person);
    const until = now + (of.stays ? limits.stayLongest : limits.longest);
    await beginSession(pool, { id: randomUUID(), ...of, ...deviceOf(userAgent), token: digest, now, until });
    return { token, until, seconds: of.stays ? secondsTo(until, now) : null };
  }

  /** Ends the session that a token belongs to, if there is one. */
  async end(token: string): Promise<void> {
    const { pool, keys } = this.#parts;
    if (!isOurs(keys, token)) return;
    const found = await sessionBy(pool, digestOf(keys, token));
    if (found && isTokenOf(token, found.person)) await endSession(pool, found.id, found.person);
    await this.ended();
  }

  /** Sessions have ended: whoever comes next is asked about anew, and whoever listens for news. */
  async ended(): Promise<void> {
    this.#believed.forget();
    await this.#parts.tellEnded();
  }

  async #lookUp(token: string, digest: string): Promise<InSession> {
    const { pool, keys } = this.#parts;
    if (!isOurs(keys, token)) throw problem('unauthenticated/session-gone', {}, CHALLENGE);
    const now = this.#parts.now();
    const found = await sessionBy(pool, digest);
    if (!found || !isTokenOf(token, found.person)) throw problem('unauthenticated/session-gone', {}, CHALLENGE);
    await this.#demandInForce(found, now);
    await this.#parts.vouching.demand(found, found.roles);
    if (now - found.seenAt >= NOTED_EACH) await noteSeen(pool, found.id, now);
    // Another process may not have heard yet that it was exchanged.
    if (found.isCurrent && found.hasBefore && found.beforeUntil === null)
      await noteExchanged(pool, found.id, now + TAKEN_AFTER_EXCHANGE);
    const { person, works, way, vouched } = found;
    const who = { person, session: found.id, works, cameBy: { way, vouched } };
    const renewed = await this.#renewed(found, digest, now);
    if (renewed) return { ...who, renewed };
    this.#believed.keep(digest, who);
    return who;
  }

  async #demandInForce(found: FoundSession, now: Instant): Promise<void> {
    const { limits, pool, note, vouching } = this.#parts;
    const idle = found.stays ? limits.stayIdle : limits.idle;
    const stolen = !found.isCurrent && found.beforeUntil !== null && found.beforeUntil <= now;
    const triedOut = vouching.isOver(found);
    if (found.until > now && now - found.seenAt < idle && !stolen && !triedOut) return;
    await endSession(pool, found.id, found.person);
    await this.ended();
    if (triedOut) throw problem('unauthenticated/tried-out', {}, CHALLENGE);
    if (stolen) note('A token that had been exchanged was sent again; its session was ended', { person: found.person });
    throw problem(stolen ? 'unauthenticated/session-stolen' : 'unauthenticated/session-over', {}, CHALLENGE);
  }

  /** Puts a new token in the place of an old one; only one of those who bring it at the same time gets it. */
  async #renewed(found: FoundSession, digest: string, now: Instant): Promise<InSession['renewed']> {
    const { pool, keys, exchanges } = this.#parts;
    const settled = !found.hasBefore || (found.beforeUntil !== null && found.beforeUntil <= now);
    if (!exchanges || !found.isCurrent || !settled || now - found.madeAt < EXCHANGED_AFTER) return undefined;
    const next = newToken(keys, found.person);
    if (!(await exchangeToken(pool, { id: found.id, token: digest, next: next.digest, now }))) return undefined;
    return { token: next.token, seconds: found.stays ? secondsTo(found.until, now) : null };
  }
}

function secondsTo(until: Instant, now: Instant): number {
  return Math.max(0, Math.floor((until - now) / 1000));
}
