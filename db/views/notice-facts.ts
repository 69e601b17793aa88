import { sql } from 'kysely';
import type { Label } from '../../contracts/form.ts';
import type { StreamId } from '../../contracts/ids.ts';
import { upcast } from '../../contracts/shapes.ts';
import type { TaskStateName } from '../../contracts/views/round.ts';
import type { Recorded } from '../../domain/process.ts';
import type { Pool } from '../connection.ts';
import { bigint, many, text } from '../sql/kinds.ts';
import { statement } from '../sql/statement.ts';

export interface RoundRow {
  readonly owner: string | null;
  readonly purpose: string;
  /** JSON of a Label. */
  readonly title: string;
  readonly minutes: number;
  readonly dueAt: number;
  readonly ownerTitle: string | null;
}

const oneRound = statement('round-row', { round: text }, (db, { round }) =>
  db
    .selectFrom('round as r')
    .leftJoin('procedure as p', 'p.stream', 'r.owner')
    .select(['r.owner', 'r.purpose', 'r.title', 'r.minutes', 'r.due_at as dueAt', 'p.title as ownerTitle'])
    .where('r.stream', '=', round),
);

export async function roundRow(pool: Pool, round: string): Promise<RoundRow | undefined> {
  return (await oneRound.all(pool, { round }))[0];
}

export interface ToldTask {
  readonly id: string;
  readonly assignee: string;
  readonly name: string | null;
  readonly about: string | null;
  readonly aboutPerson: string | null;
  /** The name of the person that it is about; null: there is none, or it was erased. */
  readonly aboutName: string | null;
  readonly state: TaskStateName;
  readonly dueAt: number;
}

const told = statement('told-tasks', { round: text, ids: many(text) }, (db, { round, ids }) =>
  db
    .selectFrom('task as t')
    .leftJoin('person as p', 'p.id', 't.assignee')
    .leftJoin('person as a', 'a.id', 't.about_person')
    .select(['t.id', 't.assignee', 'p.name', 't.about', 't.about_person as aboutPerson', 'a.name as aboutName'])
    .select(['t.state', 't.due_at as dueAt'])
    .where('t.round', '=', round)
    .where(({ eb, fn }) => eb('t.id', '=', fn.any(ids)))
    .orderBy('t.due_at')
    .orderBy('t.id'),
);

/** The tasks that a message is about, as they stand now. */
export async function toldTasks(pool: Pool, round: string, ids: readonly string[]): Promise<ToldTask[]> {
  return told.all(pool, { round, ids });
}

const reminded = statement('reminders-of', { round: text, people: many(text) }, (db, { round, people }) =>
  db
    .selectFrom('outbox as o')
    .select(['o.not_before as at', 'o.person'])
    .distinct()
    .where('o.stream', '=', round)
    .where(({ eb, fn }) => eb('o.person', '=', fn.any(people)))
    .where('o.template', '=', 'round.reminder')
    .where('o.state', '=', 'sent')
    .orderBy('o.not_before')
    .orderBy('o.person'),
);

/** When whom of these people was reminded in a round, as escalations tell it. */
export async function remindersOf(
  pool: Pool,
  round: string,
  people: readonly string[],
): Promise<{ readonly at: number; readonly person: string }[]> {
  return reminded.all(pool, { round, people });
}

const whereTheyWork = statement('departments-of', { people: many(text) }, (db, { people }) =>
  db
    .selectFrom('person')
    .select(['id', 'department'])
    .where(({ eb, fn }) => eb('id', '=', fn.any(people))),
);

/** The department of each person. */
export async function departmentsOf(pool: Pool, people: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await whereTheyWork.all(pool, { people });
  return new Map(rows.map((r) => [r.id, r.department]));
}

const called = statement('department-names', { ids: many(text) }, (db, { ids }) =>
  db
    .selectFrom('department')
    .select(['id', 'name', 'name_zh as nameZh'])
    .where(({ eb, fn }) => eb('id', '=', fn.any(ids))),
);

/** The names of departments in both languages. */
export async function departmentNames(pool: Pool, ids: readonly string[]): Promise<ReadonlyMap<string, Label>> {
  const rows = await called.all(pool, { ids });
  return new Map(rows.map((r) => [r.id, { en: r.name, 'zh-CN': r.nameZh }]));
}

const answers = statement('answers-of', { round: text }, (db, { round }) =>
  db
    .selectFrom('task')
    .select(['id as task', 'assignee', 'answer'])
    .where('round', '=', round)
    .where('answer', 'is not', null)
    .where('state', '=', 'submitted')
    .orderBy('id'),
);

/** The answers that have been given in a round, their texts sealed. */
export async function answersOf(
  pool: Pool,
  round: string,
): Promise<{ task: string; assignee: string; answer: unknown }[]> {
  const rows = await answers.all(pool, { round });
  return rows.map((row) => ({ ...row, answer: JSON.parse(row.answer!) as unknown }));
}

const ofType = statement(
  'events-from',
  { stream: text, version: bigint, type: text },
  (db, { stream, version, type }) =>
    db
      .selectFrom('ledger')
      .select(['version', 'schema', 'type', 'at', 'actor', 'command', sql<string>`body::text`.as('body')])
      .where('stream', '=', stream)
      .where('version', '>=', version)
      .where('type', '=', type)
      .orderBy('version')
      .limit(500),
);

/** Events of a stream of one type from a version on, oldest first, at most 500. */
export async function eventsFrom(pool: Pool, stream: StreamId, version: number, type: string): Promise<Recorded[]> {
  const rows = await ofType.all(pool, { stream, version, type });
  return rows.map((row) => upcast({ ...row, stream, body: JSON.parse(row.body) }));
}
