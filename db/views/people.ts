import type { DirectoryLine } from '../../contracts/views/operations.ts';
import type { Connection, Pool } from '../connection.ts';

/** Whether the directory knows somebody under this id who has not left, or somebody was granted a role under it. */
export async function isKnown(pool: Pool, person: string): Promise<boolean> {
  const { rows } = await pool.query({
    name: 'is-known',
    text: 'select 1 from person where id = $1 and employed union all select 1 from role where person = $1 limit 1',
    values: [person],
  });
  return rows.length > 0;
}

/** People who work here and whose id or name contains the text, by name; the first `most`. One query. */
export async function findPeople(pool: Pool, text: string, most: number): Promise<DirectoryLine[]> {
  const { rows } = await pool.query<DirectoryLine>({
    name: 'find-people',
    text: `select p.id, p.name, p.department, d.name as "departmentName", d.name_zh as "departmentNameZh"
           from person p left join department d on d.id = p.department
           where p.employed and (p.id ilike $1 or p.name ilike $1)
           order by p.name, p.id limit $2`,
    values: [`%${text.replace(/[\\%_]/g, '\\$&')}%`, most],
  });
  return rows;
}

/** The names and addresses of all people, by id; null once they were erased. One query. */
export async function namesAndAddresses(
  pool: Connection | Pool,
): Promise<ReadonlyMap<string, { readonly name: string | null; readonly email: string | null }>> {
  const { rows } = await pool.query<{ id: string; name: string | null; email: string | null }>({
    name: 'names-and-addresses',
    text: 'select id, name, email from person',
  });
  return new Map(rows.map(({ id, name, email }) => [id, { name, email }]));
}
