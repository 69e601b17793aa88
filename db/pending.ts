import { type RawBuilder, sql } from 'kysely';
import type { Placeholder } from './sql/statement.ts';

/** The states of tasks that wait for their assignee, as the partial indexes of "task" name them. */
export const PENDING = ['open', 'drafted'] as const;

/** Whether the due instant of task `t` has passed: nothing becomes late while its round `r` is on hold. */
export function isOverdue(now: Placeholder<number>): RawBuilder<boolean> {
  return sql<boolean>`t.due_at < coalesce(r.held_at, ${now})`;
}

/** Whether task `t` of round `r` waits for its assignee and is overdue. */
export function isLate(now: Placeholder<number>): RawBuilder<boolean> {
  return sql<boolean>`(t.state in ('open', 'drafted') and ${isOverdue(now)})`;
}
