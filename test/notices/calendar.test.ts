import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type CalendarEntry, calendarText } from '../../notices/calendar.ts';
import type { Channel } from '../../notices/channels/channel.ts';
import { mailChannel } from '../../notices/channels/mail.ts';
import { renderNotice } from './render.ts';
import { samples } from './samples.ts';
import { type MailServer, startMailServer } from './servers.ts';

const entry: CalendarEntry = {
  method: 'request',
  uid: 'offering:plan-2027.O-001',
  sequence: 2,
  stamp: Date.UTC(2027, 2, 5, 9),
  title: 'Valves; first, and \\ last',
  description: 'Line one\nline two',
  place: '',
  timeZone: 'Asia/Shanghai',
  days: ['2027-04-08'],
  from: 9,
  to: 17,
};
const organizer = { name: 'Training "HQ"', address: 'training@example.com' };
const attendee = { name: '诸葛晨曦', address: 'zhuge@example.com' };

/** The unfolded content lines. */
const linesOf = (other: Partial<CalendarEntry> = {}) =>
  calendarText({ ...entry, ...other }, organizer, attendee)
    .replace(/\r\n[ ]/g, '')
    .split('\r\n');

describe('a course in the calendar', () => {
  test('is one event with a lasting id and the number of its version', () => {
    expect(linesOf()).toEqual(
      expect.arrayContaining([
        'METHOD:REQUEST',
        'UID:offering:plan-2027.O-001',
        'SEQUENCE:2',
        'DTSTAMP:20270305T090000Z',
        'DTSTART;TZID=Asia/Shanghai:20270408T090000',
        'DTEND;TZID=Asia/Shanghai:20270408T170000',
        'SUMMARY:Valves\\; first\\, and \\\\ last',
        'DESCRIPTION:Line one\\nline two',
        'ORGANIZER;CN="Training  HQ ":mailto:training@example.com',
        'ATTENDEE;CN="诸葛晨曦";ROLE=REQ-PARTICIPANT;RSVP=FALSE:mailto:zhuge@example.com',
        'STATUS:CONFIRMED',
        'TZOFFSETTO:+0800',
      ]),
    );
    expect(linesOf().filter((l) => l.startsWith('RRULE'))).toEqual([]);
  });

  test('on several days is a daily event without the days between them', () => {
    const lines = linesOf({ days: ['2027-04-08', '2027-04-09', '2027-04-12'] });
    expect(lines).toContain('RRULE:FREQ=DAILY;COUNT=5');
    expect(lines).toContain('EXDATE;TZID=Asia/Shanghai:20270410T090000,20270411T090000');
  });

  test('carries the change of the clock that lies between its days', () => {
    const lines = linesOf({ timeZone: 'Europe/Berlin', days: ['2027-03-26', '2027-03-29'] });
    const zone = lines.slice(lines.indexOf('BEGIN:VTIMEZONE'), lines.indexOf('END:VTIMEZONE'));
    expect(zone.slice(2)).toEqual([
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0100',
      'END:STANDARD',
      'BEGIN:STANDARD',
      'DTSTART:20270328T020000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'END:STANDARD',
    ]);
  });

  test('is taken out again by a cancellation', () => {
    expect(linesOf({ method: 'cancel' })).toEqual(expect.arrayContaining(['METHOD:CANCEL', 'STATUS:CANCELLED']));
  });

  test('has no line of more than 75 octets, and no character is cut', () => {
    const title = '阀门检修与泄漏处理'.repeat(20);
    const text = calendarText({ ...entry, title }, organizer, attendee);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replace(/\r\n[ ]/g, '')).toContain(`SUMMARY:${title}`);
  });

  test('a title cannot write lines of its own', () => {
    const lines = linesOf({ title: 'Valves\r\nATTACH:http://evil.example.com' });
    expect(lines.filter((l) => l.startsWith('ATTACH'))).toEqual([]);
  });
});

describe('by mail', () => {
  let smtp: MailServer;
  let mail: Channel;
  beforeEach(async () => {
    smtp = await startMailServer();
    mail = mailChannel({ smtpUrl: smtp.url, from: organizer });
  });
  afterEach(async () => {
    mail.close?.();
    await smtp.close();
  });

  test('an invitation brings its entry, a letter without one brings none', async () => {
    const reader = {
      locale: 'zh-CN' as const,
      recipientName: '诸葛晨曦',
      publicUrl: 'https://r.example.com',
      timeZone: 'Asia/Shanghai',
    };
    const to = { name: '诸葛晨曦', email: 'zhuge@example.com' };
    const invitation = renderNotice('offering.invitation', samples['offering.invitation'], reader);
    await mail.deliver({ key: 'k1', to, template: 'offering.invitation', ...invitation });
    const waiting = renderNotice('offering.waiting', samples['offering.waiting'], reader);
    await mail.deliver({ key: 'k2', to, template: 'offering.waiting', ...waiting });
    const [first, second] = smtp.received;
    const [file] = first!.attachments;
    expect(file!.contentType).toBe('text/calendar');
    const text = file!.content.toString('utf8').replace(/\r\n[ ]/g, '');
    expect(text).toContain('METHOD:REQUEST');
    expect(text).toContain('SUMMARY:阀门检修培训');
    expect(text).toContain('mailto:zhuge@example.com');
    expect(second!.attachments).toEqual([]);
  });
});
