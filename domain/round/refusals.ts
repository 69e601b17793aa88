import { type Rejection, reject } from '../process.ts';
import type { RoundState } from './state.ts';

/** The refusal of a command about a task that the round does not have. */
export function unknownTask(state: RoundState, id: string): Rejection {
  return reject(
    'not-found',
    `The round "${state.spec!.title.en}" has no task ${id}; look at your list for what is open.`,
  );
}
