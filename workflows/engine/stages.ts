import type { ProcessInput } from '../../contracts/advance.ts';
import { Procedure, StagePassed } from './procedure.ts';

/** One stage of a procedure, told from beginning to end. */
export type Stage = (procedure: Procedure) => Promise<void>;

/**
 * Runs a procedure stage by stage. Which stage is current is the ledger's word, so a stage that is done is skipped,
 * one that was reopened is told again, and resuming after a disaster needs nothing else.
 */
export async function runStages(input: ProcessInput, stages: Readonly<Record<string, Stage>>): Promise<void> {
  const procedure = new Procedure(input);
  const turning = procedure.turn();
  void tell(procedure, stages);
  await turning;
}

async function tell(procedure: Procedure, stages: Readonly<Record<string, Stage>>): Promise<void> {
  await procedure.begun();
  while (!procedure.closed) {
    try {
      await stages[procedure.beginStage()]?.(procedure);
      await procedure.passed();
    } catch (error) {
      if (!(error instanceof StagePassed)) throw error;
    }
  }
}
