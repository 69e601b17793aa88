import pg from 'pg';
import type { StreamId } from '../contracts/ids.ts';
import type { Pool } from './connection.ts';

const CHANNEL = 'news';
/** What is said instead of streams when somebody was signed out. */
const ENDED = 'ended';
/** PostgreSQL takes 8,000 bytes at most. */
const MOST_IN_ONE = 7_000;
/** How long after its connection was lost it is tried again, in milliseconds: the first time, and at most. */
const SOON_MS = 500;
const LATE_MS = 15_000;

/** Events that were written to a stream: those after a version, up to another one included. */
export interface News {
  readonly stream: StreamId;
  readonly after: number;
  readonly upTo: number;
}

/** Tells every process that listens what was written where; what follows on one stream is told as one. One statement. */
export async function sayNews(pool: Pool, news: readonly News[]): Promise<void> {
  const lines = together(news).map(({ stream, after, upTo }) => `${stream} ${after} ${upTo}`);
  const said: string[] = [];
  for (const line of lines) {
    const last = said.at(-1);
    if (last !== undefined && last.length + line.length < MOST_IN_ONE) said[said.length - 1] = `${last}\n${line}`;
    else said.push(line);
  }
  await pool.query('select pg_notify($1, said) from unnest($2::text[]) as said', [CHANNEL, said]);
}

function together(news: readonly News[]): News[] {
  const known = new Map<StreamId, News>();
  for (const one of news) {
    const before = known.get(one.stream);
    const after = Math.min(before?.after ?? one.after, one.after);
    known.set(one.stream, { stream: one.stream, after, upTo: Math.max(before?.upTo ?? 0, one.upTo) });
  }
  return [...known.values()];
}

/** Tells every process that listens that a session or a token has ended: whoever is known by one is asked about anew. One statement. */
export async function sayEnded(pool: Pool): Promise<void> {
  await pool.query('select pg_notify($1, $2)', [CHANNEL, ENDED]);
}

/** Who is told of news. */
export interface NewsHeard {
  readonly news: (news: readonly News[]) => void;
  /** The connection was away: something may have been missed. */
  readonly missed: () => void;
  /** A session or a token has ended somewhere. */
  readonly ended: () => void;
}

/** Somebody who listens for news, over one connection of its own, for as long as anybody wants to hear. */
export interface NewsLine {
  /** @returns what ends it */
  listen(heard: NewsHeard): () => void;
  close(): Promise<void>;
}

export function newsLine(url: string): NewsLine {
  const listeners = new Set<NewsHeard>();
  let client: pg.Client | undefined;
  let again: NodeJS.Timeout | undefined;
  let waits = SOON_MS;
  let closed = false;
  let begun = false;

  async function connect(): Promise<void> {
    again = undefined;
    const fresh = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 2_000,
      application_name: 'rostrum news',
    });
    client = fresh;
    const lost = () => {
      if (client !== fresh) return;
      client = undefined;
      if (closed || again) return;
      again = setTimeout(() => void connect(), waits);
      waits = Math.min(waits * 2, LATE_MS);
    };
    fresh.on('error', lost);
    fresh.on('end', lost);
    fresh.on('notification', ({ payload = '' }) => {
      if (payload === ENDED) for (const { ended } of listeners) ended();
      const news = payload.split('\n').flatMap(newsIn);
      if (news.length) for (const { news: tell } of listeners) tell(news);
    });
    try {
      await fresh.connect();
      await fresh.query(`listen ${pg.escapeIdentifier(CHANNEL)}`);
      waits = SOON_MS;
      for (const { missed } of listeners) missed();
    } catch {
      await fresh.end().catch(() => undefined);
      lost();
    }
  }

  return {
    listen(heard) {
      listeners.add(heard);
      if (!begun) {
        begun = true;
        void connect();
      }
      return () => listeners.delete(heard);
    },
    async close() {
      closed = true;
      clearTimeout(again);
      await client?.end().catch(() => undefined);
    },
  };
}

function newsIn(line: string): News[] {
  const [stream, after, upTo] = line.split(' ');
  if (!stream || after === undefined || upTo === undefined) return [];
  return [{ stream: stream as StreamId, after: Number(after), upTo: Number(upTo) }];
}
