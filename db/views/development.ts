import { sql } from 'kysely';
import type { Answer } from '../../contracts/form.ts';
import type { Instant, PersonId, StreamId } from '../../contracts/ids.ts';
import type { Pool } from '../connection.ts';
import type { KeyRing } from '../keys.ts';
import { isLate } from '../pending.ts';
import { unsealed } from '../read/unsealed.ts';
import { instant, many, text } from '../sql/kinds.ts';
import { statement } from '../sql/statement.ts';

const asked = statement(
  'tasks-about-development',
  { owners: many(text), purposes: many(text), person: text, now: instant },
  (db, { owners, purposes, person, now }) =>
    db
      .selectFrom('round as r')
      .innerJoin('task as t', 't.round', 'r.stream')
      .select(['r.owner', 'r.purpose', 't.round', 't.id as task', 't.assignee', 't.state', 't.due_at as due'])
      .select(['t.settled_at as settledAt', 't.answer', sql<boolean>`t.late or ${isLate(now)}`.as('late')])
      .where(({ eb, fn }) => eb('r.owner', '=', fn.any(owners)))
      .where(({ eb, fn }) => eb('r.purpose', '=', fn.any(purposes)))
      .where('t.about_person', '=', person)
      .orderBy('r.opened_at')
      .orderBy('t.round')
      .orderBy('t.id'),
);

const events = statement(
  'events-of-plans',
  { streams: many(text), types: many(text), person: text },
  (db, { streams, types, person }) =>
    db
      .selectFrom('ledger')
      .select(['stream', 'version', 'type', 'at', 'actor', 'body', sql<string>`encode(hash, 'hex')`.as('hash')])
      .where(({ eb, fn }) => eb('stream', '=', fn.any(streams)))
      .where(({ eb, fn }) => eb('type', '=', fn.any(types)))
      .where(sql<boolean>`body ->> 'person' = ${person}`)
      .orderBy('at', 'desc')
      .orderBy('version', 'desc')
      .limit(100),
);

/** A task about somebody, with what was answered in the clear. */
export interface DevelopmentTask {
  readonly owner: string;
  readonly purpose: string;
  readonly round: string;
  readonly task: string;
  readonly assignee: PersonId;
  readonly state: string;
  readonly due: Instant;
  readonly late: boolean;
  readonly settledAt: Instant | null;
  /** null: there is none. */
  readonly answer: Answer | null;
}

/** The tasks of some purposes about a person in the rounds of some streams, the oldest first. Two queries and those for keys. */
export async function developmentTasks(
  pool: Pool,
  keys: KeyRing,
  given: { readonly owners: readonly string[]; readonly purposes: readonly string[]; readonly person: PersonId },
  now: Instant,
): Promise<DevelopmentTask[]> {
  const rows = await asked.all(pool, { ...given, now });
  const open = rows.map(({ answer, owner, ...row }) => ({
    ...row,
    owner: owner!,
    answer: answer === null ? null : JSON.parse(answer),
  }));
  return (await unsealed(pool, keys, open)) as DevelopmentTask[];
}

/** An event of somebody's development plan. */
export interface PlanEvent {
  readonly stream: StreamId;
  readonly version: number;
  readonly type: string;
  readonly at: Instant;
  readonly actor: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly hash: string;
}

/** What has happened to a person's development plans in some cycles, newest first; at most 100. One query. */
export async function eventsOfPlans(
  pool: Pool,
  streams: readonly StreamId[],
  types: readonly string[],
  person: PersonId,
): Promise<PlanEvent[]> {
  const rows = await events.all(pool, { streams, types, person });
  return rows.map((row) => ({ ...row, stream: row.stream as StreamId, body: JSON.parse(row.body) }));
}
