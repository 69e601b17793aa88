import type { z } from 'zod';
import { CYCLE_COMMANDS } from '../../contracts/cycle.ts';
import type { ProcessType, StreamId } from '../../contracts/ids.ts';
import { processTypeOf } from '../../contracts/ids.ts';
import { OFFERING_COMMANDS } from '../../contracts/offering.ts';
import { ORGANISATION_COMMANDS } from '../../contracts/organisation.ts';
import { ROUND_COMMANDS } from '../../contracts/round.ts';
import { SELECTION_COMMANDS } from '../../contracts/selection.ts';
import { projectCycle } from '../../db/projections/cycle.ts';
import { projectOffering } from '../../db/projections/offering.ts';
import { projectOrganisation } from '../../db/projections/organisation.ts';
import { projectRound } from '../../db/projections/round.ts';
import { projectSelection } from '../../db/projections/selection.ts';
import type { Writer } from '../../db/projections/writer.ts';
import { cycleProcess } from '../../domain/cycle/cycle.ts';
import { offeringProcess } from '../../domain/offering/offering.ts';
import { organisationProcess } from '../../domain/organisation/organisation.ts';
import type { Command, DomainEvent, Process, Recorded } from '../../domain/process.ts';
import { roundProcess } from '../../domain/round/round.ts';
import { selectionProcess } from '../../domain/selection/selection.ts';

/** A kind of process with everything that `advance` needs around its pure functions. */
export interface Kind<S = unknown> {
  readonly process: Process<S, Command, DomainEvent>;
  readonly commands: Readonly<Record<string, z.ZodType>>;
  /** Writes the projections of events that have just been appended; `state` is the fold after them. */
  readonly project: (state: S, events: readonly Recorded[], writer: Writer) => Promise<void>;
}

const KINDS: Record<ProcessType, Kind> = {
  organisation: {
    process: organisationProcess,
    commands: ORGANISATION_COMMANDS,
    project: projectOrganisation,
  } as unknown as Kind,
  selection: { process: selectionProcess, commands: SELECTION_COMMANDS, project: projectSelection } as unknown as Kind,
  cycle: { process: cycleProcess, commands: CYCLE_COMMANDS, project: projectCycle } as unknown as Kind,
  offering: { process: offeringProcess, commands: OFFERING_COMMANDS, project: projectOffering } as unknown as Kind,
  round: { process: roundProcess, commands: ROUND_COMMANDS, project: projectRound } as unknown as Kind,
};

export function kindOf(stream: StreamId): Kind {
  return KINDS[processTypeOf(stream)];
}
