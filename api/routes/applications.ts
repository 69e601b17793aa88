import { z } from 'zod';
import { ApplicationCode } from '../../contracts/selection/commands.ts';
import { line } from '../../contracts/text.ts';
import { ApplicationList, ApplicationView } from '../../contracts/views/selection.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { applicationSeen, applicationsSeen, evidenceSeen, readApplication } from '../../views/selection/seen.ts';
import { download, PathId, problems } from '../commands.ts';
import type { Api, ApiParts } from '../parts.ts';
import type { Roles } from '../roles.ts';
import { streamOf } from '../streams.ts';
import { Inline, sendBytes, shownAs } from './files.ts';

const tags = ['selection'];
const ofSelection = z.object({ id: PathId });
const ofApplication = z.object({ id: PathId, code: ApplicationCode });

/** Applications, each as far as the asker may see it. */
export function applicationRoutes(app: Api, parts: ApiParts, roles: Roles, reader: StreamReader): void {
  const sources = { ...parts, reader };
  app.get(
    '/api/selections/:id/applications',
    {
      config: { access: { view: 'applications' }, apart: 'looks' },
      schema: {
        tags,
        summary: 'The applications that the asker may see',
        params: ofSelection,
        response: { 200: ApplicationList, ...problems(400, 401, 404) },
      },
    },
    async ({ person, params }) => ({
      applications: await applicationsSeen(sources, streamOf('selection', params.id), await roles.of(person)),
    }),
  );
  app.get(
    '/api/selections/:id/applications/:code',
    {
      config: { access: { view: 'application' }, apart: 'pieces' },
      schema: {
        tags,
        summary: 'An application with its texts and evidence',
        params: ofApplication,
        response: { 200: ApplicationView, ...problems(400, 401, 404) },
      },
    },
    async ({ person, params }) => {
      const stream = streamOf('selection', params.id);
      return applicationSeen(sources, await readApplication(sources, stream, params.code, await roles.of(person)));
    },
  );
  app.get(
    '/api/selections/:id/applications/:code/evidence/:file',
    {
      config: { access: { view: 'evidence' }, apart: 'pieces' },
      schema: {
        tags,
        summary: 'A file that an application gives as evidence',
        params: ofApplication.extend({ file: line(200) }),
        querystring: Inline,
        response: { ...download('The file'), ...problems(400, 401, 404) },
      },
    },
    async ({ person, params, query }, reply) => {
      const stream = streamOf('selection', params.id);
      const seen = await readApplication(sources, stream, params.code, await roles.of(person));
      const file = await evidenceSeen(sources, seen, params.file);
      return sendBytes(reply, { ...file, download: shownAs(file.mediaType, query) });
    },
  );
}
