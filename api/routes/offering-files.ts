import { z } from 'zod';
import { sightOf } from '../../access/sight/offering.ts';
import { lastLink } from '../../db/read/last-link.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { namesOf } from '../../db/views/selections.ts';
import { hasCompleted, recordsCompletion } from '../../domain/offering/completed.ts';
import { plannedOf } from '../../domain/offering/state.ts';
import { faultOfRecorder } from '../../domain/offering/teaching.ts';
import { offeringView } from '../../domain/offering/view.ts';
import { attendanceSheet, readAttendance, withKnown } from '../../files/attendance.ts';
import { readSheet } from '../../files/sheet.ts';
import { readOffering } from '../../views/offering/reading.ts';
import { download, PathId, problems } from '../commands.ts';
import type { Demand } from '../demand.ts';
import { calendarOf } from '../offering/calendar.ts';
import { certificateOf } from '../offering/certificate.ts';
import type { Api, ApiParts } from '../parts.ts';
import { problem, problemOfRejection } from '../problem.ts';
import { bytesOf, withRawBodies } from '../raw-bodies.ts';
import type { Roles } from '../roles.ts';
import { commandIdOf, send } from '../sender.ts';
import { streamOf } from '../streams.ts';
import { CSV, FileQuery, FORMATS, type Format, Imported, mended, sha256, written, XLSX } from '../tables.ts';
import { sendBytes } from './files.ts';

const tags = ['offering'];
const params = z.object({ id: PathId });
/** Whom a list of attendance asks about: whoever is to be asked, or has a seat. */
const HELD_SEATS: ReadonlySet<string> = new Set(['planned', 'asked', 'accepted', 'silent']);

/** Files of an offering: its entry for a calendar, and the list of who was there. */
export async function offeringFileRoutes(app: Api, parts: ApiParts, roles: Roles, reader: StreamReader): Promise<void> {
  calendar(app, parts, reader);
  certificate(app, parts, reader);
  attendance(app, parts, roles, reader);
  await withRawBodies(app, (scope) => attendanceImport(scope, parts, reader));
}

/** Who has taught is known by the offering, which is small. */
async function demandRecorder(
  { clock }: Pick<ApiParts, 'clock'>,
  reader: StreamReader,
  { person, params: asked }: Parameters<Demand>[0],
): Promise<void> {
  const read = params.safeParse(asked);
  // What is wrong with a path is said once it is checked.
  if (!read.success) return;
  const [offering, organisation] = await Promise.all([
    readOffering(reader, streamOf('offering', read.data.id)),
    reader.organisation(),
  ]);
  const fault = faultOfRecorder(offering, person, 'attendance', { organisation, now: clock.now() });
  if (fault) throw problemOfRejection(fault);
}

function calendar(app: Api, { clock }: ApiParts, reader: StreamReader): void {
  app.get(
    '/api/offerings/:id/calendar.ics',
    {
      config: { access: { view: 'calendar' }, apart: 'pieces' },
      schema: {
        tags,
        summary: 'The days of an offering as a calendar file (iCalendar, RFC 5545)',
        description: 'Its id is that of the invitation, so that a calendar has it once.',
        params,
        querystring: z.object({ locale: z.enum(['en', 'zh-CN']).default('en') }),
        response: { ...download('The days', 'text/calendar'), ...problems(401, 404) },
      },
    },
    async ({ params: { id }, query }, reply) => {
      const bytes = Buffer.from(
        calendarOf(await readOffering(reader, streamOf('offering', id)), query.locale, clock.now()),
      );
      const file = { name: 'course.ics', mediaType: 'text/calendar; charset=utf-8', sha256: sha256(bytes), bytes };
      return sendBytes(reply, { ...file, download: 'attachment' });
    },
  );
}

/** What prints is large, and most processes never print: it is loaded by the first certificate that is asked for. */
const printer = () => import('../../documents/course-certificate.ts');

function certificate(app: Api, { pool, keys }: ApiParts, reader: StreamReader): void {
  app.get(
    '/api/offerings/:id/certificate.pdf',
    {
      config: { access: { view: 'course-certificate' }, apart: 'tables' },
      schema: {
        tags,
        summary: 'My certificate of a course, as PDF',
        description: 'The same state gives the same bytes.',
        params,
        querystring: z.object({ locale: z.enum(['en', 'zh-CN']).default('en') }),
        response: { ...download('The certificate', 'application/pdf'), ...problems(401, 404) },
      },
    },
    async ({ person, params: { id }, query }, reply) => {
      const stream = streamOf('offering', id);
      const state = await readOffering(reader, stream);
      const link = await lastLink(pool, keys, stream, (event) => recordsCompletion(event, person));
      if (link === null || !hasCompleted(state, person)) throw problem('not-found/no-certificate', {});
      const { id: offering, trainer } = plannedOf(state);
      const names = await namesOf(pool, [person, ...(trainer ? [trainer] : [])]);
      const { printCourseCertificate } = await printer();
      const bytes = await printCourseCertificate(certificateOf(state, { person, locale: query.locale, link, names }));
      const file = { name: `certificate-${offering}.pdf`, mediaType: 'application/pdf', sha256: sha256(bytes), bytes };
      return sendBytes(reply, { ...file, download: 'inline' });
    },
  );
}

function attendance(app: Api, { pool }: ApiParts, roles: Roles, reader: StreamReader): void {
  app.get(
    '/api/offerings/:id/attendance.:format',
    {
      config: { access: { view: 'attendance' }, apart: 'tables' },
      schema: {
        tags,
        summary: 'The list of participants to fill in, or as it was filled in; CSV or XLSX',
        params: params.extend({ format: z.enum(FORMATS) }),
        response: { ...download('The list', CSV, XLSX), ...problems(401, 404) },
      },
    },
    async ({ person, params: { id, format } }, reply) => {
      const state = await readOffering(reader, streamOf('offering', id));
      const sight = sightOf(await reader.organisation(), await roles.of(person));
      const { participants } = offeringView(state, sight, () => undefined);
      const people = participants.filter((p) => HELD_SEATS.has(p.seat) || p.present !== null).map((p) => p.person);
      const there = (present: boolean) => participants.filter((p) => p.present === present).map((p) => p.person);
      const sheet = attendanceSheet(
        people,
        { present: there(true), absent: there(false) },
        await namesOf(pool, people),
      );
      return sendBytes(reply, await written(sheet, `attendance-${plannedOf(state).id}`, format as Format));
    },
  );
}

function attendanceImport(app: Api, parts: ApiParts, reader: StreamReader): void {
  const { gateway } = parts;
  app.post(
    '/api/offerings/:id/import/attendance',
    {
      config: {
        access: { kind: 'offering', sends: 'recordAttendance', always: true },
        apart: 'tables',
        demand: (request) => demandRecorder(parts, reader, request),
      },
      schema: {
        tags,
        summary: 'Takes in who was there, as a table: employee_id, present',
        description: 'All of it is taken, or nothing.',
        params,
        querystring: FileQuery,
        response: { 200: Imported, ...problems(400, 401, 403, 404, 409, 413, 422, 429, 503) },
      },
    },
    async (request) => {
      const {
        person,
        params: { id },
        query,
      } = request;
      const state = await readOffering(reader, streamOf('offering', id));
      const bytes = bytesOf(request.body);
      const known = { people: new Set([...plannedOf(state).participants, ...Object.keys(state.seats)]) };
      const read = await mended(async () => readAttendance(await readSheet(bytes, query.name), known));
      const rows = read.present.length + read.absent.length;
      if (query.check === 'true') return { rows, imported: false };
      const commandId = commandIdOf(request, undefined);
      const body = withKnown(read, state.attendance);
      await send(gateway, state.stream, { type: 'recordAttendance', actor: person, body, commandId });
      return { rows, imported: true };
    },
  );
}
