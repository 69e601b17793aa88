import type { StreamId } from '../contracts/ids.ts';
import type { KINDS, KindName } from '../contracts/kinds.ts';
import { projectCycle } from '../db/projections/cycle.ts';
import { projectOffering } from '../db/projections/offering.ts';
import { projectOrganisation } from '../db/projections/organisation.ts';
import { projectProcedure } from '../db/projections/procedure.ts';
import { projectRound, writeAgenda } from '../db/projections/round.ts';
import type { Writer } from '../db/projections/writer.ts';
import { processOf } from '../domain/kinds.ts';
import type { Standing } from '../domain/procedure/standing.ts';
import type { Recorded } from '../domain/process.ts';
import type { RoundState } from '../domain/round/state.ts';

/** Writes the projections of events that have just been appended; `state` is the fold after them. */
export type Project = (state: unknown, events: readonly Recorded[], writer: Writer) => Promise<void> | void;

/** Kinds that have no row in the table of procedures. */
type NoProcedure = { [K in KindName]: (typeof KINDS)[K]['procedure'] extends true ? never : K }[KindName];

/** What the tables hold of a kind alone: all of what is no procedure, and of a procedure what is particular to it. */
const OWN: Readonly<Partial<Record<KindName, Project>> & Record<NoProcedure, Project>> = {
  organisation: projectOrganisation as Project,
  cycle: projectCycle as Project,
  offering: projectOffering as Project,
  round: projectRound as Project,
};

export function projectionOf(stream: StreamId): Project {
  const { type, titleOf } = processOf(stream);
  return async (state, events, writer) => {
    const title = titleOf?.(state) ?? null;
    if (title) projectProcedure(state as Standing, title, events, writer);
    await OWN[type]?.(state, events, writer);
  };
}

/** Writes what a turn has moved without any event: whom a round reminds when, after a calendar or an absence has changed. */
export function projectPlans(stream: StreamId, state: unknown, writer: Writer): void {
  if (processOf(stream).type === 'round') writeAgenda(writer, state as RoundState);
}
