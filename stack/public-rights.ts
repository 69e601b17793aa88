import pg from 'pg';

/**
 * Functions of PostgreSQL by which whoever may only connect fills the disk (large objects, the log of writes) or holds up others (advisory
 * locks). Closed to everybody, by the beginnings of their names.
 */
export const CLOSED = ['lo_', 'loread', 'lowrite', 'pg_advisory_', 'pg_try_advisory_', 'pg_logical_emit_message'];

/** What of those a role needs all the same, by name. */
export type Functions = Readonly<Record<string, readonly string[]>>;

/** Databases that every server has, and that let in everybody who may sign in. */
const OF_EVERY_SERVER = ['postgres', 'template1'];

/** Closes what every server has to whoever has no right of their own there; for the superuser, wherever they are connected. */
export async function closeServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    'select datname as name from pg_database where datname = any ($1)',
    [OF_EVERY_SERVER],
  );
  for (const { name } of rows) await client.query(`revoke all on database ${pg.escapeIdentifier(name)} from public`);
}

/**
 * Takes from everybody what PostgreSQL lets whoever is connected do in a database: the functions above, blocks of code, and on old servers
 * making tables. Roles get the functions that they need. In one transaction; safe to repeat.
 * @param client the superuser, connected to that database
 */
export async function closeDatabase(client: pg.Client, owner: string, functions: Functions): Promise<void> {
  const { rows } = await client.query<{ name: string; signature: string }>(
    `select proname as name, oid::regprocedure::text as signature from pg_proc
     where pronamespace = 'pg_catalog'::regnamespace and exists (select from unnest($1::text[]) n where starts_with(proname, n))`,
    [CLOSED],
  );
  const signatures = (of: (name: string) => boolean) =>
    rows.flatMap(({ name, signature }) => (of(name) ? [signature] : [])).join(', ');
  const grants = Object.entries(functions).map(
    ([role, names]) =>
      `grant execute on function ${signatures((name) => names.includes(name))} to ${pg.escapeIdentifier(role)}`,
  );
  const statements = [
    'revoke create on schema public from public',
    'revoke usage on language plpgsql from public',
    `grant usage on language plpgsql to ${pg.escapeIdentifier(owner)}`,
    `revoke all on function ${signatures(() => true)} from public`,
    ...grants,
  ];
  await client.query(`begin; ${statements.join('; ')}; commit`);
}
