import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { CommandId, type StreamId } from '../contracts/ids.ts';
import type { Accepted } from '../contracts/views/command.ts';
import type { Gateway } from '../engine/gateway.ts';
import type { Large } from '../engine/large.ts';
import type { LargeBody } from './large-bodies.ts';
import { problem, problemOfRejection } from './problem.ts';

/** A command as a route hands it over. */
export interface Command {
  readonly type: string;
  readonly actor: string;
  readonly body: unknown;
  readonly commandId?: string | undefined;
}

/** Sends a command and waits until it is decided; a rejection becomes a problem. */
export async function send(
  gateway: Pick<Gateway, 'send'>,
  stream: StreamId,
  { type, actor, body, commandId }: Command,
): Promise<Accepted> {
  const id = commandId ?? randomUUID();
  const outcome = await gateway.send(stream, { id, type, actor, body });
  if (!outcome.accepted) throw problemOfRejection(outcome);
  return { accepted: true, commandId: id };
}

/** Sends a command that came as a large body, of a stream that is known or that the body names. */
export async function sendLarge(
  gateway: Pick<Gateway, 'sendLarge'>,
  request: FastifyRequest,
  { bytes }: LargeBody,
  large: Pick<Large, 'kind' | 'stream' | 'type' | 'wrapping'>,
): Promise<Accepted> {
  const id = commandIdOf(request, undefined);
  const sent = await gateway.sendLarge({ ...large, id, actor: request.person, bytes });
  if (!sent.outcome.accepted) throw problemOfRejection(sent.outcome);
  return { accepted: true, commandId: sent.id };
}

/** The id that the client gave its command: in the body, or as the header Idempotency-Key. */
export function commandIdOf(request: FastifyRequest, inBody: string | undefined): string | undefined {
  const header = request.headers['idempotency-key'];
  if (header === undefined) return inBody;
  const key = CommandId.safeParse(header);
  if (!key.success) {
    throw problem('input-invalid/key-form', {});
  }
  if (inBody !== undefined && inBody !== key.data) {
    throw problem('input-invalid/two-ids', {});
  }
  return key.data;
}
