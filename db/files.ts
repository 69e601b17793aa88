import type { PersonId } from '../contracts/ids.ts';
import type { StoredFile } from '../contracts/views/operations.ts';
import type { Pool } from './connection.ts';
import { digestOf } from './hash.ts';
import type { KeyRing } from './keys.ts';

export interface StoredBytes extends StoredFile {
  readonly person: string;
  readonly bytes: Buffer;
}

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
  await pool.query(
    `insert into file (id, person, name, media_type, sha256, bytes) values ($1, $2, $3, $4, $5, $6)
     on conflict (id) do nothing`,
    [id, person, name, mediaType, sha256, bytes],
  );
  return { id, name, mediaType, sha256, size: bytes.length };
}

/** A stored file with its bytes; undefined when there is none. */
export async function readFile(pool: Pool, id: string): Promise<StoredBytes | undefined> {
  const { rows } = await pool.query<StoredBytes>(
    `select id, person, name, media_type as "mediaType", sha256, bytes, length(bytes) as size from file where id = $1`,
    [id],
  );
  return rows[0];
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
  const { rows } = await pool.query<FileName>({
    name: 'file-names',
    text: `select id, name, media_type as "mediaType", length(bytes) as size from file where id = any($1) and person = $2
           order by array_position($1, id)`,
    values: [ids, person],
  });
  return rows;
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

/** A document that Rostrum made, such as a certificate; undefined when there is none. */
export async function readDocument(pool: Pool, id: string): Promise<StoredDocument | undefined> {
  const { rows } = await pool.query<StoredDocument>(
    'select id, stream, person, kind, name, sha256, bytes from document where id = $1',
    [id],
  );
  return rows[0];
}
