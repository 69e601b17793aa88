import { sql } from 'kysely';
import type { PersonId } from '../contracts/ids.ts';
import type { StoredFile } from '../contracts/views/operations.ts';
import { type Pool, transaction } from './connection.ts';
import { digestOf } from './hash.ts';
import type { KeyRing } from './keys.ts';
import { isIfAsked } from './sql/asked.ts';
import { bigint, bytes, many, orNull, text } from './sql/kinds.ts';
import { columnsOf } from './sql/rows.ts';
import { statement } from './sql/statement.ts';

export interface StoredBytes extends StoredFile {
  readonly person: string;
  readonly bytes: Buffer;
}

/** What may be stored of one person. */
export interface Room {
  readonly files: number;
  readonly bytes: number;
}

/** A person has no room left for a file. */
export class NoRoomLeft extends Error {}

/** Two files of one person are stored one after the other: the second sees what room the first has left. */
const oneAtATime = statement('store-one-at-a-time', { person: text }, (db, { person }) =>
  db.selectFrom('person').select('id').where('id', '=', person).forNoKeyUpdate(),
);

const FILE = { id: text, person: text, name: text, media_type: text, sha256: text, bytes };
/** What the person has stored before, and the file, unless it would be too much; it may be there already. */
const store = statement('store-file', { ...FILE, files: bigint, room: bigint }, (db, { files, room, ...file }) =>
  db
    .with('held', (q) =>
      q
        .selectFrom('file')
        .select(({ fn, eb }) => [
          fn.countAll<number>().as('files'),
          fn.coalesce(fn.sum<number>(sql`length(bytes)`), sql.lit(0)).as('bytes'),
          fn.coalesce(sql<boolean>`bool_or(${eb('id', '=', file.id)})`, sql.lit(false)).as('there'),
        ])
        .where('person', '=', file.person),
    )
    .with('stored', (q) =>
      q
        .insertInto('file')
        .columns(columnsOf(FILE))
        .expression((i) =>
          i
            .selectFrom('held')
            .select([
              file.id.as('id'),
              file.person.as('person'),
              file.name.as('name'),
              file.media_type.as('media_type'),
              file.sha256.as('sha256'),
              file.bytes.as('bytes'),
            ])
            .where('there', '=', false)
            .where('files', '<', files)
            .where(sql<boolean>`held.bytes + length(${file.bytes}) <= ${room}`),
        )
        .returning('id'),
    )
    .selectFrom('held')
    .select(sql<boolean>`there or exists (select from stored)`.as('kept')),
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
 * @param room how much may be stored of the person; absent: as much as they like
 * @throws NoRoomLeft
 */
export async function storeFile(
  pool: Pool,
  keys: KeyRing,
  { person, name, mediaType, bytes }: Pick<StoredBytes, 'person' | 'name' | 'mediaType' | 'bytes'>,
  { files, bytes: room }: Room = { files: Number.MAX_SAFE_INTEGER, bytes: Number.MAX_SAFE_INTEGER },
): Promise<StoredFile> {
  const sha256 = digestOf(bytes);
  const id = `file-${keys.secretOf(`file:${person}\n${name}\n${sha256}`)}`;
  const row = { id, person, name, media_type: mediaType, sha256, bytes };
  const found = await transaction(pool, async (connection) => {
    await oneAtATime.run(connection, { person });
    return store.first(connection, { ...row, files, room });
  });
  if (!found?.kept) throw new NoRoomLeft();
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
