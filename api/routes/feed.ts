import { z } from 'zod';
import type { StreamId } from '../../contracts/ids.ts';
import { FeedStanding, NewFeed } from '../../contracts/views/me/feed.ts';
import { dropFeedOf, feedBy, feedMade, keepFeed } from '../../db/feeds.ts';
import { digestOf, isOurs, isTokenOf, newToken } from '../../db/opaque-token.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { offeringLines } from '../../db/views/offerings.ts';
import { feedText } from '../../notices/calendar.ts';
import { download, problems } from '../commands.ts';
import { entryOf } from '../offering/calendar.ts';
import type { Api, ApiParts } from '../parts.ts';
import { problem } from '../problem.ts';
import { sha256 } from '../tables.ts';
import { sendBytes } from './files.ts';

const tags = ['me'];
/** What the secrets of feeds begin with. */
const PREFIX = 'feed_';
/** In a path the dot of a token would end it. */
const DOT = '~';

/** The calendar feed of each person: made, renewed and taken away by them, read by whatever has its secret. */
export function feedRoutes(app: Api, parts: ApiParts, reader: StreamReader): void {
  standing(app, parts);
  made(app, parts);
  taken(app, parts);
  feed(app, parts, reader);
}

function standing(app: Api, { pool }: ApiParts): void {
  app.get(
    '/api/me/feed',
    {
      config: { access: { view: 'my-feed' } },
      schema: { tags, summary: 'Whether I have a calendar feed', response: { 200: FeedStanding, ...problems(401) } },
    },
    async ({ person }) => ({ madeAt: await feedMade(pool, person) }),
  );
}

function made(app: Api, { pool, keys, realNow = Date.now }: ApiParts): void {
  app.post(
    '/api/me/feed',
    {
      config: { access: { view: 'my-feed' } },
      schema: {
        tags,
        summary: 'Makes my calendar feed, or renews its secret: the old one is not good any more',
        description: 'The path is told once.',
        response: { 200: NewFeed, ...problems(401) },
      },
    },
    async ({ person }) => {
      const now = realNow();
      const { token, digest } = newToken(keys, person, PREFIX);
      await keepFeed(pool, { person, secret: digest, now });
      return { path: `/api/feed/${token.replace('.', DOT)}.ics`, madeAt: now };
    },
  );
}

function taken(app: Api, { pool }: ApiParts): void {
  app.delete(
    '/api/me/feed',
    {
      config: { access: { view: 'my-feed' } },
      schema: { tags, summary: 'Takes my calendar feed away', response: { 200: FeedStanding, ...problems(401) } },
    },
    async ({ person }) => {
      await dropFeedOf(pool, person);
      return { madeAt: null };
    },
  );
}

function feed(app: Api, { pool, keys, clock }: ApiParts, reader: StreamReader): void {
  app.get(
    '/api/feed/:secret.ics',
    {
      config: { access: { view: 'feed' } },
      schema: {
        tags,
        summary:
          'The days of all courses that somebody takes part in or teaches, for their calendar (iCalendar, RFC 5545)',
        params: z.object({ secret: z.string().max(300) }),
        response: { ...download('The days', 'text/calendar'), ...problems(401, 404) },
      },
    },
    async ({ params }, reply) => {
      const token = params.secret.replace(DOT, '.');
      const found = isOurs(keys, token) ? await feedBy(pool, digestOf(keys, token)) : undefined;
      if (!found?.works || !isTokenOf(token, found.person, PREFIX)) throw problem('not-found/no-calendar', {});
      const lines = await offeringLines(pool, found.person, { own: true });
      const states = await reader.offerings(lines.map((line) => line.id as StreamId));
      const now = clock.now();
      const entries = lines.flatMap((line) => {
        const state = states.get(line.id as StreamId);
        return state?.terms ? [entryOf(state, found.locale ?? 'en', now)] : [];
      });
      const bytes = Buffer.from(feedText(entries));
      const file = { name: 'courses.ics', mediaType: 'text/calendar; charset=utf-8', sha256: sha256(bytes), bytes };
      return sendBytes(reply, { ...file, download: 'attachment' });
    },
  );
}
