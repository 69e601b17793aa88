import type { Instant } from '../contracts/ids.ts';
import { type Pool, stamp } from './connection.ts';

export interface OutboxTrouble {
  /** Given up; each has its reason. */
  readonly failed: number;
  /** Waiting although their instant was before the one asked about, and no retry is planned. */
  readonly overdue: number;
  /** Put off, to be tried again. */
  readonly postponed: number;
  /** Why the latest of those was; null: none was. */
  readonly why: string | null;
}

export async function outboxTrouble(pool: Pool, before: Instant): Promise<OutboxTrouble> {
  const { rows } = await pool.query<OutboxTrouble>(
    `select count(*) filter (where state = 'failed') as failed,
            count(*) filter (where state = 'waiting' and not_before < $1 and not exists (
              select from delivery where message = outbox.id and (due_at >= $1 or retry_at is not null))) as overdue,
            count(*) filter (where state = 'waiting' and error is not null) as postponed,
            (array_agg(error order by id desc) filter (where state = 'waiting' and error is not null))[1] as why
     from outbox where state in ('failed', 'waiting')`,
    [stamp(before)],
  );
  return rows[0]!;
}
