import { mailChannel } from '../notices/channels/mail.ts';
import type { Stop } from '../notices/channels/route.ts';
import { webhookChannel } from '../notices/channels/webhook.ts';
import type { Environment } from '../settings/environment.ts';

/** The channels that the environment names: mail first, and the webhook beside it. */
export function channelsOf(environment: Environment): Stop[] {
  const { ROSTRUM_SMTP_URL: smtpUrl, ROSTRUM_WEBHOOK_URL: url, ROSTRUM_WEBHOOK_SECRET: secret } = environment;
  const stops: Stop[] = [];
  if (smtpUrl) {
    const channel = mailChannel({ smtpUrl, from: senderOf(environment.ROSTRUM_MAIL_FROM!) });
    stops.push({ channel, when: 'always' });
  }
  if (url) stops.push({ channel: webhookChannel({ url, ...(secret ? { secret } : {}) }), when: 'always' });
  return stops;
}

/** "Training <training@example.com>", or the address alone. */
export function senderOf(text: string): { name: string; address: string } {
  const [, name = '', address = text] = /^\s*"?([^"<]*?)"?\s*<([^>]+)>\s*$/.exec(text) ?? [];
  return { name: name || 'Rostrum', address: address.trim() };
}
