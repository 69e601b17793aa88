import type { ProcessType, StreamId } from '../../contracts/ids.ts';
import type { ProcedureLine } from '../../contracts/views/procedure.ts';
import type { Pool } from '../connection.ts';

/** SQL for how a procedure `p` stands, for whoever lists what is particular to a kind beside it. */
export const STANDING = `p.title, p.stage, p.phase = 'paused' as paused, p.phase = 'cancelled' as cancelled,
                         p.phase in ('closed', 'cancelled') as closed`;

const LINE = `p.stream as id, p.kind, ${STANDING}, p.owner, p.until`;

type Row = Omit<ProcedureLine, 'title'> & { readonly title: string };

/** Procedures of some kinds, newest first; `open`: only those that are not over; at most 2,000. One query. */
export async function procedureLines(
  pool: Pool,
  { kinds, open = false }: { readonly kinds: readonly ProcessType[]; readonly open?: boolean },
): Promise<ProcedureLine[]> {
  const { rows } = await pool.query<Row>({
    name: 'procedure-lines',
    text: `select ${LINE}
           from procedure p join stream h on h.id = p.stream
           where p.kind = any($1) and (not $2::boolean or p.phase in ('running', 'paused'))
           order by h.opened_at desc, p.stream limit 2000`,
    values: [[...kinds], open],
  });
  return rows.map(lineOf);
}

/** How one procedure stands; undefined: there is none of that id. One query. */
export async function procedureLine(pool: Pool, stream: StreamId): Promise<ProcedureLine | undefined> {
  const { rows } = await pool.query<Row>({
    name: 'procedure-line',
    text: `select ${LINE} from procedure p where p.stream = $1`,
    values: [stream],
  });
  return rows.map(lineOf)[0];
}

function lineOf(row: Row): ProcedureLine {
  return { ...row, title: JSON.parse(row.title) };
}
