import { type Kysely, sql } from 'kysely';
import type { Answer } from '../contracts/form.ts';
import { personal } from '../contracts/private.ts';
import type { RoundEvent } from '../contracts/round.ts';
import type { Recorded } from '../domain/process.ts';
import { isPending, type RoundState } from '../domain/round/state.ts';
import type { Pool } from './connection.ts';
import type { KeyRing } from './keys.ts';
import { PENDING } from './pending.ts';
import type { Writer } from './projections/writer.ts';
import type { Tables } from './schema.ts';
import { int, jsonText, many, text } from './sql/kinds.ts';
import { type PlaceholdersOf, statement } from './sql/statement.ts';

const standing = statement('draft-standing', { round: text, task: text, person: text }, (db, { round, task, person }) =>
  db
    .selectFrom('task as t')
    .leftJoin('draft as d', (on) =>
      on.onRef('d.stream', '=', 't.round').onRef('d.task', '=', 't.id').on('d.person', '=', person),
    )
    .select(['t.state', 't.assignee', 't.about_person as aboutPerson'])
    .select(({ fn, lit }) => fn.coalesce('d.revision', lit(0)).as('revision'))
    .where('t.round', '=', round)
    .where('t.id', '=', task),
);

const saved = { round: text, task: text, person: text, content: jsonText };
type Saved = PlaceholdersOf<typeof saved>;

/** A task while it waits for its assignee. Whoever settles it meanwhile waits, or is waited for. */
const mineAndPending = (db: Kysely<Tables>, { round, task, person }: Saved) =>
  db
    .selectFrom('task as t')
    .where('t.round', '=', round)
    .where('t.id', '=', task)
    .where('t.assignee', '=', person)
    .where('t.state', 'in', PENDING)
    .forShare();

const first = statement('first-draft', saved, (db, given) =>
  db
    .insertInto('draft')
    .columns(['stream', 'task', 'person', 'revision', 'content'])
    .expression(
      mineAndPending(db, given)
        .select(['t.round', 't.id', 't.assignee'])
        .select(({ lit }) => [lit(1).as('revision'), given.content.as('content')]),
    )
    .onConflict((met) => met.doNothing())
    .returning('revision'),
);

const next = statement('next-draft', { ...saved, over: int }, (db, { over, ...given }) =>
  db
    .with(
      (cte) => cte('mine').materialized(),
      () => mineAndPending(db, given).select('t.id'),
    )
    .updateTable('draft')
    .from('mine')
    .set(({ eb, lit }) => ({
      revision: eb('revision', '+', lit(1)),
      content: given.content,
      saved_at: sql<number>`clock_timestamp()`,
    }))
    .where('draft.stream', '=', given.round)
    .whereRef('draft.task', '=', 'mine.id')
    .where('draft.person', '=', given.person)
    .where('draft.revision', '=', over)
    .returning('draft.revision'),
);

const hold = statement('lock-drafted', { round: text, tasks: many(text) }, (db, { round, tasks }) =>
  db
    .selectFrom('task')
    .select('id')
    .where('round', '=', round)
    .where(({ eb, fn }) => eb('id', '=', fn.any(tasks)))
    .orderBy('id')
    .forNoKeyUpdate(),
);

const drop = statement('drop-drafts', { round: text, tasks: many(text) }, (db, { round, tasks }) =>
  db
    .deleteFrom('draft')
    .where('stream', '=', round)
    .where(({ eb, fn }) => eb('task', '=', fn.any(tasks))),
);

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
  return standing.first(pool, { round, task, person });
}

/** What somebody has written down for later. */
export interface Draft {
  readonly round: string;
  readonly task: string;
  readonly person: string;
  /** Whom it is about; null: nobody, and it is its author's alone. */
  readonly aboutPerson: string | null;
  readonly content: Answer;
}

/** A draft with what it belongs to: it is sealed with it, so that nobody is shown another's by a row that somebody has moved. */
export type OpenDraft = Pick<Draft, 'round' | 'task' | 'person' | 'content'>;

/** What was drafted. @throws Error, where it belongs to another task or person */
export function contentOf(draft: OpenDraft, { round, task, person }: Omit<OpenDraft, 'content'>): Answer {
  if (draft.round === round && draft.task === task && draft.person === person) return draft.content;
  throw new Error(
    `The draft of ${person} for task ${task} of ${round} is of something else: somebody has moved its row.`,
  );
}

/**
 * Saves a draft over the revision that its author had before them (0: none) and returns the new revision; null when
 * somebody saved in between, or the task was settled or given away, and nothing was changed. It is sealed under the key of the person whom it is about, as the
 * answer will be, or of its author.
 */
export async function saveDraft(pool: Pool, keys: KeyRing, toSave: Draft, over: number): Promise<number | null> {
  const { round, task, person, aboutPerson, content } = toSave;
  const of = aboutPerson ?? person;
  const open: OpenDraft = { round, task, person, content };
  const sealed = JSON.stringify((await keys.hold([of])).seal(personal(of, open)));
  const draft = { round, task, person, content: sealed };
  const row = over === 0 ? await first.first(pool, draft) : await next.first(pool, { ...draft, over });
  return row?.revision ?? null;
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
  defer(hold.run(connection, { round: state.stream, tasks: drafted }));
  defer(drop.run(connection, { round: state.stream, tasks: drafted }));
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
