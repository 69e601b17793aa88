import type { z } from 'zod';
import { CYCLE_COMMANDS } from '../contracts/cycle.ts';
import { firstFaults } from '../contracts/first-faults.ts';
import { type ProcessType, processTypeOf, type StreamId } from '../contracts/ids.ts';
import { OFFERING_COMMANDS } from '../contracts/offering.ts';
import { ORGANISATION_COMMANDS } from '../contracts/organisation.ts';
import { ROUND_COMMANDS } from '../contracts/round.ts';
import { SELECTION_COMMANDS } from '../contracts/selection.ts';
import { cycleProcess } from './cycle/cycle.ts';
import { offeringProcess } from './offering/offering.ts';
import { organisationProcess } from './organisation/organisation.ts';
import type { Command, DomainEvent, Process } from './process.ts';
import { roundProcess } from './round/round.ts';
import { selectionProcess } from './selection/selection.ts';

/** Any kind of process; whoever holds one does not look into its state. */
export type AnyProcess = Process<unknown, Command, DomainEvent>;

/** A kind of process: its pure functions, and the shapes of the commands that it takes. */
export interface Kind {
  readonly process: AnyProcess;
  readonly commands: Readonly<Record<string, z.ZodType>>;
}

const KINDS = {
  organisation: { process: organisationProcess, commands: ORGANISATION_COMMANDS },
  selection: { process: selectionProcess, commands: SELECTION_COMMANDS },
  cycle: { process: cycleProcess, commands: CYCLE_COMMANDS },
  offering: { process: offeringProcess, commands: OFFERING_COMMANDS },
  round: { process: roundProcess, commands: ROUND_COMMANDS },
} as unknown as Record<ProcessType, Kind>;

for (const { commands } of Object.values(KINDS)) for (const schema of Object.values(commands)) firstFaults(schema);

export function kindOf(stream: StreamId): Kind {
  return KINDS[processTypeOf(stream)];
}

/** The pure functions of a stream's process. */
export function processOf(stream: StreamId): AnyProcess {
  return kindOf(stream).process;
}
