import type { OfferingLine } from '../../contracts/views/offering.ts';
import type { Pool } from '../connection.ts';
import { STANDING } from './procedures.ts';

/** Which offerings are asked for; every filter that is given must hold. */
export interface OfferingFilter {
  readonly cycle?: string | undefined;
  /** Only those that the asker teaches or is on the list of. */
  readonly own: boolean;
}

/** Offerings by their first day, as `person` sees them; at most 2,000. One query. */
export async function offeringLines(
  pool: Pool,
  person: string,
  { cycle, own }: OfferingFilter,
): Promise<OfferingLine[]> {
  const { rows } = await pool.query<Omit<OfferingLine, 'title'> & { title: string }>({
    name: 'offering-lines',
    text: `select o.stream as id, o.cycle, o.id as offering, o.first_day::text as from, o.last_day::text as to,
                  o.place, o.trainer, t.name as "trainerName", o.provider, o.trainer is not distinct from $1 as teaches,
                  o.people @> array[$1] as "takesPart", ${STANDING}
           from offering o join procedure p using (stream) left join person t on t.id = o.trainer
           where ($2::text is null or o.cycle = $2) and (not $3::boolean or o.trainer = $1 or o.people @> array[$1])
           order by o.first_day, o.stream limit 2000`,
    values: [person, cycle ?? null, own],
  });
  return rows.map((row) => ({ ...row, title: JSON.parse(row.title) }));
}
