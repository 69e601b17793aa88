import { workflowBundle } from './bundle.ts';
import { createEngineWorker } from './engineWorker.ts';
import { connectTemporal } from './patience.ts';
import { polling } from './polling.ts';
import { runService } from './service.ts';

// The process that runs the procedures: every workflow, and `advance` beside them.
await runService('engine', async ({ environment, pool, keys, clock, log, waiting }) => {
  const [connection, bundle] = await Promise.all([
    connectTemporal({ address: environment.TEMPORAL_ADDRESS }, waiting),
    workflowBundle(),
  ]);
  const complain = (what: string, about: object) => log.warn(about, what);
  const parts = { pool, keys, clock, complain };
  return polling(await createEngineWorker(connection, environment.TEMPORAL_NAMESPACE, bundle, parts), connection);
});
