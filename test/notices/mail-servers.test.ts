import type { AddressInfo, Socket } from 'node:net';
import { afterEach, expect, jest, test } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import type { Delivery, Message } from '../../notices/channels/channel.ts';
import { mailChannel } from '../../notices/channels/mail.ts';
import { type OddServer, startMailServer, startOddServer } from './servers.ts';

const message: Message = {
  key: 'k',
  to: { name: 'N', email: 'n@example.com' },
  template: 'round.reminder',
  subject: 's',
  text: 't',
  html: '<p>t</p>',
};
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const kept = <S extends { close(): unknown }>(server: S): S => {
  closing.push(() => server.close());
  return server;
};

/** One letter to a server, with time enough on a busy machine unless it is the time that is looked at. */
async function deliverTo(smtpUrl: string, { timeoutMs = 5_000, withinMs = 10_000 } = {}): Promise<Delivery> {
  const mail = mailChannel({ smtpUrl, from: { name: 'R', address: 'r@example.com' }, timeoutMs, withinMs });
  closing.push(() => mail.close?.());
  return mail.deliver(message);
}

/** A server that answers each line by what it is told, until it does something else. */
function odd(
  answer: (line: string, socket: Socket) => string | undefined,
  greeting = '220 odd ready',
): Promise<OddServer> {
  return startOddServer('smtp', (socket) => {
    socket.write(`${greeting}\r\n`);
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
        const said = answer(text.slice(0, end), socket);
        text = text.slice(end + 2);
        if (said !== undefined && !socket.destroyed) socket.write(`${said}\r\n`);
      }
    });
  });
}
const well = (line: string) => (line.startsWith('EHLO') ? '250 odd' : line === 'DATA' ? '354 go on' : '250 ok');
const waits = (sentence: RegExp) => ({
  accepted: false,
  permanent: false,
  reason: expect.stringMatching(sentence),
});

test('one that never greets is left, and the sentence says so', async () => {
  const { url } = kept(await startOddServer('smtp', () => undefined));
  expect(await deliverTo(url, { timeoutMs: 200 })).toEqual(
    waits(/has not greeted within 0\.2 s: see that it is well, and that ROSTRUM_SMTP_URL/),
  );
});

test('one that goes on greeting is left as well', async () => {
  const { url } = kept(
    await startOddServer('smtp', (socket) => {
      const more = setInterval(() => socket.write('220-welcome\r\n'), 5);
      socket.on('close', () => clearInterval(more));
    }),
  );
  expect(await deliverTo(url, { timeoutMs: 200 })).toEqual(waits(/has not greeted within 0\.2 s/));
});

test('one that goes on answering is hung up on when the time for a letter is over', async () => {
  const server = kept(
    await odd((line, socket) => {
      if (!line.startsWith('RCPT')) return well(line);
      const more = setInterval(() => socket.write('250-still looking\r\n'), 5);
      socket.on('close', () => clearInterval(more));
      return undefined;
    }),
  );
  expect(await deliverTo(server.url, { withinMs: 300 })).toEqual(
    waits(/was not done with a letter within 0\.3 s: see what slows it down/),
  );
});

test.each([
  ['in one line', 'x'.repeat(1_000_000)],
  ['in many lines', '250-word\r\n'.repeat(100_000)],
])('one that answers a megabyte %s is hung up on', async (_how, megabyte) => {
  const server = kept(await odd((line) => (line.startsWith('MAIL') ? megabyte : well(line))));
  const delivery = await deliverTo(server.url);
  expect(delivery).toEqual(waits(/does not speak as mail servers do: see what ROSTRUM_SMTP_URL names/));
  expect(JSON.stringify(delivery).length).toBeLessThan(1_000);
});

test('a long refusal is cut before it is kept', async () => {
  const server = kept(await odd((line) => (line.startsWith('RCPT') ? `550 ${'no '.repeat(4_000)}` : well(line))));
  const delivery = await deliverTo(server.url);
  expect(delivery).toMatchObject({ accepted: false, permanent: true, ofRecipient: true });
  expect(JSON.stringify(delivery).length).toBeLessThan(1_000);
});

test('one that hangs up in the middle of a letter is asked again later', async () => {
  const server = kept(
    await odd((line, socket) => {
      if (!line.startsWith('Subject')) return line.includes(':') && !/^(MAIL|RCPT)/.test(line) ? undefined : well(line);
      socket.destroy();
      return undefined;
    }),
  );
  expect(await deliverTo(server.url)).toEqual(waits(/hung up before it had taken the letter: read its log/));
});

test('one that hangs up on everybody is asked a few times and left', async () => {
  let met = 0;
  const { url } = kept(
    await startOddServer('smtp', (socket) => {
      met++;
      socket.destroy();
    }),
  );
  expect(await deliverTo(url)).toEqual(waits(/mail server at 127\.0\.0\.1:\d+ /));
  expect(met).toBeLessThan(10);
});

test('a certificate that nobody vouches for is not trusted, from the first word or after it', async () => {
  for (const secure of [true, false]) {
    // It says itself that its certificate is worth nothing, which is what is wanted here.
    const warning = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const server = new SMTPServer({ secure, authOptional: true, disabledCommands: ['AUTH'] });
    warning.mockRestore();
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closing.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
    const { port } = server.server.address() as AddressInfo;
    const delivery = await deliverTo(`${secure ? 'smtps' : 'smtp'}://127.0.0.1:${port}`);
    expect(delivery).toEqual(waits(/^The certificate of the mail server at 127\.0\.0\.1:\d+ is not trusted \(/));
  }
});

test('TLS with one that speaks none is an error that says how it is meant', async () => {
  const plain = kept(await startMailServer());
  expect(await deliverTo(plain.url.replace('smtp:', 'smtps:'))).toEqual(
    waits(/^No TLS could be agreed on with the mail server at .*: use smtps:\/\/ where/),
  );
});

test('no letter goes to a server that does not begin TLS where that is demanded, and none is lost by it', async () => {
  const plain = kept(await startMailServer());
  expect(await deliverTo(`${plain.url}?requireTLS=true`)).toEqual(
    waits(/does not begin TLS, which requireTLS in ROSTRUM_SMTP_URL demands: let it offer STARTTLS/),
  );
  expect(plain.received).toEqual([]);
});

test('a wrong password names the setting, and one that is away too', async () => {
  const server = kept(
    await odd((line) => (line.startsWith('EHLO') ? '250 AUTH PLAIN' : line.startsWith('AUTH') ? '535 no' : well(line))),
  );
  expect(await deliverTo(server.url.replace('//', '//me:wrong@'))).toEqual(
    waits(/refuses user and password: correct them in ROSTRUM_SMTP_URL/),
  );
  await server.close();
  expect(await deliverTo(server.url)).toEqual(waits(/cannot be reached: see that it runs, and check ROSTRUM_SMTP_URL/));
});

test('what puts one recipient off says that it is of them alone', async () => {
  const server = kept(await odd((line) => (line.startsWith('RCPT') ? '451 4.7.1 try later' : well(line))));
  expect(await deliverTo(server.url)).toMatchObject({ accepted: false, permanent: false, ofRecipient: true });
});
