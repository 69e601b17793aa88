import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { Signer, Verifier } from './signature.ts';

const KEY = 32;

/** What a process can do by the secret that it was given. */
export interface Secrets {
  /** Wraps the keys of people. */
  readonly wrapping: Buffer;
  /** For the links of letters, which whoever writes these makes. */
  readonly letters: Buffer;
  /** Tells what the installation has signed. */
  readonly verifier: Verifier;
  /** For whoever takes turns: the secret that those by purpose follow from, and what signs. null: for whoever only opens what is sealed. */
  readonly deciding: { readonly secrets: KeyObject; readonly signer: Signer } | null;
}

/**
 * Takes a secret apart; each part follows from the master key, and tells nothing of it or of the others.
 * @param text base64 of the master key, 32 bytes, or of what follows from it for opening alone, see `openingKeyOf`
 * @throws Error with a sentence, where it is neither
 */
export function secretsIn(text: string): Secrets {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length === 2 * KEY) {
    const verifier = new Verifier(bytes.subarray(KEY).toString('base64url'));
    const wrapping = bytes.subarray(0, KEY);
    return { wrapping, letters: lettersOf(wrapping), verifier, deciding: null };
  }
  if (bytes.length !== KEY)
    throw new Error('ROSTRUM_MASTER_KEY must be 32 bytes in base64; make one with: openssl rand -base64 32');
  const derived = (purpose: string) => Buffer.from(hkdfSync('sha256', bytes, '', purpose, KEY));
  const signer = new Signer(derived('rostrum signature'));
  const wrapping = derived('rostrum wrapping');
  return {
    ...{ wrapping, letters: lettersOf(wrapping) },
    verifier: new Verifier(signer.publicKey),
    deciding: { secrets: createSecretKey(derived('rostrum secrets by purpose')), signer },
  };
}

function lettersOf(wrapping: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', wrapping, '', 'rostrum links of letters', KEY));
}

/**
 * What of a master key a process needs that opens what is sealed and tells what the installation has signed, and that is to sign nothing:
 * the key that wraps those of people, and behind it the public one, 64 bytes in base64.
 */
export function openingKeyOf(master: string): string {
  const { wrapping, verifier } = secretsIn(master);
  return Buffer.concat([wrapping, Buffer.from(verifier.publicKey, 'base64url')]).toString('base64');
}
