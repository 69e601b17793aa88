import { once } from 'node:events';
import { connect } from 'node:net';

const WAITS_MS = 5_000;

/**
 * Resolves when somebody listens at `address` (`host:port`). A client that tries again by itself says only after seconds that
 * nobody does.
 * @throws the error of the socket, or one that says so when nothing is heard for five seconds
 */
export async function knock(address: string): Promise<void> {
  const { hostname, port } = new URL(`tcp://${address}`);
  const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) });
  socket.setTimeout(WAITS_MS, () => socket.destroy(new Error(`nothing is heard for ${WAITS_MS / 1000} s`)));
  try {
    await once(socket, 'connect');
  } finally {
    socket.destroy();
  }
}
