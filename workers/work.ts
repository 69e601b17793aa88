import { Worker } from '@temporalio/worker';
import { withHeartbeats } from '../activities/heartbeat.ts';
import { makeWork } from '../activities/work/index.ts';
import { WORK_QUEUE } from '../contracts/advance.ts';
import { Advance } from '../engine/advance.ts';
import { Aftermath } from '../engine/aftermath.ts';
import { engineOf } from '../engine/parts.ts';
import { Pokes } from '../engine/pokes.ts';
import { temporalClient } from '../engine/temporal-client.ts';
import { polling } from './polling.ts';
import { runService } from './service.ts';
import { connectTemporal } from './temporal.ts';

/** Matching and rendering use the processor; more of them at once would only be slower each. */
const PIECES_AT_ONCE = 2;

// The process that does slow work: matching, ranking, documents. It runs no workflows.
await runService('work', async (tools) => {
  const { environment, pool, keys, clock, log } = tools;
  const connection = await connectTemporal(tools);
  const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace } = environment;
  const client = temporalClient(address, namespace);
  const pokes = new Pokes(client);
  const aftermath = new Aftermath(pool, pokes);
  const complain = (what: string, about: object) => log.warn(about, what);
  const advance = new Advance(engineOf({ pool, keys, time: { clock }, complain }));
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue: WORK_QUEUE,
    activities: withHeartbeats(makeWork({ pool, keys, clock, advance, aftermath, complain })),
    maxConcurrentActivityTaskExecutions: PIECES_AT_ONCE,
    shutdownGraceTime: '5s',
  });
  const service = polling(worker, connection);
  return {
    ...service,
    stop: async () => {
      await service.stop();
      aftermath.stop();
      await pokes.stop();
      await client.connection.close();
    },
  };
});
