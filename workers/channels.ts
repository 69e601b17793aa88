import type { Channel } from '../notices/channels/channel.ts';
import { mailChannel } from '../notices/channels/mail.ts';
import { webhookChannel } from '../notices/channels/webhook.ts';
import type { Environment } from '../settings/environment.ts';

/** A channel of the installation, and how many messages a second its receiver takes. */
export interface Limited {
  readonly channel: Channel;
  readonly perSecond: number;
}

/** The channels that the environment names; every message goes by each. */
export function channelsOf(environment: Environment): Limited[] {
  const { ROSTRUM_SMTP_URL: smtpUrl, ROSTRUM_WEBHOOK_URL: url, ROSTRUM_WEBHOOK_ALLOW: allow } = environment;
  const channels: Limited[] = [];
  if (smtpUrl) {
    const channel = mailChannel({ smtpUrl, from: senderOf(environment.ROSTRUM_MAIL_FROM!) });
    channels.push({ channel, perSecond: environment.ROSTRUM_MAIL_PER_SECOND });
  }
  if (url) {
    const { ROSTRUM_WEBHOOK_SECRET: secret, ROSTRUM_WEBHOOK_SECRET_BEFORE: before } = environment;
    const secrets = [secret, before].filter((one) => one !== undefined);
    const channel = webhookChannel({ url, secrets, allow });
    channels.push({ channel, perSecond: environment.ROSTRUM_WEBHOOK_PER_SECOND });
  }
  return channels;
}

/** "Training <training@example.com>", or the address alone. */
export function senderOf(text: string): { name: string; address: string } {
  const [, name = '', address = text] = /^\s*"?([^"<]*?)"?\s*<([^>]+)>\s*$/.exec(text) ?? [];
  return { name: name || 'Rostrum', address: address.trim() };
}
