import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DeliveryCount } from '../../activities/delivery/deliver.ts';
import { makeLookup } from '../../activities/notices/lookup.ts';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { RoundPolicy, type RoundSpec } from '../../contracts/round.ts';
import type { Channel } from '../../notices/channels/channel.ts';
import { mailChannel } from '../../notices/channels/mail.ts';
import { smallCompany } from '../harness/company.ts';
import { TestEngine } from '../harness/engine.ts';
import { deliverWaiting } from '../notices/delivering.ts';
import { type MailServer, startMailServer } from '../notices/servers.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const ROUND: StreamId = 'round:reminded';
const complaints: string[] = [];
let engine: TestEngine;
let smtp: MailServer;
let mail: Channel;

beforeAll(async () => {
  engine = await TestEngine.start({ timeSkipping: true });
  const company = smallCompany(4);
  const people = company.people?.map((p) => (p.id === 'P3' ? { ...p, name: '诸葛晨曦', locale: 'zh-CN' as const } : p));
  await engine.send(ORGANISATION, 'system', 'importOrganisation', { ...company, people });
  smtp = await startMailServer();
  mail = mailChannel({ smtpUrl: smtp.url, from: { name: 'Training', address: 'training@example.com' } });
});
afterAll(async () => {
  mail.close?.();
  await smtp.close();
  await engine.stop();
});

async function deliver(): Promise<DeliveryCount> {
  smtp.received.length = 0;
  const now = await engine.now();
  return deliverWaiting({
    db: engine.database.pool,
    keys: engine.database.keys,
    procedureNow: () => now,
    lookup: makeLookup({ ...engine.database, clock: { now: () => now } }),
    channel: mail,
    channels: [mail],
    most: 10,
    publicUrl: 'https://rostrum.example.com',
    log: (text) => complaints.push(text),
  });
}
const received = () =>
  smtp.received
    .map((m) => ({ to: [m.to].flat()[0]!.text, subject: m.subject!, text: m.text! }))
    .sort((a, b) => (a.to < b.to ? -1 : 1));

test('a reminder arrives once, in the language of whoever has not answered, and not after an answer', async () => {
  const due = fridayAfter((await engine.now()) + 14 * DAY);
  const spec: RoundSpec = {
    owner: null,
    purpose: 'confirmation',
    title: { en: 'Confirm the venue', 'zh-CN': '确认场地' },
    form: { fields: [{ key: 'yes', label: { en: 'Yes?', 'zh-CN': '同意？' }, kind: 'flag', required: true }] },
    policy: RoundPolicy.parse({ ladder: [{ offset: '-1bd', to: 'assignee' }] }),
    due,
    owners: [],
    place: null,
    minutes: 5,
  };
  const tasks = ['P2', 'P3', 'P4'].map((p) => ({ id: p, assignee: p, about: null, aboutPerson: null, due: null }));
  expect(await engine.send(ROUND, 'P1', 'open', { spec, tasks })).toMatchObject({ accepted: true });
  await civilHour();
  expect(await deliver()).toMatchObject({ sent: 3, failed: 0, postponed: 0 });

  await engine.skipTo(due - DAY + HOUR);
  // Between the event and the delivery somebody answers.
  const answer = { task: 'P4', answer: { yes: true } };
  expect(await engine.send(ROUND, 'P4', 'submit', answer)).toMatchObject({ accepted: true });
  expect(await deliver()).toMatchObject({ sent: 2, dropped: 1, failed: 0, postponed: 0 });
  const [english, chinese] = received() as [ReturnType<typeof received>[number], ReturnType<typeof received>[number]];
  expect(english.to).toContain('p2@example.com');
  expect(english.subject).toMatch(/^Reminder: Confirm the venue \(by Fri/);
  expect(english.text).toMatch(
    /^Dear Person 2,\n\nA kind reminder: one task in “Confirm the venue” is due by Friday.* at 16:00 GMT\+8\./,
  );
  expect(english.text).toContain('https://rostrum.example.com/desk/reminded/P2');
  expect(chinese.to).toContain('p3@example.com');
  expect(chinese.subject).toMatch(/^提醒：确认场地（.*周五 16:00 前）$/);
  expect(chinese.text).toMatch(
    /^诸葛晨曦，您好：\n\n“确认场地”中您还有 1 项任务未完成，请于 .*星期五 16:00（GMT\+8） 前办理。/,
  );

  expect(await deliver()).toMatchObject({ sent: 0, dropped: 0, failed: 0, postponed: 0 });
  expect(smtp.received).toEqual([]);
  expect(complaints).toEqual([]);
});

/** Lets time pass until no letter waits for a civil hour any more: a round may open in the night, or on a Sunday. */
async function civilHour(): Promise<void> {
  const { rows } = await engine.database.pool.query<{ at: number }>('select max(not_before) as at from outbox');
  if (rows[0]!.at > (await engine.now())) await engine.skipTo(rows[0]!.at);
}

function fridayAfter(instant: number): number {
  const day = new Date(instant);
  day.setUTCHours(8, 0, 0, 0);
  while (day.getUTCDay() !== 5) day.setUTCDate(day.getUTCDate() + 1);
  return day.getTime();
}
