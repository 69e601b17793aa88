import { Preferences } from '../../contracts/preferences.ts';
import { Inbox, Me } from '../../contracts/views/inbox.ts';
import { hintOutbox } from '../../db/outbox/put.ts';
import { keepRhythm, rhythmOf } from '../../db/preferences.ts';
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
  preferenceRoutes(app, { pool, clock });
}

function preferenceRoutes(app: Api, { pool, clock }: Pick<ApiParts, 'pool' | 'clock'>): void {
  app.get(
    '/api/me/preferences',
    {
      config: { access: { view: 'preferences' } },
      schema: {
        tags: ['me'],
        summary: 'When I get letters that can wait',
        response: { 200: Preferences, ...problems(401) },
      },
    },
    async ({ person }) => ({ rhythm: await rhythmOf(pool, person) }),
  );
  app.put(
    '/api/me/preferences',
    {
      config: { access: { view: 'preferences' } },
      schema: {
        tags: ['me'],
        summary: 'Sets when I get letters that can wait: at once, or together on each day or in each week',
        description:
          'Hours are those of the clock where I am. What is urgent comes at once all the same, as does what asks for something that is due soon.',
        body: Preferences,
        response: { 200: Preferences, ...problems(400, 401, 413) },
      },
    },
    async ({ person, body }) => {
      await keepRhythm(pool, person, body.rhythm, clock.now());
      // What was held back may be due now; where the hint is lost, it is found in a few seconds.
      void hintOutbox(pool).catch(() => undefined);
      return body;
    },
  );
}
