import { sql } from 'kysely';
import type { CycleLine } from '../../contracts/views/cycle.ts';
import type { Pool } from '../connection.ts';
import { PENDING } from '../pending.ts';
import { many, text } from '../sql/kinds.ts';
import { statement } from '../sql/statement.ts';
import { STANDING } from './procedures.ts';

const lines = statement('cycle-lines', {}, (db) =>
  db
    .selectFrom('cycle as c')
    .innerJoin('procedure as p', 'p.stream', 'c.stream')
    .innerJoin('stream as h', 'h.id', 'c.stream')
    .select(['c.stream as id', sql<string>`c.period_from::text`.as('from'), sql<string>`c.period_to::text`.as('to')])
    .select(['c.digest', ...STANDING])
    .orderBy('h.opened_at', 'desc')
    .orderBy('c.stream')
    .$narrowType<{ stage: CycleLine['stage'] }>(),
);

const desks = statement('open-desks', { rounds: many(text) }, (db, { rounds }) =>
  db
    .selectFrom('task')
    .select(['round', 'assignee as person'])
    .distinct()
    .where(({ eb, fn }) => eb('round', '=', fn.any(rounds)))
    .where('state', 'in', PENDING)
    .orderBy('round')
    .orderBy('assignee'),
);

const progress = statement('progress-by-department', { round: text }, (db, { round }) =>
  db
    .selectFrom('task as t')
    .innerJoin('person as p', 'p.id', 't.about_person')
    .select(({ fn }) => [
      'p.department',
      fn.countAll<number>().filterWhere('t.state', '=', 'submitted').as('done'),
      fn.countAll<number>().filterWhere('t.state', 'in', PENDING).as('open'),
      fn
        .countAll<number>()
        .filterWhere('t.state', 'not in', ['submitted', ...PENDING])
        .as('missing'),
    ])
    .where('t.round', '=', round)
    .where('p.employed', '=', true)
    .where('t.state', '<>', 'withdrawn')
    .groupBy('p.department'),
);

/** All training-plan cycles, newest first. One query. */
export async function cycleLines(pool: Pool): Promise<CycleLine[]> {
  const rows = await lines.all(pool);
  return rows.map(({ title, from, to, ...row }) => ({ ...row, title: JSON.parse(title), period: { from, to } }));
}

/** Somebody with open tasks in a round. */
export interface Desk {
  readonly round: string;
  readonly person: string;
}

/** Whoever has open tasks in some rounds, once a round, by id. One query. */
export async function openDesks(pool: Pool, rounds: readonly string[]): Promise<Desk[]> {
  if (!rounds.length) return [];
  return desks.all(pool, { rounds });
}

/** How far a department is with a round about its people; what was given up is missing, never zero. */
export interface Progress {
  readonly done: number;
  readonly open: number;
  readonly missing: number;
}

/** The tasks of a round by the department of the person whom they are about. One query. */
export async function progressByDepartment(pool: Pool, round: string): Promise<ReadonlyMap<string, Progress>> {
  const rows = await progress.all(pool, { round });
  return new Map(rows.map(({ department, ...progress }) => [department, progress]));
}
