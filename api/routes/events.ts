import { z } from 'zod';
import { problems } from '../commands.ts';
import type { Listeners } from '../events/listeners.ts';
import { hasHungUp, onceLeft } from '../hanging-up.ts';
import type { Api } from '../parts.ts';
import type { Roles } from '../roles.ts';

/** A connection ends after so many seconds at most; browsers open it again by themselves. */
const LONGEST = 3_600;
/** How long a browser waits before it comes again, in milliseconds. */
const AGAIN_MS = 5_000;

/** News over a connection that stays open. `listeners` undefined: nothing is heard here, and it ends at once. */
export function eventRoutes(app: Api, roles: Roles, listeners: Listeners | undefined): void {
  app.addHook('preClose', (done) => {
    listeners?.stop();
    done();
  });
  app.get(
    '/api/events',
    {
      config: { access: { view: 'events' } },
      schema: {
        tags: ['me'],
        summary:
          'News as they are written: which streams have changed, of those that the asker may see (server-sent events)',
        description:
          'Event `hello` first; then `news` with `{stream, version, kinds}`, `missed` when something may have been lost and what is shown is to be read anew, `signed-out` when the session, or the token of a program, has ended. A line that begins with a colon says every 15 seconds that the connection stands. Five connections of one person stay open at most.',
        querystring: z.object({
          seconds: z.coerce
            .number()
            .int()
            .min(0)
            .max(LONGEST)
            .default(LONGEST)
            .describe('How long it stays open at most'),
        }),
        response: {
          200: {
            description: 'Events, one after the other',
            content: { 'text/event-stream': { schema: z.string() } },
          },
          ...problems(400, 401, 429),
        },
      },
    },
    async (request, reply) => {
      const who = await roles.of(request.person);
      if (hasHungUp(request, reply)) return reply.hijack();
      listeners?.demandRoom(who.person);
      // The connection ends with what is said over it, so that nobody who stops waits for it.
      const kind = { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' };
      reply.headers({ ...kind, connection: 'close' });
      if (request.method === 'HEAD') return reply.send('');
      const out = reply.raw;
      reply.hijack();
      out.writeHead(200, reply.getHeaders() as Record<string, string>);
      out.write(`retry: ${AGAIN_MS}\nevent: hello\ndata: {}\n\n`);
      // Where nothing is heard there is nothing to wait for.
      if (!listeners) {
        out.end();
        return reply;
      }
      const letGo = listeners.add(who, request, out);
      const end = setTimeout(() => out.end(), request.query.seconds * 1000);
      onceLeft(request, reply, () => {
        clearTimeout(end);
        letGo();
      });
      return reply;
    },
  );
}
