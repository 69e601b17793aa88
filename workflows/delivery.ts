import {
  allHandlersFinished,
  condition,
  continueAsNew,
  defineSignal,
  proxyActivities,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import { POKE_SIGNAL } from '../contracts/advance.ts';
import { type DeliveryInput, deliveryQueue, type Shift } from '../contracts/delivery.ts';

interface Activities {
  deliver(channel: string): Promise<Shift>;
}

/**
 * Delivers by one channel, shift after shift, until nothing is due. It is started when something is, and knows nothing that
 * is not in the outbox; what goes wrong with one letter is that letter's own and never fails a shift.
 */
export async function delivery({ channel }: DeliveryInput): Promise<void> {
  const { deliver } = proxyActivities<Activities>({
    taskQueue: deliveryQueue(channel),
    // A shift that is begun past the queue is not counted by its limit.
    allowEagerDispatch: false,
    startToCloseTimeout: '3m',
    // A worker that dies is missed after ten seconds; what it held comes back when its lease has run out.
    heartbeatTimeout: '10s',
    retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '30s' },
  });
  let poked = false;
  setHandler(defineSignal(POKE_SIGNAL), () => {
    poked = true;
  });
  for (;;) {
    poked = false;
    const { more, pauseMs } = await deliver(channel);
    if (pauseMs > 0) await sleep(pauseMs);
    else if (!more && !poked) return;
    if (workflowInfo().continueAsNewSuggested) {
      await condition(allHandlersFinished);
      await continueAsNew<typeof delivery>({ channel });
    }
  }
}
