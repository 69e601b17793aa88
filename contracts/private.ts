import type { PersonId, StreamId } from './ids.ts';

/**
 * Something that belongs to a person: a name, a mail address, a free text about or by them. `decide` writes it open;
 * the engine seals it under that person's key before it reaches the ledger, and the fold sees only the sealed form.
 * Shredding the key erases it everywhere without breaking the hash chain; that of a procedure, all that was written in it. It is
 * known by what made it, never by what it looks like: people may call their fields `of` and `open`.
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
  /** In which procedure it was written: its key is of both, and gone with either. Absent: of the person alone. */
  readonly in?: StreamId;
  /** AES-256-GCM under its key: base64 of nonce, tag and ciphertext. No name that people give begins with $. */
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
    Object.keys(value).length === ('in' in value ? 3 : 2) &&
    ['string', 'undefined'].includes(typeof (value as Sealed).in)
  );
}
