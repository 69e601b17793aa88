import type { NativeConnection, Worker } from '@temporalio/worker';
import type { Service } from './service.ts';

/** A Temporal worker as a service: it polls from now on, and hands back what it holds when it is stopped. */
export function polling(worker: Worker, connection: NativeConnection): Service {
  const ended = worker.run().finally(() => connection.close());
  return {
    health: () => ({ state: worker.getState(), well: worker.getState() === 'RUNNING' }),
    stop: async () => {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await ended;
    },
    ended,
  };
}
