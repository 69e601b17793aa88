import { createHash } from 'node:crypto';
import nodemailer from 'nodemailer';
import { calendarText } from '../calendar.ts';
import { type Channel, type Delivery, type Message, permanent } from './channel.ts';
import { refusalOf, type SmtpError } from './smtp-refusal.ts';

export interface MailOptions {
  /** Such as `smtp://localhost:1025` or `smtps://user:password@mail.example.com`. */
  readonly smtpUrl: string;
  readonly from: { readonly name: string; readonly address: string };
  /** Connections to the mail server at the same time. */
  readonly connections?: number;
  /** How long the server may be silent, in milliseconds. */
  readonly timeoutMs?: number;
  /** How long a letter may take in all, in milliseconds, however often the server says a word. */
  readonly withinMs?: number;
}

/** A server that says more than this at a time is hung up on. */
const LONGEST_ANSWER = 16 * 1024;

const ADDRESS = /^[^\s<>,;:"()[\]\\@]+@[^\s<>,;:"()[\]\\@]+$/;

/**
 * Mail over SMTP. The Message-ID is made from the outbox key: when a process dies between sending and noting it, the
 * repeat has the id of the first copy, and mailboxes show one.
 */
export function mailChannel(options: MailOptions): Channel {
  const timeout = options.timeoutMs ?? 20_000;
  const within = options.withinMs ?? 30_000;
  const server = new URL(options.smtpUrl).host;
  const transport = nodemailer.createTransport({
    url: options.smtpUrl,
    pool: true,
    maxConnections: options.connections ?? 4,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    maxResponseSize: LONGEST_ANSWER,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = options.from.address.slice(options.from.address.lastIndexOf('@') + 1);

  async function deliver(message: Message): Promise<Delivery> {
    if (!ADDRESS.test(message.to.email)) {
      const wrong = 'What the personnel data give as the mail address is none: correct it there and import it.';
      return permanent(wrong, { ofRecipient: true });
    }
    try {
      const sent = await transport.sendMail({
        from: { ...options.from },
        to: { name: headed(message.to.name), address: message.to.email },
        subject: headed(message.subject),
        text: message.text,
        html: message.html,
        ...inviting(message, options.from),
        messageId: messageIdOf(message.key, domain),
        // Asks out-of-office robots not to answer (RFC 3834).
        signal: AbortSignal.timeout(within),
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' },
      });
      return { accepted: true, response: sent.response };
    } catch (error) {
      return refusalOf(error as SmtpError, { server, timeout, within });
    }
  }

  return { name: 'mail', gathers: true, isPersonal: true, deliver, close: () => transport.close() };
}

/** A text in a header: one line, and no word that a mail client would take for one that is encoded (RFC 2047). */
function headed(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replaceAll('=?', '= ?')
    .trim();
}

/** The calendar entry as an alternative that mail clients offer to take up, and as a file for those that do not. */
function inviting({ calendar, to }: Message, from: MailOptions['from']) {
  if (!calendar) return {};
  const content = calendarText(calendar, from, { name: to.name, address: to.email });
  return { icalEvent: { method: calendar.method, filename: 'course.ics', content } };
}

/** The Message-ID of a message: a hash of its outbox key, so that it is stable and tells nothing. */
export function messageIdOf(key: string, domain: string): string {
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${domain}>`;
}
