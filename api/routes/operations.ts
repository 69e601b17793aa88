import { z } from 'zod';
import { Version } from '../../contracts/figure.ts';
import { PersonId, StreamId } from '../../contracts/ids.ts';
import { RETENTION_KINDS } from '../../contracts/retention.ts';
import { line } from '../../contracts/text.ts';
import { ClockView, LedgerPage, NOTICE_STATES, NoticePage, RetentionView } from '../../contracts/views/operations.ts';
import { countOld } from '../../db/pruning.ts';
import { ledgerPage } from '../../db/views/ledger.ts';
import { noticePage } from '../../db/views/notices.ts';
import { beforeNow } from '../../engine/pruner.ts';
import { KEEPING, keptFor } from '../../settings/retention.ts';
import { notFoundStream } from '../../views/refused.ts';
import { problems } from '../commands.ts';
import type { Api, ApiParts } from '../parts.ts';

const tags = ['operations'];

/** What the people who run the procedures look at: messages, the ledger, the clock. */
export function operationsRoutes(app: Api, { pool, keys, clock, keeping = KEEPING }: ApiParts): void {
  app.get(
    '/api/notices',
    {
      config: { access: { view: 'notices' } },
      schema: {
        tags,
        summary: 'Messages to people and how their delivery stands, newest first',
        querystring: z.object({
          state: z.enum(NOTICE_STATES).optional(),
          stream: StreamId.optional(),
          person: PersonId.optional(),
          template: line(100).optional(),
          before: z.coerce.number().int().optional(),
          limit: z.coerce.number().int().min(1).max(500).default(100),
        }),
        response: { 200: NoticePage, ...problems(400, 401, 403) },
      },
    },
    async ({ query }) => noticePage(pool, query, clock.now()),
  );
  app.get(
    '/api/ledger/:stream',
    {
      config: { access: { view: 'ledger' }, apart: 'looks' },
      schema: {
        tags,
        summary: 'The events of a stream as they were written',
        description: 'Private parts stay sealed unless `open` is true.',
        params: z.object({ stream: StreamId }),
        querystring: z.object({
          open: z.enum(['true', 'false']).default('false'),
          after: Version.min(0).default(0),
          limit: z.coerce.number().int().min(1).max(2000).default(500),
        }),
        response: { 200: LedgerPage, ...problems(400, 401, 403, 404) },
      },
    },
    async ({ params, query }) => {
      const stream = params.stream;
      const page = await ledgerPage(pool, keys, stream, { ...query, open: query.open === 'true' });
      if (!page.entries.length && query.after === 0) throw notFoundStream(stream);
      return page;
    },
  );
  app.get(
    '/api/retention',
    {
      config: { access: { view: 'retention' }, apart: 'looks' },
      schema: {
        tags,
        summary: 'What is kept for how long, and how much of it would go now',
        description: 'Changes nothing, and names nobody. The engine lets go of what is too old every hour.',
        response: { 200: RetentionView, ...problems(401, 403) },
      },
    },
    async () => {
      const counts = await countOld(pool, beforeNow(keeping, { clock }));
      return { kinds: RETENTION_KINDS.map((kind) => keptFor(kind, keeping, counts)) };
    },
  );
  app.get(
    '/api/clock',
    {
      config: { access: { view: 'clock' } },
      schema: { tags, summary: 'Procedure time now', response: { 200: ClockView, ...problems(401) } },
    },
    async () => ({ now: clock.now(), scale: clock.scale }),
  );
}
