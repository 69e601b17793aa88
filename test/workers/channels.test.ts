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

const allowed = { ROSTRUM_WEBHOOK_ALLOW: '10.0.0.0/8, 127.0.0.1' };

test('what the webhook is given is signed with the secrets of the environment', async () => {
  const [secret, before] = ['sixteen letters!', 'what it was before'];
  const secrets = { ROSTRUM_WEBHOOK_SECRET: secret, ROSTRUM_WEBHOOK_SECRET_BEFORE: before };
  const [stop] = channelsOf(environment({ ROSTRUM_WEBHOOK_URL: hook.url, ...secrets, ...allowed }));
  expect(await stop!.channel.deliver(message)).toMatchObject({ accepted: true });
  const [{ headers, body }] = hook.posted as [(typeof hook.posted)[number]];
  const signature = headers['x-rostrum-signature'] as string;
  const [, t] = /^t=(\d+),/.exec(signature)!;
  const [first, second] = [secret, before].map((s) => createHmac('sha256', s).update(`${t}.${body}`).digest('hex'));
  expect(signature).toBe(`t=${t},v1=${first},v1=${second}`);
});

test('without a secret nothing is signed, and a secret without a webhook is refused', async () => {
  const [stop] = channelsOf(environment({ ROSTRUM_WEBHOOK_URL: hook.url, ...allowed }));
  await stop!.channel.deliver(message);
  expect(hook.posted[0]!.headers).not.toHaveProperty('x-rostrum-signature');
  expect(() => environment({ ROSTRUM_WEBHOOK_SECRET: 'sixteen letters!' })).toThrow(
    /ROSTRUM_WEBHOOK_URL must be set when ROSTRUM_WEBHOOK_SECRET is/,
  );
  const url = { ROSTRUM_WEBHOOK_URL: hook.url };
  expect(() => environment({ ...url, ROSTRUM_WEBHOOK_SECRET_BEFORE: 'sixteen letters!' })).toThrow(
    /ROSTRUM_WEBHOOK_SECRET must be set when ROSTRUM_WEBHOOK_SECRET_BEFORE is/,
  );
  expect(() => environment({ ...url, ROSTRUM_WEBHOOK_ALLOW: 'intranet' })).toThrow(
    /ROSTRUM_WEBHOOK_ALLOW must be addresses or networks/,
  );
});

test('a webhook inside the network is not called unless the environment allows it', async () => {
  const [stop] = channelsOf(environment({ ROSTRUM_WEBHOOK_URL: hook.url }));
  expect(await stop!.channel.deliver(message)).toMatchObject({
    accepted: false,
    permanent: false,
    reason: expect.stringContaining('ROSTRUM_WEBHOOK_ALLOW'),
  });
  expect(hook.posted).toEqual([]);
});
