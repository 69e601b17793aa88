import type { PersonId } from './ids.ts';

/**
 * Something that belongs to a person: a name, a mail address, a free text about or by them. `decide` writes it open;
 * the engine seals it under that person's key before it reaches the ledger, and the fold sees only the sealed form.
 * Shredding the key erases it everywhere without breaking the hash chain. It is known by what made it, never by what
 * it looks like: people may call their fields `of` and `open`.
 */
export class Open<T = string> {
  readonly of: PersonId;
  readonly open: T;
  readonly #ours = true;

  constructor(of: PersonId, open: T) {
    this.of = of;
    this.open = open;
  }

  static is(value: unknown): value is Open<unknown> {
    return typeof value === 'object' && value !== null && #ours in value;
  }
}

export interface Sealed {
  readonly of: PersonId;
  /** AES-256-GCM under the person's key: base64 of nonce, tag and ciphertext. No name that people give begins with $. */
  readonly $sealed: string;
}

export type Private<T = string> = Open<T> | Sealed;

export function personal<T>(of: PersonId, value: T): Open<T> {
  return new Open(of, value);
}

export const isOpen = Open.is;

export function isSealed(value: unknown): value is Sealed {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Sealed).$sealed === 'string' &&
    typeof (value as Sealed).of === 'string' &&
    Object.keys(value).length === 2
  );
}
