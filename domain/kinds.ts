import { firstFaults } from '../contracts/first-faults.ts';
import { type ProcessType, processTypeOf, type StreamId } from '../contracts/ids.ts';
import { admitWords, wordsOf } from '../contracts/kinds.ts';
import { admitNotices } from '../contracts/notices/all.ts';
import { cycleProcess } from './cycle/cycle.ts';
import { offeringProcess } from './offering/offering.ts';
import { organisationProcess } from './organisation/organisation.ts';
import type { MoneyLine } from './procedure/money.ts';
import type { Suppositions } from './procedure/suppose.ts';
import type { Command, DomainEvent, Process } from './process.ts';
import { roundProcess } from './round/round.ts';
import { selectionProcess } from './selection/selection.ts';

/** Any kind of process; whoever holds one does not look into its state. */
export type AnyProcess = Process<unknown, Command, DomainEvent> & {
  readonly suppose?: Suppositions;
  readonly money?: (state: unknown) => readonly MoneyLine[];
};

const HOUSE = {
  organisation: organisationProcess,
  selection: selectionProcess,
  cycle: cycleProcess,
  offering: offeringProcess,
  round: roundProcess,
} as const satisfies Readonly<Record<ProcessType, unknown>>;

const processes = new Map<ProcessType, AnyProcess>();
for (const [kind, process] of Object.entries(HOUSE)) take(kind as ProcessType, process as unknown as AnyProcess);

/** @throws where the process is of another kind, or goes by other words than are known of the kind */
function take(kind: ProcessType, process: AnyProcess): void {
  if (process.type !== kind || process.words !== wordsOf(kind))
    throw new Error(`The process of the kind "${kind}" is that of "${process.type}", or goes by other words.`);
  for (const schema of Object.values(process.commands)) firstFaults(schema);
  processes.set(kind, process);
}

/**
 * Admits a kind from outside: from then on its streams are as those of any other. Whoever puts a program together does it
 * before anything else is done, in every thread and process of it alike, and never takes it back.
 * @throws where the name of the kind is taken, or is none
 */
export function admitKind(process: AnyProcess): void {
  take(admitWords(process.type, process.words), process);
  admitNotices(process.type, process.notices ?? {});
}

/** The pure functions of a kind. @throws where there is no such kind */
export function processOfKind(kind: ProcessType): AnyProcess {
  const found = processes.get(kind);
  if (!found) throw new Error(`There is no kind of process "${kind}".`);
  return found;
}

/** The pure functions of a stream's process. */
export function processOf(stream: StreamId): AnyProcess {
  return processOfKind(processTypeOf(stream));
}
