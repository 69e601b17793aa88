import { ORGANISATION, type StreamId } from '../contracts/ids.ts';
import { ORGANISATION_COMMANDS } from '../contracts/organisation.ts';
import type { Because } from '../contracts/refusals/refusal.ts';
import type { Connection } from '../db/connection.ts';
import { namesAndAddresses } from '../db/views/people.ts';
import { addressesTaken } from '../domain/organisation/import-check.ts';
import type { OrganisationState } from '../domain/organisation/state.ts';
import type { Rejection } from '../domain/process.ts';
import { refuse } from '../domain/refuse.ts';
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
    if (faults.length) refused.set(id, refusalOf(faults));
  }
  return refused;
}

function refusalOf(faults: readonly Because[]): Rejection {
  const more = faults.length - MOST_FAULTS;
  return more > 0
    ? refuse('import-invalid/faults-more', { faults: faults.slice(0, MOST_FAULTS), more })
    : refuse('import-invalid/faults', { faults });
}
