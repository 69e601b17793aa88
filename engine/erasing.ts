import type { PersonId } from '../contracts/ids.ts';
import { sayErased } from '../db/erased.ts';
import { longGone, standingOf } from '../db/pruning.ts';
import { type Access, commanding } from './organisation-commands.ts';

/** What came of erasing several people. */
export interface Erased {
  readonly erased: readonly PersonId[];
  /** Who is not, and why, a sentence each. */
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

async function eraseAll(
  access: Access,
  people: readonly PersonId[],
  reason: string,
  employed: ReadonlySet<PersonId> = new Set(),
): Promise<Erased> {
  const erased: PersonId[] = [];
  const refused: string[] = [];
  await commanding(access, async (send) => {
    const isDone = async (...command: Parameters<typeof send>) => {
      const outcome = await send(...command);
      if (!outcome.accepted) refused.push(outcome.detail);
      return outcome.accepted;
    };
    for (const person of people) {
      if (employed.has(person) && !(await isDone('personLeft', { person }))) continue;
      if (!(await isDone('erasePerson', { person, reason }))) continue;
      // Whatever becomes of the next one, every process forgets this one.
      await sayErased(access.pool, [person]);
      erased.push(person);
    }
  });
  return { erased, refused };
}
