import { sql, type UpdateObject } from 'kysely';
import type { RoundView } from '../../contracts/views/round.ts';
import type { TaskState } from '../../domain/round/state.ts';
import type { Tables } from '../schema.ts';
import { boolean, instant, int, jsonText, type Kind, many, orNull, rows, text } from '../sql/kinds.ts';
import { asIn, columnsOf } from '../sql/rows.ts';
import { statement } from '../sql/statement.ts';

/* The statements by which the tables of rounds are written; db/projections/round.ts says when. */

export const putRound = statement(
  'put-round',
  {
    ...{ stream: text, owner: orNull(text), purpose: text, title: jsonText, form: jsonText, minutes: int },
    ...{ policy: jsonText, state: text as Kind<RoundView['state']>, due_at: instant, held_at: orNull(instant) },
    ...{ opened_at: orNull(instant), settled_at: orNull(instant), counts: orNull(jsonText) },
  },
  (db, { policy, state, due_at, held_at, opened_at, settled_at, counts, ...fixed }) =>
    db
      .insertInto('round')
      .values(({ fn }) => ({
        ...{ ...fixed, policy, state, due_at, held_at, settled_at, counts },
        opened_at: fn.coalesce(opened_at, sql<number>`'epoch'`),
      }))
      .onConflict((met) =>
        met.column('stream').doUpdateSet(({ fn }) => ({
          ...{ policy, state, due_at, held_at },
          opened_at: fn.coalesce(opened_at, 'round.opened_at'),
          settled_at: fn.coalesce(settled_at, 'round.settled_at'),
          counts: fn.coalesce(counts, 'round.counts'),
        })),
      ),
);

const FORM = { key: text, form: jsonText };
export const putForms = statement('put-forms', { round: text, forms: rows(FORM) }, (db, { round, forms }) =>
  db
    .insertInto('round_form')
    .columns(['round', ...columnsOf(FORM)])
    .expression(db.selectFrom(forms('f')).select(round.as('round')).selectAll())
    .onConflict((met) => met.doNothing()),
);

const ADDED = {
  ...{ id: text, assignee: text, about: orNull(text), about_person: orNull(text), form: orNull(text) },
  ...{ state: text as Kind<TaskState>, due_at: instant, holder_proof: text },
};
export const addTasks = statement('add-tasks', { round: text, tasks: rows(ADDED) }, (db, { round, tasks }) =>
  db
    .insertInto('task')
    .columns(['round', ...columnsOf(ADDED)])
    .expression(db.selectFrom(tasks('t')).select(round.as('round')).selectAll())
    .onConflict((met) => met.columns(['round', 'id']).doNothing()),
);

/** Changes tasks of one round. @param set which columns become what they are in `changed` */
function taskChange<C extends { readonly id: Kind<string> }>(
  name: string,
  columns: C,
  set: () => UpdateObject<Tables, 'task'>,
) {
  return statement(name, { round: text, tasks: rows(columns) }, (db, { round, tasks }) =>
    db
      // "materialized" hides from the planner that all rows are of one round: it would read the whole round each time.
      .with(
        (cte) => cte('changed').materialized(),
        (q) => q.selectFrom(tasks('given')).select(round.as('round')).selectAll(),
      )
      .updateTable('task')
      .from('changed')
      .set(set())
      .where(sql<boolean>`task.round = changed.round and task.id = changed.id`),
  );
}

const MOVING = {
  ...{ assignee: text, state: text as Kind<TaskState>, due_at: instant, settled_at: orNull(instant), late: boolean },
  ...{ revision: int, holder_proof: text },
};
const CHANGED = {
  ...{ id: text, ...MOVING, answer: orNull(jsonText), note: orNull(jsonText), handed: boolean },
  ...{ answer_proof: orNull(text), note_proof: orNull(text) },
};
export const changeTasks = taskChange('change-tasks', CHANGED, () => ({
  ...asIn('changed', columnsOf(MOVING)),
  answer: sql`coalesce(changed.answer, case when not changed.handed then task.answer end)`,
  note: sql`coalesce(changed.note, case when not changed.handed then task.note end)`,
  answer_proof: sql`coalesce(changed.answer_proof, case when not changed.handed then task.answer_proof end)`,
  note_proof: sql`coalesce(changed.note_proof, case when not changed.handed then task.note_proof end)`,
}));

/** New due instants alone: a round of thousands is moved in half the time that whole rows take. */
export const moveTasks = taskChange('move-tasks', { id: text, due_at: instant }, () => asIn('changed', ['due_at']));
export const reformTasks = taskChange('reform-tasks', { id: text, form: orNull(text) }, () =>
  asIn('changed', ['form']),
);

export const disarm = statement('disarm', { stream: text, people: many(text) }, (db, { stream, people }) =>
  db
    .deleteFrom('agenda')
    .where('stream', '=', stream)
    .where(({ eb, fn }) => eb('person', '=', fn.any(people))),
);
const PLAN = { person: text, at: instant, rung: int };
export const arm = statement('arm', { stream: text, plans: rows(PLAN) }, (db, { stream, plans }) =>
  db
    .insertInto('agenda')
    .columns(['stream', ...columnsOf(PLAN)])
    .expression(db.selectFrom(plans('p')).select(stream.as('stream')).selectAll())
    .onConflict((met) => met.columns(['stream', 'person']).doUpdateSet(asIn('excluded', ['at', 'rung']))),
);
