import { z } from 'zod';
import type { Authority } from '../../access/authority.ts';
import { isBlind, sightOf, sightOfTask } from '../../access/sight/selection.ts';
import type { StreamId } from '../../contracts/ids.ts';
import { ApplicationCode } from '../../contracts/selection/commands.ts';
import { line } from '../../contracts/text.ts';
import type { TaskStateName, TaskView } from '../../contracts/views/round.ts';
import { ApplicationList, ApplicationView, type Sight } from '../../contracts/views/selection.ts';
import { readFile } from '../../db/files.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { askedAbout, namesOf } from '../../db/views/selections.ts';
import type { Application, SelectionState } from '../../domain/selection/state.ts';
import { PathId, problems } from '../commands.ts';
import type { Api, ApiParts } from '../parts.ts';
import { notFound } from '../problem.ts';
import type { Roles } from '../roles.ts';
import { applicationLine, applicationView } from '../selection/application.ts';
import { notFoundStream, streamOf } from '../streams.ts';
import { sendBytes } from './files.ts';

const tags = ['selection'];
const ofSelection = z.object({ id: PathId });
const ofApplication = z.object({ id: PathId, code: ApplicationCode });

/** Applications, each as far as the asker may see it. */
export function applicationRoutes(app: Api, parts: ApiParts, roles: Roles, reader: StreamReader): void {
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
    async ({ person, params }) => {
      const state = await demand(reader, streamOf('selection', params.id));
      const viewer = await roles.of(person);
      const seen = Object.values(state.applications).flatMap((application) => {
        const sight = sightOf(state, viewer, application);
        return sight ? [{ application, sight }] : [];
      });
      const names = await namesOf(
        parts.pool,
        seen.map(({ application }) => application.person),
      );
      return { applications: seen.map(({ application, sight }) => applicationLine(state, application, sight, names)) };
    },
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
      const seen = await see(parts, reader, params, await roles.of(person));
      return viewOf(parts, seen);
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
        response: problems(400, 401, 404),
      },
    },
    async ({ person, params }, reply) => {
      const { state, application, sight } = await see(parts, reader, params, await roles.of(person));
      const number = application.evidence.indexOf(params.file);
      const file = number < 0 ? undefined : await readFile(parts.pool, params.file);
      // Somebody may have named another's file as evidence; that shows it to nobody.
      if (file?.person !== application.person) {
        throw notFound(`The application ${params.code} has no evidence ${params.file}; look at its list.`);
      }
      const name = isBlind(state, sight) ? `evidence-${number + 1}` : file.name;
      return sendBytes(reply, { ...file, name, download: 'attachment' });
    },
  );
}

interface Seen {
  readonly state: SelectionState;
  readonly application: Application;
  readonly sight: Sight;
}

async function demand(reader: StreamReader, stream: StreamId): Promise<SelectionState> {
  const state = await reader.selection(stream);
  if (!state) throw notFoundStream(stream);
  return state;
}

/** The application with the asker's sight; one that they may not see looks like one that is not there. */
async function see(
  { pool }: ApiParts,
  reader: StreamReader,
  { id, code }: { id: string; code: string },
  viewer: Authority,
): Promise<Seen> {
  const stream = streamOf('selection', id);
  const state = await demand(reader, stream);
  const application = state.applications[code];
  if (application) {
    const sight = sightOf(state, viewer, application);
    if (sight) return { state, application, sight };
    const purpose = await askedAbout(pool, stream, code, viewer.person);
    if (purpose) return { state, application, sight: sightOfTask(purpose) };
  }
  throw notFound(`There is no application ${code} that you may see; check its number.`);
}

async function viewOf(parts: ApiParts, { state, application, sight }: Seen): Promise<ApplicationView> {
  const names = await namesOf(parts.pool, [application.person]);
  return applicationView(parts, state, application, sight, names);
}

/** Whether a task may be about an application. */
export function isOfSelection(owner: string | null, about: string | null): about is string {
  return about !== null && owner?.startsWith('selection:') === true;
}

/** In these states a task is its assignee's; one that is gone shows them nothing that they may not see otherwise. */
const HELD: ReadonlySet<TaskStateName> = new Set(['open', 'drafted', 'submitted']);

/**
 * The application that a task is about, as its holder, or operations, may see it; null: it is about something else, or the
 * asker holds it no longer.
 */
export async function applicationOfTask(
  parts: ApiParts,
  reader: StreamReader,
  { owner, about, purpose, state: of }: Pick<TaskView, 'about' | 'purpose' | 'state'> & { owner: string | null },
  viewer: Authority,
): Promise<ApplicationView | null> {
  if (!isOfSelection(owner, about)) return null;
  const state = await reader.selection(owner as StreamId);
  const application = state?.applications[about];
  if (!state || !application) return null;
  const sight = sightOf(state, viewer, application) ?? (HELD.has(of) ? sightOfTask(purpose) : null);
  return sight && viewOf(parts, { state, application, sight });
}
