import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { DeliveryOptions, Lookup, Recipient } from '../../activities/delivery/deliver.ts';
import { connect, type Pool } from '../../db/connection.ts';
import { MOST_PARTS } from '../../db/outbox/claim.ts';
import { roleText } from '../../db/signature.ts';
import type { Channel } from '../../notices/channels/channel.ts';
import { mailChannel } from '../../notices/channels/mail.ts';
import { rostrum } from '../cli/terminal.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { deliverWaiting } from './delivering.ts';
import { age, look, put, putTask, STREAM } from './outbox-rows.ts';
import { samples } from './samples.ts';
import { type MailServer, startMailServer } from './servers.ts';

const NOW = Date.UTC(2027, 2, 5, 9, 0);
let database: TestDatabase;
let pool: Pool;
let smtp: MailServer;
let mail: Channel;
let told: string[];

beforeAll(async () => {
  database = await testDatabase();
  pool = database.pool;
});
afterAll(() => database.stop());
beforeEach(async () => {
  await pool.query('truncate outbox, delivery, task, role, round');
  smtp = await startMailServer();
  mail = mailChannel({ smtpUrl: smtp.url, from: { name: 'Rostrum', address: 'training@rostrum.example.com' } });
  told = [];
});
afterEach(async () => {
  mail.close?.();
  await smtp.close();
});

const people: Record<string, Recipient> = {
  E1: { name: 'Zoë Müller-Łukasz', email: 'e1@example.com', locale: 'en', timeZone: 'Europe/Berlin' },
  E2: { name: '诸葛晨曦', email: 'e2@example.com', locale: 'zh-CN', timeZone: 'Asia/Shanghai' },
  E3: { name: 'No Mail', email: null, locale: 'en', timeZone: 'UTC' },
};
const lookup: Lookup = async ({ person, template }) => ({
  recipient: people[person] ?? null,
  facts: (samples as Record<string, unknown>)[template] ?? {},
});
const options = (more: Partial<DeliveryOptions> = {}): DeliveryOptions => ({
  db: pool,
  keys: database.keys,
  procedureNow: () => NOW,
  lookup,
  channel: mail,
  channels: [mail],
  most: 5,
  publicUrl: 'https://rostrum.example.com',
  log: (text) => told.push(text),
  ...more,
});
const ofOperations = (...ids: string[]) =>
  pool.query(
    `insert into role (person, role, scope, signature)
     select p, 'operations', '', s from unnest($1::text[], $2::bytea[]) r (p, s)`,
    [
      ids,
      ids.map((person) =>
        database.keys.signer.sign(roleText({ person, role: 'operations', scope: null, until: null })),
      ),
    ],
  );
const nothing = { sent: 0, dropped: 0, failed: 0, postponed: 0, pauseMs: 0 };

test('everything that is due goes out, each in the language of its reader, and only once', async () => {
  await put(pool, { key: 'a', person: 'E1' });
  await put(pool, { key: 'b', person: 'E2' });
  await put(pool, { key: 'later', notBefore: NOW + 1 });
  expect(await deliverWaiting(options())).toEqual({ ...nothing, sent: 2 });
  expect(await deliverWaiting(options())).toEqual(nothing);
  const subjects = smtp.received.map((m) => m.subject ?? '').sort();
  expect(subjects[0]).toMatch(/^Overdue: Expert review \(was due Fri,? 5 Mar, 10:00\)$/);
  expect(subjects[1]).toMatch(/^逾期提醒：专家评审/);
  expect(await look(pool, 'a')).toMatchObject({ state: 'sent', started: 1, finished: 1 });
});

test('what goes to one person goes in the order in which it was written, however long each takes to make', async () => {
  for (let i = 0; i < 12; i++) await put(pool, { key: `m${i}`, person: i % 3 ? 'E1' : 'E2' });
  const made: string[] = [];
  const slow: Lookup = async (message) => {
    // The first ones take longest.
    for (let turn = 12 - Number(message.key.slice(1)); turn > 0; turn--) await pool.query('select 1');
    made.push(`${message.person} ${message.key}`);
    return lookup(message);
  };
  expect(await deliverWaiting(options({ lookup: slow }))).toEqual({ ...nothing, sent: 12 });
  const of = (person: string) => made.filter((m) => m.startsWith(person)).map((m) => Number(m.slice(4)));
  for (const person of ['E1', 'E2']) expect(of(person)).toEqual([...of(person)].sort((a, b) => a - b));
});

test('what comes to one person at one moment is one mail that says so, in the order of what it says', async () => {
  await put(pool, { key: 'second', template: 'selection.reviewer', notBefore: NOW - 1 });
  await put(pool, { key: 'first', stream: 'cycle:plan-2027', template: 'cycle.planFrozen', notBefore: NOW - 5 });
  await put(pool, { key: 'third', template: 'round.reminder', notBefore: NOW });
  await put(pool, { key: 'later', notBefore: NOW + 1 });
  await put(pool, { key: 'alone', person: 'E2' });
  expect(await deliverWaiting(options())).toEqual({ ...nothing, sent: 4 });
  expect(smtp.received).toHaveLength(2);
  const mails = [...smtp.received].sort((a, b) => (a.subject! < b.subject! ? -1 : 1));
  const [together, alone] = mails as [(typeof mails)[0], (typeof mails)[0]];
  expect(together.subject).toMatch(/^3 messages: Approved: .*, and more$/);
  expect(together.text!.match(/Dear Zoë/g)).toHaveLength(1);
  const parts = [...together.text!.matchAll(/^(\d)\. (.*)$/gm)];
  expect(parts.map((p) => p[1])).toEqual(['1', '2', '3']);
  for (const [, , subject] of parts) expect(together.text).toContain(`- ${subject}`);
  expect((together.html as string).match(/<a /g)).toHaveLength(3);
  expect(alone.subject).toMatch(/^逾期提醒/);
});

test('of a mail of several, what was answered drops out at the last moment, and what cannot be written comes by itself', async () => {
  await putTask(pool, 't1', 'submitted');
  await put(pool, { key: 'answered', whileOpen: ['t1'] });
  await put(pool, { key: 'unknown', template: 'round.unheard' });
  await put(pool, { key: 'nothing left' });
  await put(pool, { key: 'fine', template: 'selection.reviewer' });
  const some: Lookup = async (message) => (message.key === 'nothing left' ? null : lookup(message));
  expect(await deliverWaiting(options({ lookup: some }))).toEqual({ ...nothing, sent: 1, dropped: 2, postponed: 1 });
  expect(smtp.received.map((m) => m.subject)).toEqual([expect.not.stringMatching(/messages/)]);
  await age(pool);
  await pool.query("update outbox set template = 'round.reminder' where key = 'unknown'");
  expect(await deliverWaiting(options())).toEqual({ ...nothing, sent: 1 });
  expect(new Set(smtp.received.map((m) => m.messageId)).size).toBe(2);
});

test('a mail of several that is tried again is the same mail, whatever has come meanwhile', async () => {
  for (const key of ['a', 'b']) await put(pool, { key });
  const ids: (string | undefined)[] = [];
  smtp.onMessage = (m) => {
    ids.push(m.messageId);
    return ids.length === 1 ? { code: 451, text: 'try later' } : undefined;
  };
  expect(await deliverWaiting(options())).toEqual({ ...nothing, postponed: 2 });
  await put(pool, { key: 'c' });
  await age(pool);
  expect(await deliverWaiting(options())).toEqual({ ...nothing, sent: 3 });
  expect(smtp.received.map((m) => m.subject?.startsWith('2 messages'))).toEqual([true, false]);
  expect(ids[1]).toBe(ids[0]);
  expect(ids[2]).not.toBe(ids[0]);
});

test('an entry for a calendar comes in a mail of its own, and a webhook gets each message', async () => {
  for (const key of ['a', 'b']) await put(pool, { key });
  const course = await put(pool, { key: 'course', template: 'offering.invitation' });
  await pool.query(`update outbox set about = '{"sequence": 1}' where id = $1`, [course]);
  expect(await deliverWaiting(options())).toEqual({ ...nothing, sent: 3 });
  expect(smtp.received.map((m) => m.subject?.startsWith('2 messages')).sort()).toEqual([false, true]);
  await pool.query('truncate outbox, delivery');
  for (const key of ['a', 'b']) await put(pool, { key });
  const got: string[] = [];
  const hook: Channel = {
    name: 'webhook',
    deliver: async ({ key }) => {
      got.push(key);
      return { accepted: true, response: 'ok' };
    },
  };
  expect(await deliverWaiting(options({ channel: hook, channels: [hook] }))).toEqual({ ...nothing, sent: 2 });
  expect(got).toEqual(['a', 'b']);
});

test('so many parts and no more are one mail', async () => {
  for (let i = 0; i < MOST_PARTS + 2; i++) await put(pool, { key: `m${String(i).padStart(2, '0')}` });
  expect(await deliverWaiting(options())).toEqual({ ...nothing, sent: MOST_PARTS + 2 });
  expect(smtp.received.map((m) => m.subject?.split(':')[0])).toEqual([`${MOST_PARTS} messages`, '2 messages']);
});

test('a message of answered tasks is not sent', async () => {
  await putTask(pool, 't1', 'submitted');
  await put(pool, { key: 'a', whileOpen: ['t1'] });
  expect(await deliverWaiting(options())).toEqual({ ...nothing, dropped: 1 });
  expect(smtp.received).toEqual([]);
});

test('nothing is sent to somebody who has left meanwhile, and the outbox says why', async () => {
  await put(pool, { key: 'a', person: 'E1' });
  const left: Lookup = async () => ({ recipient: { ...people.E1!, left: true }, facts: null });
  expect(await deliverWaiting(options({ lookup: left }))).toEqual({ ...nothing, dropped: 1 });
  expect(smtp.received).toEqual([]);
  expect(await look(pool, 'a')).toMatchObject({ state: 'dropped', error: expect.stringMatching(/E1 has left/) });
});

test('a message that the lookup finds nothing left to say for is dropped', async () => {
  await put(pool, { key: 'a' });
  expect(await deliverWaiting(options({ lookup: async () => null }))).toEqual({ ...nothing, dropped: 1 });
  expect(smtp.received).toEqual([]);
  expect(await look(pool, 'a')).toMatchObject({ state: 'dropped', started: 1, finished: 1, error: null });
});

test('one that cannot be delivered says why and holds up nobody', async () => {
  await put(pool, { key: 'erased', person: 'E9' });
  await put(pool, { key: 'no-mail', person: 'E3' });
  await put(pool, { key: 'unknown', template: 'round.unheard' });
  for (let i = 0; i < 20; i++) await put(pool, { key: `fine${i}` });
  expect(await deliverWaiting(options({ lanes: 2 }))).toEqual({ ...nothing, sent: 20, failed: 2, postponed: 1 });
  expect(await look(pool, 'erased')).toMatchObject({ state: 'failed', error: expect.stringContaining('E9') });
  expect(await look(pool, 'no-mail')).toMatchObject({ state: 'failed', error: expect.stringContaining('E3') });
  expect(await look(pool, 'unknown')).toMatchObject({
    state: 'waiting',
    error: expect.stringContaining('round.unheard'),
  });
  expect(told).toHaveLength(3);
});

test('a temporary failure is tried again and then arrives, with the same Message-ID', async () => {
  const ids: (string | undefined)[] = [];
  smtp.onMessage = (m) => {
    ids.push(m.messageId);
    return ids.length === 1 ? { code: 451, text: 'busy' } : undefined;
  };
  await put(pool, { key: 'a' });
  expect(await deliverWaiting(options())).toEqual({ ...nothing, postponed: 1 });
  expect(await look(pool, 'a')).toMatchObject({ state: 'waiting', error: expect.stringContaining('busy') });
  await age(pool);
  expect(await deliverWaiting(options())).toEqual({ ...nothing, sent: 1 });
  expect(ids).toEqual([ids[0], ids[0]]);
});

test('a bounce is reported and not tried again', async () => {
  smtp.onRecipient = () => ({ code: 550, text: 'no such box' });
  await put(pool, { key: 'a' });
  expect(await deliverWaiting(options())).toEqual({ ...nothing, failed: 1 });
  await age(pool);
  expect(await deliverWaiting(options())).toEqual(nothing);
  expect((await look(pool, 'a')).error).toContain('no such box');
});

test('a worker that dies between sending and noting it leaves one visible copy: the repeat has the same id', async () => {
  await put(pool, { key: 'a' });
  const dying = connect(database.url, 1);
  const lastDeed: Channel = {
    name: 'mail',
    deliver: async (message) => {
      const delivery = await mail.deliver(message);
      await dying.end();
      return delivery;
    },
  };
  const died = deliverWaiting(options({ db: dying, lanes: 1, channel: lastDeed }));
  await expect(died).rejects.toThrow();
  expect(await look(pool, 'a')).toMatchObject({ state: 'waiting', started: 1, finished: 0 });
  expect(await deliverWaiting(options())).toEqual(nothing);
  await age(pool);
  expect(await deliverWaiting(options())).toEqual({ ...nothing, sent: 1 });
  expect(new Set(smtp.received.map((m) => m.messageId)).size).toBe(1);
  expect(smtp.received).toHaveLength(2);
});

test('at most as many deliveries run side by side as there are lanes', async () => {
  for (let i = 0; i < 12; i++) await put(pool, { key: `m${i}`, person: `P${i}` });
  const anybody: Lookup = async (message) => ({ ...(await lookup(message))!, recipient: people.E1! });
  let running = 0;
  let most = 0;
  const counting: Channel = {
    name: 'mail',
    deliver: async (message) => {
      most = Math.max(most, ++running);
      const delivery = await mail.deliver(message);
      running--;
      return delivery;
    },
  };
  expect(await deliverWaiting(options({ lanes: 3, most: 12, channel: counting, lookup: anybody }))).toEqual({
    ...nothing,
    sent: 12,
  });
  expect(most).toBe(3);
});

test('a receiver that has had too much is left alone for a while, and loses nothing of what waits', async () => {
  for (let i = 0; i < 6; i++) await put(pool, { key: `m${i}`, person: `P${i}` });
  const anybody: Lookup = async (message) => ({ ...(await lookup(message))!, recipient: people.E1! });
  let taken = 0;
  smtp.onMessage = () => (taken++ === 2 ? { code: 421, text: 'too many messages, slow down' } : undefined);
  expect(await deliverWaiting(options({ lanes: 1, lookup: anybody }))).toEqual({
    ...nothing,
    sent: 2,
    postponed: 1,
    pauseMs: 30_000,
  });
  // What was claimed and not begun is as it was.
  const begun = await Promise.all(Array.from({ length: 6 }, (_, i) => look(pool, `m${i}`)));
  expect(begun.filter((row) => row.started > 0)).toHaveLength(3);
  await age(pool);
  expect(await deliverWaiting(options({ lookup: anybody }))).toEqual({ ...nothing, sent: 4 });
  expect(smtp.received).toHaveLength(6);
});

test('a server that takes a letter and never says so is asked again with the same Message-ID, and holds up nobody', async () => {
  const hasty = mailChannel({
    smtpUrl: smtp.url,
    from: { name: 'Rostrum', address: 'training@rostrum.example.com' },
    timeoutMs: 300,
  });
  let hung = 0;
  smtp.onMessage = ({ subject }) => (subject?.startsWith('逾期') && hung++ === 0 ? 'silence' : undefined);
  await put(pool, { key: 'hangs', person: 'E2' });
  await put(pool, { key: 'fine', person: 'E1' });
  expect(await deliverWaiting(options({ channel: hasty }))).toEqual({ ...nothing, sent: 1, postponed: 1 });
  await age(pool);
  expect(await deliverWaiting(options({ channel: hasty }))).toEqual({ ...nothing, sent: 1 });
  hasty.close?.();
  // Both copies of the one that hung have one id: a mailbox shows one.
  expect(new Set(smtp.received.map((m) => m.messageId)).size).toBe(2);
});

test('operations hear once of a letter that cannot be written, and not by one that cannot', async () => {
  for (let i = 0; i < 3; i++) await put(pool, { key: `unknown${i}`, template: 'round.unheard', person: `E${i}` });
  await put(pool, { key: 'alarm', template: 'operations.alarm' });
  const anybody: Lookup = async (message) => ({
    recipient: people.E1!,
    facts: message.template === 'operations.alarm' ? message.about : {},
  });
  await ofOperations('E1', 'E2');
  const told = () => deliverWaiting(options({ lookup: anybody }));
  expect(await told()).toEqual({ ...nothing, sent: 2, postponed: 4 });
  const subjects = smtp.received.map((m) => m.subject);
  expect(subjects).toEqual(Array(2).fill('Rostrum needs attention: A letter cannot be written'));
  expect(smtp.received[0]!.text).toMatch(/round\.unheard to E\d \(unknown\d\): There is no template/);
  await age(pool);
  expect(await told()).toEqual({ ...nothing, postponed: 4 });
});

test('what the database cannot tell for a moment is no letter that cannot be written', async () => {
  await put(pool, { key: 'a' });
  const away: Lookup = () => Promise.reject(Object.assign(new Error('terminating connection'), { code: '57P01' }));
  await ofOperations('E1');
  expect(await deliverWaiting(options({ lookup: away }))).toEqual({ ...nothing, postponed: 1 });
  expect((await pool.query('select 1 from outbox')).rowCount).toBe(1);
});

test('letters of a round that is held hold up no others, however many they are', async () => {
  await pool.query(
    `insert into round (stream, purpose, title, form, policy, minutes, state, opened_at, due_at)
     values ($1, '', '', '{}', '{}', 1, 'held', now(), now())`,
    [STREAM],
  );
  await putTask(pool, 't1', 'open');
  for (let i = 0; i < 12; i++) await put(pool, { key: `held${i}`, person: `P${i}`, whileOpen: ['t1'] });
  await put(pool, { key: 'free', stream: 'cycle:plan-2027', notBefore: NOW });
  expect(await deliverWaiting(options())).toEqual({ ...nothing, sent: 1 });
  expect(await look(pool, 'held0')).toMatchObject({ state: 'waiting', started: 0 });
});

test('one message that is refused for good does not take with it those that were to go in the same mail', async () => {
  for (const key of ['a', 'b']) await put(pool, { key, template: 'selection.reviewer' });
  await put(pool, { key: 'bad' });
  smtp.onMessage = (m) => (m.text?.includes('Expert review') ? { code: 554, text: 'looks like spam' } : undefined);
  expect(await deliverWaiting(options())).toEqual({ ...nothing, postponed: 3 });
  expect(await look(pool, 'bad')).toMatchObject({ error: expect.stringContaining('spam') });
  await age(pool);
  expect(await deliverWaiting(options())).toEqual({ ...nothing, sent: 2, failed: 1 });
  expect(smtp.received.map((m) => m.subject?.includes('messages'))).toEqual([false, false]);
});

test('a server that never ends its answer about one recipient holds up no other', async () => {
  const hasty = mailChannel({ smtpUrl: smtp.url, from: { name: 'R', address: 'r@example.com' }, withinMs: 300 });
  smtp.onRecipient = (address) => (address.startsWith('e2@') ? 'silence' : undefined);
  for (const key of ['a', 'b', 'c']) await put(pool, { key, person: 'E1', template: 'offering.briefing' });
  await put(pool, { key: 'slow', person: 'E2' });
  expect(await deliverWaiting(options({ channel: hasty }))).toEqual({ ...nothing, sent: 3, postponed: 1 });
  hasty.close?.();
  const doctor = await rostrum(['doctor', '--json'], {
    env: { DATABASE_URL: database.url, TEMPORAL_ADDRESS: '127.0.0.1:1' },
  });
  const notices = (JSON.parse(doctor.out) as { check: string; found: string }[]).filter((f) => f.check === 'Notices');
  expect(notices.map((f) => f.found)).toEqual([
    expect.stringMatching(/^1 were put off and are tried again; the latest: The mail server at .* was not done with/),
  ]);
  expect((await look(pool, 'slow')).error).toMatch(/was not done with a letter within 0\.3 s/);
});

test('what a server says of a letter is kept and logged without name and address of the recipient', async () => {
  const said = '<e1@example.com>: E1@EXAMPLE.COM, Zoë Müller-Łukasz, is unknown here';
  smtp.onRecipient = () => ({ code: 550, text: said });
  await put(pool, { key: 'a' });
  expect(await deliverWaiting(options())).toEqual({ ...nothing, failed: 1 });
  const texts = [(await look(pool, 'a')).error, ...told].join();
  expect(texts).toContain('is unknown here');
  expect(texts).not.toMatch(/e1@|example\.com|Müller/i);
});

test('of a recipient who is refused for good each of several messages is given up at once', async () => {
  smtp.onRecipient = () => ({ code: 550, text: 'no such box' });
  for (const key of ['a', 'b']) await put(pool, { key });
  expect(await deliverWaiting(options())).toEqual({ ...nothing, failed: 2 });
});

test('operations hear of a letter that cannot be written, whatever characters are in the reason', async () => {
  await ofOperations('E1');
  await put(pool, { key: 'a', person: 'E2' });
  const odd: Lookup = async (message) => {
    if (message.template === 'operations.alarm') return { recipient: people.E1!, facts: message.about };
    throw new Error(`\0${'\u{1f600}'.repeat(400)}`);
  };
  expect(await deliverWaiting(options({ lookup: odd }))).toEqual({ ...nothing, sent: 1, postponed: 1 });
});
