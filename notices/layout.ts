import type { CalendarEntry } from './calendar.ts';
import type { Letter, Passage } from './letter.ts';
import type { Reader } from './reader.ts';

/** A notice as it goes out. The text is complete by itself; the HTML says the same. */
export interface Rendered {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Goes along with the mail, for the reader's calendar. */
  readonly calendar?: CalendarEntry;
}

const PHRASES = {
  en: {
    greeting: (name: string) => `Dear ${name},`,
    by: (name: string) => `— ${name}`,
    footer: 'Sent by Rostrum for the training department. Opening the link changes nothing by itself.',
    colon: ':',
    several: (n: number, first: string) => `${n} messages: ${first}, and more`,
    contents: (n: number) => `${n} messages have come together for you:`,
    digest: (n: number, first: string) => `Your summary, ${n} messages: ${first}, and more`,
    gathered: (n: number) => `These ${n} messages have come since your last summary, the newest first:`,
  },
  'zh-CN': {
    greeting: (name: string) => `${name}，您好：`,
    by: (name: string) => `——${name}`,
    footer: '本邮件由 Rostrum 培训管理系统代培训管理部门发送。仅打开链接不会触发任何操作。',
    colon: '：',
    several: (n: number, first: string) => `${n} 条通知：${first} 等`,
    contents: (n: number) => `以下为您的 ${n} 条通知：`,
    digest: (n: number, first: string) => `通知汇总（${n} 条）：${first} 等`,
    gathered: (n: number) => `以下为上次汇总以来的 ${n} 条通知，最新的在前：`,
  },
} as const;

/** Sets a letter as plain text and as HTML that mail clients show alike; everything in it is escaped. */
export function layOut(letter: Letter, reader: Reader): Rendered {
  const subject = oneLine(letter.subject);
  return {
    subject,
    text: asText(partAsText(letter, reader), reader),
    html: asHtml(subject, partAsHtml(letter, reader), reader),
    ...(letter.calendar ? { calendar: letter.calendar } : {}),
  };
}

/**
 * Sets several letters as one: its subject says how many they are, and what they are about stands at the top. Entries for
 * calendars are left out: a mail can bear only one.
 * @param digest whether they have gathered for somebody who wants theirs together
 */
export function layOutSeveral(letters: readonly Letter[], reader: Reader, digest = false): Rendered {
  const phrases = PHRASES[reader.locale];
  const lines = letters.map((letter) => oneLine(letter.line ?? letter.subject));
  const subject = (digest ? phrases.digest : phrases.several)(letters.length, oneLine(letters[0]!.subject));
  const top = [(digest ? phrases.gathered : phrases.contents)(letters.length), { list: lines }] as const;
  const headed = letters.map((letter, i) => ({ letter, title: `${i + 1}. ${lines[i]}` }));
  const text = headed.flatMap(({ letter, title }) => [RULE, title, ...partAsText(letter, reader)]);
  const html = headed.map(
    ({ letter, title }) => `<h2 style="${HEADING}">${escaped(title)}</h2>\n${partAsHtml(letter, reader)}`,
  );
  return {
    subject,
    text: asText([...top.map((passage) => passageAsText(passage, phrases.by)), ...text], reader),
    html: asHtml(subject, [...top.map((passage) => passageAsHtml(passage, phrases.by)), ...html].join('\n'), reader),
  };
}

const RULE = '----------------------------------------';

function passagesOf({ body }: Letter): Passage[] {
  return body.filter((passage): passage is Passage => Boolean(passage));
}

function partAsText(letter: Letter, reader: Reader): string[] {
  const { by, colon } = PHRASES[reader.locale];
  const url = absolute(letter.action.path, reader.publicUrl);
  return [...passagesOf(letter).map((passage) => passageAsText(passage, by)), `${letter.action.label}${colon}\n${url}`];
}

function passageAsText(passage: Passage, by: (name: string) => string): string {
  if (typeof passage === 'string') return passage;
  if ('list' in passage) return passage.list.map((item) => `- ${item}`).join('\n');
  const quoted = passage.quote.split(/\r?\n/).map((line) => `> ${line}`);
  return [...quoted, ...(passage.by ? [`> ${by(passage.by)}`] : [])].join('\n');
}

function asText(blocks: readonly string[], reader: Reader): string {
  const phrases = PHRASES[reader.locale];
  return [phrases.greeting(oneLine(reader.recipientName)), ...blocks, `-- \n${phrases.footer}`].join('\n\n');
}

const TEXT = 'margin:0 0 16px;font-size:16px;line-height:1.5;color:#1f2933';
const HEADING = 'margin:24px 0 16px;padding-top:16px;border-top:1px solid #cbd2d9;font-size:18px;color:#1f2933';
const BUTTON =
  'display:inline-block;padding:12px 20px;background:#1c4f82;color:#ffffff;text-decoration:none;border-radius:4px;font-size:16px';
const FONT = "font-family:'Segoe UI','Helvetica Neue',Arial,'PingFang SC','Microsoft YaHei',sans-serif";

function partAsHtml(letter: Letter, reader: Reader): string {
  const { by } = PHRASES[reader.locale];
  const url = absolute(letter.action.path, reader.publicUrl);
  const passages = passagesOf(letter).map((passage) => passageAsHtml(passage, by));
  return `${passages.join('\n')}
<p style="margin:24px 0"><a href="${escaped(url)}" style="${BUTTON}">${escaped(letter.action.label)}</a></p>`;
}

function asHtml(subject: string, content: string, reader: Reader): string {
  const phrases = PHRASES[reader.locale];
  return `<!doctype html>
<html lang="${reader.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:24px 12px;background:#f5f7fa;${FONT}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;background:#ffffff"><tr><td style="padding:24px;text-align:left">
<p style="${TEXT}">${escaped(phrases.greeting(oneLine(reader.recipientName)))}</p>
${content}
<p style="margin:24px 0 0;padding-top:12px;border-top:1px solid #cbd2d9;font-size:13px;line-height:1.5;color:#52606d">${escaped(phrases.footer)}</p>
</td></tr></table>
</td></tr></table>
</body></html>
`;
}

function passageAsHtml(passage: Passage, by: (name: string) => string): string {
  if (typeof passage === 'string') return `<p style="${TEXT}">${lines(passage)}</p>`;
  if ('list' in passage) {
    const items = passage.list.map((item) => `<li style="margin:0 0 6px">${lines(item)}</li>`);
    return `<ul style="${TEXT};padding-left:24px">${items.join('')}</ul>`;
  }
  const author = passage.by ? `<br>${escaped(by(passage.by))}` : '';
  return `<blockquote style="${TEXT};padding-left:12px;border-left:3px solid #1c4f82">${lines(passage.quote)}${author}</blockquote>`;
}

function lines(text: string): string {
  return escaped(text).replace(/\r?\n/g, '<br>');
}

function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

/** A title or a name may hold a line break; a subject may not, or it would write mail headers of its own. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

function absolute(path: string, publicUrl: string): string {
  return `${publicUrl.replace(/\/+$/, '')}${path}`;
}
