import type { PersonId } from './ids.ts';

/**
 * Something that belongs to a person: a name, a mail address, a free text about or by them. `decide` writes it open;
 * the engine seals it under that person's key before it reaches the ledger, and the fold sees only the sealed form.
 * Shredding the key erases it everywhere without breaking the hash chain.
 */
export interface Open<T = string> {
  readonly of: PersonId;
  readonly open: T;
}

export interface Sealed {
  readonly of: PersonId;
  /** AES-256-GCM under the person's key: base64 of nonce, tag and ciphertext. */
  readonly sealed: string;
}

export type Private<T = string> = Open<T> | Sealed;

export function personal<T>(of: PersonId, value: T): Open<T> {
  return { of, open: value };
}

export function isOpen(value: unknown): value is Open<unknown> {
  return (
    typeof value === 'object' && value !== null && 'open' in value && 'of' in value && Object.keys(value).length === 2
  );
}

export function isSealed(value: unknown): value is Sealed {
  return (
    typeof value === 'object' && value !== null && 'sealed' in value && 'of' in value && Object.keys(value).length === 2
  );
}
