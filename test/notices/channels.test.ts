import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Channel, Message } from '../../notices/channels/channel.ts';
import { mailChannel, messageIdOf } from '../../notices/channels/mail.ts';
import { webhookChannel } from '../../notices/channels/webhook.ts';
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
  test('posts the notice as JSON, signed, with the outbox key', async () => {
    const secret = 'shared';
    expect(await webhookChannel({ url: hook.url, secret }).deliver(message)).toEqual({
      accepted: true,
      response: '200 so be it',
    });
    const [{ headers, body }] = hook.posted as [HookServer['posted'][0]];
    const { key: id, to, template, subject, text } = message;
    expect(JSON.parse(body)).toEqual({ id, to, template, subject, text });
    expect(headers['x-rostrum-signature']).toBe(`sha256=${createHmac('sha256', secret).update(body).digest('hex')}`);
    expect(decodeURIComponent(headers['idempotency-key'] as string)).toBe(id);
  });

  test('is not signed without a secret', async () => {
    await webhookChannel({ url: hook.url }).deliver(message);
    expect(hook.posted[0]!.headers).not.toHaveProperty('x-rostrum-signature');
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
    const delivery = await webhookChannel({ url: hook.url }).deliver(message);
    expect(delivery).toMatchObject({ accepted: false, permanent, reason: expect.stringContaining(String(status)) });
    expect(JSON.stringify(delivery)).not.toContain('secret');
    expect(hook.posted).toHaveLength(1);
  });

  test('Retry-After is heard, in seconds', async () => {
    hook.answer = { status: 429, headers: { 'retry-after': '7' } };
    expect(await webhookChannel({ url: hook.url }).deliver(message)).toMatchObject({ retryAfterMs: 7000 });
  });

  test('a server that never answers is worth another try', async () => {
    hook.answer = null;
    expect(await webhookChannel({ url: hook.url, timeoutMs: 50 }).deliver(message)).toMatchObject({ permanent: false });
  });
});
