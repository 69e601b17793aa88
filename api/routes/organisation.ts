import { ORGANISATION_COMMANDS } from '../../contracts/organisation.ts';
import { commandRoutes } from '../commands.ts';
import type { Api, ApiParts } from '../parts.ts';
import { ORGANISATION_DOORS } from '../permissions.ts';
import type { Roles } from '../roles.ts';
import type { Streams } from '../streams.ts';

/** The company's people, posts and calendars. */
export function organisationRoutes(app: Api, parts: ApiParts, roles: Roles, streams: Streams): void {
  commandRoutes(app, parts, roles, streams, {
    kind: 'organisation',
    path: '/api/organisation',
    commands: ORGANISATION_COMMANDS,
    doors: ORGANISATION_DOORS,
  });
}
