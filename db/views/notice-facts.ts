import type { Label } from '../../contracts/form.ts';
import type { StreamId } from '../../contracts/ids.ts';
import { upcast } from '../../contracts/shapes.ts';
import type { Recorded } from '../../domain/process.ts';
import type { Pool } from '../connection.ts';

export interface RecipientRow {
  readonly name: string | null;
  readonly email: string | null;
  readonly locale: 'en' | 'zh-CN';
  readonly timeZone: string;
  readonly employed: boolean;
}

/** Who gets a message; undefined when the person was never imported. */
export async function recipientRow(pool: Pool, person: string): Promise<RecipientRow | undefined> {
  const { rows } = await pool.query<RecipientRow>({
    name: 'recipient',
    text: 'select name, email, locale, time_zone as "timeZone", employed from person where id = $1',
    values: [person],
  });
  return rows[0];
}

export interface RoundRow {
  readonly owner: string | null;
  readonly purpose: string;
  /** JSON of a Label. */
  readonly title: string;
  readonly minutes: number;
  readonly dueAt: number;
  readonly ownerTitle: string | null;
}

export async function roundRow(pool: Pool, round: string): Promise<RoundRow | undefined> {
  const { rows } = await pool.query<RoundRow>({
    name: 'round-row',
    text: `select r.owner, r.purpose, r.title, r.minutes, r.due_at as "dueAt", p.title as "ownerTitle"
           from round r left join procedure p on p.stream = r.owner where r.stream = $1`,
    values: [round],
  });
  return rows[0];
}

export interface OpenTask {
  readonly id: string;
  readonly assignee: string;
  readonly name: string | null;
  readonly dueAt: number;
}

/** Those of the tasks that are still open. */
export async function openTasks(pool: Pool, round: string, ids: readonly string[]): Promise<OpenTask[]> {
  const { rows } = await pool.query<OpenTask>({
    name: 'open-tasks',
    text: `select t.id, t.assignee, p.name, t.due_at as "dueAt" from task t left join person p on p.id = t.assignee
           where t.round = $1 and t.id = any($2) and t.state in ('open', 'drafted') order by t.due_at, t.id`,
    values: [round, ids],
  });
  return rows;
}

/** When somebody was reminded in a round, as escalations tell it. */
export async function remindersOf(pool: Pool, round: string, people: readonly string[]): Promise<number[]> {
  const { rows } = await pool.query<{ at: number }>({
    name: 'reminders-of',
    text: `select distinct not_before as at from outbox
           where stream = $1 and person = any($2) and template = 'round.reminder' and state = 'sent' order by 1`,
    values: [round, people],
  });
  return rows.map((r) => r.at);
}

/** The department of each person. */
export async function departmentsOf(pool: Pool, people: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query<{ id: string; department: string }>({
    name: 'departments-of',
    text: 'select id, department from person where id = any($1)',
    values: [people],
  });
  return new Map(rows.map((r) => [r.id, r.department]));
}

/** The names of departments in both languages. */
export async function departmentNames(pool: Pool, ids: readonly string[]): Promise<ReadonlyMap<string, Label>> {
  const { rows } = await pool.query<{ id: string; name: string; nameZh: string }>({
    name: 'department-names',
    text: 'select id, name, name_zh as "nameZh" from department where id = any($1)',
    values: [ids],
  });
  return new Map(rows.map((r) => [r.id, { en: r.name, 'zh-CN': r.nameZh }]));
}

/** The answers that have been given in a round, their texts sealed. */
export async function answersOf(
  pool: Pool,
  round: string,
): Promise<{ task: string; assignee: string; answer: unknown }[]> {
  const { rows } = await pool.query<{ task: string; assignee: string; answer: string }>({
    name: 'answers-of',
    text: `select id as task, assignee, answer from task
           where round = $1 and answer is not null and state = 'submitted' order by id`,
    values: [round],
  });
  return rows.map((row) => ({ ...row, answer: JSON.parse(row.answer) as unknown }));
}

/** Events of a stream of one type from a version on, oldest first, at most 500. */
export async function eventsFrom(pool: Pool, stream: StreamId, version: number, type: string): Promise<Recorded[]> {
  const { rows } = await pool.query<Omit<Recorded, 'stream' | 'body'> & { body: string }>({
    name: 'events-from',
    text: `select version, schema, type, at, actor, command, body::text as body from ledger
           where stream = $1 and version >= $2 and type = $3 order by version limit 500`,
    values: [stream, version, type],
  });
  return rows.map((row) => upcast({ ...row, stream, body: JSON.parse(row.body) }));
}
