import type { ProcessInput } from '../contracts/advance.ts';
import { Procedure } from './engine/procedure.ts';

/** People owe answers: it takes them in, reminds at its instants, and ends when the last one is settled. */
export async function round(input: ProcessInput): Promise<void> {
  await new Procedure(input).turn();
}
