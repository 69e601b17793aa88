/** The workflow that delivers by one channel: it has shift after shift done until nothing is due any more. */
export const DELIVERY_WORKFLOW = 'delivery';

export interface DeliveryInput {
  /** `mail`, `webhook` … */
  readonly channel: string;
}

/** How a shift has ended. */
export interface Shift {
  /** Something may be due still. */
  readonly more: boolean;
  /** The receiver has had too much: nothing goes out by this channel for so many real milliseconds. */
  readonly pauseMs: number;
}

/** The one workflow of a channel in an installation. */
export function deliveryId(channel: string): string {
  return `delivery:${channel}`;
}

/** The task queue of a channel, which nobody else uses: its limit holds over all workers. */
export function deliveryQueue(channel: string): string {
  return `rostrum-deliver-${channel}-1`;
}
