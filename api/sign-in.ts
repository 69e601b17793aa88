import type { FastifyRequest } from 'fastify';
import { PersonId, SYSTEM } from '../contracts/ids.ts';
import type { Pool } from '../db/connection.ts';
import { PROGRAM_PREFIX } from '../db/opaque-token.ts';
import { isEmployed } from '../db/views/people.ts';
import { problem } from './problem.ts';
import type { Roles } from './roles.ts';
import { CHALLENGE } from './session/challenge.ts';
import type { SessionCookie } from './session/cookie.ts';
import type { Program, Programs } from './session/programs.ts';
import { demandOfOurs } from './session/same-origin.ts';
import { demandSamePerson } from './session/same-person.ts';
import type { InSession, Sessions } from './session/sessions.ts';
import type { CameBy } from './session/vouching.ts';

/** How long the directory's word that somebody is employed is believed where whoever decides asks again, in milliseconds. */
const BELIEVED = 30_000;
const MOST_REMEMBERED = 100_000;

/** Whoever has a development token. */
const TRYING_OUT: CameBy = { way: 'dev', vouched: [] };

/** How people are known. */
export interface SignInParts {
  readonly pool: Pool;
  readonly roles: Pick<Roles, 'of'>;
  readonly devTokens: boolean;
  /** Where browsers are known by a cookie; absent: nowhere. */
  readonly browsers?: { readonly sessions: Sessions; readonly cookie: SessionCookie; readonly publicUrl: string };
  /** By whose tokens programs are known; absent: by none. */
  readonly programs?: Programs;
  /** People who need not be looked up. */
  readonly known?: readonly string[];
}

/** Who a request is from, and by what that is known. */
export interface Signed {
  readonly person: string;
  /** The session of the browser; absent: a program asks, by a token. */
  readonly session?: string;
  readonly renewed?: InSession['renewed'];
  /** How they have come in; absent: a program asks, which lets nobody in. */
  readonly cameBy?: CameBy;
  /** The program that asks by its own token; absent: a browser, or anybody who tries Rostrum out. */
  readonly program?: Program;
}

/** Finds out who asks: from the header Authorization, or from the cookie where there is none. */
export class SignIn {
  readonly #parts: SignInParts;
  /** Employee id to the machine's time until which they count as known. */
  readonly #known = new Map<string, number>();

  constructor(parts: SignInParts) {
    this.#parts = parts;
    for (const person of parts.known ?? []) this.#known.set(person, Number.POSITIVE_INFINITY);
  }

  /**
   * The person whom the token speaks for. Whoever has a role need not be in the directory, since somebody has to import it.
   * Whoever has left is nobody from that moment on.
   * @param askedAgain what they send is decided by somebody who asks of the facts whether they work here: then known people cost
   *   no query
   * @throws Problem `unauthenticated`, also where the page was opened for somebody else; or `forbidden` for a change that a browser was made to send by another site
   */
  who(request: Pick<FastifyRequest, 'headers' | 'method' | 'query'>, askedAgain = false): Signed | Promise<Signed> {
    const { authorization } = request.headers;
    if (authorization) return this.#byToken(authorization, askedAgain);
    const { browsers } = this.#parts;
    const cookie = browsers?.cookie.read(request.headers);
    if (!browsers || !cookie) throw problem('unauthenticated/nobody', {}, CHALLENGE);
    demandOfOurs(request, browsers.publicUrl);
    const who = browsers.sessions.of(cookie);
    return 'then' in who ? who.then((found) => this.#inSession(found, request)) : this.#inSession(who, request);
  }

  /** Sees that somebody is there to sign in. @throws Problem `unauthenticated` */
  async demandThere(id: string): Promise<void> {
    const { pool, roles } = this.#parts;
    if (await isEmployed(pool, id)) return;
    if (id !== SYSTEM && (await roles.of(id)).roles.length) return;
    throw problem('unauthenticated/not-here', { person: id }, CHALLENGE);
  }

  #byToken(authorization: string, askedAgain: boolean): Signed | Promise<Signed> {
    const { programs } = this.#parts;
    if (programs && authorization.startsWith(`Bearer ${PROGRAM_PREFIX}`)) {
      const program = programs.of(authorization.slice('Bearer '.length));
      return 'then' in program ? program.then((found) => this.#ofProgram(found)) : this.#ofProgram(program);
    }
    const [, id] = /^Bearer dev:(.+)$/.exec(authorization) ?? [];
    if (id === undefined) throw problem('unauthenticated/not-ours', {}, CHALLENGE);
    if (!this.#parts.devTokens) throw problem('unauthenticated/dev-tokens-off', {}, CHALLENGE);
    if (id === SYSTEM || !PersonId.safeParse(id).success) {
      throw problem('unauthenticated/no-employee', {}, CHALLENGE);
    }
    const until = askedAgain ? this.#known.get(id) : undefined;
    return until !== undefined && until > Date.now() ? { person: id, cameBy: TRYING_OUT } : this.#lookUp(id);
  }

  async #inSession(
    { works, ...signed }: InSession,
    request: Pick<FastifyRequest, 'headers' | 'query'>,
  ): Promise<Signed> {
    demandSamePerson(request, signed.person);
    if (!works) await this.demandThere(signed.person);
    return signed;
  }

  async #ofProgram(program: Program): Promise<Signed> {
    if (!program.works) await this.demandThere(program.person);
    return { person: program.person, program };
  }

  async #lookUp(id: string): Promise<Signed> {
    try {
      await this.demandThere(id);
    } catch (error) {
      this.#known.delete(id);
      throw error;
    }
    if (this.#known.size > MOST_REMEMBERED) this.#known.clear();
    this.#known.set(id, Date.now() + BELIEVED);
    return { person: id, cameBy: TRYING_OUT };
  }
}
