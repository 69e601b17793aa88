import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Channel, Message } from '../../notices/channels/channel.ts';
import { mailChannel, messageIdOf } from '../../notices/channels/mail.ts';
import { isOutside, type Resolve } from '../../notices/channels/outside.ts';
import { type WebhookOptions, webhookChannel } from '../../notices/channels/webhook.ts';
import { type HookServer, type MailServer, startHookServer, startMailServer } from './servers.ts';

const message: Message = {
  key: 'round:trainers-2027.review#17/E1',
  to: { name: '诸葛晨曦', email: 'zhuge@example.com' },
  template: 'round.reminder',
  subject: '提醒：专家评审',
  text: '您好 & <b>再见</b>',
  html: '<p>您好 &amp; &lt;b&gt;再见&lt;/b&gt;</p>',
};
const from = { name: 'Rostrum 培训', address: 'training@rostrum.example.com' };
let smtp: MailServer;
let hook: HookServer;
let mail: Channel;

beforeEach(async () => {
  [smtp, hook] = await Promise.all([startMailServer(), startHookServer()]);
  mail = mailChannel({ smtpUrl: smtp.url, from });
});
afterEach(async () => {
  mail.close?.();
  await Promise.all([smtp.close(), hook.close()]);
});

describe('mail', () => {
  test('arrives with name, subject, text and HTML as they were written', async () => {
    expect(await mail.deliver(message)).toEqual({ accepted: true, response: expect.stringMatching(/^250 /) });
    const [got] = smtp.received;
    expect(got).toMatchObject({ subject: '提醒：专家评审', html: message.html });
    expect(got!.text?.trim()).toBe(message.text);
    expect(got!.to).toMatchObject({ value: [{ name: '诸葛晨曦', address: 'zhuge@example.com' }] });
    expect(got!.from?.value).toEqual([from]);
    expect(got!.headers.get('auto-submitted')).toBe('auto-generated');
  });

  test('carries the same Message-ID in every attempt, and another for another key', async () => {
    await mail.deliver(message);
    await mail.deliver({ ...message, subject: 'again' });
    await mail.deliver({ ...message, key: 'other' });
    const ids = smtp.received.map((m) => m.messageId);
    expect(ids[0]).toBe(messageIdOf(message.key, 'rostrum.example.com'));
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
    expect(ids[0]).toMatch(/^<[0-9a-f]{40}@rostrum\.example\.com>$/);
  });

  test.each([
    [550, true],
    [552, true],
    [450, false],
    [421, false],
  ])('a recipient answered with %i: permanent is %s', async (code, permanent) => {
    smtp.onRecipient = () => ({ code, text: 'no such box' });
    expect(await mail.deliver(message)).toMatchObject({
      accepted: false,
      permanent,
      reason: expect.stringContaining('no such box'),
    });
  });

  test('a message answered with 554 is a bounce, with 451 it is not', async () => {
    smtp.onMessage = () => ({ code: 554, text: 'refused' });
    expect(await mail.deliver(message)).toMatchObject({ permanent: true });
    smtp.onMessage = () => ({ code: 451, text: 'later' });
    expect(await mail.deliver(message)).toMatchObject({ permanent: false });
  });

  test('a wrong password and a server that is away use up no message', async () => {
    const stranger = mailChannel({ smtpUrl: smtp.url.replace('//', '//me:wrong@'), from });
    expect(await stranger.deliver(message)).toMatchObject({ accepted: false, permanent: false });
    stranger.close?.();
    await smtp.close();
    expect(await mail.deliver(message)).toMatchObject({ accepted: false, permanent: false });
  });

  test.each(['not an address', 'a@example.com, b@example.com', 'a@example.com\r\nBcc: b@example.com'])(
    'does not go to "%s"',
    async (email) => {
      expect(await mail.deliver({ ...message, to: { name: 'A', email } })).toMatchObject({ permanent: true });
      expect(smtp.received).toEqual([]);
    },
  );
});

describe('a mail server', () => {
  test.each([
    ['421 4.3.2 Too many connections', true],
    ['450 4.2.1 The user you are trying to contact is receiving mail at a rate that prevents', true],
    ['451 4.7.500 Server busy. Please try again later', true],
    ['451 4.7.1 Greylisted, too many new triplets, try later', false],
    ['452 4.2.2 mailbox full', false],
  ])('that says "%s" wants to be left alone: %s', async (said, busy) => {
    const [code, ...words] = said.split(' ');
    smtp.onMessage = () => ({ code: Number(code), text: words.join(' ') });
    const delivery = await mail.deliver(message);
    expect(delivery).toMatchObject({ accepted: false, permanent: false });
    expect('busy' in delivery && delivery.busy === true).toBe(busy);
  });

  test.each([
    ['450 4.2.1 The user you are trying to contact is receiving mail at a rate that prevents', false],
    ['452 4.2.2 too many messages in the mailbox', false],
    ['450 4.1.1 too many unknown users', false],
    ['450 4.7.1 too many recipients of yours', true],
  ])('that says "%s" of the recipient wants to be left alone: %s', async (said, busy) => {
    const [code, ...words] = said.split(' ');
    smtp.onRecipient = () => ({ code: Number(code), text: words.join(' ') });
    const delivery = await mail.deliver(message);
    expect(delivery).toMatchObject({ accepted: false, permanent: false });
    expect('busy' in delivery && delivery.busy === true).toBe(busy);
  });
});

describe('webhook', () => {
  const allow = ['127.0.0.1'];
  const post = (more: Partial<WebhookOptions> = {}) =>
    webhookChannel({ url: hook.url, allow, ...more }).deliver(message);

  test('posts the notice as JSON, with the outbox key', async () => {
    expect(await post()).toEqual({ accepted: true, response: '200 so be it' });
    const [{ headers, body }] = hook.posted as [HookServer['posted'][0]];
    const { key: id, to, template, subject, text } = message;
    expect(JSON.parse(body)).toEqual({ id, to, template, subject, text });
    expect(headers).not.toHaveProperty('x-rostrum-signature');
    expect(decodeURIComponent(headers['idempotency-key'] as string)).toBe(id);
  });

  test('is signed so that the check of the documentation takes it for five minutes, as it is and from nobody else', async () => {
    await post({ secrets: ['the new secret', 'the one before'] });
    const [{ headers, body }] = hook.posted as [HookServer['posted'][0]];
    const header = headers['x-rostrum-signature'] as string;
    const posted = Number(/^t=(\d+),v1=[0-9a-f]{64},v1=[0-9a-f]{64}$/.exec(header)![1]) * 1000;
    const check = documentedCheck();
    expect(check(header, body, 'the new secret')).toBe(true);
    expect(check(header, body, 'the one before', posted + 299_000)).toBe(true);
    expect(check(header, body, 'the one before', posted + 301_000)).toBe(false);
    expect(check(header, body, 'the new secret', posted - 301_000)).toBe(false);
    expect(check(header, body, 'another secret')).toBe(false);
    expect(check(header, `${body} `, 'the new secret')).toBe(false);
    expect(check(header.replace(/^t=\d+/, `t=${posted / 1000 + 1}`), body, 'the new secret')).toBe(false);
    for (const odd of ['', 't=', 't=1,v1=', 'v1=00', `t=${posted / 1000},v1=zz`])
      expect(check(odd, body, 'the new secret')).toBe(false);
  });

  test.each([
    [400, true],
    [404, true],
    [410, true],
    [301, true],
    [408, false],
    [429, false],
    [500, false],
    [503, false],
  ])('answered with %i: permanent is %s, and the token in its address is not told', async (status, permanent) => {
    hook.answer = { status, headers: { location: '/elsewhere' } };
    const delivery = await post();
    expect(delivery).toMatchObject({ accepted: false, permanent, reason: expect.stringContaining(String(status)) });
    expect(JSON.stringify(delivery)).not.toContain('secret');
    expect(hook.posted).toHaveLength(1);
  });

  test('Retry-After is heard, in seconds', async () => {
    hook.answer = { status: 429, headers: { 'retry-after': '7' } };
    expect(await post()).toMatchObject({ retryAfterMs: 7000 });
  });

  test('a server that never answers is worth another try', async () => {
    hook.answer = null;
    expect(await post({ timeoutMs: 50 })).toMatchObject({ permanent: false });
  });

  test('an answer without end is read to its beginning, and hung up on', async () => {
    let hungUp: Promise<unknown> | undefined;
    hook.say = (response) => {
      hungUp = once(response, 'close');
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      };
      response.on('drain', more);
      more();
    };
    expect(await post()).toEqual({ accepted: true, response: `200 ${'x'.repeat(199)}…` });
    await hungUp;
  });

  test('an answer that comes letter by letter is not waited for beyond the time for all of it', async () => {
    hook.say = (response) => {
      response.writeHead(200);
      const drop = setInterval(() => response.write('x'), 5);
      response.on('close', () => clearInterval(drop));
    };
    expect(await post({ timeoutMs: 150 })).toMatchObject({
      permanent: false,
      reason: expect.stringContaining('no whole answer within 150 ms'),
    });
  });

  test('what it says holds nothing that cannot be stored', async () => {
    hook.say = (response) => response.writeHead(400).end('no\0t \u0007so\u001b[31m');
    expect(await post()).toMatchObject({ reason: expect.stringMatching(/answered 400 not so\[31m$/) });
  });

  test('inside the network is not called unless that is allowed, by address or by name', async () => {
    const { port } = new URL(hook.url);
    for (const host of ['127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '2130706433', 'localhost']) {
      const delivery = await post({ url: `http://${host}:${port}/`, allow: [] });
      expect([host, delivery]).toEqual([
        host,
        { accepted: false, permanent: false, reason: expect.stringContaining('lies inside the network') },
      ]);
    }
    expect(hook.posted).toEqual([]);
    const resolve: Resolve = (_name, _options, done) => done(null, [{ address: '127.0.0.1', family: 4 }]);
    const url = `http://hook.example.com:${port}/`;
    expect(await post({ url, resolve, allow: ['10.0.0.0/8'] })).toMatchObject({
      reason: expect.stringMatching(/hook\.example\.com \(127\.0\.0\.1\) lies inside the network/),
    });
    expect(await post({ url, resolve, allow: ['127.0.0.0/8'] })).toMatchObject({ accepted: true });
  });

  test('a name with one address outside and one inside is not called, and each connection is looked at anew', async () => {
    const { port } = new URL(hook.url);
    const found = [
      { address: '93.184.215.14', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ];
    const asked: string[] = [];
    const resolve: Resolve = (name, _options, done) => {
      asked.push(name);
      // First both; then, to whoever asks again for the connection itself, the one inside alone.
      done(null, asked.length === 1 ? found : found.slice(1));
    };
    const channel = webhookChannel({ url: `http://two.example.com:${port}/`, resolve });
    for (let i = 0; i < 2; i++)
      expect(await channel.deliver(message)).toMatchObject({ reason: expect.stringContaining('127.0.0.1') });
    expect(asked).toEqual(['two.example.com', 'two.example.com']);
    expect(hook.posted).toEqual([]);
  });
});

test.each([
  ['93.184.215.14', true],
  ['2606:2800:21f:cb07:6820:80da:af6b:8b2c', true],
  ['0.0.0.0', false],
  ['10.1.2.3', false],
  ['100.64.0.1', false],
  ['127.9.9.9', false],
  ['169.254.169.254', false],
  ['172.16.0.1', false],
  ['192.168.1.1', false],
  ['198.18.0.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::', false],
  ['::1', false],
  ['::127.0.0.1', false],
  ['::ffff:10.0.0.1', false],
  ['::ffff:93.184.215.14', true],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['2606:4700::5efe:10.0.0.1', false],
  ['2606:4700::200:5efe:10.0.0.1', false],
  ['2606:4700::6810:85e5', true],
  ['2001::1', false],
  ['fc00::1', false],
  ['fd00:ec2::254', false],
  ['fe80::1', false],
  ['fec0::1', false],
  ['ff02::1', false],
])('%s lies outside: %s', (address, outside) => {
  expect(isOutside(address)).toBe(outside);
});

type Check = (header: string, body: string, secret: string, now?: number) => boolean;

/** What docs/notices.md gives to whoever receives. */
function documentedCheck(): Check {
  const [, code] = /```js\n([\s\S]*?)```/.exec(readFileSync('docs/notices.md', 'utf8'))!;
  return new Function('require', `${code}; return isFromRostrum;`)(createRequire(import.meta.url)) as Check;
}
