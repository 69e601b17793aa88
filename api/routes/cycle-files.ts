import { z } from 'zod';
import { MB } from '../../access/door.ts';
import { Version } from '../../contracts/figure.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { namesOf } from '../../db/views/selections.ts';
import { openOfferings } from '../../domain/cycle/execution/execution.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import { withoutTimes } from '../../files/zip-times.ts';
import { peopleOfChanges } from '../../views/cycle/changes.ts';
import { peopleOfPlan, versionAsked } from '../../views/cycle/plan.ts';
import { readCycle } from '../../views/cycle/reading.ts';
import { download, PathId, problems } from '../commands.ts';
import { EXPORTS, type ExportName } from '../cycle/exports.ts';
import { IMPORTS, type ImportName, importIdOf, rowsOf } from '../cycle/imports.ts';
import { planReport } from '../cycle/plan-report.ts';
import { ratedAnswers, ratingRound } from '../cycle/ratings-import.ts';
import type { Api, ApiParts } from '../parts.ts';
import { problem } from '../problem.ts';
import { bytesOf, withRawBodies } from '../raw-bodies.ts';
import type { Roles } from '../roles.ts';
import { commandIdOf, send } from '../sender.ts';
import { streamOf } from '../streams.ts';
import { CSV, FileQuery, FORMATS, type Format, Imported, sha256, written, XLSX } from '../tables.ts';
import { sendBytes } from './files.ts';

const tags = ['cycle'];
const FILE_LIMIT = 32 * MB;

/** Tables out of a cycle and into it: what training managers keep in spreadsheets. */
export async function cycleFileRoutes(app: Api, parts: ApiParts, roles: Roles, reader: StreamReader): Promise<void> {
  exports(app, parts, roles, reader);
  planFile(app, parts, roles, reader);
  await withRawBodies(app, (scope) => {
    imports(scope, parts, roles, reader);
    ratings(scope, parts, roles, reader);
  });
}

function exports(app: Api, { pool, keys }: ApiParts, roles: Roles, reader: StreamReader): void {
  const names = Object.keys(EXPORTS) as [ExportName, ...ExportName[]];
  app.get(
    '/api/cycles/:id/export/:file',
    {
      config: { access: { view: 'tables' }, apart: 'tables' },
      schema: {
        tags,
        summary: `A table of the cycle as CSV (UTF-8) or XLSX: ${names.join(', ')}`,
        description: 'What it holds, the import of the same name takes back.',
        params: z.object({
          id: PathId,
          file: z
            .string()
            .regex(
              new RegExp(`^(${names.join('|')})\\.(${FORMATS.join('|')})$`),
              'must be like needs.csv or needs.xlsx',
            ),
        }),
        response: { ...download('The table', CSV, XLSX), ...problems(401, 403, 404) },
      },
    },
    async ({ person, params }, reply) => {
      const reading = await readCycle(reader, streamOf('cycle', params.id), await roles.of(person));
      const [name, format] = params.file.split('.') as [ExportName, Format];
      const sheet = await EXPORTS[name](reading, { pool, keys, reader });
      return sendBytes(reply, await written(sheet, name, format));
    },
  );
}

const PRINTS = {
  pdf: { print: 'printPlan', mediaType: 'application/pdf', download: 'inline' },
  xlsx: { print: 'planWorkbook', mediaType: XLSX, download: 'attachment' },
} as const;

/** What prints is large, and most processes never print: it is loaded by the first plan that is asked for. */
const printer = () => import('../../documents/plan.ts');

function planFile(app: Api, { pool, clock }: ApiParts, roles: Roles, reader: StreamReader): void {
  app.get(
    '/api/cycles/:id/plan.:format',
    {
      config: { access: { view: 'plan-file' }, apart: 'tables' },
      schema: {
        tags,
        summary: 'The plan for people as PDF or XLSX: offerings, money, cuts, changes, promised against measured',
        description: 'The same state gives the same bytes.',
        params: z.object({ id: PathId, format: z.enum(['pdf', 'xlsx']) }),
        querystring: z.object({
          version: Version.optional(),
          locale: z.enum(['en', 'zh-CN']).default('en'),
        }),
        response: { ...download('The plan', 'application/pdf', XLSX), ...problems(401, 404) },
      },
    },
    async ({ person, params, query }, reply) => {
      const reading = await readCycle(reader, streamOf('cycle', params.id), await roles.of(person));
      const people = [
        ...peopleOfPlan(reading, versionAsked(reading, query.version)),
        ...peopleOfChanges(reading),
        ...Object.keys(reading.state.trainers),
        ...termsOf(reading.state).approval.hr,
      ];
      const [names, offerings] = await Promise.all([
        namesOf(pool, people),
        reader.offerings(openOfferings(reading.state)),
      ]);
      const report = planReport(reading, query, { names, offerings, now: clock.now() });
      const { print, mediaType, download } = PRINTS[params.format];
      // What was put together at another time is the same file; a PDF has no times.
      const bytes = withoutTimes(Buffer.from(await (await printer())[print](report)));
      const name = `plan-${report.plan.version}.${params.format}`;
      return sendBytes(reply, { name, mediaType, sha256: sha256(bytes), bytes, download });
    },
  );
}

/** The commands that tables become. */
const IMPORTED = Object.values(IMPORTS).map(({ command }) => command);

const described = (what: string) => ({
  tags,
  summary: what,
  description:
    'The body is the file itself: CSV in UTF-8 or GB18030, or XLSX. All of it is taken, or nothing: a 422 has a line for each fault.',
  querystring: FileQuery,
  response: { 200: Imported, ...problems(400, 401, 403, 404, 409, 413, 422, 429, 503) },
});

function imports(app: Api, { gateway }: ApiParts, roles: Roles, reader: StreamReader): void {
  const names = Object.keys(IMPORTS) as [ImportName, ...ImportName[]];
  app.post(
    '/api/cycles/:id/import/:what',
    {
      bodyLimit: FILE_LIMIT,
      config: { access: { kind: 'cycle', sends: IMPORTED }, apart: 'tables' },
      schema: {
        ...described(`Takes in a table: ${names.join(', ')}`),
        params: z.object({ id: PathId, what: z.enum(names) }),
      },
    },
    async (request) => {
      const { person, params, query } = request;
      const reading = await readCycle(reader, streamOf('cycle', params.id), await roles.of(person));
      const file = { name: query.name, bytes: bytesOf(request.body) };
      const rows = await rowsOf(params.what, reading, file);
      if (!rows.length) throw problem('import-invalid/no-rows', { file: query.name });
      if (query.check === 'true') return { rows: rows.length, imported: false };
      await send(gateway, reading.state.stream, {
        type: IMPORTS[params.what].command,
        actor: person,
        body: { [params.what]: rows },
        commandId: commandIdOf(request, undefined) ?? importIdOf(params.what, reading, person, file.bytes),
      });
      return { rows: rows.length, imported: true };
    },
  );
}

function ratings(app: Api, { gateway }: ApiParts, roles: Roles, reader: StreamReader): void {
  app.post(
    '/api/cycles/:id/import/ratings',
    {
      bodyLimit: FILE_LIMIT,
      config: { access: { kind: 'round', sends: 'takeAnswers' }, apart: 'tables' },
      schema: {
        ...described('Submits the ratings in a table as the answers of the supervisors whom it names'),
        params: z.object({ id: PathId }),
      },
    },
    async (request) => {
      const { person, params, query } = request;
      const reading = await readCycle(reader, streamOf('cycle', params.id), await roles.of(person));
      const stream = ratingRound(reading);
      const round = (await reader.rounds([stream])).get(stream)!;
      const bytes = bytesOf(request.body);
      const { people: rows, answers } = await ratedAnswers(reading, round, { name: query.name, bytes });
      if (query.check === 'true') return { rows, imported: false };
      // A table that was taken in before leaves nothing to do.
      if (answers.length) {
        await send(gateway, stream, {
          type: 'takeAnswers',
          actor: person,
          body: { answers },
          commandId: commandIdOf(request, undefined),
        });
      }
      return { rows, imported: true };
    },
  );
}
