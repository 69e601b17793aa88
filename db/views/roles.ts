import { sql } from 'kysely';
import type { Instant, PersonId } from '../../contracts/ids.ts';
import type { Role } from '../../contracts/organisation.ts';
import type { RoleLine } from '../../contracts/views/roles.ts';
import { isInForce } from '../../domain/organisation/roles.ts';
import type { Connection, Pool } from '../connection.ts';
import type { KeyRing } from '../keys.ts';
import { roleText } from '../signature.ts';
import { isIfAsked } from '../sql/asked.ts';
import { orNull, text } from '../sql/kinds.ts';
import { statement } from '../sql/statement.ts';

const granted = statement('granted-roles', { person: orNull(text), role: orNull<Role>(text) }, (db, { person, role }) =>
  db
    .selectFrom('role as r')
    .leftJoin('person as p', 'p.id', 'r.person')
    .select([
      'r.person',
      'p.name',
      'r.role',
      sql<string | null>`nullif(r.scope, '')`.as('scope'),
      'r.until',
      'r.signature',
    ])
    .select('p.time_zone as timeZone')
    .where(({ eb }) => isIfAsked(eb.ref('r.person'), person))
    .where(({ eb }) => isIfAsked(eb.ref('r.role'), role))
    .orderBy('r.role')
    .orderBy('r.person')
    .orderBy('r.scope'),
);

/**
 * The roles that hold at an instant: of one person, of one kind, or all; by kind and person. A row that the installation has not
 * signed is nobody's role. One query.
 */
export async function rolesInForce(
  pool: Connection | Pool,
  { verifier }: Pick<KeyRing, 'verifier'>,
  now: Instant,
  { person = null, role = null }: { readonly person?: PersonId | null; readonly role?: Role | null } = {},
): Promise<RoleLine[]> {
  const rows = await granted.all(pool, { person, role });
  return rows
    .filter(({ until, timeZone }) => isInForce({ until }, timeZone ?? undefined, now))
    .filter((row) => verifier.isKnown(roleText(row), row.signature))
    .map(({ timeZone: _, signature: _signature, ...line }) => line);
}
