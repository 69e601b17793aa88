import { ORGANISATION } from '../contracts/ids.ts';
import type { HeldRole, OrganisationState } from '../domain/organisation/state.ts';
import { type Connection, isPassing, type Pool } from './connection.ts';
import { foldMany, unfolded } from './fold.ts';
import type { KeptFault } from './kept-fault.ts';
import type { SignedHead } from './ledger.ts';

/**
 * Compares the rows of roles, by which views are opened, with the facts of the organisation, by which commands are decided. Without
 * a key: who has a role is sealed in neither. Changes nothing.
 */
export async function verifyRoles(connection: Connection | Pool): Promise<KeptFault[]> {
  const { head, rows } = await rolesAsRows(connection);
  const roles = await rolesInLedger(connection, head);
  if (!roles) return [{ what: 'roles', sentence: UNFOLDED }];
  const granted = new Map<string, string | null>();
  for (const [person, held] of roles) for (const role of held) granted.set(nameOf(person, role), role.until);
  const faults: KeptFault[] = [];
  const add = (name: string, what: string) =>
    faults.push({ what: `role ${name}`, sentence: `The role ${name} ${what}; mend it: rostrum ledger rebuild` });
  for (const [name, until] of rows) {
    if (!granted.has(name)) add(name, 'stands in its table, but nobody has granted it');
    else if (granted.get(name) !== until) add(name, 'ends in its table on another day than the ledger says');
  }
  for (const name of granted.keys()) if (!rows.has(name)) add(name, 'was granted, but is missing in its table');
  return faults;
}

const UNFOLDED =
  'The rows of roles were compared with nothing, since the organisation cannot be folded; see to its stream first, and verify again.';

/** null: they cannot be told, as events of the organisation are not what was written. */
async function rolesInLedger(
  connection: Connection | Pool,
  head: SignedHead,
): Promise<OrganisationState['roles'] | null> {
  try {
    const folds = await foldMany(connection, null, [head]);
    return (folds.get(ORGANISATION)!.state as OrganisationState).roles;
  } catch (error) {
    if (isPassing(error)) throw error;
    return null;
  }
}

/** The rows, and where the organisation stood: read at once, so that a role that is granted meanwhile is in both or in neither. */
async function rolesAsRows(
  connection: Connection | Pool,
): Promise<{ head: SignedHead; rows: Map<string, string | null> }> {
  const { rows } = await connection.query<{ version: number; person: string | null } & HeldRole>(
    `select o.version, r.person, r.role, nullif(r.scope, '') as scope, r.until
     from (select coalesce(max(version), 0) as version from stream where id = $1) o left join role r on true
     order by r.person, r.role, r.scope`,
    [ORGANISATION],
  );
  const held = rows.flatMap(({ person, ...row }) =>
    person === null ? [] : [[nameOf(person, row), row.until] as const],
  );
  const head = { ...unfolded(ORGANISATION), version: rows[0]!.version, signature: null };
  return { head, rows: new Map(held) };
}

/** As in `P3 operations` or `P3 leader D1`. */
function nameOf(person: string, { role, scope }: Pick<HeldRole, 'role' | 'scope'>): string {
  return [person, role, scope].filter(Boolean).join(' ');
}
