import type { Label } from '../../contracts/form.ts';
import type { Pool } from '../connection.ts';
import { many, text } from '../sql/kinds.ts';
import { statement } from '../sql/statement.ts';

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
