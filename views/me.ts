import type { Authority } from '../access/authority.ts';
import type { Instant } from '../contracts/ids.ts';
import type { Me } from '../contracts/views/inbox.ts';
import type { Pool } from '../db/connection.ts';
import { personView } from '../db/views/inbox.ts';

/** Who somebody is here: as the directory knows them, and by the roles that hold. */
export async function meSeen(pool: Pool, who: Authority, now: Instant): Promise<Me> {
  const { person, operations } = who;
  const roles = who.roles.map(({ role, scope, until }) => ({ role, scope, until }));
  return { ...(await personView(pool, person, now)), roles, operations };
}
