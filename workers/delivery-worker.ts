import { type NativeConnection, Worker, type WorkflowBundle } from '@temporalio/worker';
import type { DeliveryOptions } from '../activities/delivery/deliver.ts';
import { makeDelivery } from '../activities/delivery/index.ts';
import { deliveryQueue } from '../contracts/delivery.ts';

/** What a worker of a channel delivers with. */
export interface DeliveryWorkerOptions extends Omit<DeliveryOptions, 'signal' | 'most'> {
  /** How many messages a second the receiver takes from one sender. */
  readonly perSecond: number;
}

/**
 * The worker of one channel: its workflow, and the shifts that it has done. Half of what the receiver takes is used, so that
 * others may send as well: so many messages a shift, and one shift a second, over all workers.
 */
export async function createDeliveryWorker(
  connection: NativeConnection,
  namespace: string,
  workflowBundle: WorkflowBundle,
  { perSecond, ...options }: DeliveryWorkerOptions,
): Promise<Worker> {
  const most = Math.max(1, Math.floor(perSecond / 2));
  return Worker.create({
    connection,
    namespace,
    taskQueue: deliveryQueue(options.channel.name),
    workflowBundle,
    activities: makeDelivery({ ...options, most }),
    maxTaskQueueActivitiesPerSecond: perSecond / 2 / most,
    maxConcurrentActivityTaskExecutions: 2,
    stickyQueueScheduleToStartTimeout: '1s',
    shutdownGraceTime: '25s',
    reuseV8Context: true,
  });
}
