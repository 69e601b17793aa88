import { describe, expect, test } from '@jest/globals';
import type { NoticeName } from '../../contracts/notices/all.ts';
import type { Locale, Reader } from '../../notices/reader.ts';
import { templates } from '../../notices/templates/registry.ts';
import { renderNotice, renderUnchecked } from './render.ts';
import { samples } from './samples.ts';

const reader = (locale: Locale, more: Partial<Reader> = {}): Reader => ({
  locale,
  recipientName: locale === 'en' ? 'Zoë Müller-Łukasz' : '诸葛晨曦',
  publicUrl: 'https://rostrum.example.com/app/',
  timeZone: 'Asia/Shanghai',
  ...more,
});
const names = Object.keys(templates) as NoticeName[];
const cases = names.flatMap((name) => (['en', 'zh-CN'] as const).map((locale) => [name, locale] as const));

describe('every template in both languages', () => {
  test.each(cases)('%s in %s is complete in text and in HTML, with one link', (name, locale) => {
    const { subject, text, html } = renderUnchecked(name, samples[name], reader(locale));
    expect(subject).not.toMatch(/undefined|null|\[object|\n/);
    expect(text).not.toMatch(/undefined|null|\[object|NaN/);
    expect(html).toContain(`<html lang="${locale}">`);
    expect(html.match(/<a /g)).toHaveLength(1);
    expect(text.match(/https:\/\/rostrum\.example\.com\/app\/\S*/g)).toHaveLength(1);
    expect(/[\u4e00-\u9fff]{4}/.test(subject)).toBe(locale === 'zh-CN');
  });

  test.each(cases)('%s in %s says in HTML whatever it says in text', (name, locale) => {
    const { text, html } = renderUnchecked(name, samples[name], reader(locale));
    const seen = plain(html);
    for (const line of text.split('\n').map((l) => l.replace(/^(- |> |-- )/, '').replace(/[:：]$/, ''))) {
      expect(seen).toContain(line.replace(/\s+/g, ' ').trim());
    }
  });
});

test('a name that is markup stays a name', () => {
  const { html, text } = renderNotice(
    'round.invitation',
    samples['round.invitation'],
    reader('en', { recipientName: '<script>alert("x")</script>' }),
  );
  expect(html).not.toContain('<script');
  expect(html).toContain('Dear &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;,');
  expect(html).toContain('href="https://rostrum.example.com/app/desk?round=a&amp;b=&quot;c&quot;"');
  expect(text).toContain('Dear <script>alert("x")</script>,');
});

test('a title with a line break cannot write a mail header', () => {
  const facts = { ...samples['round.reminder'], roundTitle: 'Review\r\nBcc: all@example.com' };
  expect(renderNotice('round.reminder', facts, reader('en')).subject).toMatch(
    /^Overdue: Review Bcc: all@example.com \(was due Fri,? 5 Mar, 17:00\)$/,
  );
});

test('dates are in the time zone and language of the recipient, with the weekday', () => {
  const text = (locale: Locale, timeZone: string) =>
    renderNotice('round.extended', samples['round.extended'], reader(locale, { timeZone })).text;
  expect(text('en', 'Asia/Shanghai')).toMatch(/Friday,? 5 March 2027 at 17:00 GMT\+8/);
  expect(text('en', 'Pacific/Kiritimati')).toMatch(/Friday,? 5 March 2027 at 23:00 GMT\+14/);
  expect(text('zh-CN', 'America/New_York')).toContain('2027年3月5日星期五 04:00（GMT-5）');
});

test('whoever gives up a role themselves is not said to have been robbed of it', () => {
  const facts = { ...samples['operations.role'], granted: false, by: 'Lin (E017)', own: true };
  const [en, zh] = (['en', 'zh-CN'] as const).map(
    (locale) => renderNotice('operations.role', facts, reader(locale)).text,
  );
  expect(en).toContain('Lin (E017) has given up the role operations.');
  expect(zh).toContain('Lin (E017) 已自行交还运营角色。');
});

test('one task is one task, and a reason that was erased is not mentioned', () => {
  const { text } = renderNotice('round.reopened', { roundTitle: 'Review', reason: null, answered: true }, reader('en'));
  expect(text).not.toContain('Reason');
  expect(renderNotice('round.reminder', samples['round.reminder'], reader('en')).text).toContain('one task');
});

test.each(['constructor', '__proto__', 'toString'])('a round for %s is said to be about that', (purpose) => {
  for (const locale of ['en', 'zh-CN'] as const) {
    const facts = { ...samples['round.invitation'], purpose };
    expect(renderNotice('round.invitation', facts, reader(locale)).text).toMatch(
      `${locale === 'en' ? ': ' : '：'}${purpose}`,
    );
  }
});

test('a link to another site is refused', () => {
  const facts = { ...samples['round.reminder'], link: '//evil.example.com/desk' };
  expect(() => renderNotice('round.reminder', facts, reader('en'))).toThrow(/path of the app/);
});

test('a missing fact and an unknown template are named', () => {
  const { dueAt: _, ...facts } = samples['round.reminder'];
  expect(() => renderUnchecked('round.reminder', facts, reader('en'))).toThrow(/round\.reminder[\s\S]*dueAt/);
  expect(() => renderUnchecked('constructor', {}, reader('en'))).toThrow('There is no template "constructor"');
});

/** What a person reads of an HTML mail, on one line; the link's address counts as read. */
function plain(html: string): string {
  return html
    .replace(/^[\s\S]*<body/, '<body')
    .replace(/<a href="([^"]*)"[^>]*>/g, '$1 ')
    .replace(/<br>|<\/(p|li)>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
}
