import { createHash } from 'node:crypto';
import nodemailer from 'nodemailer';
import { calendarText } from '../calendar.ts';
import { type Channel, type Delivery, type Message, permanent, type Refused, temporary } from './channel.ts';

export interface MailOptions {
  /** Such as `smtp://localhost:1025` or `smtps://user:password@mail.example.com`. */
  readonly smtpUrl: string;
  readonly from: { readonly name: string; readonly address: string };
  /** Connections to the mail server at the same time. */
  readonly connections?: number;
  /** How long the server may be silent, in milliseconds. */
  readonly timeoutMs?: number;
}

const ADDRESS = /^[^\s<>,;:"()[\]\\@]+@[^\s<>,;:"()[\]\\@]+$/;

/**
 * Mail over SMTP. The Message-ID is made from the outbox key: when a process dies between sending and noting it, the
 * repeat has the id of the first copy, and mailboxes show one.
 */
export function mailChannel(options: MailOptions): Channel {
  const timeout = options.timeoutMs ?? 20_000;
  const transport = nodemailer.createTransport({
    url: options.smtpUrl,
    pool: true,
    maxConnections: options.connections ?? 4,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = options.from.address.slice(options.from.address.lastIndexOf('@') + 1);

  async function deliver(message: Message): Promise<Delivery> {
    if (!ADDRESS.test(message.to.email)) {
      return permanent(`"${message.to.email}" is not a mail address; correct it in the personnel data.`, {
        ofRecipient: true,
      });
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
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' },
      });
      return { accepted: true, response: sent.response };
    } catch (error) {
      return refusal(error as SmtpError);
    }
  }

  return { name: 'mail', gathers: true, deliver, close: () => transport.close() };
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

interface SmtpError extends Error {
  code?: string;
  responseCode?: number;
  command?: string;
}

/**
 * A bounce is a 5yz answer to the recipient or to the message. A refused sign-in or sender is our own fault and is
 * mended by configuration, so it must not use messages up; 503 speaks of the session, not of the message.
 */
function refusal(error: SmtpError): Refused {
  const { code, responseCode = 0, command = '' } = error;
  const final = responseCode >= 500 && responseCode < 600 && ![503, 530, 535].includes(responseCode);
  const ours = command === 'MAIL FROM' || command === 'CONN' || code === 'EAUTH';
  const ofRecipient = command === 'RCPT TO';
  if (final && !ours) return permanent(error.message, ofRecipient ? { ofRecipient } : {});
  const theirs = GREYLISTED.test(error.message) || (ofRecipient && MAILBOX.test(error.message));
  const busy = TOO_MANY.test(error.message) && !theirs;
  return temporary(error.message, busy ? { busy } : {});
}

/** 421 closes the session, as servers do with whoever sends too much; others say so in words. */
const TOO_MANY = /\b421\b|\btoo (many|much)\b|\brate\b|\bthrottl|\bserver busy\b/i;
/** Of one recipient, whom the server does not know us to write to yet (RFC 6647): the others are not concerned. */
const GREYLISTED = /gr[ae]y-?list/i;
/** Of an address or of its mailbox (RFC 3463): somebody gets too much, not the server. */
const MAILBOX = /\b4\.[12]\.\d/;
