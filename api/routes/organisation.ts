import { ORGANISATION_DOORS } from '../../access/commands/organisation.ts';
import { ORGANISATION_COMMANDS } from '../../contracts/organisation.ts';
import { ImportCheck } from '../../contracts/views/organisation.ts';
import { RoleList } from '../../contracts/views/roles.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { namesAndAddresses } from '../../db/views/people.ts';
import { rolesInForce } from '../../db/views/roles.ts';
import { checkImport } from '../../domain/organisation/import-check.ts';
import { problems } from '../commands.ts';
import { languageOf } from '../language.ts';
import type { Api, ApiParts } from '../parts.ts';

const path = '/api/organisation';

/** The company's people, posts and calendars. */
export function organisationRoutes(app: Api, parts: ApiParts, reader: StreamReader): void {
  const { pool, keys, clock } = parts;
  app.get(
    `${path}/roles`,
    {
      config: { access: { view: 'roles' } },
      schema: {
        tags: ['organisation'],
        summary: 'Who has which role today',
        response: { 200: RoleList, ...problems(401) },
      },
    },
    async () => ({ roles: await rolesInForce(pool, keys, clock.now()) }),
  );
  app.post(
    `${path}/import/check`,
    {
      bodyLimit: ORGANISATION_DOORS.importOrganisation.bodyLimit!,
      config: { access: { view: 'import-check' }, apart: 'tables' },
      schema: {
        tags: ['organisation'],
        operationId: 'organisation_checkImport',
        summary: 'What an import would change, and everything that is wrong with it; changes nothing',
        body: ORGANISATION_COMMANDS.importOrganisation,
        response: { 200: ImportCheck, ...problems(400, 401, 403, 413) },
      },
    },
    async (request) => {
      const { body } = request;
      const [state, known] = await Promise.all([reader.organisation(), namesAndAddresses(pool)]);
      return checkImport(state, body, known, languageOf(request));
    },
  );
}
