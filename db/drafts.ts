import { personal } from '../contracts/private.ts';
import type { RoundEvent } from '../contracts/round.ts';
import type { Recorded } from '../domain/process.ts';
import { isPending, type RoundState } from '../domain/round/state.ts';
import type { Pool } from './connection.ts';
import type { KeyRing } from './keys.ts';
import type { Writer } from './projections/writer.ts';

/** How a task and the draft that a person has of it stand. */
export interface DraftStanding {
  readonly state: string;
  readonly assignee: string;
  /** Whom the task is about; null: nobody. */
  readonly aboutPerson: string | null;
  /** 0: nothing is saved. */
  readonly revision: number;
}

/** How a task stands for a person who wants to save a draft; undefined when there is no such task. */
export async function draftStanding(
  pool: Pool,
  round: string,
  task: string,
  person: string,
): Promise<DraftStanding | undefined> {
  const { rows } = await pool.query<DraftStanding>({
    name: 'draft-standing',
    text: `select t.state, t.assignee, t.about_person as "aboutPerson", coalesce(d.revision, 0) as revision
           from task t left join draft d on d.stream = t.round and d.task = t.id and d.person = $3
           where t.round = $1 and t.id = $2`,
    values: [round, task, person],
  });
  return rows[0];
}

/** What somebody has written down for later. */
export interface Draft {
  readonly round: string;
  readonly task: string;
  readonly person: string;
  /** Whom it is about; null: nobody, and it is its author's alone. */
  readonly aboutPerson: string | null;
  readonly content: unknown;
}

/** A task while it waits for its assignee. Whoever settles it meanwhile waits, or is waited for. */
const MINE_AND_PENDING = `task
  where task.round = $1 and task.id = $2 and task.assignee = $3 and task.state in ('open', 'drafted') for share`;

/**
 * Saves a draft over the revision that its author had before them (0: none) and returns the new revision; null when
 * somebody saved in between, or the task was settled or given away, and nothing was changed. It is sealed under the key of the person whom it is about, as the
 * answer will be, or of its author.
 */
export async function saveDraft(pool: Pool, keys: KeyRing, draft: Draft, over: number): Promise<number | null> {
  const { round, task, person, aboutPerson, content } = draft;
  const of = aboutPerson ?? person;
  const sealed = JSON.stringify((await keys.hold([of])).seal(personal(of, content)));
  const { rows } =
    over === 0
      ? await pool.query<{ revision: number }>({
          name: 'first-draft',
          text: `insert into draft (stream, task, person, revision, content)
                 select task.round, task.id, task.assignee, 1, $4::json from ${MINE_AND_PENDING} on conflict do nothing
                 returning revision`,
          values: [round, task, person, sealed],
        })
      : await pool.query<{ revision: number }>({
          name: 'next-draft',
          text: `with task as materialized (select task.id from ${MINE_AND_PENDING})
                 update draft set revision = revision + 1, content = $4, saved_at = clock_timestamp() from task
                 where draft.stream = $1 and draft.task = task.id and draft.person = $3 and revision = $5
                 returning revision`,
          values: [round, task, person, sealed, over],
        });
  return rows[0]?.revision ?? null;
}

/** What was written down for later has served once the task is settled. */
export function dropSettledDrafts(
  state: RoundState,
  events: readonly Recorded[],
  { connection, defer }: Pick<Writer, 'connection' | 'defer'>,
): void {
  const settled = events.flatMap((recorded) => settledBy(recorded as Recorded & RoundEvent, state));
  const drafted = settled.filter((id) => {
    const task = state.tasks.get(id);
    return task?.drafted && !isPending(task);
  });
  if (!drafted.length) return;
  // Whoever is saving one holds its task: what they have saved by then is seen by the next statement only.
  defer(
    connection.query({
      name: 'lock-drafted',
      text: 'select 1 from task where round = $1 and id = any($2) order by id for no key update',
      values: [state.stream, drafted],
    }),
  );
  defer(
    connection.query({
      name: 'drop-drafts',
      text: 'delete from draft where stream = $1 and task = any($2)',
      values: [state.stream, drafted],
    }),
  );
}

/** The tasks that an event has settled. */
function settledBy({ type, body }: RoundEvent, state: RoundState): readonly string[] {
  switch (type) {
    case 'TaskSubmitted':
    case 'TaskRecused':
    case 'TaskDeclined':
      return [body.task];
    case 'TasksLapsed':
      return body.tasks;
    case 'TasksWithdrawn':
      return body.tasks === 'all' ? [...state.tasks.keys()] : body.tasks;
    default:
      return [];
  }
}
