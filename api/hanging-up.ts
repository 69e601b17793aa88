import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';

const waiting = new WeakMap<Socket, Set<() => void>>();

/**
 * Whether whoever asked is no longer there. An answer is made all the same, and nothing further is heard of the request, of the answer
 * or of the connection.
 */
export function hasHungUp({ raw: { socket } }: FastifyRequest, { raw }: FastifyReply): boolean {
  return socket.destroyed || raw.destroyed;
}

/** Tells once an answer has left or never will: at once where whoever asked has hung up already. */
export function onceLeft(request: FastifyRequest, reply: FastifyReply, tell: () => void): void {
  if (hasHungUp(request, reply)) {
    tell();
    return;
  }
  const { raw } = reply;
  const left = () => {
    raw.off('finish', left).off('close', left);
    forget();
    tell();
  };
  const forget = onceClosed(request.raw.socket, left);
  raw.once('finish', left).once('close', left);
}

/**
 * An answer that waits for the one before it hears nothing of the connection, which is asked itself; by one listener, however many
 * requests came over it.
 */
function onceClosed(socket: Socket, tell: () => void): () => void {
  const all = waiting.get(socket) ?? new Set();
  if (!waiting.has(socket)) {
    waiting.set(socket, all);
    socket.once('close', () => {
      for (const one of all) one();
    });
  }
  all.add(tell);
  return () => void all.delete(tell);
}
