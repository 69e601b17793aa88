import { processTypeOf, type StreamId } from '../contracts/ids.ts';
import type { Recorded } from '../domain/process.ts';
import type { RoundState } from '../domain/round/state.ts';
import { dropSentApplications } from './application-drafts.ts';
import { dropSettledDrafts } from './drafts.ts';
import { eraseAsRecorded } from './erasure.ts';
import type { Writer } from './projections/writer.ts';

/**
 * Brings what is kept beside the ledger, and cannot be made again from it, into step with events of a stream: drafts of
 * tasks that are settled and of applications that were sent, and whatever is left of a person who is erased. It happens once, in the transaction that
 * records the events and before their projections; `state` is the fold after them.
 */
export async function keepInStep(
  stream: StreamId,
  state: unknown,
  events: readonly Recorded[],
  writer: Writer,
): Promise<void> {
  const type = processTypeOf(stream);
  if (type === 'round') dropSettledDrafts(state as RoundState, events, writer);
  if (type === 'selection') dropSentApplications(stream, events, writer);
  if (type === 'organisation') await eraseAsRecorded(events, writer);
}
