import { log } from '@temporalio/workflow';
import type { ProcessInput } from '../../contracts/advance.ts';
import { Procedure, StagePassed } from './procedure.ts';

/** What a stage's story may wait for. */
export type Teller = Pick<Procedure, 'round' | 'children' | 'work' | 'passed'>;

/** One stage of a procedure, told from beginning to end. */
export type Stage = (procedure: Teller) => Promise<void>;

/** A procedure stage by stage, as it was written down. */
export type Stages = Readonly<Record<string, Stage>>;

/**
 * Runs a procedure stage by stage. Which stage is current is the ledger's word, so a stage that is done is skipped,
 * one that was reopened is told again, and resuming after a disaster needs nothing else.
 */
export async function runStages(input: ProcessInput, stages: Stages): Promise<void> {
  const procedure = new Procedure(input);
  const turning = procedure.turn();
  void tell(procedure, stages);
  await turning;
}

/** A story that goes wrong is only a story: what happens is the ledger's word all the same. */
async function tell(procedure: Procedure, stages: Stages): Promise<void> {
  await procedure.begun();
  while (!procedure.closed) {
    try {
      await stages[procedure.beginStage()]?.(procedure);
      await procedure.passed();
    } catch (error) {
      if (error instanceof StagePassed) continue;
      log.warn('The story of a stage went wrong', { stage: procedure.stage, error: String(error) });
      return;
    }
  }
}
