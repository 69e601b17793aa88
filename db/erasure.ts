import type { OrganisationEvent } from '../contracts/organisation.ts';
import type { Recorded } from '../domain/process.ts';
import type { Connection } from './connection.ts';
import type { KeyRing } from './keys.ts';
import type { Writer } from './projections/writer.ts';
import { text } from './sql/kinds.ts';
import { statement } from './sql/statement.ts';

/** Does what events say about people being erased: destroys their keys, and all that is kept of them outside the ledger. */
export async function eraseAsRecorded(
  events: readonly Recorded[],
  { connection, keys }: Pick<Writer, 'connection' | 'keys'>,
): Promise<void> {
  for (const recorded of events) {
    const event = recorded as OrganisationEvent;
    if (event.type === 'PersonErased') await erase(event.body.person, connection, keys);
  }
}

/** Drafts about somebody are sealed under the key that is destroyed. */
const dropDraftsAbout = statement('drop-drafts-about', { person: text }, (db, { person }) =>
  db
    .deleteFrom('draft')
    .using('task')
    .whereRef('task.round', '=', 'draft.stream')
    .whereRef('task.id', '=', 'draft.task')
    .where('task.about_person', '=', person),
);
const OF_PERSON = (['draft', 'file', 'document', 'preference'] as const).map((table) =>
  statement(`drop-${table}-of`, { person: text }, (db, { person }) =>
    db.deleteFrom(table as 'draft').where('person', '=', person),
  ),
);

async function erase(person: string, connection: Connection, keys: KeyRing): Promise<void> {
  await keys.shred(connection, person);
  for (const drop of [dropDraftsAbout, ...OF_PERSON]) await drop.run(connection, { person });
}
