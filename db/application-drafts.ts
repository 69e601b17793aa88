import { sql } from 'kysely';
import type { PersonId, StreamId } from '../contracts/ids.ts';
import type { SelectionEvent } from '../contracts/selection/events.ts';
import type { Recorded } from '../domain/process.ts';
import type { Pool } from './connection.ts';
import type { KeyRing } from './keys.ts';
import type { Writer } from './projections/writer.ts';
import { unsealed } from './read/unsealed.ts';
import { contentOf, type OpenDraft, sealedDraft } from './sealed-draft.ts';
import { int, jsonText, many, text } from './sql/kinds.ts';
import { statement } from './sql/statement.ts';

/** In the place of a task: an application is written before there is one. No id of a task has a slash. */
const APPLICATION = '/application';

const read = statement('application-draft', { selection: text, person: text }, (db, { selection, person }) =>
  db
    .selectFrom('draft')
    .select(['revision', 'content', 'saved_at as savedAt'])
    .where('stream', '=', selection)
    .where('task', '=', APPLICATION)
    .where('person', '=', person),
);

const saved = { selection: text, person: text, content: jsonText };

const first = statement('first-application-draft', saved, (db, { selection, person, content }) =>
  db
    .insertInto('draft')
    .values(({ lit }) => ({ stream: selection, task: APPLICATION, person, revision: lit(1), content }))
    .onConflict((met) => met.doNothing())
    .returning('revision'),
);

const next = statement('next-application-draft', { ...saved, over: int }, (db, given) =>
  db
    .updateTable('draft')
    .set(({ eb, lit }) => ({
      revision: eb('revision', '+', lit(1)),
      content: given.content,
      saved_at: sql<number>`clock_timestamp()`,
    }))
    .where('stream', '=', given.selection)
    .where('task', '=', APPLICATION)
    .where('person', '=', given.person)
    .where('revision', '=', given.over)
    .returning('revision'),
);

const drop = statement('drop-application-drafts', { selection: text, people: many(text) }, (db, given) =>
  db
    .deleteFrom('draft')
    .where('stream', '=', given.selection)
    .where('task', '=', APPLICATION)
    .where(({ eb, fn }) => eb('person', '=', fn.any(given.people))),
);

/** What somebody has written of an application and not sent; null: nothing, or they were erased. */
export async function applicationDraft(pool: Pool, keys: KeyRing, selection: StreamId, person: PersonId) {
  const row = await read.first(pool, { selection, person });
  if (!row) return null;
  const draft = (await unsealed(pool, keys, JSON.parse(row.content))) as OpenDraft<unknown> | null;
  if (draft === null) return null;
  const content = contentOf(draft, { stream: selection, task: APPLICATION, person });
  return { revision: row.revision, content, savedAt: row.savedAt };
}

/**
 * Saves it over the revision that its author had before them (0: none) and returns the new one; null when somebody saved in
 * between, and nothing was changed. It is sealed under its author's key.
 */
export async function saveApplicationDraft(
  pool: Pool,
  keys: KeyRing,
  {
    selection,
    person,
    content,
  }: { readonly selection: StreamId; readonly person: PersonId; readonly content: unknown },
  over: number,
): Promise<number | null> {
  const open = { stream: selection, task: APPLICATION, person, content };
  const sealed = sealedDraft(await keys.hold([person]), person, open);
  const draft = { selection, person, content: sealed };
  const row = over === 0 ? await first.first(pool, draft) : await next.first(pool, { ...draft, over });
  return row?.revision ?? null;
}

/** What was written down for later has served once the application is there. */
export function dropSentApplications(
  selection: StreamId,
  events: readonly Recorded[],
  { connection, defer }: Pick<Writer, 'connection' | 'defer'>,
): void {
  const people = events.flatMap((recorded) => {
    const { type, body } = recorded as Recorded & SelectionEvent;
    return type === 'ApplicationSubmitted' || type === 'ApplicationEdited' ? [body.person] : [];
  });
  if (people.length) defer(drop.run(connection, { selection, people }));
}
