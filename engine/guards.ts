import { ORGANISATION, type StreamId } from '../contracts/ids.ts';
import { ORGANISATION_COMMANDS } from '../contracts/organisation.ts';
import type { Connection } from '../db/connection.ts';
import { namesAndAddresses } from '../db/views/people.ts';
import { addressesTaken } from '../domain/organisation/import-check.ts';
import type { OrganisationState } from '../domain/organisation/state.ts';
import { type Rejection, reject } from '../domain/process.ts';
import type { Sent } from '../domain/turn/outcome.ts';

const MOST_FAULTS = 100;

/**
 * Commands that are refused for what the ledger holds sealed, so that a decision cannot see it: an import by which an
 * address would belong to two people. Asked in the transaction that decides, once the stream is locked.
 */
export async function guarded(
  connection: Connection,
  stream: StreamId,
  commands: readonly Sent[],
  organisation: OrganisationState,
): Promise<Map<string, Rejection>> {
  const refused = new Map<string, Rejection>();
  if (stream !== ORGANISATION) return refused;
  for (const { id, type, body } of commands) {
    if (type !== 'importOrganisation') continue;
    const wanted = ORGANISATION_COMMANDS.importOrganisation.safeParse(body);
    if (!wanted.success || !wanted.data.people?.length) continue;
    const faults = addressesTaken(organisation, wanted.data, await namesAndAddresses(connection));
    if (faults.length) refused.set(id, reject('import-invalid', linesOf(faults)));
  }
  return refused;
}

function linesOf(faults: readonly string[]): string {
  const more = faults.length - MOST_FAULTS;
  return [...faults.slice(0, MOST_FAULTS), ...(more > 0 ? [`and ${more} more faults.`] : [])].join('\n');
}
