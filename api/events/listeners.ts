import type { ServerResponse } from 'node:http';
import type { Authority } from '../../access/authority.ts';
import { authorityBy } from '../../access/authority.ts';
import { isNewsFor } from '../../access/sight/news.ts';
import { ORGANISATION, type PersonId, processTypeOf, type StreamId } from '../../contracts/ids.ts';
import type { NewsLine as Said } from '../../contracts/views/news.ts';
import type { Pool } from '../../db/connection.ts';
import type { KeyRing } from '../../db/keys.ts';
import type { News, NewsLine } from '../../db/news.ts';
import {
  eventsOfNews,
  holdersIn,
  MOST_NEWS,
  managersAmong,
  peopleThere,
  programsStanding,
  sessionsStanding,
  type WrittenEvent,
} from '../../db/views/news.ts';
import { rolesInForce } from '../../db/views/roles.ts';
import { problem } from '../problem.ts';
import type { SessionLimits } from '../session/limits.ts';

/** How many connections stay open at one process of the API: of one person, and in all. */
export interface ListenerLimits {
  readonly ofOne: number;
  readonly inAll: number;
  /** How often whoever listens is told that the connection stands, and asked about, in milliseconds. */
  readonly beatsEachMs: number;
}

/** Whoever reads so little that so many bytes wait for them is let go: they come again and read anew. */
const MOST_WAITING = 256 * 1024;

/** By what somebody is known who listens; both undefined: by a development token. */
export interface KnownBy {
  readonly session?: string | undefined;
  readonly program?: string | undefined;
}

interface Listener {
  readonly person: PersonId;
  readonly by: KnownBy;
  readonly out: ServerResponse;
  who: Authority;
}

interface ListenerParts {
  readonly pool: Pool;
  readonly keys: Pick<KeyRing, 'verifier'>;
  readonly line: NewsLine;
  readonly limits: ListenerLimits;
  /** How long the session of a browser may have been out of use. */
  readonly sessions: Pick<SessionLimits, 'idle' | 'stayIdle'>;
  /** Procedure time. */
  readonly now: () => number;
  readonly realNow: () => number;
  readonly complain: (what: string, about: object) => void;
}

/**
 * Everybody who listens for news at this process. What is written anywhere costs the same few queries however many listen; so
 * does asking each time whether they are still signed in.
 */
export class Listeners {
  readonly #parts: ListenerParts;
  readonly #open = new Set<Listener>();
  readonly #hush: () => void;
  readonly #beat: NodeJS.Timeout;
  /** News that nobody was told yet, since what came before is being looked through; undefined: too many to look through. */
  #waiting: News[] | undefined = [];
  #asks = false;
  #last: Promise<void> = Promise.resolve();

  constructor(parts: ListenerParts) {
    this.#parts = parts;
    this.#hush = parts.line.listen({
      news: (news) => this.#hear(news),
      missed: () => this.#say([...this.#open], 'missed', {}),
      ended: () => this.#ask(),
    });
    this.#beat = setInterval(() => this.#ask(), parts.limits.beatsEachMs);
    this.#beat.unref();
  }

  /** Keeps a connection open that has been answered. @returns lets it go once it is closed @throws Problem `too-much-at-once` */
  add(who: Authority, by: KnownBy, out: ServerResponse): () => void {
    this.demandRoom(who.person);
    const listener: Listener = { person: who.person, by, out, who };
    this.#open.add(listener);
    return () => void this.#open.delete(listener);
  }

  /** @throws Problem `too-much-at-once` when there is no room for one more connection of somebody */
  demandRoom(person: PersonId): void {
    const { ofOne, inAll } = this.#parts.limits;
    const own = [...this.#open].filter((l) => l.person === person).length;
    if (own < ofOne && this.#open.size < inAll) return;
    const later = { 'retry-after': '30' };
    throw own >= ofOne
      ? problem('too-much-at-once/listens', { times: ofOne }, later)
      : problem('too-much-at-once/all-listen', {}, later);
  }

  /** How many connections are open. */
  get size(): number {
    return this.#open.size;
  }

  /** Lets everybody go. */
  stop(): void {
    clearInterval(this.#beat);
    this.#hush();
    for (const { out } of this.#open) out.end();
  }

  /** Tells of news as soon as it may. What comes while the database is slow waits together, and no more of it than is looked through. */
  #hear(news: readonly News[]): void {
    const before = this.#waiting;
    this.#waiting = before && before.length + news.length <= MOST_NEWS ? [...before, ...news] : undefined;
    if (before?.length === 0) this.#soon(() => this.#tell());
  }

  /** Asks whether everybody is still signed in, once for all who ended meanwhile. */
  #ask(): void {
    if (this.#asks) return;
    this.#asks = true;
    this.#soon(() => {
      this.#asks = false;
      return this.#beats();
    });
  }

  #soon(work: () => Promise<void>): void {
    this.#last = this.#last.then(work).catch((error: unknown) => {
      // Whoever listens may have missed something, and reads anew.
      this.#say([...this.#open], 'missed', {});
      this.#parts.complain('News could not be told', { error: error instanceof Error ? error.message : String(error) });
    });
  }

  async #tell(): Promise<void> {
    const news = this.#waiting;
    this.#waiting = [];
    if (!this.#open.size) return;
    const { pool } = this.#parts;
    const events = news && (await eventsOfNews(pool, news));
    if (!events || events.length === MOST_NEWS) return this.#say([...this.#open], 'missed', {});
    // Who works here, and who has a role, is said there.
    if (events.some((e) => e.stream === ORGANISATION)) this.#ask();
    const some = [...this.#open].filter((l) => !l.who.all).map((l) => l.person);
    const rounds = [...new Set(events.map((e) => e.stream).filter((s) => processTypeOf(s) === 'round'))];
    const about = [...new Set(events.flatMap((e) => e.person ?? []))];
    const [held, above] = await Promise.all([
      some.length && rounds.length ? holdersIn(pool, rounds, some) : [],
      some.length && about.length ? managersAmong(pool, about, some) : new Map<string, string>(),
    ]);
    const holds = new Set(held.map(({ round, assignee }) => `${round} ${assignee}`));
    const relations = {
      holds: (round: StreamId, person: PersonId) => holds.has(`${round} ${person}`),
      managerOf: (person: PersonId) => above.get(person),
    };
    for (const listener of this.#open) {
      const { who } = listener;
      const own = who.all ? events : events.filter((e) => isNewsFor(who.person, e, relations));
      for (const said of saidOf(own, who.all)) this.#say([listener], 'news', said);
    }
  }

  async #beats(): Promise<void> {
    const all = [...this.#open];
    if (!all.length) return;
    const { pool, keys, sessions, now, realNow } = this.#parts;
    const ids = [...new Set(all.flatMap((l) => l.by.session ?? []))];
    const programs = [...new Set(all.flatMap((l) => l.by.program ?? []))];
    const real = realNow();
    const asked = { ids, now: real, seen: real - sessions.idle, stayed: real - sessions.stayIdle };
    const [standing, good, there, roles] = await Promise.all([
      ids.length ? sessionsStanding(pool, asked) : new Set<string>(),
      programs.length ? programsStanding(pool, programs, real) : new Set<string>(),
      peopleThere(pool, [...new Set(all.map((l) => l.person))]),
      rolesInForce(pool, keys, now()),
    ]);
    for (const listener of all) {
      const { person, by, out } = listener;
      listener.who = authorityBy(
        person,
        roles.filter((r) => r.person === person),
      );
      const { session, program } = by;
      const isIn = (session === undefined || standing.has(session)) && (program === undefined || good.has(program));
      if (isIn && (there.has(person) || listener.who.roles.length)) out.write(': here\n\n');
      else {
        this.#say([listener], 'signed-out', {});
        out.end();
      }
    }
  }

  #say(to: readonly Listener[], event: string, data: object): void {
    for (const { out } of to) {
      if (out.writableLength > MOST_WAITING) out.destroy();
      else out.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    }
  }
}

/** What is said of each stream: versions for whoever sees all, since for others they would count what they do not see. */
function saidOf(events: readonly WrittenEvent[], all: boolean): Said[] {
  const said = new Map<StreamId, { version: number; kinds: Set<string> }>();
  for (const { stream, version, type } of events) {
    const known = said.get(stream) ?? { version: 0, kinds: new Set<string>() };
    known.kinds.add(type);
    said.set(stream, { version: Math.max(known.version, version), kinds: known.kinds });
  }
  return [...said].map(([stream, { version, kinds }]) => ({
    stream,
    version: all ? version : null,
    kinds: [...kinds].sort(),
  }));
}
