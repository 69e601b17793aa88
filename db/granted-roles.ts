import { sql } from 'kysely';

/** The roles of somebody as they were granted, whether they hold today or not. @param person a column */
export const rolesOf = (person: string) =>
  sql<string[]>`coalesce((select array_agg(r.role) from role r where r.person = ${sql.ref(person)}), '{}')`;
