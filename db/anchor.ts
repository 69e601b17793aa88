import { Anchor, AnchorSignature } from '../contracts/anchor.ts';
import type { StreamId } from '../contracts/ids.ts';
import { type Connection, type Pool, snapshot, stamp } from './connection.ts';
import { digestOf } from './hash.ts';
import { type Signer, signerOf } from './signature.ts';

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
  const { rows } = await connection.query<{ number: number; digest: string; keptAt: number | null }>(
    `select number, digest, (select at from anchor where kept order by number desc limit 1) as "keptAt"
     from anchor order by number desc limit 1`,
  );
  return rows[0] ?? { number: 0, digest: null, keptAt: null };
}

/** Makes the next anchor of the ledger as it stands in one moment; `at`: real time in milliseconds. */
export async function makeAnchor(pool: Pool, signer: Signer, at: number): Promise<MadeAnchor> {
  return snapshot(pool, async (connection) => {
    const last = await lastAnchor(connection);
    const streams = await connection.query<{ id: StreamId; version: number; hash: Buffer; owner: StreamId | null }>(
      'select id, version, hash, owner from stream where version > 0 order by id collate "C"',
    );
    const kept = await connection.query<{ id: string; sha256: string }>(
      'select id, sha256 from (select id, sha256 from file union all select id, sha256 from document) kept order by id collate "C"',
    );
    const anchor: Anchor = {
      format: 'rostrum-anchor-1',
      number: last.number + 1,
      at: stamp(at),
      previous: last.digest,
      streams: streams.rows.map(({ id, version, hash, owner }) => [id, version, hash.toString('hex'), owner]),
      kept: kept.rows.map(({ id, sha256 }) => [id, digestOf(`${id}\n${sha256}`)]),
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
  await pool.query('insert into anchor (number, at, streams, digest) values ($1, $2, $3, $4)', [
    number,
    stamp(at),
    streams,
    digest,
  ]);
}

/** Notes that an anchor is in other hands. */
export async function noteKept(pool: Pool, { number }: Pick<MadeAnchor, 'number'>): Promise<void> {
  await pool.query('update anchor set kept = true where number = $1', [number]);
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
