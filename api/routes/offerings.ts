import { OFFERING_COMMANDS } from '../../contracts/offering.ts';
import type { StreamReader } from '../../db/read/fold.ts';
import { commandRoutes } from '../commands.ts';
import type { Api, ApiParts } from '../parts.ts';
import { OFFERING_DOORS } from '../permissions.ts';
import type { Roles } from '../roles.ts';
import type { Streams } from '../streams.ts';

/** Offerings of courses: looking at them, and every command that people may send to them. */
export function offeringRoutes(app: Api, parts: ApiParts, roles: Roles, streams: Streams, _reader: StreamReader): void {
  commandRoutes(app, parts, roles, streams, {
    kind: 'offering',
    path: '/api/offerings/:id',
    commands: OFFERING_COMMANDS,
    doors: OFFERING_DOORS,
  });
}
