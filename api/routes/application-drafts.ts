import { z } from 'zod';
import { Revision } from '../../contracts/figure.ts';
import { UnsentApplication } from '../../contracts/selection/commands.ts';
import { DraftSaved } from '../../contracts/views/round.ts';
import { ApplicationDraft, ReviewersPreview } from '../../contracts/views/selection.ts';
import { applicationDraft, saveApplicationDraft } from '../../db/application-drafts.ts';
import { fileNames } from '../../db/files.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { reviewersPreview } from '../../views/selection/seen.ts';
import { PathId, problems } from '../commands.ts';
import type { Api, ApiParts } from '../parts.ts';
import { problem } from '../problem.ts';
import { type Streams, streamOf } from '../streams.ts';

const tags = ['selection'];
const params = z.object({ id: PathId });

/** Room for both texts in whatever script. */
const LONGEST = 256 * 1024;

/** What somebody has written of their application and not sent yet: theirs alone, and gone once it is sent. */
export function applicationDraftRoutes(app: Api, parts: ApiParts, streams: Streams, reader: StreamReader): void {
  const { pool, keys, clock } = parts;
  app.get(
    '/api/selections/:id/application-draft',
    {
      config: { access: { view: 'application-draft' } },
      schema: {
        tags,
        summary: 'What I have written of my application and not sent',
        params,
        response: { 200: ApplicationDraft, ...problems(400, 401, 404) },
      },
    },
    async ({ person, params: { id } }) => {
      const selection = streamOf('selection', id);
      await streams.demand(selection);
      const draft = await applicationDraft(pool, keys, selection, person);
      const evidence = (draft?.content as UnsentApplication | undefined)?.evidence ?? [];
      const files = await fileNames(pool, person, evidence);
      return { ...(draft ?? { revision: 0, content: null, savedAt: null }), files } as ApplicationDraft;
    },
  );
  app.put(
    '/api/selections/:id/application-draft',
    {
      bodyLimit: LONGEST,
      config: { access: { view: 'application-draft' } },
      schema: {
        tags,
        summary: 'Saves what I have written of my application',
        description: '`revision` is the one that was loaded, 0 for the first. Nothing is looked at before it is sent.',
        params,
        body: z.object({ content: UnsentApplication, revision: Revision }),
        response: { 200: DraftSaved, ...problems(400, 401, 404, 409, 413, 503) },
      },
    },
    async ({ person, params: { id }, body: { content, revision } }) => {
      const selection = streamOf('selection', id);
      await streams.demand(selection);
      const saved = await saveApplicationDraft(pool, keys, { selection, person, content }, revision);
      if (saved !== null) return { revision: saved };
      const stands = (await applicationDraft(pool, keys, selection, person))?.revision ?? 0;
      throw problem('draft-conflict/application', { revision: stands });
    },
  );
  app.get(
    '/api/selections/:id/application-draft/as-reviewers-see-it',
    {
      config: { access: { view: 'application-draft' } },
      schema: {
        tags,
        summary: 'What I have written and not sent, or else what I have sent, exactly as reviewers will be shown it',
        params,
        response: { 200: ReviewersPreview, ...problems(400, 401, 404) },
      },
    },
    async ({ person, params: { id } }) => {
      const selection = streamOf('selection', id);
      await streams.demand(selection);
      const draft = await applicationDraft(pool, keys, selection, person);
      const { department } = (await reader.organisation()).people.get(person) ?? { department: '' };
      const author = { person, department, submittedAt: clock.now() };
      const written = draft && wholeOf(draft.content as UnsentApplication);
      return reviewersPreview({ ...parts, reader }, selection, author, written ?? null);
    },
  );
}

/** What is not said yet is empty. */
function wholeOf({ profile, outline, topics, evidence, hoursPerMonth }: UnsentApplication) {
  return {
    ...{ profile: profile ?? '', outline: outline ?? '' },
    ...{ topics: topics ?? [], evidence: evidence ?? [], hoursPerMonth: hoursPerMonth ?? 0 },
  };
}
