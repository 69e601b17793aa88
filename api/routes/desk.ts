import { Desk } from '../../contracts/views/desk.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { deskOf } from '../../views/desk/desk.ts';
import { problems } from '../commands.ts';
import type { Api, ApiParts } from '../parts.ts';

/** What is asked of me. */
export function deskRoutes(app: Api, parts: ApiParts, reader: StreamReader): void {
  app.get(
    '/api/me/desk',
    {
      config: { access: { view: 'desk' }, apart: 'pieces' },
      schema: {
        tags: ['me'],
        summary:
          'What is asked of me, grouped by round and with the reason, what I have answered lately, and what comes',
        response: { 200: Desk, ...problems(401) },
      },
    },
    async ({ person }) => deskOf({ ...parts, reader }, person, parts.clock.now()),
  );
}
