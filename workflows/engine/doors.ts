import { defineSignal, defineUpdate, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import {
  ADVANCE_UPDATE,
  type Advance,
  type Advanced,
  type CommandRef,
  type Mark,
  POKE_SIGNAL,
  WORK_QUEUE,
} from '../../contracts/advance.ts';
import type { StreamId } from '../../contracts/ids.ts';

/** Commands, by id; answered with a mark for each once they are decided and stored. */
export const advanceUpdate = defineUpdate<readonly Mark[], [readonly CommandRef[]]>(ADVANCE_UPDATE);

/** "Look again": a child has news, an owner gave an order, a calendar has changed. */
export const pokeSignal = defineSignal(POKE_SIGNAL);

interface Activities {
  advance(stream: StreamId, input: Advance): Promise<Advanced>;
}

interface SlowWork {
  /** Does a piece of slow work and stores its result as a command, whose reference it returns. */
  [kind: string]: (stream: StreamId, key: string, now: number) => Promise<CommandRef>;
}

const quick = proxyLocalActivities<Activities>({
  scheduleToCloseTimeout: '2s',
  retry: { maximumAttempts: 2, initialInterval: '20ms' },
});

const durable = proxyActivities<Activities>({
  startToCloseTimeout: '5m',
  retry: { initialInterval: '100ms', backoffCoefficient: 1.5, maximumInterval: '5s' },
});

const slow = proxyActivities<SlowWork>({
  taskQueue: WORK_QUEUE,
  startToCloseTimeout: '10m',
  retry: { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '1m' },
});

/** Fast when all is well; a normal activity that retries for ever when it is not, so that history does not grow. */
export async function advance(stream: StreamId, input: Advance): Promise<Advanced> {
  try {
    return await quick.advance(stream, input);
  } catch {
    return durable.advance(stream, input);
  }
}

export function perform(kind: string, stream: StreamId, key: string): Promise<CommandRef> {
  const work = slow[kind];
  if (!work) throw new Error(`no slow work ${kind}`);
  return work(stream, key, Date.now());
}
