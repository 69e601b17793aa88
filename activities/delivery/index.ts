import { Context } from '@temporalio/activity';
import type { Shift } from '../../contracts/delivery.ts';
import { withHeartbeats } from '../heartbeat.ts';
import { type DeliveryOptions, deliverShift } from './deliver.ts';

/** The activity by which the workflow of a channel has a shift done. */
export function makeDelivery(options: Omit<DeliveryOptions, 'signal'>) {
  return withHeartbeats({
    async deliver(_channel: string): Promise<Shift> {
      const { more, pauseMs } = await deliverShift({ ...options, signal: Context.current().cancellationSignal });
      return { more, pauseMs };
    },
  });
}
