import type { ProcessInput } from '../contracts/advance.ts';
import { Procedure } from './engine/procedure.ts';

/** The company's people, posts and calendars: it takes in imports and corrections, and never ends. */
export async function organisation(input: ProcessInput): Promise<void> {
  await new Procedure(input).turn();
}
