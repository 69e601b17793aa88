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
  },
  'zh-CN': {
    greeting: (name: string) => `${name}，您好：`,
    by: (name: string) => `——${name}`,
    footer: '本邮件由 Rostrum 培训管理系统代培训管理部门发送。仅打开链接不会触发任何操作。',
    colon: '：',
  },
} as const;

/** Sets a letter as plain text and as HTML that mail clients show alike; everything in it is escaped. */
export function layOut(letter: Letter, reader: Reader): Rendered {
  const subject = oneLine(letter.subject);
  const passages = letter.body.filter((passage): passage is Passage => Boolean(passage));
  const url = absolute(letter.action.path, reader.publicUrl);
  return {
    subject,
    text: asText(passages, letter.action.label, url, reader),
    html: asHtml(subject, passages, letter.action.label, url, reader),
    ...(letter.calendar ? { calendar: letter.calendar } : {}),
  };
}

function asText(passages: readonly Passage[], label: string, url: string, reader: Reader): string {
  const phrases = PHRASES[reader.locale];
  const blocks = passages.map((passage) => {
    if (typeof passage === 'string') return passage;
    if ('list' in passage) return passage.list.map((item) => `- ${item}`).join('\n');
    const quoted = passage.quote.split(/\r?\n/).map((line) => `> ${line}`);
    return [...quoted, ...(passage.by ? [`> ${phrases.by(passage.by)}`] : [])].join('\n');
  });
  return [
    phrases.greeting(oneLine(reader.recipientName)),
    ...blocks,
    `${label}${phrases.colon}\n${url}`,
    `-- \n${phrases.footer}`,
  ].join('\n\n');
}

const TEXT = 'margin:0 0 16px;font-size:16px;line-height:1.5;color:#1f2933';
const BUTTON =
  'display:inline-block;padding:12px 20px;background:#1c4f82;color:#ffffff;text-decoration:none;border-radius:4px;font-size:16px';
const FONT = "font-family:'Segoe UI','Helvetica Neue',Arial,'PingFang SC','Microsoft YaHei',sans-serif";

function asHtml(subject: string, passages: readonly Passage[], label: string, url: string, reader: Reader): string {
  const phrases = PHRASES[reader.locale];
  return `<!doctype html>
<html lang="${reader.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:24px 12px;background:#f5f7fa;${FONT}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;background:#ffffff"><tr><td style="padding:24px;text-align:left">
<p style="${TEXT}">${escaped(phrases.greeting(oneLine(reader.recipientName)))}</p>
${passages.map((passage) => passageAsHtml(passage, phrases.by)).join('\n')}
<p style="margin:24px 0"><a href="${escaped(url)}" style="${BUTTON}">${escaped(label)}</a></p>
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
