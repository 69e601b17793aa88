import type { Pool } from './connection.ts';
import { digestOf } from './hash.ts';
import type { KeptFault } from './kept-fault.ts';
import { verifyRoles } from './verify-roles.ts';

const PAGE = 20;
const MOST = 100;

/**
 * Looks through what the ledger speaks of and does not hold: bytes of files and documents by their digests, and outcomes of
 * commands, which may not say that something was refused that has events, or was accepted at a version that there is not; and rows
 * of roles, which may not say what the ledger does not. At most 100 faults of each kind. Changes nothing.
 */
export async function verifyKept(pool: Pool): Promise<KeptFault[]> {
  return [
    ...(await changedBytes(pool, 'file')),
    ...(await changedBytes(pool, 'document')),
    ...(await untrueOutcomes(pool)),
    ...(await verifyRoles(pool)).slice(0, MOST),
  ];
}

async function changedBytes(pool: Pool, table: 'file' | 'document'): Promise<KeptFault[]> {
  const faults: KeptFault[] = [];
  for (let after = ''; faults.length < MOST; ) {
    const { rows } = await pool.query<{ id: string; sha256: string; bytes: Buffer }>(
      `select id, sha256, bytes from ${table} where id > $1 order by id limit ${PAGE}`,
      [after],
    );
    for (const { id, sha256, bytes } of rows) {
      if (digestOf(bytes) === sha256) continue;
      faults.push({
        what: `${table} ${id}`,
        sentence: `The ${table} ${id} is not what was stored; its bytes were changed.`,
      });
    }
    if (rows.length < PAGE) break;
    after = rows.at(-1)!.id;
  }
  return faults;
}

async function untrueOutcomes(pool: Pool): Promise<KeptFault[]> {
  const { rows } = await pool.query<{ stream: string; id: string; accepted: boolean }>(
    `select c.stream, c.id, true as accepted from command c left join stream s on s.id = c.stream
     where (c.outcome ->> 'accepted')::boolean and (c.outcome ->> 'version')::int > coalesce(s.version, 0)
     union
     select c.stream, c.id, false from command c join ledger l on l.stream = c.stream and l.command = c.id
     where not (c.outcome ->> 'accepted')::boolean
     order by 1, 2 limit ${MOST}`,
  );
  return rows.map(({ stream, id, accepted }) => ({
    what: `outcome of ${stream} ${id}`,
    sentence: accepted
      ? `${stream}: the command ${id} is said to have been accepted at an event that is not there.`
      : `${stream}: the command ${id} is said to have been refused, but the ledger holds what it brought about.`,
  }));
}
