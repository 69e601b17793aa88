import { createHash } from 'node:crypto';
import type { Pool } from './connection.ts';
import { bytes, text } from './sql/kinds.ts';
import { statement } from './sql/statement.ts';

export interface DocumentToStore {
  readonly stream: string;
  readonly person: string;
  readonly kind: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

const store = statement(
  'store-document',
  { id: text, stream: text, person: text, kind: text, name: text, sha256: text, bytes },
  (db, document) =>
    db
      .insertInto('document')
      .values(document)
      .onConflict((met) => met.column('id').doNothing()),
);

/** Stores a document and returns its id, which the same document always has. */
export async function storeDocument(pool: Pool, document: DocumentToStore): Promise<string> {
  const sha256 = createHash('sha256').update(document.bytes).digest('hex');
  const id = createHash('sha256')
    .update(`${document.stream}\n${document.person}\n${sha256}`)
    .digest('base64url')
    .slice(0, 24);
  await store.run(pool, { ...document, id, sha256 });
  return id;
}
