import { z } from 'zod';
import { doorsOf } from '../../access/commands.ts';
import { MB } from '../../access/door.ts';
import type { ProcessType } from '../../contracts/ids.ts';
import { Preview } from '../../contracts/views/preview.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { processOfKind } from '../../domain/kinds.ts';
import { previewOf } from '../../domain/preview/preview.ts';
import { problems } from '../commands.ts';
import type { Api, ApiParts } from '../parts.ts';

/** The timetable and every message of a procedure that would be opened now by some terms; nothing is opened. */
export function previewRoute(app: Api, { clock }: ApiParts, reader: StreamReader, kind: ProcessType): void {
  const { commands, words } = processOfKind(kind);
  app.post(
    `/api/${kind}s/preview`,
    {
      bodyLimit: doorsOf(kind).open?.bodyLimit ?? MB,
      config: { access: { view: 'preview' }, apart: 'tables' },
      schema: {
        tags: [kind],
        operationId: `${kind}_preview`,
        summary: `The timetable and every message of a ${words.noun} that would be opened now; opens nothing`,
        description:
          'It is played by the rules that run live: nobody answers before silence has its meaning, or before somebody must.',
        body: z.object({ terms: commands.open! }),
        response: { 200: Preview, ...problems(400, 401, 403, 413, 429) },
      },
      serializerCompiler: () => (data) => JSON.stringify(data),
    },
    async ({ person, body: { terms } }) =>
      previewOf(kind, terms, await reader.organisation(), {
        ...{ owner: person, now: clock.now() },
        standing: (streams) => reader.states(streams),
      }),
  );
}
