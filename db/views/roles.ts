import type { Instant, PersonId } from '../../contracts/ids.ts';
import type { Role } from '../../contracts/organisation.ts';
import type { RoleLine } from '../../contracts/views/roles.ts';
import { isInForce } from '../../domain/organisation/roles.ts';
import type { Connection, Pool } from '../connection.ts';

/** The roles that hold at an instant: of one person, of one kind, or all; by kind and person. One query. */
export async function rolesInForce(
  pool: Connection | Pool,
  now: Instant,
  { person = null, role = null }: { readonly person?: PersonId | null; readonly role?: Role | null } = {},
): Promise<RoleLine[]> {
  const { rows } = await pool.query<RoleLine & { timeZone: string | null }>({
    name: 'granted-roles',
    text: `select r.person, p.name, r.role, nullif(r.scope, '') as scope, r.until, p.time_zone as "timeZone"
           from role r left join person p on p.id = r.person
           where ($1::text is null or r.person = $1) and ($2::text is null or r.role = $2)
           order by r.role, r.person, r.scope`,
    values: [person, role],
  });
  return rows
    .filter(({ until, timeZone }) => isInForce({ until }, timeZone ?? undefined, now))
    .map(({ timeZone: _, ...line }) => line);
}
