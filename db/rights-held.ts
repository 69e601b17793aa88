import type { Pool } from './connection.ts';
import { grantsOf, OWNER, PROCESSES, type ProcessName, TEMPORAL } from './rights.ts';

export const VERBS = ['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger', 'maintain'] as const;
export type Verb = (typeof VERBS)[number];
/** On the whole table, on some of its columns, or not at all. */
export type Extent = 'all' | 'some' | 'none';

/** What a process may do with a table, as PostgreSQL says or as db/rights.ts does. */
export interface Held {
  readonly process: ProcessName;
  readonly table: string;
  readonly verb: Verb;
  readonly extent: Extent;
}

/** What the processes may do, by whatever way they came to it; of those whose role the server knows. */
export async function heldRights(pool: Pool): Promise<Held[]> {
  const { rows } = await pool.query<{ role: string; table: string; verb: Verb; extent: Extent }>(
    `select r.rolname as role, t.relname as table, v.verb,
            case when has_table_privilege(r.oid, t.oid, v.verb) then 'all'
                 when v.verb in ('select', 'insert', 'update', 'references')
                   and has_any_column_privilege(r.oid, t.oid, v.verb) then 'some'
                 else 'none' end as extent
     from pg_roles r, pg_class t, unnest($2::text[]) v (verb)
     where r.rolname = any ($1) and t.relkind in ('r', 'p') and t.relnamespace = 'public'::regnamespace
     order by 1, 2, 3`,
    [Object.values(PROCESSES), VERBS],
  );
  const processes = Object.fromEntries(Object.entries(PROCESSES).map(([name, role]) => [role, name as ProcessName]));
  return rows.map(({ role, ...right }) => ({ process: processes[role]!, ...right }));
}

/** What db/rights.ts says of it. */
export function extentOf(process: ProcessName, table: string, verb: Verb): Extent {
  const grants = grantsOf(process, table);
  if (grants.includes(verb)) return 'all';
  return grants.some((grant) => grant.startsWith(`${verb} (`)) ? 'some' : 'none';
}

const SIZE: Readonly<Record<Extent, number>> = { none: 0, some: 1, all: 2 };

/** Where processes may do more, or less, than db/rights.ts says. */
export async function wrongRights(pool: Pool): Promise<{ more: Held[]; less: Held[] }> {
  const held = await heldRights(pool);
  const by = (sign: 1 | -1) =>
    held.filter((h) => Math.sign(SIZE[h.extent] - SIZE[extentOf(h.process, h.table, h.verb)]) === sign);
  return { more: by(1), less: by(-1) };
}

/** As whom the processes are connected that run now, and what is amiss with that. */
export interface Connected {
  readonly role: string;
  readonly superuser: boolean;
  readonly owner: boolean;
  /** Not one of the roles of db/rights.ts. */
  readonly unknown: boolean;
}

/** Of the connections of processes, not of what people do by hand. */
export async function connectedAs(pool: Pool): Promise<Connected[]> {
  const { rows } = await pool.query<{ role: string; superuser: boolean; owns: boolean }>(
    `select distinct a.usename as role, r.rolsuper as superuser,
            exists (select from pg_class where relname = 'ledger' and relowner = r.oid) as owns
     from pg_stat_activity a join pg_roles r on r.rolname = a.usename
     where a.datname = current_database() and a.application_name in ('rostrum', 'rostrum bell') order by 1`,
  );
  const own: readonly string[] = Object.values(PROCESSES);
  return rows.map(({ role, superuser, owns }) => ({
    ...{ role, superuser },
    owner: owns || role === OWNER,
    unknown: !own.includes(role),
  }));
}

/** Roles that may come to this database though nothing in it is for them: Temporal's, and everybody's. */
export async function strangersLetIn(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ role: string }>(
    `select 'everybody' as role from pg_database, aclexplode(coalesce(datacl, acldefault('d', datdba))) a
     where datname = current_database() and a.grantee = 0 and a.privilege_type = 'CONNECT'
     union all
     select rolname from pg_roles
     where rolname = $1 and has_database_privilege(oid, current_database(), 'connect')`,
    [TEMPORAL],
  );
  return rows.map(({ role }) => role);
}

/** Functions of PostgreSQL itself that everybody may run here though they are to be closed, by the beginnings of their names. */
export async function functionsOfEverybody(pool: Pool, beginnings: readonly string[]): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select distinct proname as name from pg_proc, aclexplode(coalesce(proacl, acldefault('f', proowner))) a
     where pronamespace = 'pg_catalog'::regnamespace and a.grantee = 0 and a.privilege_type = 'EXECUTE'
       and exists (select from unnest($1::text[]) n where starts_with(proname, n)) order by 1`,
    [beginnings],
  );
  return rows.map(({ name }) => name);
}
