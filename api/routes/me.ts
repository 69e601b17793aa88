import { Inbox, Me } from '../../contracts/views/inbox.ts';
import { inboxOf } from '../../db/views/inbox.ts';
import { meSeen } from '../../views/me.ts';
import { problems } from '../commands.ts';
import type { Api, ApiParts } from '../parts.ts';
import type { Roles } from '../roles.ts';

/** Who I am, and what I owe. */
export function meRoutes(app: Api, { pool, clock }: ApiParts, roles: Roles): void {
  app.get(
    '/api/me',
    {
      config: { access: { view: 'me' } },
      schema: { tags: ['me'], summary: 'Who is signed in', response: { 200: Me, ...problems(401) } },
    },
    async ({ person }) => meSeen(pool, await roles.of(person), clock.now()),
  );
  app.get(
    '/api/me/tasks',
    {
      config: { access: { view: 'inbox' } },
      schema: {
        tags: ['me'],
        summary: 'The inbox: my open tasks over all rounds, by due date',
        response: { 200: Inbox, ...problems(401) },
      },
    },
    async ({ person }) => inboxOf(pool, person, clock.now()),
  );
}
