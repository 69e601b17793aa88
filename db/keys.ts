import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { type NotNull, sql } from 'kysely';
import type { StreamId } from '../contracts/ids.ts';
import type { Open, Sealed } from '../contracts/private.ts';
import { beside, type Connection, type Pool } from './connection.ts';
import { type Secrets, secretsIn } from './master-key.ts';
import type { Signer, Verifier } from './signature.ts';
import { bytes, many, rows, text } from './sql/kinds.ts';
import { columnsOf } from './sql/rows.ts';
import { statement } from './sql/statement.ts';

const NONCE = 12;
const TAG = 16;
/** Form, nonce and tag come before what is encrypted. */
const HEAD = 1 + NONCE + TAG;

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
  seal({ of, open }: Open<unknown>, procedure: StreamId | null = null): Sealed {
    const key = this.#keyOf(of, procedure);
    const sealed = key ? encrypt(key, Buffer.from(JSON.stringify(open))).toString('base64') : '';
    return procedure ? { of, in: procedure, $sealed: sealed } : { of, $sealed: sealed };
  }

  /** The sealed value, or null when its person was erased, or its procedure let go of its texts. The keys must be ready. */
  unseal({ of, in: procedure, $sealed: sealed }: Sealed): unknown {
    const key = this.#keyOf(of, procedure ?? null);
    if (!key || !sealed) return null;
    try {
      return JSON.parse(decrypt(key, Buffer.from(sealed, 'base64')).toString());
    } catch {
      throw new Error(
        `What is sealed for ${of} does not open with the key that is kept for them: one of the two was exchanged or damaged; put table person_key back from a backup.`,
      );
    }
  }

  /** What is written in a procedure has a key of both: without either nobody can work it out. */
  #keyOf(person: string, procedure: StreamId | null): Key {
    const own = this.#own(person);
    if (procedure === null) return own;
    const place = this.#own(procedure);
    return own && place && createHmac('sha256', own).update(place).digest();
  }

  #own(owner: string): Key {
    const key = this.#keys.get(owner);
    if (key === undefined) throw new Error(`The key of ${owner} is not ready; call ready() before.`);
    return key;
  }
}

/**
 * The keys under which people's private fields are sealed, one a person and one a procedure, each wrapped under the master key.
 * Shredding a person's key makes everything of theirs unreadable, here and in every copy of the ledger; that of a procedure all
 * that was written in it.
 */
export class KeyRing {
  readonly #pool: Pool;
  readonly #secrets: Secrets;
  readonly #keys = new Map<string, Key>();
  /** How often keys at hand were forgotten. */
  #forgotten = 0;

  /** `secret`: the master key, or what follows from it for opening alone; see `secretsIn`. */
  constructor(pool: Pool, secret: string) {
    this.#pool = beside(pool);
    this.#secrets = secretsIn(secret);
  }

  /** Signs what the installation writes. @throws Error, in a process that signs nothing */
  get signer(): Signer {
    return this.#deciding.signer;
  }

  /** Tells what the installation has signed. */
  get verifier(): Verifier {
    return this.#secrets.verifier;
  }

  get #deciding(): NonNullable<Secrets['deciding']> {
    const { deciding } = this.#secrets;
    if (deciding) return deciding;
    throw new Error(
      'This process opens what is sealed and signs nothing: it was given the opening key, not the master key.',
    );
  }

  /**
   * The secret of this installation for a purpose, as `Context` promises it: HMAC-SHA256 under a derived key, in hexadecimal.
   * @param content what it is the secret of, if it is of something that is not to be a part of the purpose's name
   */
  secretOf(purpose: string, content?: string | Uint8Array): string {
    const hmac = createHmac('sha256', this.#deciding.secrets).update(purpose);
    if (content !== undefined) hmac.update('\n').update(content);
    return hmac.digest('hex');
  }

  /** The same of what stands in letters: for whoever writes these, and signs nothing, as well. */
  secretOfLetters(content: string): string {
    return createHmac('sha256', this.#secrets.letters).update(content).digest('hex');
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
    const made = without.map((person) => ({ person, wrapped: encrypt(this.#secrets.wrapping, randomBytes(32)) }));
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
      return decrypt(this.#secrets.wrapping, wrapped);
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
      decrypt(this.#secrets.wrapping, row.wrapped);
    } catch {
      throw new Error(
        'ROSTRUM_MASTER_KEY is not the key that this database was sealed with; give the key that belongs to it.',
      );
    }
  }
}

/** AES-256-GCM with 96 random bits a nonce. Another form gets another first byte, and this one is read as long as anything is in it. */
const FORM = Buffer.of(1);

function encrypt(key: Buffer, clear: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const text = Buffer.concat([cipher.update(clear), cipher.final()]);
  return Buffer.concat([FORM, nonce, cipher.getAuthTag(), text]);
}

/** @throws Error, for what was not encrypted under that key, or in a form that is not known */
function decrypt(key: Buffer, box: Uint8Array): Buffer {
  if (box[0] !== FORM[0]) throw new Error('It is in a form that this Rostrum does not know.');
  const [nonce, tag, text] = [box.subarray(1, 1 + NONCE), box.subarray(1 + NONCE, HEAD), box.subarray(HEAD)];
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(text), decipher.final()]);
}
