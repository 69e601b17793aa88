import type { Authority } from '../access/authority.ts';
import { barOf } from '../access/pages.ts';
import type { Instant } from '../contracts/ids.ts';
import type { Me } from '../contracts/views/inbox.ts';
import type { Pool } from '../db/connection.ts';
import { personView } from '../db/views/inbox.ts';

/** Who somebody is here: as the directory knows them, and by the roles that hold. */
export async function meSeen(pool: Pool, who: Authority, now: Instant): Promise<Me> {
  const { person, operations } = who;
  const roles = who.roles.map(({ role, scope, until }) => ({ role, scope, until }));
  const seen = await personView(pool, person, now);
  const { sees, home } = barOf(who, seen.relations);
  return { ...seen, roles, operations, sees: [...sees], home };
}
