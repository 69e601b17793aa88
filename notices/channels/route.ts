import { type Channel, type Delivery, type Message, temporary } from './channel.ts';

/** One channel of an installation, in the order of its configuration. */
export interface Stop {
  readonly channel: Channel;
  /** `always`: every message goes here as well. `fallback`: only when no channel before has taken it. */
  readonly when: 'always' | 'fallback';
}

/**
 * Takes a message along the configured channels. It is delivered once any of them has taken it; a channel that failed
 * beside one that did not is told to `log` and not tried again, since a repeat would show a second copy elsewhere.
 * When all refuse, the message is worth another try as long as one of them thinks so.
 */
export async function deliverAlong(
  route: readonly Stop[],
  message: Message,
  log: (text: string) => void,
): Promise<Delivery> {
  const taken: string[] = [];
  const refused: { readonly name: string; readonly permanent: boolean; readonly reason: string }[] = [];
  let wait: number | undefined;
  for (const { channel, when } of route) {
    if (when === 'fallback' && taken.length > 0) continue;
    const delivery = await channel.deliver(message);
    if (delivery.accepted) {
      taken.push(`${channel.name}: ${delivery.response}`);
      continue;
    }
    refused.push({ name: channel.name, permanent: delivery.permanent, reason: delivery.reason });
    if (delivery.retryAfterMs !== undefined) wait = Math.min(wait ?? Infinity, delivery.retryAfterMs);
  }
  if (taken.length > 0) {
    for (const { name, reason } of refused) log(`${message.key} did not go out by ${name}: ${reason}`);
    return { accepted: true, response: taken.join('; ') };
  }
  if (refused.length === 0) return temporary('No channel is configured: set SMTP_URL or a webhook.');
  const reason = refused.map((r) => `${r.name}: ${r.reason}`).join('; ');
  return refused.every((r) => r.permanent) ? { accepted: false, permanent: true, reason } : temporary(reason, wait);
}
