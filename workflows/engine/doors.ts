import { defineSignal, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import { type Looked, POKE_SIGNAL, WORK_QUEUE } from '../../contracts/advance.ts';
import type { StreamId } from '../../contracts/ids.ts';

/** "Look again": something has changed in the stream, or near it. */
export const pokeSignal = defineSignal(POKE_SIGNAL);

interface Activities {
  look(stream: StreamId, now: number): Promise<Looked>;
}

interface SlowWork {
  /** Does a piece of slow work and hands its result in as a command. True: the stream has taken it. */
  [kind: string]: (stream: StreamId, key: string, now: number) => Promise<boolean>;
}

const quick = proxyLocalActivities<Activities>({
  scheduleToCloseTimeout: '2s',
  retry: { maximumAttempts: 2, initialInterval: '20ms' },
});

// A worker that dies while it looks is missed after ten seconds, not after the longest time that a look may take.
const durable = proxyActivities<Activities>({
  startToCloseTimeout: '5m',
  heartbeatTimeout: '10s',
  retry: { initialInterval: '100ms', backoffCoefficient: 1.5, maximumInterval: '5s' },
});

const slow = proxyActivities<SlowWork>({
  taskQueue: WORK_QUEUE,
  startToCloseTimeout: '10m',
  // Longer than the longest computation that lets nothing else happen in its process.
  heartbeatTimeout: '1m',
  retry: { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '1m' },
});

/** Fast when all is well; a normal activity that retries for ever when it is not, so that history does not grow. */
export async function look(stream: StreamId): Promise<Looked> {
  try {
    return await quick.look(stream, Date.now());
  } catch {
    return durable.look(stream, Date.now());
  }
}

export function perform(kind: string, stream: StreamId, key: string): Promise<boolean> {
  const work = slow[kind];
  if (!work) throw new Error(`no slow work ${kind}`);
  return work(stream, key, Date.now());
}
