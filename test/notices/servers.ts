import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** What the mail server says to a recipient or to a message; undefined: it takes it; silence: it takes it and never says so. */
export type Verdict = { readonly code: number; readonly text: string } | 'silence' | undefined;

export interface MailServer {
  readonly url: string;
  readonly received: ParsedMail[];
  /** Asked for every recipient. */
  onRecipient: (address: string) => Verdict;
  /** Asked for every message, once it has arrived whole. */
  onMessage: (mail: ParsedMail) => Verdict;
  close(): Promise<void>;
}

/** A real SMTP server on the loopback address that keeps what it takes. */
export async function startMailServer(): Promise<MailServer> {
  const say = (verdict: Verdict, callback: (error?: Error | null) => void) => {
    if (verdict === 'silence') return;
    callback(verdict ? Object.assign(new Error(verdict.text), { responseCode: verdict.code }) : null);
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: (_auth, _session, callback) => callback(new Error('who are you?')),
    onRcptTo: ({ address }, _session, callback) => say(mailServer.onRecipient(address), callback),
    onData: (stream, _session, callback) => {
      simpleParser(stream).then((mail) => {
        const verdict = mailServer.onMessage(mail);
        if (!verdict || verdict === 'silence') mailServer.received.push(mail);
        say(verdict, callback);
      }, callback);
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const mailServer: MailServer = {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received: [],
    onRecipient: () => undefined,
    onMessage: () => undefined,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
  return mailServer;
}

export interface Posted {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface HookServer {
  readonly url: string;
  readonly posted: Posted[];
  /** The answer to every request; null: none, ever. */
  answer: { readonly status: number; readonly headers?: Record<string, string> } | null;
  /** Says what it likes, in the place of `answer`. */
  say?: (response: ServerResponse) => void;
  close(): Promise<void>;
}

/** A real HTTP server on the loopback address that keeps what is posted. */
export async function startHookServer(): Promise<HookServer> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    hook.posted.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
    if (hook.say) hook.say(response);
    else if (hook.answer) response.writeHead(hook.answer.status, hook.answer.headers).end('so be it');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const hook: HookServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?token=secret`,
    posted: [],
    answer: { status: 200 },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return hook;
}

export interface OddServer {
  readonly url: string;
  close(): Promise<void>;
}

/** A server on the loopback address that does with each connection whatever it is told to. */
export async function startOddServer(scheme: string, meet: (socket: Socket) => void): Promise<OddServer> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    meet(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
