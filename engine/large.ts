import { randomUUID } from 'node:crypto';
import { CommandId, type ProcessType, StreamId } from '../contracts/ids.ts';
import { beyondBounds } from '../contracts/json-bounds.ts';
import type { Rejection } from '../domain/process.ts';
import { refuse } from '../domain/refuse.ts';
import type { Received } from './received.ts';

/** How a large request holds its command: as its fields, under `terms`, or as a round that is opened. */
export type Wrapping = 'fields' | 'terms' | 'round';

/** A command as the bytes of a request, to be looked into where nobody waits for anything else. */
export interface Large {
  /** Absent: the request names the stream, as `id`. */
  readonly stream: StreamId | undefined;
  readonly kind: ProcessType;
  readonly type: string;
  readonly actor: string;
  /** From the header; absent: the request may name it, as `commandId`. */
  readonly id: string | undefined;
  readonly wrapping: Wrapping;
  readonly bytes: Uint8Array;
}

/** The stream and the command that a request names, or why it cannot be taken. */
export function unwrapped(large: Large): { readonly stream: StreamId; readonly command: Received } | Rejection {
  const { kind, type, actor, wrapping } = large;
  const beyond = beyondBounds(large.bytes);
  if (beyond) return refuse(beyond.key, { most: beyond.most });
  const request = objectIn(large.bytes);
  if (!request) return refuse('not-json/no-object', {});
  const { commandId, ...fields } = request;
  if (commandId !== undefined && large.id !== undefined && commandId !== large.id) {
    return refuse('input-invalid/two-ids', {});
  }
  const id = CommandId.safeParse(commandId ?? large.id ?? randomUUID());
  if (!id.success) return refuse('input-invalid/command-id-form', {});
  const stream = large.stream ?? streamNamed(kind, fields.id);
  if (!stream) return refuse('input-invalid/stream-id-form', {});
  return { stream, command: { id: id.data, type, actor, text: JSON.stringify(bodyOf(wrapping, fields)) } };
}

function objectIn(bytes: Uint8Array): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

function streamNamed(kind: ProcessType, id: unknown): StreamId | undefined {
  if (typeof id !== 'string') return undefined;
  const stream = StreamId.safeParse(id.startsWith(`${kind}:`) ? id : `${kind}:${id}`);
  return stream.success ? stream.data : undefined;
}

function bodyOf(wrapping: Wrapping, { id: _, ...fields }: Record<string, unknown>): unknown {
  if (wrapping === 'terms') return fields.terms;
  if (wrapping === 'fields') return fields;
  // A round that a person opens belongs to no other process, and may leave its policy to the house.
  const spec = typeof fields.spec === 'object' && fields.spec !== null ? fields.spec : {};
  return { ...fields, spec: { policy: {}, ...spec, owner: null } };
}
