import { createHash } from 'node:crypto';
import type { Pool } from './connection.ts';

export interface DocumentToStore {
  readonly stream: string;
  readonly person: string;
  readonly kind: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Stores a document and returns its id, which the same document always has. */
export async function storeDocument(pool: Pool, document: DocumentToStore): Promise<string> {
  const sha256 = createHash('sha256').update(document.bytes).digest('hex');
  const id = createHash('sha256')
    .update(`${document.stream}\n${document.person}\n${sha256}`)
    .digest('base64url')
    .slice(0, 24);
  await pool.query(
    `insert into document (id, stream, person, kind, name, sha256, bytes) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (id) do nothing`,
    [id, document.stream, document.person, document.kind, document.name, sha256, Buffer.from(document.bytes)],
  );
  return id;
}
