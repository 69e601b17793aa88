import { sql } from 'kysely';
import { Anchor, AnchorSignature } from '../contracts/anchor.ts';
import { type Connection, type Pool, snapshot, stamp } from './connection.ts';
import { digestOf } from './hash.ts';
import { type Signer, signerOf } from './signature.ts';
import { instant, int, text as words } from './sql/kinds.ts';
import { statement } from './sql/statement.ts';

const latest = statement('last-anchor', {}, (db) =>
  db
    .selectFrom('anchor')
    .select(['number', 'digest'])
    .select((q) =>
      q.selectFrom('anchor').select('at').where('kept', '=', true).orderBy('number', 'desc').limit(1).as('keptAt'),
    )
    .orderBy('number', 'desc')
    .limit(1),
);

// The order is that of bytes, whatever the database sorts by: an anchor is the same on every machine.
const byBytes = sql`id collate "C"`;

const heads = statement('anchored-streams', {}, (db) =>
  db.selectFrom('stream').select(['id', 'version', 'hash', 'owner']).where('version', '>', 0).orderBy(byBytes),
);

const files = statement('anchored-files', {}, (db) =>
  db
    .selectFrom((q) =>
      q
        .selectFrom('file')
        .select(['id', 'sha256'])
        .unionAll(q.selectFrom('document').select(['id', 'sha256']))
        .as('kept'),
    )
    .select(['id', 'sha256'])
    .orderBy(byBytes),
);

const note = statement(
  'note-anchor',
  { number: int, at: instant, streams: int, digest: words },
  (db, { number, at, streams, digest }) => db.insertInto('anchor').values({ number, at, streams, digest }),
);

const keep = statement('keep-anchor', { number: int }, (db, { number }) =>
  db.updateTable('anchor').set({ kept: true }).where('number', '=', number),
);

/** An anchor as it is handed out: two lines, the anchor and who has signed it. */
export interface MadeAnchor {
  readonly number: number;
  readonly text: string;
  readonly streams: number;
  readonly digest: string;
  readonly at: number;
}

/** The anchor that was made last, and when the last one was made that is in other hands, in real milliseconds; null: none is. */
export async function lastAnchor(connection: Connection | Pool): Promise<{
  readonly number: number;
  readonly digest: string | null;
  readonly keptAt: number | null;
}> {
  return (await latest.first(connection)) ?? { number: 0, digest: null, keptAt: null };
}

/** Makes the next anchor of the ledger as it stands in one moment; `at`: real time in milliseconds. */
export async function makeAnchor(pool: Pool, signer: Signer, at: number): Promise<MadeAnchor> {
  return snapshot(pool, async (connection) => {
    const last = await lastAnchor(connection);
    const streams = await heads.all(connection);
    const kept = await files.all(connection);
    const anchor: Anchor = {
      format: 'rostrum-anchor-1',
      number: last.number + 1,
      at: stamp(at),
      previous: last.digest,
      streams: streams.map(({ id, version, hash, owner }) => [id, version, hash.toString('hex'), owner]),
      kept: kept.map(({ id, sha256 }) => [id, digestOf(`${id}\n${sha256}`)]),
    };
    const line = JSON.stringify(anchor);
    const signed = { key: signer.publicKey, signature: signer.sign(line).subarray(32).toString('base64url') };
    return {
      number: anchor.number,
      text: `${line}\n${JSON.stringify(signed)}\n`,
      streams: anchor.streams.length,
      digest: digestOf(line),
      at,
    };
  });
}

/**
 * Notes an anchor before it is handed out: whoever has it, though Rostrum never heard that they do, has the only one of its number.
 * @throws where another one has its number
 */
export async function noteAnchor(pool: Pool, { number, at, streams, digest }: MadeAnchor): Promise<void> {
  await note.run(pool, { number, at, streams, digest });
}

/** Notes that an anchor is in other hands. */
export async function noteKept(pool: Pool, { number }: Pick<MadeAnchor, 'number'>): Promise<void> {
  await keep.run(pool, { number });
}

/** An anchor that was read back. */
export interface ReadAnchor {
  readonly anchor: Anchor;
  readonly digest: string;
  /** Whose signature it bears. */
  readonly key: string;
}

/** Reads the text of an anchor. @throws with a sentence when it is none, or not as it was signed */
export function readAnchor(name: string, text: string): ReadAnchor {
  const [line = '', signed = ''] = text.split('\n');
  const [anchor, by] = [parsed(Anchor, line), parsed(AnchorSignature, signed)];
  if (!anchor || !by) throw new Error(`${name} is no anchor of a ledger; give the file as Rostrum wrote it.`);
  const whole = Buffer.concat([Buffer.from(by.key, 'base64url'), Buffer.from(by.signature, 'base64url')]);
  if (signerOf(line, whole) !== by.key) {
    throw new Error(`${name} is not what was signed; take the anchor from another place where it is kept.`);
  }
  return { anchor, digest: digestOf(line), key: by.key };
}

function parsed<T>(schema: { safeParse(value: unknown): { success: boolean; data?: T } }, line: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
