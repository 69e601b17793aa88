import type { PersonId } from '../../contracts/ids.ts';
import type { Pool } from '../../db/connection.ts';
import { namesOf } from '../../db/views/selections.ts';
import type { RoundState, Task } from '../../domain/round/state.ts';

/** A task as a letter tells of it. */
export interface ToldTask extends Pick<Task, 'id' | 'assignee' | 'about' | 'aboutPerson' | 'state'> {
  readonly name: string | null;
  /** The name of the person that it is about; null: there is none, or it was erased. */
  readonly aboutName: string | null;
  readonly dueAt: number;
}

/**
 * The tasks that a message is about, as they stand now, the first due first: whose they are and how they stand is what the
 * ledger says, whatever a row does.
 */
export async function toldTasks(pool: Pool, { tasks }: RoundState, ids: readonly string[]): Promise<ToldTask[]> {
  const found = ids.flatMap((id) => tasks.get(id) ?? []);
  const names = await namesOf(pool, new Set(found.flatMap((t) => [t.assignee, t.aboutPerson ?? []].flat())));
  const called = (person: PersonId | null) => (person === null ? null : (names.get(person) ?? null));
  return found
    .map(({ id, assignee, about, aboutPerson, state, due }) => {
      const name = called(assignee);
      return { id, assignee, name, about, aboutPerson, aboutName: called(aboutPerson), state, dueAt: due };
    })
    .sort((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1));
}
