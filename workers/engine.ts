import { workflowBundle } from './bundle.ts';
import { createEngineWorker } from './engine-worker.ts';
import { polling } from './polling.ts';
import { runService } from './service.ts';
import { connectTemporal } from './temporal.ts';

// The process that runs the procedures: every workflow, and `advance` beside them.
await runService('engine', async (tools) => {
  const { environment, pool, keys, clock, log } = tools;
  const [connection, bundle] = await Promise.all([connectTemporal(tools), workflowBundle()]);
  const complain = (what: string, about: object) => log.warn(about, what);
  const parts = { pool, keys, clock, complain };
  return polling(await createEngineWorker(connection, environment.TEMPORAL_NAMESPACE, bundle, parts), connection);
});
