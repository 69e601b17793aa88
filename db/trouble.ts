import type { Instant, StreamId } from '../contracts/ids.ts';
import { type Pool, stamp } from './connection.ts';

/** How many commands have waited longer than so many real milliseconds for a decision; the oldest's streams, at most five. */
export async function undecided(pool: Pool, olderThanMs: number): Promise<{ count: number; streams: string[] }> {
  const { rows } = await pool.query<{ stream: string; count: number }>(
    `select stream, count(*) as count from command
     where outcome is null and received_at < clock_timestamp() - $1 * interval '1 millisecond'
     group by stream order by min(received_at)`,
    [olderThanMs],
  );
  return { count: rows.reduce((sum, r) => sum + r.count, 0), streams: rows.slice(0, 5).map((r) => r.stream) };
}

/** Open streams in which something was due before the instant and has not happened. */
export async function behind(pool: Pool, before: Instant): Promise<StreamId[]> {
  const { rows } = await pool.query<{ id: StreamId }>(
    'select id from stream where not closed and wake_at < $1 order by wake_at',
    [stamp(before)],
  );
  return rows.map((r) => r.id);
}

export interface OutboxTrouble {
  /** Given up; each has its reason. */
  readonly failed: number;
  /** Waiting although their instant was before the one asked about, and no retry is planned. */
  readonly overdue: number;
}

export async function outboxTrouble(pool: Pool, before: Instant): Promise<OutboxTrouble> {
  const { rows } = await pool.query<OutboxTrouble>(
    `select count(*) filter (where state = 'failed') as failed,
            count(*) filter (where state = 'waiting' and not_before < $1 and retry_at is null) as overdue
     from outbox where state in ('failed', 'waiting')`,
    [stamp(before)],
  );
  return rows[0]!;
}
