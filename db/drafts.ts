import { type Kysely, sql } from 'kysely';
import type { Answer } from '../contracts/form.ts';
import type { RoundEvent } from '../contracts/round.ts';
import type { Recorded } from '../domain/process.ts';
import { isPending, type RoundState } from '../domain/round/state.ts';
import type { Pool } from './connection.ts';
import type { KeyRing } from './keys.ts';
import { PENDING } from './pending.ts';
import type { Writer } from './projections/writer.ts';
import type { Tables } from './schema.ts';
import { sealedDraft } from './sealed-draft.ts';
import { int, jsonText, many, rows, text } from './sql/kinds.ts';
import { type PlaceholdersOf, statement } from './sql/statement.ts';

const standings = statement(
  'draft-standings',
  { round: text, tasks: many(text), person: text },
  (db, { round, tasks, person }) =>
    db
      .selectFrom('task as t')
      .leftJoin('draft as d', (on) =>
        on.onRef('d.stream', '=', 't.round').onRef('d.task', '=', 't.id').on('d.person', '=', person),
      )
      .select(['t.id as task', 't.state', 't.assignee', 't.about_person as aboutPerson'])
      .select(({ fn, lit }) => fn.coalesce('d.revision', lit(0)).as('revision'))
      .where('t.round', '=', round)
      .where(({ eb, fn }) => eb('t.id', '=', fn.any(tasks))),
);

const CONTENT = { task: text, over: int, content: jsonText };
const saved = { round: text, person: text, drafts: rows(CONTENT) };
type Saved = PlaceholdersOf<typeof saved>;

/** Tasks while they wait for their assignee. Whoever settles one meanwhile waits, or is waited for. */
const mineAndPending = (db: Kysely<Tables>, { round, person, drafts }: Saved) =>
  db
    .selectFrom('task as t')
    .innerJoin(drafts('g'), 'g.task', 't.id')
    .where('t.round', '=', round)
    .where('t.assignee', '=', person)
    .where('t.state', 'in', PENDING)
    .orderBy('t.id')
    .forShare('t');

const first = statement('first-drafts', saved, (db, given) =>
  db
    .insertInto('draft')
    .columns(['stream', 'task', 'person', 'revision', 'content'])
    .expression(
      mineAndPending(db, given)
        .select(['t.round', 't.id', 't.assignee'])
        .select(({ lit, ref }) => [lit(1).as('revision'), ref('g.content').as('content')])
        .where('g.over', '=', 0),
    )
    .onConflict((met) => met.doNothing())
    .returning(['task', 'revision']),
);

const next = statement('next-drafts', saved, (db, given) =>
  db
    .with(
      (cte) => cte('mine').materialized(),
      () => mineAndPending(db, given).select(['t.id', 'g.over', 'g.content']).where('g.over', '>', 0),
    )
    .updateTable('draft')
    .from('mine')
    .set(({ eb, lit }) => ({
      revision: eb('revision', '+', lit(1)),
      content: sql<string>`mine.content`,
      saved_at: sql<number>`clock_timestamp()`,
    }))
    .where('draft.stream', '=', given.round)
    .whereRef('draft.task', '=', 'mine.id')
    .where('draft.person', '=', given.person)
    .whereRef('draft.revision', '=', 'mine.over')
    .returning(['draft.task', 'draft.revision']),
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

/** How tasks stand for a person who wants to save drafts of them, by id; a task that is not there is left out. One query. */
export async function draftStandings(
  pool: Pool,
  round: string,
  tasks: readonly string[],
  person: string,
): Promise<ReadonlyMap<string, DraftStanding>> {
  const found = await standings.all(pool, { round, tasks: [...tasks], person });
  return new Map(found.map(({ task, ...stands }) => [task, stands]));
}

/** What somebody has written down for later about one of their tasks. */
export interface Draft {
  readonly task: string;
  /** Whom it is about; null: nobody, and it is its author's alone. */
  readonly aboutPerson: string | null;
  readonly content: Answer;
  /** The revision that its author had before them; 0: none. */
  readonly over: number;
}

/**
 * Saves drafts of a person's tasks in a round, each over the revision that its author had before them, and returns the new
 * revisions by task. Missing is whatever somebody saved in between, or was settled or given away; of that nothing was changed.
 * Each is sealed under the key of the person whom it is about, as the answer will be, or of its author.
 */
export async function saveDrafts(
  pool: Pool,
  keys: KeyRing,
  { round, person }: { readonly round: string; readonly person: string },
  drafts: readonly Draft[],
): Promise<ReadonlyMap<string, number>> {
  const held = await keys.hold([...new Set(drafts.map((d) => d.aboutPerson ?? person))]);
  const sealed = drafts.map(({ task, over, aboutPerson, content }) => {
    const open = { stream: round, task, person, content };
    return { task, over, content: sealedDraft(held, aboutPerson ?? person, open) };
  });
  const made: { task: string; revision: number }[] = [];
  if (sealed.some((d) => d.over === 0)) made.push(...(await first.all(pool, { round, person, drafts: sealed })));
  if (sealed.some((d) => d.over > 0)) made.push(...(await next.all(pool, { round, person, drafts: sealed })));
  return new Map(made.map(({ task, revision }) => [task, revision]));
}

/** How one task stands. @forTests */
export async function draftStanding(pool: Pool, round: string, task: string, person: string) {
  return (await draftStandings(pool, round, [task], person)).get(task);
}

/** Saves one draft; null: it was not saved. @forTests */
export async function saveDraft(
  pool: Pool,
  keys: KeyRing,
  { round, person, ...draft }: Omit<Draft, 'over'> & { readonly round: string; readonly person: string },
  over: number,
): Promise<number | null> {
  return (await saveDrafts(pool, keys, { round, person }, [{ ...draft, over }])).get(draft.task) ?? null;
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
