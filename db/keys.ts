import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { type NotNull, sql } from 'kysely';
import type { Open, Sealed } from '../contracts/private.ts';
import { beside, type Connection, type Pool } from './connection.ts';
import { Signer, Verifier } from './signature.ts';
import { bytes, many, rows, text } from './sql/kinds.ts';
import { columnsOf } from './sql/rows.ts';
import { statement } from './sql/statement.ts';

const NONCE = 12;
const TAG = 16;

const KEY = { person: text, wrapped: bytes };
const makeKeys = statement('make-keys', { keys: rows(KEY) }, (db, { keys }) =>
  db
    .insertInto('person_key')
    .columns(columnsOf(KEY))
    .expression(db.selectFrom(keys('k')).selectAll())
    .onConflict((met) => met.doNothing()),
);
const readKeys = statement('person-keys', { people: many(text) }, (db, { people }) =>
  db
    .selectFrom('person_key')
    .select(['person', 'wrapped'])
    .where(({ eb, fn }) => eb('person', '=', fn.any(people))),
);
const shredKey = statement('shred-key', { person: text }, (db, { person }) => {
  const shredded = { wrapped: null, shredded_at: sql<number>`clock_timestamp()` };
  return db
    .insertInto('person_key')
    .values({ person, ...shredded })
    .onConflict((met) => met.column('person').doUpdateSet(shredded));
});
const anyKey = statement('any-key', {}, (db) =>
  db
    .selectFrom('person_key')
    .select('wrapped')
    .where('wrapped', 'is not', null)
    .limit(1)
    .$narrowType<{ wrapped: NotNull }>(),
);

/** null: the key was shredded. */
type Key = Buffer | null;

/**
 * The keys of one turn or one view. Whatever is forgotten meanwhile, they stay in its hands to its end: what it seals under a
 * key that was shredded in between nobody reads, and what it was about to show was asked for before.
 */
export class HeldKeys {
  readonly #keysOf: (people: readonly string[]) => Promise<ReadonlyMap<string, Key>>;
  readonly #keys = new Map<string, Key>();
  /** See `KeyRing`. */
  readonly secretOf: (purpose: string) => string;

  constructor(
    keysOf: (people: readonly string[]) => Promise<ReadonlyMap<string, Key>>,
    secretOf: (purpose: string) => string,
  ) {
    this.#keysOf = keysOf;
    this.secretOf = secretOf;
  }

  /** Everybody's key is at hand afterwards. */
  async ready(people: Iterable<string>): Promise<void> {
    const missing = [...new Set(people)].filter((p) => !this.#keys.has(p));
    if (!missing.length) return;
    for (const [person, key] of await this.#keysOf(missing)) this.#keys.set(person, key);
  }

  /** Seals what belongs to a person whose key is ready. What belongs to an erased person is not kept at all. */
  seal({ of, open }: Open<unknown>): Sealed {
    const key = this.#keyOf(of);
    return { of, $sealed: key ? encrypt(key, Buffer.from(JSON.stringify(open))).toString('base64') : '' };
  }

  /** The sealed value, or null when its person was erased. The key must be ready. */
  unseal({ of, $sealed: sealed }: Sealed): unknown {
    const key = this.#keyOf(of);
    if (!key || !sealed) return null;
    try {
      return JSON.parse(decrypt(key, Buffer.from(sealed, 'base64')).toString());
    } catch {
      throw new Error(
        `What is sealed for ${of} does not open with the key that is kept for them: one of the two was exchanged or damaged; put table person_key back from a backup.`,
      );
    }
  }

  #keyOf(person: string): Key {
    const key = this.#keys.get(person);
    if (key === undefined) throw new Error(`The key of ${person} is not ready; call ready() before.`);
    return key;
  }
}

/**
 * The keys under which people's private fields are sealed, one a person, each wrapped under the master key.
 * Shredding a person's key makes everything sealed under it unreadable, here and in every copy of the ledger.
 */
export class KeyRing {
  readonly #pool: Pool;
  readonly #master: Buffer;
  /** Derived from the master key, so that what is made of secrets tells nothing of what is sealed. */
  readonly #secrets: Buffer;
  /** Signs what the installation writes; its key follows from the master key. */
  readonly signer: Signer;
  /** Tells what it has signed. */
  readonly verifier: Verifier;
  readonly #keys = new Map<string, Key>();
  /** How often keys at hand were forgotten. */
  #forgotten = 0;

  /** `master`: base64 of 32 bytes. */
  constructor(pool: Pool, master: string) {
    this.#pool = beside(pool);
    this.#master = Buffer.from(master, 'base64');
    if (this.#master.length !== 32) {
      throw new Error('ROSTRUM_MASTER_KEY must be 32 bytes in base64; make one with: openssl rand -base64 32');
    }
    const derived = (purpose: string) => Buffer.from(hkdfSync('sha256', this.#master, '', purpose, 32));
    this.#secrets = derived('rostrum secrets by purpose');
    this.signer = new Signer(derived('rostrum signature'));
    this.verifier = new Verifier(this.signer.publicKey);
  }

  /**
   * The secret of this installation for a purpose, as `Context` promises it: HMAC-SHA256 under a derived key, in hexadecimal.
   * @param content what it is the secret of, if it is of something that is not to be a part of the purpose's name
   */
  secretOf(purpose: string, content?: string | Uint8Array): string {
    const hmac = createHmac('sha256', this.#secrets).update(purpose);
    if (content !== undefined) hmac.update('\n').update(content);
    return hmac.digest('hex');
  }

  /** An empty set of keys, for one turn or one view. */
  held(): HeldKeys {
    return new HeldKeys(
      (people) => this.#keysOf(people),
      (purpose) => this.secretOf(purpose),
    );
  }

  /** These people's keys, for one turn or one view. */
  async hold(people: Iterable<string>): Promise<HeldKeys> {
    const held = this.held();
    await held.ready(people);
    return held;
  }

  /**
   * The keys that are at hand, the others from the database, and those that are missing there new. It commits by itself,
   * before the transaction that will use the keys: a key whose row was rolled back would leave what it sealed unreadable.
   */
  async #keysOf(people: readonly string[]): Promise<ReadonlyMap<string, Key>> {
    const found = new Map<string, Key>();
    for (const person of people) {
      const key = this.#keys.get(person);
      if (key !== undefined) found.set(person, key);
    }
    const missing = people.filter((p) => !found.has(p));
    if (!missing.length) return found;
    await this.#read(missing, found);
    const without = missing.filter((p) => !found.has(p));
    if (!without.length) return found;
    const made = without.map((person) => ({ person, wrapped: encrypt(this.#master, randomBytes(32)) }));
    await makeKeys.run(this.#pool, { keys: made });
    await this.#read(without, found);
    return found;
  }

  async #read(people: readonly string[], found: Map<string, Key>): Promise<void> {
    const forgotten = this.#forgotten;
    const rows = await readKeys.all(this.#pool, { people });
    for (const { person, wrapped } of rows) found.set(person, wrapped && this.#unwrapped(person, wrapped));
    // What was read before somebody was erased must not be at hand after it.
    if (forgotten === this.#forgotten) for (const { person } of rows) this.#keys.set(person, found.get(person)!);
  }

  #unwrapped(person: string, wrapped: Buffer): Buffer {
    try {
      return decrypt(this.#master, wrapped);
    } catch {
      throw new Error(
        `The key of ${person} does not open with the master key: its row in person_key was exchanged or damaged; put it back from a backup.`,
      );
    }
  }

  /**
   * Destroys a person's key, for good once the transaction has committed; then `forgetKeyOf` follows, here and in every
   * other process.
   */
  async shred(connection: Connection | Pool, person: string): Promise<void> {
    await shredKey.run(connection, { person });
  }

  /** Forgets a person's key, which another transaction has destroyed. */
  forgetKeyOf(person: string): void {
    this.#forgotten++;
    this.#keys.delete(person);
  }

  /** Forgets the keys at hand, so that a key shredded by another process is missed here as well. */
  forget(): void {
    this.#forgotten++;
    this.#keys.clear();
  }

  /** Proves that this is the master key under which the stored keys were wrapped; throws one sentence when it is not. */
  async prove(): Promise<void> {
    const row = await anyKey.first(this.#pool);
    if (!row) return;
    try {
      decrypt(this.#master, row.wrapped);
    } catch {
      throw new Error(
        'ROSTRUM_MASTER_KEY is not the key that this database was sealed with; give the key that belongs to it.',
      );
    }
  }
}

function encrypt(key: Buffer, clear: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const text = Buffer.concat([cipher.update(clear), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

function decrypt(key: Buffer, box: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, NONCE));
  decipher.setAuthTag(box.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([decipher.update(box.subarray(NONCE + TAG)), decipher.final()]);
}
