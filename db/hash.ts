import { createHash } from 'node:crypto';
import type { Recorded } from '../domain/process.ts';

/** An event's place in the chain: everything about it except the body, whose exact text is hashed beside it. */
export type Heading = Omit<Recorded, 'body'>;

/**
 * The chain's link: SHA-256 over the previous link, the heading as a JSON array in this fixed order, and the body's
 * exact text. Changing any of them, or leaving out, adding or reordering an event, breaks every later link.
 */
export function linkOf(previous: Uint8Array, heading: Heading, body: string): Buffer {
  const { stream, version, schema, type, at, actor, command } = heading;
  return createHash('sha256')
    .update(previous)
    .update(JSON.stringify([stream, version, schema, type, at, actor, command]))
    .update('\n')
    .update(body)
    .digest();
}

/** SHA-256 as base64url, for digests that people and histories see. */
export function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url');
}
