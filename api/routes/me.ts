import { Settings, SettingsView } from '../../contracts/settings.ts';
import { Inbox, Me } from '../../contracts/views/inbox.ts';
import { hintOutbox } from '../../db/outbox/put.ts';
import { keepSettings, settingsOf } from '../../db/settings.ts';
import { inboxOf } from '../../db/views/inbox.ts';
import { QUIET_FROM, QUIET_UNTIL } from '../../domain/calendar/civil.ts';
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
  settingsRoutes(app, { pool, clock });
}

function settingsRoutes(app: Api, { pool, clock }: Pick<ApiParts, 'pool' | 'clock'>): void {
  const access = { view: 'settings' } as const;
  const view = async (person: string): Promise<SettingsView> => {
    const { settings, directory, deputy } = await settingsOf(pool, person);
    return { ...settings, directory, deputy, quietHours: { from: QUIET_FROM, until: QUIET_UNTIL } };
  };
  app.get(
    '/api/me/settings',
    {
      config: { access },
      schema: {
        tags: ['me'],
        summary: 'How I want Rostrum: language, time zone, colours, and when letters come that can wait',
        response: { 200: SettingsView, ...problems(401) },
      },
    },
    async ({ person }) => view(person),
  );
  app.put(
    '/api/me/settings',
    {
      config: { access },
      schema: {
        tags: ['me'],
        summary: 'Sets how I want Rostrum, all of it',
        description:
          'Language and zone are those of letters as well, before what the directory says; when reminders come goes by the directory. Letters that can wait come at once, or together on each day or in each week, at an hour of the clock where I am. What is urgent comes at once all the same, as does what asks for something that is due soon. Nothing else comes in quiet hours, which end by the clock where I am; it comes when they are over.',
        body: Settings,
        response: { 200: SettingsView, ...problems(400, 401, 403, 413) },
      },
    },
    async ({ person, body }) => {
      await keepSettings(pool, person, body, clock.now());
      // What was held back may be due now; where the hint is lost, it is found in a few seconds.
      void hintOutbox(pool).catch(() => undefined);
      return view(person);
    },
  );
}
