import type { OrganisationEvent } from '../contracts/organisation.ts';
import type { Recorded } from '../domain/process.ts';
import type { Connection } from './connection.ts';
import type { KeyRing } from './keys.ts';
import type { Writer } from './projections/writer.ts';

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

async function erase(person: string, connection: Connection, keys: KeyRing): Promise<void> {
  await keys.shred(connection, person);
  await connection.query(
    `delete from draft using task
     where task.round = draft.stream and task.id = draft.task and task.about_person = $1`,
    [person],
  );
  for (const table of ['draft', 'file', 'document', 'preference']) {
    await connection.query(`delete from ${table} where person = $1`, [person]);
  }
}
