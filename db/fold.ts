import { type ProcessType, processTypeOf, type StreamId } from '../contracts/ids.ts';
import { cycleProcess } from '../domain/cycle/cycle.ts';
import { offeringProcess } from '../domain/offering/offering.ts';
import { organisationProcess } from '../domain/organisation/organisation.ts';
import type { Command, DomainEvent, Process } from '../domain/process.ts';
import { roundProcess } from '../domain/round/round.ts';
import { selectionProcess } from '../domain/selection/selection.ts';
import type { Connection, Pool } from './connection.ts';
import { current, GENESIS, readEntries } from './ledger.ts';
import { readSnapshot } from './snapshots.ts';

type AnyProcess = Process<unknown, Command, DomainEvent>;

const PROCESSES = {
  organisation: organisationProcess,
  round: roundProcess,
  selection: selectionProcess,
  cycle: cycleProcess,
  offering: offeringProcess,
} as unknown as Record<ProcessType, AnyProcess>;

/** The pure functions of a stream's process. */
export function processOf(stream: StreamId): AnyProcess {
  return PROCESSES[processTypeOf(stream)];
}

/** A stream folded up to a version, with the chain's link there. */
export interface Folded {
  readonly stream: StreamId;
  state: unknown;
  version: number;
  hash: Buffer;
  /** The version of the snapshot that exists, 0 for none. */
  snapshot: number;
}

/** Folds a stream from the ledger, from its snapshot when there is one to be believed, up to a version. */
export async function fold(connection: Connection | Pool, stream: StreamId, upTo: number): Promise<Folded> {
  const process = processOf(stream);
  const snapshot = upTo > 0 ? await readSnapshot(connection, stream, process.stateVersion) : null;
  const folded: Folded =
    snapshot && snapshot.version <= upTo
      ? {
          stream,
          state: process.thaw(snapshot.frozen),
          version: snapshot.version,
          hash: snapshot.hash,
          snapshot: snapshot.version,
        }
      : { stream, state: process.initial(stream), version: 0, hash: GENESIS, snapshot: 0 };
  await foldOn(connection, folded, upTo);
  return folded;
}

/** Folds the events that have come since, up to a version. */
export async function foldOn(connection: Connection | Pool, folded: Folded, upTo: number): Promise<void> {
  if (folded.version >= upTo) return;
  const process = processOf(folded.stream);
  for await (const page of readEntries(connection, folded.stream, folded.version, upTo)) {
    for (const entry of page) {
      folded.state = process.evolve(folded.state, current(entry));
      folded.version = entry.event.version;
      folded.hash = entry.hash;
    }
  }
  process.caughtUp?.(folded.state);
}
