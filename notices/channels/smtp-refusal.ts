import { cleaned, cut } from '../../contracts/cleaned.ts';
import { permanent, type Refused, temporary } from './channel.ts';

/** What Nodemailer throws. */
export interface SmtpError extends Error {
  /** Of what kind it is, in Nodemailer's words. */
  readonly code?: string;
  /** What Node or OpenSSL called it. */
  readonly originalCode?: string;
  readonly responseCode?: number;
  /** What was said to the server before. */
  readonly command?: string;
  readonly timeoutType?: string;
}

/** Where a letter was to go, and how long that might take, in milliseconds. */
export interface Attempt {
  /** Host and port. */
  readonly server: string;
  readonly timeout: number;
  readonly within: number;
}

/** So much of what a server says is kept, in characters. */
const MOST_KEPT = 500;

/**
 * What a failure means for a letter. A bounce is a 5yz answer to the recipient or to the message. A refused sign-in or sender
 * is our own fault and is mended by configuration, so it must not use messages up; 503 speaks of the session, not of the message.
 */
export function refusalOf(error: SmtpError, attempt: Attempt): Refused {
  const { code, responseCode = 0, command = '' } = error;
  const said = cut(cleaned(error.message), MOST_KEPT);
  const final = responseCode >= 500 && responseCode < 600 && ![503, 530, 535].includes(responseCode);
  const ours = ['MAIL FROM', 'CONN', 'STARTTLS'].includes(command) || code === 'EAUTH';
  const ofRecipient = command === 'RCPT TO';
  const more = ofRecipient ? { ofRecipient } : {};
  if (final && !ours) return permanent(said, more);
  const theirs = GREYLISTED.test(said) || (ofRecipient && MAILBOX.test(said));
  const busy = TOO_MANY.test(said) && !theirs;
  return temporary(sentenceOf(error, said, attempt), busy ? { ...more, busy } : more);
}

/** 421 closes the session, as servers do with whoever sends too much; others say so in words. */
const TOO_MANY = /\b421\b|\btoo (many|much)\b|\brate\b|\bthrottl|\bserver busy\b/i;
/** Of one recipient, whom the server does not know us to write to yet (RFC 6647): the others are not concerned. */
const GREYLISTED = /gr[ae]y-?list/i;
/** Of an address or of its mailbox (RFC 3463): somebody gets too much, not the server. */
const MAILBOX = /\b4\.[12]\.\d/;
/** What Node and OpenSSL call a certificate that is not to be believed. */
const CERTIFICATE = /CERT|ISSUER|SELF_SIGNED|ALTNAME|certificate/;

/** One sentence for operations that says how to mend it; what the server said itself stays as it is. */
function sentenceOf(error: SmtpError, said: string, { server, timeout, within }: Attempt): string {
  const { code, command, originalCode = '', responseCode, timeoutType, message } = error;
  const the = `The mail server at ${server}`;
  if (code === 'EAUTH') return `${the} refuses user and password: correct them in ROSTRUM_SMTP_URL (${said}).`;
  if (command === 'STARTTLS')
    return `${the} does not begin TLS, which requireTLS in ROSTRUM_SMTP_URL demands: let it offer STARTTLS (${said}).`;
  if (responseCode) return said;
  if (CERTIFICATE.test(originalCode) || CERTIFICATE.test(message))
    return `The certificate of the mail server at ${server} is not trusted (${said}): renew it, or name the server in ROSTRUM_SMTP_URL as its certificate does.`;
  if (code === 'EABORT') return `${the} was not done with a letter within ${within / 1000} s: see what slows it down.`;
  if (timeoutType === 'GREETING_TIMEOUT')
    return `${the} has not greeted within ${timeout / 1000} s: see that it is well, and that ROSTRUM_SMTP_URL names a mail server.`;
  if (code === 'ETIMEDOUT') return `${the} was silent for ${timeout / 1000} s: see that it is well (${said}).`;
  if (code === 'EPROTOCOL')
    return `${the} does not speak as mail servers do: see what ROSTRUM_SMTP_URL names (${said}).`;
  if (code === 'ETLS' || /SSL|TLS/.test(originalCode) || /\bSSL\b|\bTLS\b|ssl3?_/i.test(message))
    return `No TLS could be agreed on with the mail server at ${server}: use smtps:// where it speaks TLS from the first word, else smtp:// (${said}).`;
  if (code === 'ECONNECTION') return `${the} hung up before it had taken the letter: read its log (${said}).`;
  if (code === 'ESOCKET' || code === 'EDNS')
    return `${the} cannot be reached: see that it runs, and check ROSTRUM_SMTP_URL (${said}).`;
  return said;
}
