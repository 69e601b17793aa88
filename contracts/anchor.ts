import { z } from 'zod';
import { AnyStreamId } from './ids.ts';

const Hex = z.string().regex(/^[0-9a-f]{64}$/);
const Digest = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/**
 * What the ledger was at one moment: where every stream stood, and of which files and documents it knew. It is kept where whoever
 * owns the database cannot reach it.
 */
export const Anchor = z.object({
  format: z.literal('rostrum-anchor-1'),
  number: z.number().int().min(1),
  at: z.iso.datetime().describe('Real time, not that of the procedures'),
  previous: Digest.nullable().describe('SHA-256 of the first line of the anchor before it, in base64url'),
  streams: z
    .array(z.tuple([AnyStreamId, z.number().int().min(1), Hex, AnyStreamId.nullable()]))
    .describe('By id: the stream, how many events it has, the link of the last one, whose it is'),
  kept: z
    .array(z.tuple([z.string(), Digest]))
    .describe('By id: files and documents, each with SHA-256 over its id, a line feed and the SHA-256 of its bytes'),
});
export type Anchor = z.infer<typeof Anchor>;

/** The second line of an anchor's file: who has signed the first one, and the signature (Ed25519, RFC 8032), in base64url. */
export const AnchorSignature = z.object({ key: z.string().regex(/^[A-Za-z0-9_-]{43}$/), signature: z.string() });
