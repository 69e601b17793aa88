import { type Kysely, sql } from 'kysely';
import type { OrganisationEvent } from '../contracts/organisation.ts';
import type { Recorded } from '../domain/process.ts';
import type { Connection } from './connection.ts';
import type { KeyRing } from './keys.ts';
import type { Writer } from './projections/writer.ts';
import type { Tables } from './schema.ts';
import { endSignIns } from './sessions.ts';
import { many, text } from './sql/kinds.ts';
import { statement } from './sql/statement.ts';

/**
 * Does what events say about people who leave or are erased: ends their sessions; destroys their keys, and all that is kept of
 * them outside the ledger; and deletes the files that events let go of.
 */
export async function eraseAsRecorded(
  events: readonly Recorded[],
  { connection, keys }: Pick<Writer, 'connection' | 'keys'>,
): Promise<void> {
  for (const recorded of events) {
    const event = recorded as OrganisationEvent;
    if (event.type === 'PersonLeft') await endSignIns(connection, event.body.person);
    if (event.type === 'PersonErased') await erase(event.body.person, connection, keys);
    if (event.type === 'TextsLetGo')
      for (const procedure of event.body.procedures) await keys.shred(connection, procedure);
    if (event.type === 'FilesLetGo') for (const drop of FILES) await drop.run(connection, { ids: event.body.files });
  }
}

const FILES = (['file', 'document'] as const).map((table) =>
  statement(`let-go-of-${table}s`, { ids: many(text) }, (db, { ids }) =>
    db.deleteFrom(table as 'file').where(({ eb, fn }) => eb('id', '=', fn.any(ids))),
  ),
);

/** Drafts about somebody are sealed under the key that is destroyed. */
const dropDraftsAbout = statement('drop-drafts-about', { person: text }, (db, { person }) =>
  db
    .deleteFrom('draft')
    .using('task')
    .whereRef('task.round', '=', 'draft.stream')
    .whereRef('task.id', '=', 'draft.task')
    .where('task.about_person', '=', person),
);
const OF_PERSON = (['draft', 'file', 'document', 'setting'] as const).map((table) =>
  statement(`drop-${table}-of`, { person: text }, (db, { person }) =>
    db.deleteFrom(table as 'draft').where('person', '=', person),
  ),
);
/** What has been delivered says that the person was written to, and why that failed. */
const LETTERS_OF = [
  statement('drop-deliveries-of', { person: text }, (db, { person }) =>
    db.deleteFrom('delivery').where('message', 'in', settledOf(db).where('outbox.person', '=', person)),
  ),
  statement('drop-letters-of', { person: text }, (db, { person }) =>
    db.deleteFrom('outbox').where('id', 'in', settledOf(db).where('outbox.person', '=', person)),
  ),
  statement('forget-errors-of', { person: text }, (db, { person }) =>
    db.updateTable('outbox').set({ error: null }).where('person', '=', person).where('error', 'is not', null),
  ),
];
const settledOf = (db: Kysely<Tables>) => db.selectFrom('outbox').select('outbox.id').where('pending', '=', 0);

const directory = statement('called', { person: text }, (db, { person }) =>
  db.selectFrom('person').select(['name', 'email']).where('id', '=', person),
);

/** In the place of a sentence that may quote somebody who was erased. */
export const FORGOTTEN = 'Why this was refused is not kept any more: it concerned somebody whose data were erased.';

/** Refusals quote what they refuse: those of the person, and those of others in which their name or address stands. */
const forgetRefusals = statement('forget-refusals', { person: text, called: many(text) }, (db, { person, called }) =>
  db
    .updateTable('command')
    .set({
      outcome: sql<string>`json_build_object('accepted', false, 'code', outcome ->> 'code', 'detail', ${sql.lit(FORGOTTEN)})`,
    })
    .where(sql<boolean>`not (outcome ->> 'accepted')::boolean`)
    .where(
      sql<boolean>`(actor = ${person} or exists (select from unnest(${called}) word where strpos(outcome ->> 'detail', word) > 0))`,
    ),
);

async function erase(person: string, connection: Connection, keys: KeyRing): Promise<void> {
  const known = await directory.first(connection, { person });
  await keys.shred(connection, person);
  await endSignIns(connection, person);
  for (const drop of [dropDraftsAbout, ...OF_PERSON, ...LETTERS_OF]) await drop.run(connection, { person });
  const called = [known?.name, known?.email].filter((word) => word != null);
  await forgetRefusals.run(connection, { person, called });
}
