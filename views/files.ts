import type { Authority } from '../access/authority.ts';
import type { Pool } from '../db/connection.ts';
import { readDocument, readFile } from '../db/files.ts';
import { refusing } from './refused.ts';

/** A file, for whoever stored it and whoever sees all. @throws Refused `not-found` */
export async function fileSeen(pool: Pool, id: string, who: Authority) {
  const file = await readFile(pool, id, who.all ? null : who.person);
  if (file) return file;
  throw refusing('not-found/no-file', { file: id });
}

/** A document, for the person it is about and whoever sees all. @throws Refused `not-found` */
export async function documentSeen(pool: Pool, id: string, who: Authority) {
  const document = await readDocument(pool, id, who.all ? null : who.person);
  if (document) return document;
  throw refusing('not-found/no-document', { document: id });
}
