import { sql } from 'kysely';
import type { PersonId } from '../contracts/ids.ts';
import type { StoredFile } from '../contracts/views/operations.ts';
import type { Pool } from './connection.ts';
import { digestOf } from './hash.ts';
import type { KeyRing } from './keys.ts';
import { isIfAsked } from './sql/asked.ts';
import { bytes, many, orNull, text } from './sql/kinds.ts';
import { statement } from './sql/statement.ts';

export interface StoredBytes extends StoredFile {
  readonly person: string;
  readonly bytes: Buffer;
}

const store = statement(
  'store-file',
  { id: text, person: text, name: text, media_type: text, sha256: text, bytes },
  (db, file) =>
    db
      .insertInto('file')
      .values(file)
      .onConflict((met) => met.column('id').doNothing()),
);

const SIZE = sql<number>`length(bytes)`.as('size');

const read = statement('read-file', { id: text, of: orNull(text) }, (db, { id, of }) =>
  db
    .selectFrom('file')
    .select(['id', 'person', 'name', 'media_type as mediaType', 'sha256', 'bytes', SIZE])
    .where('id', '=', id)
    .where(({ eb }) => isIfAsked(eb.ref('person'), of)),
);

const names = statement('file-names', { ids: many(text), person: text }, (db, { ids, person }) =>
  db
    .selectFrom('file')
    .select(['id', 'name', 'media_type as mediaType', SIZE])
    .where(({ eb, fn }) => eb('id', '=', fn.any(ids)))
    .where('person', '=', person)
    .orderBy(sql`array_position(${ids}, id)`),
);

const document = statement('read-document', { id: text, of: orNull(text) }, (db, { id, of }) =>
  db
    .selectFrom('document')
    .selectAll()
    .where('id', '=', id)
    .where(({ eb }) => isIfAsked(eb.ref('person'), of)),
);

/**
 * Stores a person's file. The same bytes under the same name again are the same file with the same id, of which nobody
 * can tell whose it is: reviewers see it.
 */
export async function storeFile(
  pool: Pool,
  keys: KeyRing,
  { person, name, mediaType, bytes }: Pick<StoredBytes, 'person' | 'name' | 'mediaType' | 'bytes'>,
): Promise<StoredFile> {
  const sha256 = digestOf(bytes);
  const id = `file-${keys.secretOf(`file:${person}\n${name}\n${sha256}`)}`;
  await store.run(pool, { id, person, name, media_type: mediaType, sha256, bytes });
  return { id, name, mediaType, sha256, size: bytes.length };
}

/**
 * A stored file with its bytes, of whomever or of one person; undefined when there is none. Of somebody else's as little is read
 * as of one that is not there, so that both take the same time.
 */
export async function readFile(pool: Pool, id: string, of: PersonId | null = null): Promise<StoredBytes | undefined> {
  return read.first(pool, { id, of });
}

export interface FileName {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}

/** The files of a person by their ids, in their order; what is not stored, or another's, is left out. One query. */
export async function fileNames(pool: Pool, person: PersonId, ids: readonly string[]): Promise<FileName[]> {
  if (!ids.length) return [];
  return names.all(pool, { ids, person });
}

export interface StoredDocument {
  readonly id: string;
  readonly stream: string;
  /** Whose document it is. */
  readonly person: string;
  readonly kind: string;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: Buffer;
}

/** A document that Rostrum made, such as a certificate, about whomever or about one person; undefined when there is none. */
export async function readDocument(
  pool: Pool,
  id: string,
  of: PersonId | null = null,
): Promise<StoredDocument | undefined> {
  return document.first(pool, { id, of });
}
