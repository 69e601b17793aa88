import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cleaned, onOneLine } from '../../contracts/cleaned.ts';
import { calendarText } from '../../notices/calendar.ts';
import type { Channel } from '../../notices/channels/channel.ts';
import { mailChannel } from '../../notices/channels/mail.ts';
import { layOut } from '../../notices/layout.ts';
import { type MailServer, startMailServer } from './servers.ts';

const ODD = [
  'محمد "حداد" <x@example.com>',
  'श्रीनिवास, क्षत्रिय; (Dr.)',
  '김철수 👩‍👩‍👧‍👦',
  'สมชาย\\ใจดี',
  '\u202egnp.exe',
  `${'W'.repeat(190)}`,
  '森'.repeat(200),
  '👩‍👩‍👧‍👦'.repeat(18),
  '=?utf-8?B?QUJD?=',
  'a@b.example, c@d.example',
  '𠀋𪛐',
];
const any = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
);
/** As a name is kept. */
const name = any.map((text) => onOneLine(text).slice(0, 200)).filter((text) => onOneLine(text) === text && text !== '');
const spaceless = (text: string | undefined) => text?.replace(/\s/gu, '');

describe('whatever people and things are called', () => {
  let smtp: MailServer;
  let mail: Channel;

  beforeAll(async () => {
    smtp = await startMailServer();
    mail = mailChannel({ smtpUrl: smtp.url, from: { name: 'Training', address: 'training@example.com' } });
  });
  afterAll(async () => {
    mail.close?.();
    await smtp.close();
  });

  const entry = {
    ...{
      method: 'request' as const,
      uid: 'offering:plan-2027.O-001',
      sequence: 1,
      stamp: 0,
      description: 'x\ny',
      place: 'R',
    },
    ...{ timeZone: 'Asia/Shanghai', days: ['2027-04-08'], from: 9, to: 17 },
  };

  async function expectDelivered(text: string): Promise<void> {
    const letter = { subject: text, body: [text, { list: [text] }], action: { label: 'Open', path: '/' } };
    const reader = { locale: 'en', recipientName: text, publicUrl: 'https://r.example.com', timeZone: 'UTC' } as const;
    const { subject, text: body, html } = layOut(letter, reader);
    const message = { key: text, to: { name: text, email: 'x@example.com' }, template: 't', subject, text: body, html };
    const calendar = { ...entry, title: text };
    expect(await mail.deliver({ ...message, calendar })).toMatchObject({ accepted: true });
    const got = smtp.received.at(-1)!;
    const to = Array.isArray(got.to) ? got.to[0]! : got.to!;
    expect(to.value.map(({ address }) => address)).toEqual(['x@example.com']);
    expect([got.from?.value[0]?.address, got.cc, got.bcc]).toEqual(['training@example.com', undefined, undefined]);
    expect(spaceless(to.value[0]!.name)).toBe(spaceless(text));
    expect(spaceless(got.subject)).toBe(spaceless(text));
    expect(spaceless(got.text)).toContain(spaceless(cleaned(text)));
    expect(got.attachments[0]!.content.toString()).toContain('END:VCALENDAR');
  }

  test.each(ODD)('a mail to and about %p arrives with it', (text) => expectDelivered(text));

  test('a mail to and about any name arrives with it', () =>
    fc.assert(fc.asyncProperty(name, expectDelivered), { numRuns: 60 }));

  test('a calendar holds any text, in lines that are not too long', () => {
    fc.assert(
      fc.property(any, any, (title, party) => {
        const written = calendarText(
          { ...entry, title, description: title, place: party },
          { name: party, address: 'a@example.com' },
          { name: title, address: 'b@example.com' },
        );
        const bytes = Buffer.from(written);
        expect(written.split('\r\n').every((line) => Buffer.from(line).length <= 75)).toBe(true);
        expect(bytes.toString()).not.toMatch(/[^\P{Cc}\r\n]/u);
        const lines = written.replaceAll('\r\n ', '').split('\r\n');
        const kinds = lines.map((line) => /^[A-Z-]+/.exec(line)?.[0]);
        expect(kinds.filter((kind) => kind === 'ATTENDEE')).toHaveLength(1);
        const summary = lines.find((line) => line.startsWith('SUMMARY:'))!.slice('SUMMARY:'.length);
        const read = summary.replace(/\\(.)/g, (_, c: string) => (c === 'n' ? '\n' : c));
        expect(read).toBe(title.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, ' '));
      }),
    );
  });
});
