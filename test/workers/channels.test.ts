import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readEnvironment } from '../../settings/environment.ts';
import { channelsOf } from '../../workers/channels.ts';
import { type HookServer, startHookServer } from '../notices/servers.ts';

let hook: HookServer;
beforeEach(async () => {
  hook = await startHookServer();
});
afterEach(() => hook.close());

const message = {
  key: 'k',
  template: 't',
  to: { name: 'N', email: 'n@example.com' },
  subject: 's',
  text: '知',
  html: '',
};
const environment = (more: Record<string, string>) =>
  readEnvironment({
    DATABASE_URL: 'postgresql://rostrum@db/rostrum',
    ROSTRUM_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
    ...more,
  });

test('what the webhook is given is signed with the secret of the environment', async () => {
  const secret = 'sixteen letters!';
  const [stop] = channelsOf(environment({ ROSTRUM_WEBHOOK_URL: hook.url, ROSTRUM_WEBHOOK_SECRET: secret }));
  expect(await stop!.channel.deliver(message)).toMatchObject({ accepted: true });
  const [{ headers, body }] = hook.posted as [(typeof hook.posted)[number]];
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  expect(headers['x-rostrum-signature']).toBe(`sha256=${signature}`);
});

test('without a secret nothing is signed, and a secret without a webhook is refused', async () => {
  const [stop] = channelsOf(environment({ ROSTRUM_WEBHOOK_URL: hook.url }));
  await stop!.channel.deliver(message);
  expect(hook.posted[0]!.headers).not.toHaveProperty('x-rostrum-signature');
  expect(() => environment({ ROSTRUM_WEBHOOK_SECRET: 'sixteen letters!' })).toThrow(
    /ROSTRUM_WEBHOOK_URL must be set when ROSTRUM_WEBHOOK_SECRET is/,
  );
});
