import { type DeliveryCount, type DeliveryOptions, deliverShift } from '../../activities/delivery/deliver.ts';

/** Shift after shift, as the workflow of a channel has them done, until nothing is due or the receiver wants a pause. */
export async function deliverWaiting(options: DeliveryOptions): Promise<DeliveryCount & { pauseMs: number }> {
  const all = { sent: 0, dropped: 0, failed: 0, postponed: 0 };
  for (;;) {
    const { more, pauseMs, ...count } = await deliverShift(options);
    for (const key of Object.keys(all) as (keyof DeliveryCount)[]) all[key] += count[key];
    if (!more || pauseMs) return { ...all, pauseMs };
  }
}
