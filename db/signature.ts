import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { PersonId, StreamId } from '../contracts/ids.ts';

/** What goes before 32 bytes that are an Ed25519 key, private and public, as PKCS #8 and SPKI have it (RFC 8410). */
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC = Buffer.from('302a300506032b6570032100', 'hex');
const KEY = 32;
const SIGNATURE = 64;
const MOST_KNOWN = 10_000;

/** Tells what stands under the name of an installation (Ed25519, RFC 8032); it takes no secret. */
export class Verifier {
  readonly #key: KeyObject;
  readonly #bytes: Buffer;
  /** Short texts that were found to be signed, with their signatures. */
  readonly #known = new Map<string, Buffer>();
  /** 32 bytes in base64url: what people compare and keep. */
  readonly publicKey: string;

  constructor(publicKey: string) {
    this.publicKey = publicKey;
    this.#bytes = Buffer.from(publicKey, 'base64url');
    this.#key = createPublicKey({ key: Buffer.concat([PUBLIC, this.#bytes]), format: 'der', type: 'spki' });
  }

  /** Whether a text was signed by the installation, as `Signer` signs. */
  isSigned(text: string, signed: Uint8Array | null): boolean {
    if (signed?.length !== KEY + SIGNATURE || !this.#bytes.equals(signed.subarray(0, KEY))) return false;
    return verify(null, Buffer.from(text), this.#key, signed.subarray(KEY));
  }

  /** The same of a short text that is looked at again and again. */
  isKnown(text: string, signed: Buffer): boolean {
    if (this.#known.get(text)?.equals(signed)) return true;
    if (!this.isSigned(text, signed)) return false;
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(text, signed);
    return true;
  }
}

/** Signs in the name of an installation. Anybody can check it with the public key. */
export class Signer {
  readonly #key: KeyObject;
  readonly publicKey: string;

  /** @param seed 32 secret bytes; the same ones make the same key */
  constructor(seed: Uint8Array) {
    this.#key = createPrivateKey({ key: Buffer.concat([PRIVATE, seed]), format: 'der', type: 'pkcs8' });
    this.publicKey = createPublicKey(this.#key)
      .export({ format: 'der', type: 'spki' })
      .subarray(PUBLIC.length)
      .toString('base64url');
  }

  /** The public key and behind it the signature, 96 bytes in all. */
  sign(text: string): Buffer {
    return Buffer.concat([Buffer.from(this.publicKey, 'base64url'), sign(null, Buffer.from(text), this.#key)]);
  }
}

/** Whose signature it is, by their public key; null: it is none of that text. */
export function signerOf(text: string, signed: Uint8Array | null): string | null {
  if (signed?.length !== KEY + SIGNATURE) return null;
  const [key, signature] = [signed.subarray(0, KEY), signed.subarray(KEY)];
  try {
    const publicKey = createPublicKey({ key: Buffer.concat([PUBLIC, key]), format: 'der', type: 'spki' });
    return verify(null, Buffer.from(text), publicKey, signature) ? Buffer.from(key).toString('base64url') : null;
  } catch {
    return null;
  }
}

/** What a turn signs of a role that somebody has, by which views are opened. */
export function roleText(held: {
  readonly person: PersonId;
  readonly role: string;
  /** null: the whole company. */
  readonly scope: string | null;
  readonly until: string | null;
}): string {
  return JSON.stringify(['rostrum-role-1', held.person, held.role, held.scope, held.until]);
}

/** What a turn signs of a stream that it has written to: all that follows from the chain up to there, and whose it is. */
export function headText(head: {
  readonly stream: StreamId;
  readonly version: number;
  readonly hash: Buffer;
  readonly owner: StreamId | null;
}): string {
  return JSON.stringify(['rostrum-head-1', head.stream, head.version, head.hash.toString('hex'), head.owner]);
}
