import { z } from 'zod';
import { StreamId } from '../../contracts/ids.ts';
import { line } from '../../contracts/text.ts';
import { HistoryView } from '../../contracts/views/history.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { historySeen } from '../../views/history/reading.ts';
import { problems } from '../commands.ts';
import type { Api, ApiParts } from '../parts.ts';
import type { Roles } from '../roles.ts';

/** What has happened, in sentences, for everybody who asks why. */
export function historyRoutes(app: Api, { pool, keys, clock }: ApiParts, roles: Roles, reader: StreamReader): void {
  app.get(
    '/api/history/:stream',
    {
      config: { access: { view: 'history' }, apart: 'looks' },
      schema: {
        tags: ['history'],
        summary: 'What has happened in a process, newest first: who, when and why, as far as the asker sees it',
        description:
          'What Rostrum itself has done says so (`machine`). `about` asks for one application, person, need, offering, change, task or department alone.',
        params: z.object({ stream: StreamId }),
        querystring: z.object({
          about: line(120).optional(),
          before: z
            .string()
            .regex(/^[0-9a-f]{64}$/, 'must be the `next` of the page before')
            .optional(),
          limit: z.coerce.number().int().min(1).max(500).default(100),
        }),
        response: { 200: HistoryView, ...problems(400, 401, 404) },
      },
    },
    async ({ person, params, query }) =>
      historySeen({ pool, keys, reader }, { ...params, ...query }, await roles.of(person), clock.now()),
  );
}
