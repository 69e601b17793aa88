import { Worker } from '@temporalio/worker';
import { makeWork } from '../activities/work/index.ts';
import { WORK_QUEUE } from '../contracts/advance.ts';
import { polling } from './polling.ts';
import { runService } from './service.ts';
import { connectTemporal } from './temporal.ts';

/** Matching and rendering use the processor; more of them at once would only be slower each. */
const PIECES_AT_ONCE = 2;

// The process that does slow work: matching, ranking, documents. It runs no workflows.
await runService('work', async (tools) => {
  const { environment, pool, keys, clock } = tools;
  const connection = await connectTemporal(tools);
  const worker = await Worker.create({
    connection,
    namespace: environment.TEMPORAL_NAMESPACE,
    taskQueue: WORK_QUEUE,
    activities: { ...makeWork({ pool, keys, clock }) },
    maxConcurrentActivityTaskExecutions: PIECES_AT_ONCE,
    shutdownGraceTime: '5s',
  });
  return polling(worker, connection);
});
