import type { Instant } from '../../contracts/ids.ts';
import type { AgendaView } from '../../contracts/views/selection.ts';
import type { Pool } from '../connection.ts';
import { PENDING } from '../pending.ts';
import { text } from '../sql/kinds.ts';
import { statement } from '../sql/statement.ts';

const agenda = statement('agenda-of', { owner: text }, (db, { owner }) =>
  db
    .selectFrom('agenda as a')
    .innerJoin('round as r', 'r.stream', 'a.stream')
    .leftJoin('person as p', 'p.id', 'a.person')
    .select(['a.stream as round', 'r.purpose', 'r.title', 'a.person', 'p.name', 'a.at', 'a.rung'])
    .select((q) =>
      q
        .selectFrom('task as t')
        .select((q) => q.fn.countAll<number>().as('n'))
        .whereRef('t.round', '=', 'a.stream')
        .whereRef('t.assignee', '=', 'a.person')
        .where('t.state', 'in', PENDING)
        .$asScalar()
        .$notNull()
        .as('openTasks'),
    )
    .where('r.owner', '=', owner)
    .orderBy('a.at')
    .orderBy('a.stream')
    .orderBy('a.person')
    .limit(5000),
);

/** Who is written to next in a process's open rounds, and when, soonest first. One query. */
export async function agendaOf(pool: Pool, owner: string, now: Instant): Promise<AgendaView> {
  const rows = await agenda.all(pool, { owner });
  return { now, agenda: rows.map((row) => ({ ...row, title: JSON.parse(row.title) })) };
}
