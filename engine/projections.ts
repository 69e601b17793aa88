import { type ProcessType, processTypeOf, type StreamId } from '../contracts/ids.ts';
import { projectCycle } from '../db/projections/cycle.ts';
import { projectOffering } from '../db/projections/offering.ts';
import { projectOrganisation } from '../db/projections/organisation.ts';
import { projectRound, writeAgenda } from '../db/projections/round.ts';
import { projectSelection } from '../db/projections/selection.ts';
import type { Writer } from '../db/projections/writer.ts';
import type { Recorded } from '../domain/process.ts';
import type { RoundState } from '../domain/round/state.ts';

/** Writes the projections of events that have just been appended; `state` is the fold after them. */
export type Project = (state: unknown, events: readonly Recorded[], writer: Writer) => Promise<void> | void;

const PROJECTS = {
  organisation: projectOrganisation,
  selection: projectSelection,
  cycle: projectCycle,
  offering: projectOffering,
  round: projectRound,
} as unknown as Record<ProcessType, Project>;

export function projectionOf(stream: StreamId): Project {
  return PROJECTS[processTypeOf(stream)];
}

/** Writes what a turn has moved without any event: whom a round reminds when, after a calendar or an absence has changed. */
export function projectPlans(stream: StreamId, state: unknown, writer: Writer): void {
  if (processTypeOf(stream) === 'round') writeAgenda(writer, state as RoundState);
}
