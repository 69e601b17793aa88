import type { Role } from '../../contracts/organisation.ts';
import type { DirectoryLine } from '../../contracts/views/operations.ts';
import type { DevPerson } from '../../contracts/views/session.ts';
import type { Connection, Pool } from '../connection.ts';
import { containing } from '../sql/containing.ts';
import { int, text } from '../sql/kinds.ts';
import { statement } from '../sql/statement.ts';

const employed = statement('is-employed', { person: text }, (db, { person }) =>
  db.selectFrom('person').select('id').where('id', '=', person).where('employed', '=', true),
);

const found = statement('find-people', { pattern: text, most: int }, (db, { pattern, most }) =>
  db
    .selectFrom('person as p')
    .leftJoin('department as d', 'd.id', 'p.department')
    .select(['p.id', 'p.name', 'p.department', 'd.name as departmentName', 'd.name_zh as departmentNameZh'])
    .where('p.employed', '=', true)
    .where(({ or, eb }) => or([eb('p.id', 'ilike', pattern), eb('p.name', 'ilike', pattern)]))
    .orderBy('p.name')
    .orderBy('p.id')
    .limit(most),
);

const toTryOut = statement('people-to-try-out', { most: int }, (db, { most }) =>
  db
    .selectFrom('person as p')
    .leftJoin('department as d', 'd.id', 'p.department')
    .select(['p.id as person', 'p.name', 'd.name as department', 'd.name_zh as departmentZh'])
    .select((eb) => [
      eb
        .selectFrom('role as r')
        .select(({ fn }) => fn.agg<Role[] | null>('array_agg', ['r.role']).as('roles'))
        .whereRef('r.person', '=', 'p.id')
        .as('roles'),
      eb.exists(eb.selectFrom('department as led').select('led.id').whereRef('led.head', '=', 'p.id')).as('leads'),
      eb.exists(eb.selectFrom('person as r').select('r.id').whereRef('r.manager', '=', 'p.id')).as('manages'),
    ])
    .where('p.employed', '=', true)
    .orderBy('roles', (o) => o.asc().nullsLast())
    .orderBy('leads', 'desc')
    .orderBy('manages', 'desc')
    .orderBy('p.id')
    .limit(most),
);

const named = statement('names-and-addresses', {}, (db) => db.selectFrom('person').select(['id', 'name', 'email']));

/** Whether the directory knows somebody under this id who has not left. */
export async function isEmployed(pool: Pool, person: string): Promise<boolean> {
  return (await employed.first(pool, { person })) !== undefined;
}

/** People who work here and whose id or name contains the text, by name; the first `most`. One query. */
export async function findPeople(pool: Pool, text: string, most: number): Promise<DirectoryLine[]> {
  return found.all(pool, { pattern: containing(text), most });
}

/** Some who work here, those with a role first, then those who lead or manage, the first `most`. One query. */
export async function peopleToTryOut(pool: Pool, most: number): Promise<DevPerson[]> {
  const rows = await toTryOut.all(pool, { most });
  return rows.map(({ person, name, department, departmentZh, roles }) => ({
    ...{ person, name, roles: roles ?? [] },
    department: department === null ? null : { en: department, 'zh-CN': departmentZh ?? department },
  }));
}

/** The names and addresses of all people, by id; null once they were erased. One query. */
export async function namesAndAddresses(
  pool: Connection | Pool,
): Promise<ReadonlyMap<string, { readonly name: string | null; readonly email: string | null }>> {
  const rows = await named.all(pool);
  return new Map(rows.map(({ id, name, email }) => [id, { name, email }]));
}
