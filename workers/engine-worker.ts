import { Context } from '@temporalio/activity';
import { type NativeConnection, Worker, type WorkflowBundle } from '@temporalio/worker';
import { withHeartbeats } from '../activities/heartbeat.ts';
import { type LookParts, makeLook } from '../activities/look.ts';
import { ENGINE_QUEUE } from '../contracts/advance.ts';
import type { StreamId } from '../contracts/ids.ts';

/** The worker that runs the procedures: workflows, and the looks that they take. */
export async function createEngineWorker(
  connection: NativeConnection,
  namespace: string,
  workflowBundle: WorkflowBundle,
  parts: LookParts,
): Promise<Worker> {
  const look = makeLook(parts);
  return Worker.create({
    connection,
    namespace,
    taskQueue: ENGINE_QUEUE,
    workflowBundle,
    activities: withHeartbeats({
      look: (stream: StreamId, now: number) => look(stream, now, Context.current().cancellationSignal),
    }),
    // A killed worker's tasks go to another one after this long; the default costs ten seconds.
    stickyQueueScheduleToStartTimeout: '1s',
    reuseV8Context: true,
  });
}
