import type { CycleLine } from '../../contracts/views/cycle.ts';
import type { Pool } from '../connection.ts';

interface Row extends Omit<CycleLine, 'title' | 'period'> {
  title: string;
  from: string;
  to: string;
}

/** All training-plan cycles, newest first. One query. */
export async function cycleLines(pool: Pool): Promise<CycleLine[]> {
  const { rows } = await pool.query<Row>({
    name: 'cycle-lines',
    text: `select c.stream as id, c.title, c.period_from::text as from, c.period_to::text as to, c.stage, c.digest,
                  c.paused, c.closed
           from cycle c join stream h on h.id = c.stream order by h.opened_at desc, c.stream`,
  });
  return rows.map(({ title, from, to, ...row }) => ({ ...row, title: JSON.parse(title), period: { from, to } }));
}
