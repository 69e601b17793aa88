import { sql } from 'kysely';
import type { Answer } from '../../contracts/form.ts';
import type { Instant, PersonId, StreamId } from '../../contracts/ids.ts';
import type { Pool } from '../connection.ts';
import type { KeyRing } from '../keys.ts';
import { unsealed } from '../read/unsealed.ts';
import { many, rows, text } from '../sql/kinds.ts';
import { statement } from '../sql/statement.ts';
import { provenAnswer } from './proven.ts';

const answers = statement('answers-of-tasks', { tasks: rows({ round: text, task: text }) }, (db, { tasks }) =>
  db
    .selectFrom(tasks('asked'))
    .innerJoin('task as t', (on) => on.onRef('t.round', '=', 'asked.round').onRef('t.id', '=', 'asked.task'))
    .select(['t.round', 't.id as task', 't.assignee', 't.answer'])
    .select(['t.holder_proof as holderProof', 't.answer_proof as answerProof']),
);

const events = statement(
  'events-of-plans',
  { streams: many(text), types: many(text), person: text },
  (db, { streams, types, person }) =>
    db
      .selectFrom('ledger')
      .select(['stream', 'version', 'type', 'at', 'actor', 'body'])
      .where(({ eb, fn }) => eb('stream', '=', fn.any(streams)))
      .where(({ eb, fn }) => eb('type', '=', fn.any(types)))
      .where(sql<boolean>`body ->> 'person' = ${person}`)
      .orderBy('at', 'desc')
      .orderBy('version', 'desc')
      .limit(100),
);

/** A task by its round and its name there. */
export interface TaskName {
  readonly round: string;
  readonly task: string;
}

/**
 * What was answered in some tasks, in the clear, by `round task`; a task without an answer is left out. One query, and those for keys.
 * @throws Error where an answer was changed by hand
 */
export async function answersOf(
  pool: Pool,
  keys: KeyRing,
  tasks: readonly TaskName[],
): Promise<ReadonlyMap<string, Answer>> {
  const found = await answers.all(pool, { tasks });
  const given = found.flatMap((row) => {
    const answer = provenAnswer(keys, row);
    return answer === null ? [] : [{ name: `${row.round} ${row.task}`, answer: JSON.parse(answer) }];
  });
  const open = (await unsealed(pool, keys, given)) as { name: string; answer: Answer }[];
  return new Map(open.map(({ name, answer }) => [name, answer]));
}

/** An event of somebody's development plan. */
export interface PlanEvent {
  readonly stream: StreamId;
  readonly version: number;
  readonly type: string;
  readonly at: Instant;
  readonly actor: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What has happened to a person's development plans in some cycles, newest first; at most 100. One query. */
export async function eventsOfPlans(
  pool: Pool,
  streams: readonly StreamId[],
  types: readonly string[],
  person: PersonId,
): Promise<PlanEvent[]> {
  const found = await events.all(pool, { streams, types, person });
  return found.map((row) => ({ ...row, stream: row.stream as StreamId, body: JSON.parse(row.body) }));
}
