import { randomUUID } from 'node:crypto';
import { ORGANISATION, type PersonId, SYSTEM } from '../contracts/ids.ts';
import { MOST_FILES, type OrganisationCommandType } from '../contracts/organisation.ts';
import { sayErased } from '../db/erased.ts';
import { hintOutbox } from '../db/outbox/put.ts';
import { type FileKind, longGone, oldFiles, standingOf } from '../db/pruning.ts';
import { Advance } from './advance.ts';
import type { Access } from './operator.ts';
import { engineOf } from './parts.ts';

const PATIENCE_MS = 20_000;

/** What came of erasing several people, or of letting files go. */
export interface Erased {
  readonly erased: readonly PersonId[];
  /** Who or what is not, and why, a sentence each. */
  readonly refused: readonly string[];
}

/** Erases people who left before an instant of procedure time; each is a fact in the ledger. */
export async function eraseLongGone(access: Access, before: number): Promise<Erased> {
  const people = await longGone(access.pool, before);
  return eraseAll(access, people, 'The time for which the data of people who have left are kept is over.');
}

/**
 * Erases everybody of a list with access to the database alone: whoever still works here by this database has left, and whoever
 * is erased or unknown is passed over. For a database that was put back from a backup.
 */
export async function eraseAgain(access: Access, people: readonly PersonId[]): Promise<Erased> {
  const open = (await standingOf(access.pool, people)).filter(({ erased }) => !erased);
  const reason = 'Erased before; the database was put back from a backup.';
  return eraseAll(
    access,
    open.map((o) => o.person),
    reason,
    new Set(open.filter((o) => o.employed).map((o) => o.person)),
  );
}

/** Deletes files or documents that are too old, a bounded number; that they are gone is a fact in the ledger. */
export async function letFilesGo(access: Access, kind: FileKind, before: number): Promise<Erased> {
  const files = await oldFiles(access.pool, kind, before, MOST_FILES);
  if (!files.length) return { erased: [], refused: [] };
  const { send, refused, end } = sending(access);
  const accepted = await send('letFilesGo', { files });
  await end();
  return { erased: accepted ? files : [], refused };
}

async function eraseAll(
  access: Access,
  people: readonly PersonId[],
  reason: string,
  employed: ReadonlySet<PersonId> = new Set(),
): Promise<Erased> {
  const { send, refused, end } = sending(access);
  const erased: PersonId[] = [];
  for (const person of people) {
    if (employed.has(person) && !(await send('personLeft', { person }))) continue;
    if (await send('erasePerson', { person, reason })) erased.push(person);
  }
  await end();
  if (erased.length) await sayErased(access.pool, erased);
  return { erased, refused };
}

/** Sends commands to the organisation past the API, one after the other; `end` when there are no more. */
function sending({ pool, keys, clock, complain }: Access) {
  const advance = new Advance(engineOf({ pool, keys, time: { clock }, complain }));
  const refused: string[] = [];
  let letters = false;
  return {
    refused,
    async send(type: OrganisationCommandType, body: object): Promise<boolean> {
      const command = { id: randomUUID(), actor: SYSTEM, type, text: JSON.stringify(body) };
      const { outcomes, mail } = await advance.decide(ORGANISATION, [command], PATIENCE_MS);
      letters ||= mail;
      const outcome = outcomes[0]!;
      if (!outcome.accepted) refused.push(outcome.detail);
      return outcome.accepted;
    },
    async end(): Promise<void> {
      await advance.settled();
      if (letters) await hintOutbox(pool);
    },
  };
}
