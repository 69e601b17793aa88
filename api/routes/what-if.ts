import { z } from 'zod';
import { doorsOf } from '../../access/commands.ts';
import { MB } from '../../access/door.ts';
import { rightsOf } from '../../access/rights.ts';
import type { ProcessType } from '../../contracts/ids.ts';
import { WhatIf } from '../../contracts/views/what-if.ts';
import { familyOf } from '../../db/read/family.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { DAY_MS } from '../../domain/calendar/day.ts';
import { processOf } from '../../domain/kinds.ts';
import { whatIf } from '../../domain/turn/what-if.ts';
import { notFoundStream } from '../../views/refused.ts';
import { PathId, pathOf, problems } from '../commands.ts';
import { problemOfField } from '../field-problem.ts';
import type { Api, ApiParts } from '../parts.ts';
import { streamOf } from '../streams.ts';

/** How far it is looked ahead unless somebody asks for more or less, in days. */
const USUAL_DAYS = 60;

/** What a command of operations would bring about, were it sent now; nothing is done. */
export function whatIfRoute(app: Api, { pool, clock }: ApiParts, reader: StreamReader, kind: ProcessType): void {
  const doors = doorsOf(kind);
  const types = Object.keys(doors).filter(
    (type) => type !== 'open' && doors[type]!.by === 'operations' && !doors[type]!.fromTable,
  );
  app.post(
    `${pathOf(kind)}/what-if`,
    {
      bodyLimit: MB,
      config: { access: { view: 'what-if' }, apart: 'tables' },
      schema: {
        tags: [kind],
        operationId: `${kind}_whatIf`,
        summary:
          'What a command would bring about: messages, tasks, stages and money that come, go or move; does nothing',
        description:
          'It is played by the rules that run live, up to a day; nobody answers meanwhile, and slow work is not done.',
        params: z.object({ id: PathId }),
        body: z.object({
          type: z.enum(types).describe('The command'),
          body: z.record(z.string(), z.unknown()).describe('Its body'),
          days: z.number().int().min(0).max(730).default(USUAL_DAYS).describe('How far to look ahead'),
        }),
        response: { 200: WhatIf, ...problems(400, 401, 403, 404, 413, 422, 429) },
      },
      serializerCompiler: () => (data) => JSON.stringify(data),
    },
    async ({ person, params, body: { type, body, days } }) => {
      const stream = streamOf(kind, params.id);
      const checked = processOf(stream).commands[type]!.safeParse(body);
      if (!checked.success) {
        const [issue] = checked.error.issues;
        throw problemOfField('body', { path: ['body', ...issue!.path], message: issue!.message });
      }
      const streams = await familyOf(pool, reader, stream);
      if (!streams.length) throw notFoundStream(stream);
      const now = clock.now();
      const scene = { now, organisation: await reader.organisation(), streams, rights: rightsOf };
      return whatIf(scene, { stream, type, body: checked.data, actor: person }, now + days * DAY_MS);
    },
  );
}
