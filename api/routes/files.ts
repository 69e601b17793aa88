import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { MB } from '../../access/door.ts';
import { line } from '../../contracts/text.ts';
import { StoredFile } from '../../contracts/views/operations.ts';
import { NoRoomLeft, storeFile } from '../../db/files.ts';
import { refusalOf } from '../../domain/refuse.ts';
import { cleanEvidence, faultOfKind } from '../../files/evidence/evidence.ts';
import { EvidenceRefused } from '../../files/evidence/refused.ts';
import { KEEPING, type Keeping } from '../../settings/retention.ts';
import { type Bound, STORING } from '../../settings/storage.ts';
import { documentSeen, fileSeen } from '../../views/files.ts';
import { download, problems } from '../commands.ts';
import { SANDBOX } from '../headers.ts';
import type { Api, ApiParts } from '../parts.ts';
import { type Problem, problem, problemOfRejection } from '../problem.ts';
import type { Roles } from '../roles.ts';

const FILE_LIMIT = 10 * MB;
const Id = z.object({ id: line(200) });

/** Evidence that people upload, and documents that Rostrum makes. */
export async function fileRoutes(app: Api, parts: ApiParts, roles: Roles): Promise<void> {
  downloads(app, parts, roles);
  // Only here is a body anything but JSON: the bytes of the file, as they are.
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    uploads(scope as unknown as Api, parts);
  });
}

function uploads(app: Api, { pool, keys, keeping = KEEPING, storing = STORING }: ApiParts): void {
  app.post(
    '/api/files',
    {
      bodyLimit: FILE_LIMIT,
      config: { access: { view: 'upload' }, apart: 'files' },
      schema: {
        tags: ['files'],
        summary: 'Stores a file as evidence; at most 10 MB',
        description:
          'The body is the file itself, with its content-type: a PDF, a DOCX, XLSX or PPTX document, a text, or a JPEG, PNG or WebP picture. Only what is left of it is kept once it is cleaned of what tells its author: properties, XMP, Exif, authors of comments and changes. The same file again gets the same id.',
        querystring: z.object({ name: line(200) }),
        response: { 200: StoredFile, ...problems(400, 401, 413, 415, 422) },
      },
    },
    async ({ person, query, body, headers }) => {
      const mediaType = (headers['content-type'] ?? '').replace(/;.*$/, '').trim().toLowerCase();
      const fault = faultOfKind(mediaType);
      if (fault) throw problem(fault, {});
      if (!(body instanceof Buffer) || !body.length) throw problem('input-invalid/file-empty', {});
      const file = { person, name: query.name, mediaType, bytes: await cleaned(body, mediaType) };
      return storeFile(pool, keys, file, storing.ofPerson).catch((error: unknown) => {
        if (error instanceof NoRoomLeft) throw fullFor(storing.ofPerson, keeping);
        throw error;
      });
    },
  );
}

function fullFor({ files, bytes }: Bound, { uploads }: Keeping): Problem {
  return problem('storage-full/of-person', { files, mb: bytes / MB, days: uploads });
}

async function cleaned(body: Buffer, mediaType: string): Promise<Buffer> {
  try {
    return Buffer.from(await cleanEvidence(body, mediaType));
  } catch (error) {
    if (error instanceof EvidenceRefused) throw problemOfRejection(refusalOf(error.because));
    throw error;
  }
}

function downloads(app: Api, { pool }: ApiParts, roles: Roles): void {
  app.get(
    '/api/files/:id',
    {
      config: { access: { view: 'file' }, apart: 'pieces' },
      schema: {
        tags: ['files'],
        summary: 'A stored file',
        params: Id,
        querystring: Inline,
        response: { ...download('The bytes that were stored'), ...problems(400, 401, 404) },
      },
    },
    async ({ person, params, query }, reply) => {
      const file = await fileSeen(pool, params.id, await roles.of(person));
      return sendBytes(reply, { ...file, download: shownAs(file.mediaType, query) });
    },
  );
  app.get(
    '/api/documents/:id',
    {
      config: { access: { view: 'document' }, apart: 'pieces' },
      schema: {
        tags: ['files'],
        summary: 'A document that Rostrum made, such as a certificate, as PDF',
        params: Id,
        response: { ...download('The document', 'application/pdf'), ...problems(401, 404) },
      },
    },
    async ({ person, params }, reply) => {
      const document = await documentSeen(pool, params.id, await roles.of(person));
      return sendBytes(reply, { ...document, mediaType: 'application/pdf', download: 'inline' });
    },
  );
}

/** `inline=1`: to be shown in place, if it is a PDF or a picture. */
export const Inline = z.object({ inline: z.enum(['1']).optional().describe('Shows a PDF or a picture in place') });

/** What a browser shows by itself without running anything of it; everything else is put down as a file. */
const SHOWN: ReadonlySet<string> = new Set(['application/pdf', 'image/jpeg', 'image/png', 'image/webp']);

/** How a file is given: to be shown where that was asked for and can do no harm. */
export function shownAs(mediaType: string, { inline }: z.infer<typeof Inline>): Sendable['download'] {
  return inline && SHOWN.has(mediaType) ? 'inline' : 'attachment';
}

interface Sendable {
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly bytes: Buffer;
  readonly download: 'inline' | 'attachment';
}

/** Bytes that somebody else made: never sniffed, never run by the browser. */
export function sendBytes(reply: FastifyReply, { name, mediaType, sha256, bytes, download }: Sendable): FastifyReply {
  return reply
    .header('content-type', mediaType)
    .header('content-disposition', `${download}; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('content-security-policy', SANDBOX)
    .header('etag', `"${sha256}"`)
    .send(bytes);
}
