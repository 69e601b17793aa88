import type { StreamId } from '../contracts/ids.ts';
import { noTaskOfYours } from '../domain/round/refusals.ts';
import { type Problem, problemOfRejection } from './problem.ts';
import type { Streams } from './streams.ts';

/** A task that the asker has never held looks like one that is not there, in a round that is not there. */
export const notFoundTask = (round: StreamId, task: string): Problem => problemOfRejection(noTaskOfYours(round, task));

/** Throws the problem `not-found` about a task when there is no such round. */
export function demandRoundOf(streams: Pick<Streams, 'demand'>, round: StreamId, task: string): Promise<void> {
  return streams.demand(round, notFoundTask(round, task));
}
