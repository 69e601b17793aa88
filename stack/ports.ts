import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { StackFailure } from './failure.ts';

export const LOOPBACK = '127.0.0.1';

/** Listens for a moment: the port's number when that works, null when somebody else has it. */
function tryListening(port: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(null);
      else reject(error);
    });
    server.listen({ port, host: LOOPBACK, exclusive: true }, () => {
      const address = server.address();
      const found = typeof address === 'object' && address ? address.port : port;
      server.close(() => resolve(found));
    });
  });
}

/** True when another process listens on this port of the loopback address (or may not be asked to share it). */
export async function isPortTaken(port: number): Promise<boolean> {
  return (await tryListening(port)) === null;
}

/** True when somebody accepts connections there. */
export function acceptsConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: LOOPBACK });
    const answer = (yes: boolean) => {
      socket.destroy();
      resolve(yes);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
  });
}

/** Few programs listen from here on, and the system gives the ports above the next figure to outgoing connections. */
const FIRST_PORT = 20_000;
const OUTGOING_FROM = 32_768;
const ATTEMPTS = 100;

/**
 * A port that is free now. Nothing keeps it free, but no outgoing connection gets it: the system gives such ports to those,
 * and on a busy machine one of them would soon have it.
 */
export async function freePort(): Promise<number> {
  const end = outgoingFrom();
  for (let attempt = 0; attempt < ATTEMPTS && end > FIRST_PORT; attempt++) {
    const port = randomInt(FIRST_PORT, end);
    if (!(await isPortTaken(port))) return port;
  }
  const port = await tryListening(0);
  if (port === null) throw new StackFailure('No free port is left on 127.0.0.1; stop something that listens there.');
  return port;
}

/** The first port that the system gives to outgoing connections. */
export function outgoingFrom(): number {
  try {
    return Number(readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8').trim().split(/\s+/)[0]);
  } catch {
    return OUTGOING_FROM;
  }
}

/**
 * Fails with a sentence when the port is taken.
 * @param what who wants it, as in "PostgreSQL"
 * @param howToChoose how the reader names another port, as in "--postgres-port 5433"
 */
export async function requireFreePort(port: number, what: string, howToChoose: string): Promise<void> {
  if (await isPortTaken(port)) {
    throw new StackFailure(
      `Port ${port}, which ${what} should listen on, is taken by another program: ` +
        `stop that program, or choose another port with ${howToChoose}.`,
    );
  }
}

/** The port that was used last time if it is still free, else a free one: ports that nobody asked for may move. */
export async function rememberedPort(last: number | undefined): Promise<number> {
  if (last !== undefined && !(await isPortTaken(last))) return last;
  return freePort();
}
