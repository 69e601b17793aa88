import type { ProcessInput } from '../contracts/advance.ts';
import { runStages } from './engine/stages.ts';

/** A procedure that tells no story of its own: each of its stages lasts until the ledger says that it is over. */
export async function procedure(input: ProcessInput): Promise<void> {
  await runStages(input, {});
}
