import { sql } from 'kysely';
import type { ProcessType, StreamId } from '../../contracts/ids.ts';
import type { ProcedureLine } from '../../contracts/views/procedure.ts';
import type { Pool } from '../connection.ts';

import { boolean, many, text } from '../sql/kinds.ts';
import { statement } from '../sql/statement.ts';

/** A line of a list as it stands in the table, whoever looks. */
export type StandingLine = Omit<ProcedureLine, 'needsHand'>;

/** How a procedure `p` stands, for whoever lists what is particular to a kind beside it. */
export const STANDING = [
  'p.title',
  'p.stage',
  sql<boolean>`p.phase = 'paused'`.as('paused'),
  sql<boolean>`p.phase = 'cancelled'`.as('cancelled'),
  sql<boolean>`p.phase in ('closed', 'cancelled')`.as('closed'),
] as const;

const LINE = ['p.stream as id', 'p.kind', ...STANDING, 'p.owner', 'p.until'] as const;

const ofKinds = statement('procedure-lines', { kinds: many(text), open: boolean }, (db, { kinds, open }) =>
  db
    .selectFrom('procedure as p')
    .innerJoin('stream as h', 'h.id', 'p.stream')
    .select(LINE)
    .where(({ eb, fn }) => eb('p.kind', '=', fn.any(kinds)))
    .where(({ eb, not, or }) => or([not(open), eb('p.phase', 'in', ['running', 'paused'])]))
    .orderBy('h.opened_at', 'desc')
    .orderBy('p.stream')
    .limit(2000),
);

const one = statement('procedure-line', { stream: text }, (db, { stream }) =>
  db.selectFrom('procedure as p').select(LINE).where('p.stream', '=', stream),
);

/** Procedures of some kinds, newest first; `open`: only those that are not over; at most 2,000. One query. */
export async function procedureLines(
  pool: Pool,
  { kinds, open = false }: { readonly kinds: readonly ProcessType[]; readonly open?: boolean },
): Promise<StandingLine[]> {
  return (await ofKinds.all(pool, { kinds, open })).map(lineOf);
}

/** How one procedure stands; undefined: there is none of that id. One query. */
export async function procedureLine(pool: Pool, stream: StreamId): Promise<StandingLine | undefined> {
  return (await one.all(pool, { stream })).map(lineOf)[0];
}

function lineOf(row: Omit<StandingLine, 'title'> & { readonly title: string }): StandingLine {
  return { ...row, title: JSON.parse(row.title) };
}
