import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail that was caught. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Made from the outbox key, so that a mail and its notice find each other. */
  readonly messageId: string;
  readonly file: string;
}

/** Stands in for the company's mail server, and keeps what it gets in a folder. */
export class Mailbox {
  readonly mails: Mail[] = [];
  readonly #folder: string;
  readonly #server: SMTPServer;

  constructor(folder: string) {
    this.#folder = folder;
    this.#server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      onData: (stream, _session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          this.#keep(Buffer.concat(chunks)).then(
            () => done(),
            (error: Error) => done(error),
          );
        });
      },
    });
    this.#server.on('error', () => undefined);
  }

  /** Begins to listen; returns where, as ROSTRUM_SMTP_URL wants it. */
  async open(): Promise<string> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  async #keep(bytes: Buffer): Promise<void> {
    const { to, subject = '', text = '', messageId = '' } = await simpleParser(bytes);
    const file = path.join(this.#folder, `${String(this.mails.length + 1).padStart(4, '0')}.eml`);
    const address = (Array.isArray(to) ? to[0] : to)?.text ?? '';
    this.mails.push({ to: address, subject, text, messageId, file });
    await writeFile(file, bytes);
  }
}

/** Where the Message-ID of a notice's mail begins. */
export function messageIdStem(key: string): string {
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@`;
}
