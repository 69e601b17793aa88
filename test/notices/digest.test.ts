import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { DeliveryOptions, Lookup } from '../../activities/delivery/deliver.ts';
import { ORGANISATION } from '../../contracts/ids.ts';
import { type Rhythm, UNSAID } from '../../contracts/settings.ts';
import { Clock } from '../../db/clock.ts';
import { nextDue } from '../../db/outbox/due.ts';
import { keepSettings, settingsOf } from '../../db/settings.ts';
import type { Channel } from '../../notices/channels/channel.ts';
import { mailChannel } from '../../notices/channels/mail.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { deliverWaiting } from './delivering.ts';
import { look, put, putTask } from './outbox-rows.ts';
import { samples } from './samples.ts';
import { type MailServer, startMailServer } from './servers.ts';

/** A Friday, at 17:00 in Shanghai. */
const NOW = Date.UTC(2027, 2, 5, 9, 0);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const EIGHT = { letters: 'daily', hour: 8 } as const;
/** Saturday at 8 in Shanghai. */
const DIGEST = Date.UTC(2027, 2, 6, 0, 0);
let database: TestDatabase;
let smtp: MailServer;
let mail: Channel;

beforeAll(async () => {
  database = await testDatabase();
  await new Door(database).send(ORGANISATION, 'system', 'importOrganisation', smallCompany(4));
  await database.pool.query("update person set time_zone = 'Asia/Shanghai'");
});
afterAll(() => database.stop());
beforeEach(async () => {
  await database.pool.query('truncate outbox, delivery, task, setting');
  smtp = await startMailServer();
  mail = mailChannel({ smtpUrl: smtp.url, from: { name: 'Rostrum', address: 'training@rostrum.example.com' } });
});
afterEach(async () => {
  mail.close?.();
  await smtp.close();
});

const lookup: Lookup = async ({ person, template }) => ({
  recipient: { name: person, email: `${person}@example.com`, locale: 'en', timeZone: 'Asia/Shanghai' },
  facts: (samples as Record<string, unknown>)[template] ?? {},
});
const deliver = (now: number, more: Partial<DeliveryOptions> = {}) =>
  deliverWaiting({
    db: database.pool,
    keys: database.keys,
    procedureNow: () => now,
    lookup,
    channel: mail,
    channels: [mail],
    publicUrl: 'https://rostrum.example.com',
    log: () => undefined,
    most: 5,
    ...more,
  });
const keep = (rhythm: Rhythm, now = NOW, person = 'P2') =>
  keepSettings(database.pool, person, { ...UNSAID, rhythm }, now);
const write = (key: string, template: string, more = {}) =>
  put(database.pool, { key, template, person: 'P2', notBefore: NOW, ...more });
const subjects = () => smtp.received.map((m) => m.subject ?? '');

test('what can wait comes together at the hour of whoever wants it so, the newest first, and what is urgent at once', async () => {
  await keep(EIGHT);
  await write('frozen', 'cycle.planFrozen');
  await write('alarm', 'cycle.attention');
  expect(await deliver(NOW)).toMatchObject({ sent: 1 });
  await write('reviewer', 'selection.reviewer', { notBefore: NOW + HOUR });
  expect(await deliver(DIGEST - 1)).toMatchObject({ sent: 0 });
  expect(await nextDue(database.pool, 'mail', new Clock())).toBe(DIGEST);
  expect(await deliver(DIGEST)).toMatchObject({ sent: 2 });
  const [urgent, digest] = smtp.received;
  expect(urgent!.subject).not.toMatch(/summary/);
  expect(digest!.subject).toMatch(/^Your summary, 2 messages: /);
  expect(digest!.text!.indexOf('A-017')).toBeLessThan(digest!.text!.indexOf('is approved'));
});

test('of a digest, what was answered meanwhile drops out, and one of which nothing is left does not come', async () => {
  await keep(EIGHT);
  const due = NOW + 10 * DAY;
  for (const task of ['t1', 't2']) {
    await putTask(database.pool, task, 'open');
    await write(`asks ${task}`, 'round.invitation', { whileOpen: [task] });
  }
  await database.pool.query('update task set due_at = to_timestamp($1::float8 / 1000)', [due]);
  expect(await deliver(NOW)).toMatchObject({ sent: 0, dropped: 0 });
  await putTask(database.pool, 't1', 'submitted');
  expect(await deliver(DIGEST)).toMatchObject({ sent: 1, dropped: 1 });
  expect(subjects()).toEqual([expect.not.stringMatching(/summary/)]);
  await write('asks again', 'round.invitation', { whileOpen: ['t2'], notBefore: DIGEST + HOUR });
  await deliver(DIGEST + HOUR);
  await putTask(database.pool, 't2', 'submitted');
  expect(await deliver(DIGEST + DAY)).toMatchObject({ sent: 0, dropped: 1 });
  expect(smtp.received).toHaveLength(1);
});

test('what is due before a digest could tell it, and an escalation, is not held back', async () => {
  await keep({ letters: 'weekly', day: 1, hour: 8 });
  await putTask(database.pool, 't1', 'open');
  await database.pool.query('update task set due_at = to_timestamp($1::float8 / 1000)', [NOW + 3 * DAY]);
  await write('soon', 'round.reminder', { whileOpen: ['t1'] });
  await write('escalated', 'round.escalation', { whileOpen: ['t1'] });
  expect(await deliver(NOW)).toMatchObject({ sent: 2 });
  await database.pool.query('update task set due_at = to_timestamp($1::float8 / 1000)', [NOW + 12 * DAY]);
  await write('later', 'round.reminder', { whileOpen: ['t1'] });
  expect(await deliver(NOW)).toMatchObject({ sent: 0 });
  expect(await deliver(NOW + 3 * DAY)).toMatchObject({ sent: 1 });
});

const closing = (closesAt: unknown) => ({ about: { opensAt: NOW, closesAt } });

test('a call that closes before the summary could tell of it is not held back', async () => {
  await keep({ letters: 'weekly', day: 5, hour: 16 });
  await write('soon', 'selection.call', closing(NOW + 6 * DAY));
  await write('spread', 'selection.publicity', closing(NOW + 6 * DAY));
  await write('late', 'selection.call', closing(NOW + 20 * DAY));
  expect(await deliver(NOW)).toMatchObject({ sent: 2 });
});

test('a date that is none holds up nobody', async () => {
  await keep({ letters: 'weekly', day: 5, hour: 16 });
  await write('text', 'selection.call', closing('on Friday'));
  await write('huge', 'selection.call', closing(1e200));
  await write('null', 'selection.call', { about: { answerBy: null, closesAt: true } });
  expect(await deliver(NOW)).toMatchObject({ sent: 3 });
});

test('a changed rhythm carries no letter past the date of what it asks for', async () => {
  await keep({ letters: 'daily', hour: 8 });
  await write('asks', 'selection.call', closing(NOW + 3 * DAY));
  await write('tells', 'cycle.planFrozen');
  expect(await deliver(NOW)).toMatchObject({ sent: 0 });
  await keep({ letters: 'weekly', day: 4, hour: 16 });
  expect(await deliver(NOW)).toMatchObject({ sent: 1 });
  expect(subjects()).toEqual([expect.stringMatching(/^Applications are open/)]);
  expect(await deliver(NOW + 5 * DAY)).toMatchObject({ sent: 0 });
  expect(await deliver(NOW + 6 * DAY)).toMatchObject({ sent: 1 });
});

test('whoever changes their mind gets what waits by the new rhythm', async () => {
  await keep(EIGHT);
  await write('a', 'cycle.planFrozen');
  await deliver(NOW);
  await keep({ letters: 'daily', hour: 20 });
  expect(await deliver(NOW + 3 * HOUR - 1)).toMatchObject({ sent: 0 });
  expect(await deliver(NOW + 3 * HOUR)).toMatchObject({ sent: 1 });
  await write('b', 'cycle.planFrozen');
  await deliver(NOW);
  await keep({ letters: 'at-once' });
  expect((await settingsOf(database.pool, 'P2')).settings.rhythm).toEqual({ letters: 'at-once' });
  expect(await deliver(NOW)).toMatchObject({ sent: 1 });
});

test('a digest is of the mail alone: programs hear at once, and a reminder counts as sent when it was', async () => {
  await keep(EIGHT);
  await write('a', 'cycle.planFrozen');
  const hook: Channel = { name: 'webhook', deliver: async () => ({ accepted: true, response: 'ok' }) };
  const channels = [mail, hook];
  expect(await deliver(NOW, { channel: hook, channels })).toMatchObject({ sent: 1 });
  expect(await deliver(NOW, { channels })).toMatchObject({ sent: 0 });
  expect(await deliver(DIGEST, { channels })).toMatchObject({ sent: 1 });
  expect(await look(database.pool, 'a')).toMatchObject({ state: 'sent', finished: 1 });
});

test('nothing that can wait comes in quiet hours, and it comes at once when they are put an end to', async () => {
  const quiet = (hours: { from: number; until: number } | null, now: number) =>
    keepSettings(database.pool, 'P2', { ...UNSAID, quiet: hours }, now);
  await quiet({ from: 17, until: 7 }, NOW);
  await write('frozen', 'cycle.planFrozen');
  await write('alarm', 'cycle.attention');
  expect(await deliver(NOW)).toMatchObject({ sent: 1 });
  // Saturday, a moment before 7 in Shanghai.
  expect(await deliver(Date.UTC(2027, 2, 5, 23) - 1)).toMatchObject({ sent: 0 });
  await quiet(null, NOW + HOUR);
  expect(await deliver(NOW + HOUR)).toMatchObject({ sent: 1 });
});

test('an erased person leaves no settings behind', async () => {
  await keep(EIGHT, NOW, 'P4');
  const door = new Door(database);
  await door.send(ORGANISATION, 'system', 'personLeft', { person: 'P4' });
  const erase = { person: 'P4', reason: 'on request' };
  expect(await door.send(ORGANISATION, 'system', 'erasePerson', erase)).toMatchObject({ accepted: true });
  expect((await database.pool.query('select 1 from setting')).rowCount).toBe(0);
});
