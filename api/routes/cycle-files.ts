import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { StreamReader } from '../../db/read/fold.ts';
import { csvOf, type Sheet, xlsxOf } from '../../files/sheet.ts';
import { PathId, problems } from '../commands.ts';
import { EXPORTS, type ExportName } from '../cycle/exports.ts';
import { IMPORTS, type ImportName, rowsOf } from '../cycle/imports.ts';
import { ratedAnswers, ratingRound } from '../cycle/ratings-import.ts';
import { type CycleReading, readCycle } from '../cycle/reading.ts';
import type { Api, ApiParts } from '../parts.ts';
import { Problem } from '../problem.ts';
import type { Roles } from '../roles.ts';
import { commandIdOf, send } from '../sender.ts';
import { sendBytes } from './files.ts';

const tags = ['cycle'];
const FILE_LIMIT = 32 * 1_048_576;
const FORMATS = ['csv', 'xlsx'] as const;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Tables out of a cycle and into it: what training managers keep in spreadsheets. */
export async function cycleFileRoutes(app: Api, parts: ApiParts, roles: Roles, reader: StreamReader): Promise<void> {
  exports(app, parts, roles, reader);
  // Only here is a body anything but JSON: the bytes of the file, as they are.
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    imports(scope as unknown as Api, parts, roles, reader);
    ratings(scope as unknown as Api, parts, roles, reader);
  });
}

function exports(app: Api, { pool, keys }: ApiParts, roles: Roles, reader: StreamReader): void {
  const names = Object.keys(EXPORTS) as [ExportName, ...ExportName[]];
  app.get(
    '/api/cycles/:id/export/:file',
    {
      schema: {
        tags,
        summary: `A table of the cycle as CSV (UTF-8) or XLSX: ${names.join(', ')}`,
        description: 'For operations. What it holds, the import of the same name takes back.',
        params: z.object({
          id: PathId,
          file: z
            .string()
            .regex(
              new RegExp(`^(${names.join('|')})\\.(${FORMATS.join('|')})$`),
              'must be like needs.csv or needs.xlsx',
            ),
        }),
        response: problems(400, 401, 403, 404),
      },
    },
    async ({ person, params }, reply) => {
      roles.demandOperations(person, 'take tables out of a cycle');
      const reading = await readCycle(reader, roles, params.id, person);
      const [name, format] = params.file.split('.') as [ExportName, (typeof FORMATS)[number]];
      const sheet = await EXPORTS[name](reading, { pool, keys, reader });
      return sendBytes(reply, await written(sheet, name, format));
    },
  );
}

async function written(sheet: Sheet, name: string, format: (typeof FORMATS)[number]) {
  const bytes = Buffer.from(format === 'csv' ? csvOf(sheet, { bom: true }) : await xlsxOf(sheet, name));
  return {
    name: `${name}.${format}`,
    mediaType: format === 'csv' ? 'text/csv; charset=utf-8' : XLSX,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes,
    download: 'attachment' as const,
  };
}

const Imported = z
  .object({ rows: z.number().int(), imported: z.boolean().describe('false: it was only checked') })
  .meta({ id: 'Imported' });

const querystring = z.object({
  name: z
    .string()
    .trim()
    .regex(/^[^/\\]{1,195}\.(csv|xlsx)$/i, 'must be the name of the file, ending in .csv or .xlsx'),
  check: z.enum(['true', 'false']).default('false').describe('true: only say what is wrong with it'),
});

const described = (what: string) => ({
  tags,
  summary: what,
  description:
    'For operations. The body is the file itself: CSV in UTF-8 or GB18030, or XLSX. All of it is taken, or nothing: a 422 has a line for each fault.',
  querystring,
  response: { 200: Imported, ...problems(400, 401, 403, 404, 409, 413, 422, 503) },
});

function imports(app: Api, { gateway }: ApiParts, roles: Roles, reader: StreamReader): void {
  const names = Object.keys(IMPORTS) as [ImportName, ...ImportName[]];
  app.post(
    '/api/cycles/:id/import/:what',
    {
      bodyLimit: FILE_LIMIT,
      schema: {
        ...described(`Takes in a table: ${names.join(', ')}`),
        params: z.object({ id: PathId, what: z.enum(names) }),
      },
    },
    async (request) => {
      const { person, params, query } = request;
      const reading = await demand(reader, roles, params.id, person);
      const file = { name: query.name, bytes: bytesOf(request.body) };
      const rows = await rowsOf(params.what, reading, file);
      if (!rows.length) throw new Problem('import-invalid', `${query.name} has no rows; fill in at least one.`);
      if (query.check === 'true') return { rows: rows.length, imported: false };
      await send(gateway, reading.state.stream, {
        type: IMPORTS[params.what].command,
        actor: person,
        body: { [params.what]: rows },
        commandId: commandIdOf(request, undefined),
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
      schema: {
        ...described('Submits the ratings in a table as the answers of the supervisors whom it names'),
        params: z.object({ id: PathId }),
      },
    },
    async (request) => {
      const { person, params, query } = request;
      const reading = await demand(reader, roles, params.id, person);
      const stream = ratingRound(reading);
      const round = (await reader.rounds([stream])).get(stream)!;
      const bytes = bytesOf(request.body);
      const answers = await ratedAnswers(reading, round, { name: query.name, bytes });
      if (query.check === 'true') return { rows: answers.length, imported: false };
      const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
      // The ledger tells by the command who has handed them in; sent again, they are the same commands.
      await Promise.all(
        answers.map(({ task, rater, answer }) =>
          send(gateway, stream, {
            type: 'submit',
            actor: rater,
            body: { task, answer },
            commandId: `import:${person}:${digest}:${task}`,
          }),
        ),
      );
      return { rows: answers.length, imported: true };
    },
  );
}

async function demand(reader: StreamReader, roles: Roles, id: string, person: string): Promise<CycleReading> {
  roles.demandOperations(person, 'bring tables into a cycle');
  return readCycle(reader, roles, id, person);
}

function bytesOf(body: unknown): Buffer {
  if (body instanceof Buffer && body.length) return body;
  throw new Problem('input-invalid', 'The file is empty; send its bytes as the body.');
}
